import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const overrides = [
  ["workbook", "sheet.main"],
  ["worksheets/sheet1", "worksheet"],
  ["sharedStrings", "sharedStrings"],
  ["styles", "styles"],
].map(([part = "", type = ""]) => `<Override PartName="/xl/${part}.xml" ContentType="${types}.${type}+xml"/>`);
const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;

/** A workbook told by what is particular in it; everything else is as Excel writes it. */
export interface HandWritten {
  /** What stands in the sheetData of the sheet "Số liệu". */
  readonly rows?: string;
  /** What stands before and after the sheetData. */
  readonly before?: string;
  readonly after?: string;
  /** The `si` elements. */
  readonly strings?: string;
  /** What stands in the styleSheet. */
  readonly styles?: string;
  /** What stands in the workbook before and after its sheets. */
  readonly workbook?: string;
  readonly names?: string;
  /** Whole parts that stand instead of those, or beside them; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

/** The parts of a workbook of one sheet, by their names. */
export function partsByHand(told: HandWritten): Map<string, Uint8Array> {
  const parts = new Map<string, string | Uint8Array | null>([
    ["[Content_Types].xml", contentTypes],
    ["_rels/.rels", relationships([["rId1", "officeDocument", "xl/workbook.xml"]])],
    [
      "xl/workbook.xml",
      `${declaration}<workbook xmlns="${main}" xmlns:r="${office}">${told.workbook ?? ""}<sheets><sheet name="Số liệu" sheetId="1" r:id="rId1"/></sheets>${told.names ?? ""}</workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relationships([
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ...(told.strings === undefined ? [] : [["rId2", "sharedStrings", "sharedStrings.xml"] as const]),
        ...(told.styles === undefined ? [] : [["rId3", "styles", "styles.xml"] as const]),
      ]),
    ],
    ["xl/worksheets/sheet1.xml", sheetPart(told.rows ?? "", told)],
    [
      "xl/sharedStrings.xml",
      told.strings === undefined ? null : `${declaration}<sst xmlns="${main}">${told.strings}</sst>`,
    ],
    [
      "xl/styles.xml",
      told.styles === undefined ? null : `${declaration}<styleSheet xmlns="${main}">${told.styles}</styleSheet>`,
    ],
    ...Object.entries(told.parts ?? {}),
  ]);
  return new Map(
    [...parts].flatMap(([name, part]) =>
      part === null ? [] : [[name, typeof part === "string" ? strToU8(part) : part]],
    ),
  );
}

/** The file of such a workbook. */
export function byHand(told: HandWritten): Uint8Array {
  return zipSync(Object.fromEntries(partsByHand(told)));
}

export function sheetPart(
  rows: string,
  { before = "", after = "" }: Pick<HandWritten, "before" | "after"> = {},
): string {
  return `${declaration}<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** A relationships part; the kind is the last word of the type. */
export function relationships(told: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const each = told.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}">${each.join("")}</Relationships>`;
}

/** A workbook part with these sheets, each with the relationship of its number: rId1, rId2 … */
export function workbookPart(
  sheets: readonly { readonly name: string; readonly state?: string }[],
  inside = "",
): string {
  const each = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each.join("")}</sheets>${inside}</workbook>`;
}
