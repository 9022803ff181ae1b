import type { Condition } from "../../core/blueprint";
import type { CellLook } from "../looks";
import type { Archive } from "./archive";
import type { ColourOf } from "./look-colours";
import { isDateFormat } from "./number-format";
import { readPart } from "./package-part";
import { attribute, isOn, treeOf, type XmlAttributes, type XmlElement } from "./xml";

/** The looks that cells and conditions name by their index. */
export interface Styles {
  readonly cells: readonly CellLook[];
  readonly conditions: readonly Condition["look"][];
}

type Draft<Kind> = { -readonly [Key in keyof Kind]: Kind[Key] };
type Font = Pick<CellLook, "font" | "size" | "isBold" | "isItalic" | "isUnderlined" | "colour">;
type Alignment = Pick<CellLook, "across" | "upDown" | "wraps" | "indent">;

interface Format {
  readonly code: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  readonly rest: Draft<Alignment & Pick<CellLook, "isInput">>;
}

/** Formats of every workbook, in US form (ECMA-376, 18.8.30); dates as Viet Nam writes them. */
const builtIn = new Map<number, string>(
  Object.entries({
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
    49: "@",
  }).map(([id, code]) => [Number(id), code]),
);

/** A number that means a date in the languages that have dates of their own stays one. */
function builtInFormat(id: number): string | undefined {
  return builtIn.get(id) ?? (isDateFormat(id) ? "dd/mm/yyyy" : undefined);
}

/** What the styles' part says; what it says of things that no screen shows is passed over. */
export function readStyles(archive: Archive, part: string | null, colourOf: ColourOf): Styles {
  if (part === null) return { cells: [{}], conditions: [] };
  const codes = new Map<number, string>();
  const fonts: Draft<Font>[] = [];
  const fills: { colour: string | undefined }[] = [];
  const borders: { has: boolean }[] = [];
  const formats: Format[] = [];
  const dxfs: Draft<Condition["look"]>[] = [];
  const children = treeOf({
    numFmts: {
      children: treeOf({
        numFmt: {
          open: (attributes) =>
            void codes.set(indexOf(attributes, "numFmtId"), attribute(attributes, "formatCode") ?? ""),
        },
      }),
    },
    fonts: { children: treeOf({ font: fontElement(fonts, colourOf) }) },
    fills: { children: treeOf({ fill: fillElement(fills, colourOf) }) },
    borders: { children: treeOf({ border: borderElement(borders) }) },
    cellXfs: { children: treeOf({ xf: formatElement(formats) }) },
    dxfs: { children: treeOf({ dxf: conditionElement(dxfs, colourOf) }) },
  });
  readPart(archive, part, treeOf({ styleSheet: { children } }));
  const cells = formats.map(({ code, font, fill, border, rest }): CellLook => {
    const format = codes.get(code) ?? builtInFormat(code);
    const colour = fills[fill]?.colour;
    return {
      ...fonts[font],
      ...(colour !== undefined && { fill: colour }),
      ...(borders[border]?.has === true && { hasBorder: true }),
      ...(format !== undefined && format !== "" && format.toLowerCase() !== "general" && { format }),
      ...rest,
    };
  });
  return { cells: cells.length === 0 ? [{}] : cells, conditions: dxfs };
}

function fontElement(fonts: Draft<Font>[], colourOf: ColourOf): XmlElement {
  const last = (): Draft<Font> => fonts[fonts.length - 1] ?? {};
  return {
    open: () => void fonts.push({}),
    children: treeOf({
      name: {
        open: (attributes) => {
          const name = attribute(attributes, "val");
          if (name !== undefined) last().font = name.slice(0, 100);
        },
      },
      sz: {
        open: (attributes) => {
          const size = Number(attribute(attributes, "val"));
          if (size >= 1 && size <= 409) last().size = size;
        },
      },
      b: { open: (attributes) => void (last().isBold = isYes(attributes)) },
      i: { open: (attributes) => void (last().isItalic = isYes(attributes)) },
      u: { open: (attributes) => void (last().isUnderlined = attribute(attributes, "val") !== "none") },
      color: {
        open: (attributes) => {
          const colour = colourOf(attributes);
          if (colour !== undefined) last().colour = colour;
        },
      },
    }),
  };
}

