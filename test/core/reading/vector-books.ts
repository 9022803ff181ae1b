import type { Blueprint, Look } from "../../../src/core/blueprint";
import { toA1 } from "../../../src/core/cell";
import type { CellContent } from "../../../src/core/edit";
import type { Contents } from "../../../src/core/form/contents";
import { makeForm } from "../../../src/core/form/make-form";
import { periodById, unitByCode } from "../../../src/core/plan/lookups";
import { cellOf } from "../../../src/core/reading/reading";
import { isReading, readReport } from "../../../src/core/reading/read-report";
import { snapshotOf } from "../../../src/workbook/memory";
import { cleanReport } from "../../laws/clean-report";
import { small } from "../../plans/opened";

/** A workbook and the name of the text in test/vectors that it says. */
export interface VectorBook {
  readonly name: string;
  readonly book: Blueprint;
}

function formOf(unitCode: string, contents: Contents): Blueprint {
  const [unit, period] = [unitByCode(small, unitCode), periodById(small, "2022-H1")];
  if (!unit || !period) throw new RangeError(unitCode);
  return makeForm(small, { unit, period }, contents);
}

type Change = CellContent & { readonly look?: Look };

/** The form with other contents in fields of Bìa ("pm_plan") and cells ("elements/S02/actual"). */
function changed(book: Blueprint, changes: Readonly<Record<string, Change>>): Blueprint {
  const reading = readReport(small, snapshotOf(book, ""));
  if (!isReading(reading)) throw new Error("no reading");
  const byPlace = new Map(
    Object.entries(changes).map(([path, change]) => {
      const [table = "", code = "", key = ""] = path.split("/");
      const field = book.names.find(({ name }) => name === path);
      const at = field
        ? { sheet: field.sheet, cell: toA1(field.at) }
        : [...reading.tables.keys()].flatMap((id) => (id === table ? [cellOf(reading, id, { code, key })?.at] : []))[0];
      if (!at) throw new RangeError(path);
      return [`${at.sheet}!${at.cell}`, change] as const;
    }),
  );
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, ...byPlace.get(`${sheet.name}!${toA1(cell)}`) })),
  }));
  return { ...book, sheets };
}

const blank = { value: null };
/** A date is a number with the format of one. */
const date = (day: string): Change => ({ value: { date: day }, look: { format: "dd/mm/yyyy hh:mm" } });

/** The example of docs/canonical-reading.md. */
const workedExample = changed(formOf("124", { cover: new Map(), cells: new Map() }), {
  pm_unit_name: blank,
  pm_plan: blank,
  pm_form_version: blank,
  pm_reported_on: date("2022-06-18"),
  pm_seal: { value: "Đã chốt" },
  "elements/S34/baseline": { value: 3000 },
  "elements/S34/actual": { value: 3100.5, formula: "3000+100.5" },
  "elements/S35/baseline": { value: "–" },
  "elements/S35/actual": { value: 0 },
  "indicators/C12/explanation": { value: "Đã  họp " },
});

/** Every kind of content, the odd ones too. */
const everyKind = changed(formOf("04063", cleanReport), {
  pm_phone: { value: 212384000 },
  pm_reporter: { value: ` ${"Lò Văn Ận".normalize("NFD")}\u00A0 ` },
  pm_reported_on: { value: "18/06/2022" },
  pm_note: { value: "Mưa lũ\ntừ tháng 5;\tđường hỏng\u200B" },
  "elements/S01/baseline": { value: 1 / 3 },
  "elements/S01/last_year": { value: 1e21 },
  "elements/S01/actual": { value: -0.00001234567890123456 },
  "elements/S02/baseline": { value: "1.234" },
  "elements/S02/last_year": { value: " − " },
  "elements/S02/actual": { value: 46, formula: "40+6" },
  "elements/S03/actual": { value: true },
  "elements/S04/actual": date("2022-04-03"),
  "elements/S05/actual": date("2022-04-03T06:30:00"),
  "elements/S41/actual": { value: { error: "#DIV/0!" } },
  "elements/S42/baseline": { value: "CÓ" },
  "elements/S42/last_year": { value: "-" },
  "elements/S42/actual": { value: "có lẽ" },
  "elements/S02/note": { value: "ƢƢ Ƣơc" },
  "elements/S03/note": { value: "-" },
  "households/B01/name": { value: "Bản 1" },
  "households/B02/name": { value: 2 },
  "tasks/NV01/status": { value: "hoàn thành" },
  "tasks/NV01/percent": { value: 0.1 + 0.2 },
  "funds/K01/planned": { value: 1000000000000005 },
});

export const vectorBooks: readonly VectorBook[] = [
  { name: "district", book: workedExample },
  { name: "clean-report", book: formOf("04063", cleanReport) },
  { name: "every-kind", book: everyKind },
];
