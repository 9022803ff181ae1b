import type { CellValue } from "../../core/cell";
import { standardFont } from "./cell-style";
import { isDateFormat } from "./number-format";
import { fontOrder } from "./font-order";
import { openTag } from "./open-tag";
import { spliceText, type Splice } from "./splice";
import { legacyFont } from "./styles";
import type { ClosedElement } from "./walk-xml";
import { walkXml } from "./walk-xml";

const generalFormat = 0;
const dateFormat = 14;
const dateTimeFormat = 22;

/** What a cell's style must do for what is put into it. */
export interface StyleNeed {
  readonly value: CellValue;
  /** A text of ours is Unicode, which a legacy font shows as nonsense (law RD4). */
  readonly hasOrdinaryFont: boolean;
}

/** Styles that the new values of a workbook's cells need, found among its own or added behind them. */
export interface StylePatch {
  /** The style for a cell of the given style: a date needs a date's format, a number must not have one. */
  readonly styleFor: (need: StyleNeed, style: number) => number;
  /** The styles' part with what was added; null while nothing was. */
  readonly patched: () => string | null;
}

/** Starts a patch of the styles' part; in a workbook without one (`null`) every cell keeps the style it has. */
export function patchStyles(xml: string | null): StylePatch {
  if (xml === null) return { styleFor: (_, style) => style, patched: () => null };
  const { lists, styles, fonts, codes } = readStyles(xml);
  const addedStyles: string[] = [];
  const addedFonts: string[] = [];

  const styleFor = ({ value, hasOrdinaryFont }: StyleNeed, style: number): number => {
    const found = styles[style];
    if (!found) return style;
    const changes = new Map<string, string>();
    const number = Number(found.attributes.get("numFmtId") ?? 0);
    const format = wantedFormat(value, isDateFormat(number, codes.get(number)));
    if (format !== null) changes.set("numFmtId", String(format)).set("applyNumberFormat", "1");
    const font = fonts[Number(found.attributes.get("fontId") ?? 0)];
    if (hasOrdinaryFont && font && legacyFont(font.name) !== undefined) {
      const index = fonts.length + placeIn(addedFonts, withOrdinaryName(xml, font));
      changes.set("fontId", String(index)).set("applyFont", "1");
    }
    if (changes.size === 0) return style;
    const inner = found.isSelfClosing ? "" : xml.slice(found.openEnd, found.end);
    return styles.length + placeIn(addedStyles, openTag(found, changes) + inner);
  };

  const patched = (): string | null => {
    const splices = [
      ...appended(xml, lists.get("cellXfs"), { count: styles.length, added: addedStyles }),
      ...appended(xml, lists.get("fonts"), { count: fonts.length, added: addedFonts }),
    ];
    return splices.length === 0 ? null : spliceText(xml, splices);
  };

  return { styleFor, patched };
}

/** The index of a text in a list, to which it is added where it is not there. */
export function placeIn(list: string[], text: string): number {
  const index = list.indexOf(text);
  return index < 0 ? list.push(text) - 1 : index;
}

/** The built-in format that the value needs instead of the one it has; null where that will do. */
function wantedFormat(value: CellValue, isDate: boolean): number | null {
  if (typeof value === "number") return isDate ? generalFormat : null;
  if (value === null || typeof value !== "object" || !("date" in value) || isDate) return null;
  return value.date.length > 10 ? dateTimeFormat : dateFormat;
}

/** What tells the font's alphabet and family goes with its name. */
function withOrdinaryName(xml: string, { element, children }: Font): string {
  const kept = children.filter(({ name }) => !["charset", "family", "scheme"].includes(name));
  const written = kept
    .sort((one, other) => fontOrder.indexOf(one.name) - fontOrder.indexOf(other.name))
    .map((child) => {
      const { name, start, openEnd, end } = child;
      const open = name === "name" ? openTag(child, new Map([["val", standardFont.name]])) : xml.slice(start, openEnd);
      return open + xml.slice(openEnd, end);
    });
  return `${openTag(element, new Map())}${written.join("")}</${element.prefix}font>`;
}

/** The cuts that put elements behind the others of a list that counts them. */
export function appended(
  xml: string,
  list: ClosedElement | undefined,
  { count, added }: { readonly count: number; readonly added: readonly string[] },
): Splice[] {
  if (!list || added.length === 0) return [];
  const open = xml.slice(list.start, list.openEnd);
  const counted = open.replace(/(\scount\s*=\s*["'])\d+/, (_, name: string) => name + String(count + added.length));
  if (list.isSelfClosing) {
    const text = `${counted.replace(/\s*\/>$/, ">")}${added.join("")}</${list.prefix}${list.name}>`;
    return [{ start: list.start, end: list.end, text }];
  }
  return [
    { start: list.start, end: list.openEnd, text: counted },
    { start: list.closeStart, end: list.closeStart, text: added.join("") },
  ];
}

interface Font {
  readonly element: ClosedElement;
  readonly name: string | undefined;
  readonly children: readonly ClosedElement[];
}

interface Styles {
  /** The lists of the part, by name. */
  readonly lists: ReadonlyMap<string, ClosedElement>;
  readonly styles: readonly ClosedElement[];
  readonly fonts: readonly Font[];
  readonly codes: ReadonlyMap<number, string>;
}

function readStyles(xml: string): Styles {
  const lists = new Map<string, ClosedElement>();
  const styles: ClosedElement[] = [];
  const fonts: Font[] = [];
  const codes = new Map<number, string>();
  let children: ClosedElement[] = [];
  walkXml(xml, {
    close: (element) => {
      const { name, path, attributes } = element;
      if (path.length === 1) lists.set(name, element);
      if (path.length === 3 && path[1] === "fonts" && path[2] === "font") children.push(element);
      if (path.length !== 2) return;
      if (name === "xf" && path[1] === "cellXfs") styles.push(element);
      if (name === "font" && path[1] === "fonts") {
        const named = children.filter((child) => child.name === "name").at(-1);
        fonts.push({ element, name: named?.attributes.get("val"), children });
        children = [];
      }
      if (name === "numFmt" && path[1] === "numFmts") {
        codes.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
      }
    },
  });
  return { lists, styles, fonts, codes };
}
