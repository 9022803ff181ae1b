import { fromA1 } from "../../src/core/cell";
import type { Snapshot } from "../../src/core/snapshot";

/** Where a report of the sample's form holds texts that people write. */
const places: Readonly<Record<string, readonly string[]>> = {
  Bìa: ["C9", "C12", "C13", "C15"],
  "Số liệu": ["G9", "G10", "G20"],
  "Hộ nghèo": ["B11", "B12"],
  "Nhiệm vụ": ["F10", "G10", "F11", "G11", "G12"],
  "Kinh phí": ["G9", "G10"],
};

/** Every one of them does something where it is taken for more than a text; each bears this word. */
export const mark = "tinxau";
export const actingTexts: readonly string[] = [
  `=1+1&"${mark}"`,
  `=cmd|'/c calc ${mark}'!A0`,
  `=HYPERLINK("http://127.0.0.1:9/${mark}","x")`,
  `+1+${mark}`,
  `-1+${mark}`,
  `@SUM(${mark})`,
  `\t=${mark}`,
  `\r=${mark}`,
  `"${mark}`,
  `'=${mark}`,
  `=_xlfn.WEBSERVICE("http://127.0.0.1:9/${mark}")`,
];

/** What Word would compute, ask the net for or run, were it taken for more than a text. */
export const wordTexts: readonly string[] = [
  `{ DDEAUTO c:\\windows\\system32\\cmd.exe "/c calc ${mark}" }`,
  `\u0013HYPERLINK "http://127.0.0.1:9/${mark}"\u0014x\u0015`,
  `<w:fldSimple w:instr="INCLUDETEXT http://127.0.0.1:9/${mark}"/>`,
  `</w:t></w:r><w:r><w:instrText>DATE ${mark}</w:instrText></w:r><w:r><w:t>`,
  `]]>&${mark};<!-- <?${mark}?>`,
  `http://127.0.0.1:9/${mark}`,
];

/** The report with the text in every place where people write, and in the name of its file. */
export function withText(book: Snapshot, text: string): Snapshot {
  const sheets = book.sheets.map((sheet) => {
    const rows = new Map(sheet.rows);
    for (const place of places[sheet.name] ?? []) {
      const at = fromA1(place);
      if (at) rows.set(at.row, new Map(rows.get(at.row)).set(at.column, { value: text }));
    }
    return { ...sheet, rows };
  });
  return { ...book, file: `${text}.xlsx`, sheets };
}
