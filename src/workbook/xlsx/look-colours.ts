import type { Archive } from "./archive";
import { readPart, readRelationships } from "./package-part";
import { attribute, treeOf, type XmlAttributes, type XmlElement } from "./xml";

/** Colours are RGB without "#"; undefined where a colour is left to whoever draws. */
export type ColourOf = (attributes: XmlAttributes) => string | undefined;

/** The palette of Excel 97, for files that name colours by number (ECMA-376, 18.8.27). */
const palette =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(
    " ",
  );

const office = "FFFFFF 000000 E7E6E6 44546A 5B9BD5 ED7D31 A5A5A5 FFC000 4472C4 70AD47 0563C1 954F72".split(" ");

/** Reads colour elements by the workbook's own theme, where it has one. */
export function colourReader(archive: Archive, workbookPart: string): ColourOf {
  const theme = themeOf(archive, workbookPart);
  return (attributes) => {
    const rgb = attribute(attributes, "rgb");
    if (rgb !== undefined)
      return /^(?:[\dA-F]{2})?[\dA-F]{6}$/i.test(rgb) ? tinted(rgb.slice(-6), attributes) : undefined;
    const indexed = palette[numberIn(attributes, "indexed") ?? -1];
    if (indexed !== undefined) return tinted(indexed, attributes);
    const themed = theme[numberIn(attributes, "theme") ?? -1];
    return themed === undefined ? undefined : tinted(themed, attributes);
  };
}

function numberIn(attributes: XmlAttributes, name: string): number | undefined {
  const text = attribute(attributes, name);
  return text !== undefined && /^-?\d{1,4}(?:\.\d{1,20})?$/.test(text) ? Number(text) : undefined;
}

/** Cells count the theme's colours light first: the first two pairs are the other way round in the theme itself. */
function themeOf(archive: Archive, workbookPart: string): readonly string[] {
  const part = [...readRelationships(archive, workbookPart).values()].find(({ kind }) => kind === "theme")?.part;
  if (part === null || part === undefined || !archive.find(part)) return office;
  const found = new Map<string, string>();
  const names = "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");
  const colour = (name: string): XmlElement => {
    const take = (key: string) => (attributes: XmlAttributes) => {
      const value = attribute(attributes, key);
      if (value !== undefined && /^[\dA-F]{6}$/i.test(value)) found.set(name, value);
    };
    return { children: treeOf({ srgbClr: { open: take("val") }, sysClr: { open: take("lastClr") } }) };
  };
  const clrScheme = { children: treeOf(Object.fromEntries(names.map((name) => [name, colour(name)]))) };
  readPart(
    archive,
    part,
    treeOf({ theme: { children: treeOf({ themeElements: { children: treeOf({ clrScheme }) } }) } }),
  );
  const inTheme = names.map((name, index) => found.get(name) ?? office[index] ?? "000000");
  const [dark1 = "", light1 = "", dark2 = "", light2 = "", ...accents] = inTheme;
  return [light1, dark1, light2, dark2, ...accents];
}

/** A tint moves each part towards white (above 0) or black (below): near enough to Excel's for a screen. */
function tinted(rgb: string, attributes: XmlAttributes): string {
  const text = attribute(attributes, "tint") ?? "0";
  const tint = Math.max(-1, Math.min(1, Number(text) || 0));
  if (tint === 0) return rgb.toUpperCase();
  const parts = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  const moved = parts.map((part) => Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint));
  return moved
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
