import { toA1, type Cell, type Place } from "../../src/core/cell";
import { contentsKey } from "../../src/core/form/contents";
import { coverSheet, formVersion } from "../../src/core/form/cover";
import { makeForm } from "../../src/core/form/make-form";
import { layoutOf } from "../../src/core/form/sheet-layout";
import { contentOf, isTyped } from "../../src/core/form/table";
import { knownVersion } from "../../src/core/form/versions";
import { periodById, unitByCode } from "../../src/core/plan/lookups";
import { isReading, readReport } from "../../src/core/reading/read-report";
import { sealOf, sealText } from "../../src/core/reading/seal";
import type { Occasion } from "../../src/core/review";
import { isUnreadable, type Snapshot, type Unreadable } from "../../src/core/snapshot";
import { snapshotOf } from "../../src/workbook/memory";
import { small } from "../plans/opened";
import { cleanReport } from "./clean-report";
import { acts, type Expected } from "./drawn-acts";
import { cellFrom, cellsOf, uncalculated, withMarks } from "./drawn-page";
import { periodsIn } from "./drawn-periods";
import { columnOf, isSheet, put, tableOf, type Sheets, type Spot } from "./drawn-sheets";

export interface DrawnFile {
  readonly picture: Snapshot | Unreadable;
  readonly expected: readonly Expected[];
  readonly occasion: Occasion;
}

/** The day on which the examples are checked. */
const usual: Occasion = { on: "2022-06-30", earlier: [] };

/** The days on which the report of a period is dated and checked. */
const days: ReadonlyMap<string, { readonly reported: string; readonly checked: string }> = new Map([
  ["2022-Y", { reported: "2022-12-18", checked: "2022-12-30" }],
]);

const file = "bao-cao.xlsx";

/** A line that says on which version of the form the report is made. */
const olderForm = "Biểu mẫu phiên bản ";

/** The clean report with an example laid over it, and what should be found there. */
export function drawnForm(drawn: readonly string[]): DrawnFile {
  const noWorkbook = drawn.map(drawnFile).find((one) => one !== null);
  if (noWorkbook) return noWorkbook;
  const { own, earlier } = periodsIn(drawn);
  const outcome = drawnReport(withSeal(own.lines), own.period);
  if (!earlier) return outcome;
  const before = readReport(small, drawnReport(earlier.lines, earlier.period).picture);
  if (!isReading(before)) throw new Error("The earlier report is none.");
  return { ...outcome, occasion: { ...outcome.occasion, earlier: [before] } };
}

function drawnReport(lines: readonly string[], periodId: string): DrawnFile & { readonly picture: Snapshot } {
  const cells = [...drawnCells(lines)];
  const typed = cells.filter(({ isInput, cell }) => isInput && cell.formula === undefined);
  const day = days.get(periodId);
  const contents = {
    cover: new Map([...cleanReport.cover, ...(day ? [["pm_reported_on", { date: day.reported }] as const] : [])]),
    cells: new Map([...cleanReport.cells, ...typed.map(({ key, cell }) => [key, cell.value] as const)]),
  };
  const unit = unitByCode(small, "04063");
  const period = periodById(small, periodId);
  if (!unit || !period) throw new Error(`The small plan has lost its first unit, or has no period ${periodId}.`);
  const older = lines.find((line) => line.startsWith(olderForm));
  const version = knownVersion(withMarks(older ?? "").text.slice(olderForm.length)) ?? formVersion;
  const clean = snapshotOf(makeForm(small, { unit, period, version }, contents), file);
  const sheets: Sheets = new Map(
    clean.sheets.map(({ name, rows, ...rest }) => [
      name,
      { name, rows: new Map([...rows].map(([index, row]) => [index, new Map(row)])), rest },
    ]),
  );
  for (const { place, cell, text } of cells) {
    const at = place(clean);
    const before = sheets.get(at.sheet)?.rows.get(at.row)?.get(at.column);
    if (text !== uncalculated) put(sheets, at, cell);
    else if (before) put(sheets, at, { ...before, value: null });
  }
  const acted = [...acts(lines, sheets)];
  return {
    picture: { ...clean, sheets: [...sheets.values()].map(({ name, rows, rest }) => ({ ...rest, name, rows })) },
    expected: [
      ...cells.flatMap(({ marks, place }) => {
        const { sheet, ...position } = place(clean);
        return marks.map((rule) => ({ rule, sheet, cell: toA1(position), isLoose: false }));
      }),
      ...acted,
    ],
    occasion: day ? { ...usual, on: day.checked } : usual,
  };
}

