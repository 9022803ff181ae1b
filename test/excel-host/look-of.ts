import type { CellStyle } from "hucre";
import type { Look as DrawnLook } from "../../src/core/blueprint";
import { plainLook, type Border, type Look } from "./look";

const edges = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
const thin: Border = { style: "Continuous", colour: "#000000", weight: "Thin" };

/** The look that a blueprint describes. */
export function lookOfBlueprint(look: DrawnLook): Look {
  return {
    ...plainLook,
    numberFormat: look.format ?? "General",
    fill: look.fill === undefined ? "" : `#${look.fill}`,
    fontSize: look.size ?? plainLook.fontSize,
    fontColour: look.colour === undefined ? plainLook.fontColour : `#${look.colour}`,
    isBold: look.isBold ?? false,
    isItalic: look.isItalic ?? false,
    isLocked: look.isInput !== true,
    across: capital(look.across ?? "general"),
    upDown: capital(look.upDown ?? "bottom"),
    wraps: look.wraps ?? false,
    indent: look.indent ?? 0,
    borders: look.hasBorder === true ? new Map(edges.map((edge) => [edge, thin])) : plainLook.borders,
  };
}

/** The look of a cell in a file. Colours of the theme are left out. */
export function lookOfStyle({ font = {}, fill, border, alignment = {}, numFmt, protection = {} }: CellStyle): Look {
  return {
    ...plainLook,
    numberFormat: numFmt ?? "General",
    fill: fillOf(fill),
    ...fontOf(font),
    isLocked: protection.locked ?? true,
    isFormulaHidden: protection.hidden ?? false,
    ...alignmentOf(alignment),
    borders: bordersOf(border),
  };
}

function fillOf(fill: CellStyle["fill"]): string {
  const rgb = fill?.type === "pattern" && fill.pattern === "solid" ? fill.fgColor?.rgb : undefined;
  return rgb === undefined ? "" : colour(rgb);
}

function fontOf(font: NonNullable<CellStyle["font"]>): Partial<Look> {
  return {
    fontName: font.name ?? plainLook.fontName,
    fontSize: font.size ?? plainLook.fontSize,
    fontColour: font.color?.rgb === undefined ? plainLook.fontColour : colour(font.color.rgb),
    isBold: font.bold ?? false,
    isItalic: font.italic ?? false,
    underline: font.underline === undefined || font.underline === false ? "None" : "Single",
    isStruck: font.strikethrough ?? false,
  };
}

function alignmentOf(alignment: NonNullable<CellStyle["alignment"]>): Partial<Look> {
  return {
    across: capital(alignment.horizontal ?? "general"),
    upDown: capital(alignment.vertical ?? "bottom"),
    wraps: alignment.wrapText ?? false,
    indent: alignment.indent ?? 0,
  };
}

function bordersOf(border: CellStyle["border"]): Look["borders"] {
  const sides = (["top", "bottom", "left", "right"] as const).filter((side) => border?.[side] !== undefined);
  return new Map(sides.map((side) => [`Edge${capital(side)}`, thin]));
}

/** "FFAABBCC" or "AABBCC" as Excel tells it. */
function colour(rgb: string): string {
  return `#${rgb.slice(-6).toUpperCase()}`;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
