import type { Archive } from "./archive";
import { damaged } from "./fault";
import { isDateFormat } from "./number-format";
import { readPart } from "./package-part";
import type { XmlAttributes } from "./xml";
import { attribute, treeOf } from "./xml";

/** What a cell's format says about its value. */
export interface CellFormat {
  readonly isDate: boolean;
  /** Only where the font is one of the legacy Vietnamese encodings' (law RD4). */
  readonly legacyFont: string | undefined;
}

const plain: CellFormat = { isDate: false, legacyFont: undefined };

/** The formats that cells name by their index; index 0 is always there. */
export function readCellFormats(archive: Archive, part: string | null): readonly CellFormat[] {
  if (part === null) return [plain];
  const codes = new Map<number, string>();
  const fonts: (string | undefined)[] = [];
  const formats: { readonly code: number; readonly font: number }[] = [];
  const children = treeOf({
    numFmts: {
      children: treeOf({
        numFmt: {
          open: (attributes) => {
            codes.set(numberOf(attributes, "numFmtId"), attribute(attributes, "formatCode") ?? "");
          },
        },
      }),
    },
    fonts: {
      children: treeOf({
        font: {
          open: () => void fonts.push(undefined),
          children: treeOf({
            name: { open: (attributes) => void (fonts[fonts.length - 1] = legacyFont(attribute(attributes, "val"))) },
          }),
        },
      }),
    },
    cellXfs: {
      children: treeOf({
        xf: {
          open: (attributes) => {
            formats.push({ code: numberOf(attributes, "numFmtId"), font: numberOf(attributes, "fontId") });
          },
        },
      }),
    },
  });
  readPart(archive, part, treeOf({ styleSheet: { children } }));
  const isDate = (id: number) => isDateFormat(id, codes.get(id));
  return formats.length === 0
    ? [plain]
    : formats.map(({ code, font }) => ({ isDate: isDate(code), legacyFont: fonts[font] }));
}

/** The name itself where it is one of the legacy Vietnamese encodings' fonts. */
export function legacyFont(name: string | undefined): string | undefined {
  return name !== undefined && /^(?:\.vn|vni-)/i.test(name) ? name : undefined;
}

function numberOf(attributes: XmlAttributes, name: string): number {
  const text = attribute(attributes, name) ?? "0";
  if (!/^\d{1,9}$/.test(text)) throw damaged(`${name}="${text}"`);
  return Number(text);
}