/** "Đã chốt ngày 18/06/2022" seals the report that is drawn up to there, for the lines behind it to act on. */
function withSeal(lines: readonly string[]): readonly string[] {
  const index = lines.findIndex((line) => line.startsWith("Đã chốt ngày "));
  const { text, marks } = withMarks(lines[index] ?? "");
  const [, day, month, year] = /^Đã chốt ngày (\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return lines;
  const { picture } = drawnForm(lines.slice(0, index));
  const reading = isUnreadable(picture) ? picture : readReport(small, picture);
  if (!isReading(reading)) throw new Error("Nothing to seal.");
  const seal = sealText(sealOf(reading, `${year}-${month}-${day}`));
  const mark = marks.length === 0 ? "" : ` ← ${marks.join(", ")}`;
  return [coverSheet, `| Chốt số liệu | "${seal}"${mark} |`, ...lines.slice(0, index), ...lines.slice(index + 1)];
}

interface DrawnCell {
  readonly key: string;
  readonly isInput: boolean;
  readonly text: string;
  readonly cell: Cell;
  readonly marks: readonly string[];
  readonly place: (clean: Snapshot) => Spot;
}

function* drawnCells(lines: readonly string[]): Generator<DrawnCell> {
  let sheet = "";
  let heading: readonly string[] | null = null;
  for (const line of lines) {
    const cells = cellsOf(line);
    if (!cells) {
      if (isSheet(line)) [sheet, heading] = [line, null];
      continue;
    }
    if (cells.length === 0) continue;
    const [first = "", ...others] = cells;
    if (sheet === coverSheet) yield drawnField(first, others[0] ?? "");
    else if (!heading) heading = others;
    else
      for (const [index, drawn] of others.entries())
        yield drawnFigure(sheet, { code: first, heading: heading[index] ?? "", drawn });
  }
}

function drawnField(label: string, drawn: string): DrawnCell {
  const { text, marks } = withMarks(drawn);
  return {
    key: "",
    isInput: false,
    text,
    cell: cellFrom(text),
    marks,
    place: (clean) => {
      for (const [row, cells] of clean.sheets.find(({ name }) => name === coverSheet)?.rows ?? []) {
        for (const [column, { value }] of cells) {
          if (value === label) return { sheet: coverSheet, row, column: column + 1 };
        }
      }
      throw new Error(`${coverSheet} has no field "${label}".`);
    },
  };
}

function drawnFigure(
  sheet: string,
  { code, heading, drawn }: { readonly code: string; readonly heading: string; readonly drawn: string },
): DrawnCell {
  const { text, marks } = withMarks(drawn);
  const table = tableOf(sheet);
  const column = columnOf(table, heading);
  const row = table.rows.find((candidate) => candidate.code === code);
  if (!row) throw new Error(`${sheet} has no row ${code}.`);
  const layout = layoutOf(table);
  return {
    key: contentsKey({ table: table.id, code, key: column.key }),
    isInput: isTyped(contentOf(row, column)),
    text,
    cell: cellFrom(text),
    marks,
    place: () => ({ sheet, row: layout.rows.get(code) ?? 0, column: layout.columns.get(column.key) ?? 0 }),
  };
}

const reasons: ReadonlyMap<string, Unreadable["reason"]> = new Map<string, Unreadable["reason"]>([
  ["Tệp rỗng", "empty"],
  ["Tệp .xls đời cũ", "old-xls"],
  ["Tệp có mật khẩu", "encrypted"],
  ["Tệp .csv đổi đuôi", "csv-or-text"],
  ["Tệp bị hỏng", "damaged"],
]);

/** A line that says the file is no report at all. */
function drawnFile(line: string): DrawnFile | null {
  const { text, marks } = withMarks(line);
  const expected = marks.map((rule) => ({ rule, sheet: null, cell: null, isLoose: false }));
  const reason = reasons.get(text);
  if (reason) return { picture: { file, reason, detail: "" }, expected, occasion: usual };
  const [, names] = /^Sổ khác, có các sheet (.+)$/.exec(text) ?? [];
  return names === undefined ? null : { picture: foreignBook(names.split(", ")), expected, occasion: usual };
}

function foreignBook(names: readonly string[]): Snapshot {
  const rows = new Map([[0, new Map<number, Cell>([[0, { value: "Danh sách" }]])]]);
  const none = { merges: [], hiddenRows: new Set<number>(), hiddenColumns: new Set<number>(), isProtected: false };
  return {
    file,
    names: new Map<string, Place>(),
    sheets: names.map((name) => ({ name, visibility: "visible", rows, ...none })),
  };
}

/** For failures: "Số liệu!F9 figure-is-present". */
export function spoken({ rule, sheet, cell }: Pick<Expected, "rule" | "sheet" | "cell">): string {
  return `${sheet ?? ""}!${cell ?? ""} ${rule}`;
}