function fillElement(fills: { colour: string | undefined }[], colourOf: ColourOf): XmlElement {
  let isFilled = false;
  return {
    open: () => void fills.push({ colour: undefined }),
    children: treeOf({
      patternFill: {
        open: (attributes) =>
          void (isFilled = !["none", "gray125"].includes(attribute(attributes, "patternType") ?? "none")),
        children: treeOf({
          fgColor: {
            open: (attributes) => {
              const fill = fills[fills.length - 1];
              if (fill && isFilled) fill.colour = colourOf(attributes);
            },
          },
        }),
      },
    }),
  };
}

function borderElement(borders: { has: boolean }[]): XmlElement {
  const side: XmlElement = {
    open: (attributes) => {
      const border = borders[borders.length - 1];
      if (border && (attribute(attributes, "style") ?? "none") !== "none") border.has = true;
    },
  };
  return {
    open: () => void borders.push({ has: false }),
    children: treeOf({ left: side, right: side, top: side, bottom: side, start: side, end: side }),
  };
}

function formatElement(formats: Format[]): XmlElement {
  return {
    open: (attributes) => {
      const index = (name: string): number => indexOf(attributes, name);
      const [code, font, fill, border] = [index("numFmtId"), index("fontId"), index("fillId"), index("borderId")];
      formats.push({ code, font, fill, border, rest: {} });
    },
    children: treeOf({
      alignment: {
        open: (attributes) => void Object.assign(formats[formats.length - 1]?.rest ?? {}, alignmentOf(attributes)),
      },
      protection: {
        open: (attributes) => {
          const format = formats[formats.length - 1];
          const locked = attribute(attributes, "locked");
          if (format && (locked === "0" || locked === "false")) format.rest.isInput = true;
        },
      },
    }),
  };
}

function alignmentOf(attributes: XmlAttributes): Alignment {
  const across = attribute(attributes, "horizontal");
  const upDown = attribute(attributes, "vertical") ?? "bottom";
  const indent = Number(attribute(attributes, "indent") ?? "0");
  return {
    ...((across === "left" || across === "right") && { across }),
    ...((across === "center" || across === "centerContinuous") && { across: "center" }),
    ...((upDown === "top" || upDown === "center" || upDown === "bottom") && { upDown }),
    ...(isOn(attributes, "wrapText") && { wraps: true }),
    ...(indent >= 1 && indent <= 250 && { indent }),
  };
}

function conditionElement(looks: Draft<Condition["look"]>[], colourOf: ColourOf): XmlElement {
  const last = (): Draft<Condition["look"]> => looks[looks.length - 1] ?? {};
  const fillColour: XmlElement = {
    open: (attributes) => {
      const fill = colourOf(attributes);
      if (fill !== undefined) last().fill = fill;
    },
  };
  return {
    open: () => void looks.push({}),
    children: treeOf({
      font: {
        children: treeOf({
          b: { open: (attributes) => void (last().isBold = isYes(attributes)) },
          color: {
            open: (attributes) => {
              const colour = colourOf(attributes);
              if (colour !== undefined) last().colour = colour;
            },
          },
        }),
      },
      // In conditions the colour of a plain fill is the one behind (ECMA-376, 18.8.14); some programs write both.
      fill: { children: treeOf({ patternFill: { children: treeOf({ fgColor: fillColour, bgColor: fillColour }) } }) },
    }),
  };
}

function isYes(attributes: XmlAttributes): boolean {
  return attribute(attributes, "val") === undefined || isOn(attributes, "val");
}

function indexOf(attributes: XmlAttributes, name: string): number {
  const text = attribute(attributes, name) ?? "0";
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
