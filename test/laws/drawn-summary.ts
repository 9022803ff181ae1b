import { toA1, type Cell } from "../../src/core/cell";
import type { SheetBlueprint } from "../../src/core/blueprint";
import { makeSummary } from "../../src/core/consolidation/book/make-summary";
import { merge } from "../../src/core/merge";
import { noOccasion } from "../../src/core/review";
import type { SheetSnapshot } from "../../src/core/snapshot";
import { snapshotOf } from "../../src/workbook/memory";
import { small } from "../plans/opened";
import type { Expected } from "./drawn-acts";
import { drawnForm, type DrawnFile } from "./drawn-form";
import { cellFrom, cellsOf, uncalculated, withMarks } from "./drawn-page";
import { drawnReports } from "./drawn-reports";

const reports = `
| Tệp | Đơn vị | Kỳ |
| dong.xlsx | 04063 | 2022-H1 |
| hac.xlsx | 04078 | 2022-H1 |
| nang.xlsx | 04093 | 2022-H1 |
| huyen.xlsx | 124 | 2022-H1 |`
  .trim()
  .split("\n");

/** Keeps the formula that stands in a cell and gives it an old value: "chưa tính lại → 95". */
const outdated = /^chưa tính lại → (.*)$/;

/** A form, or the summary of the clean reports, with an example laid over it. */
export function drawnBook(kind: "form" | "summary", lines: readonly string[]): DrawnFile {
  return kind === "form" ? drawnForm(lines) : drawnSummary(lines);
}

function drawnSummary(lines: readonly string[]): DrawnFile {
  const { consolidation } = merge(small, drawnReports(reports).reviews);
  if (!consolidation) throw new Error("Nothing was consolidated.");
  const blueprint = makeSummary(consolidation);
  const clean = snapshotOf(blueprint, "tong-hop.xlsx");
  const changes = new Map<string, Cell>();
  const expected: Expected[] = [];
  let sheet: SheetBlueprint | undefined;
  let heading: readonly string[] | null = null;
  for (const line of lines) {
    const cells = cellsOf(line);
    if (cells?.length === 0) continue;
    const [first = "", ...others] = cells ?? [];
    if (!cells) [sheet, heading] = [blueprint.sheets.find(({ name }) => name === line), null];
    else if (!heading) heading = others;
    else {
      for (const [index, drawn] of others.entries()) {
        if (!sheet) throw new Error(`No such sheet before: ${line}`);
        const { text, marks } = withMarks(drawn);
        const [row, column] = [rowOf(sheet, first), columnOf(sheet, heading[index] ?? "")];
        const before = sheet.cells.find((cell) => cell.row === row && cell.column === column);
        changes.set(`${sheet.name} ${row} ${column}`, cellOver(text, before?.formula));
        const at = { sheet: sheet.name, cell: toA1({ row, column }) };
        expected.push(...marks.map((rule) => ({ rule, ...at, isLoose: false })));
      }
    }
  }
  return {
    picture: { ...clean, sheets: clean.sheets.map((own) => changed(own, changes)) },
    expected,
    occasion: noOccasion,
  };
}

function cellOver(text: string, formula: string | undefined): Cell {
  const [, old] = outdated.exec(text) ?? [];
  if (formula === undefined || (old === undefined && text !== uncalculated)) return cellFrom(text);
  return { formula, value: old === undefined ? null : cellFrom(old).value };
}

function changed(sheet: SheetSnapshot, changes: ReadonlyMap<string, Cell>): SheetSnapshot {
  const rows = new Map([...sheet.rows].map(([row, cells]) => [row, new Map(cells)]));
  for (const [row, cells] of rows) {
    for (const column of [...cells.keys()]) {
      const cell = changes.get(`${sheet.name} ${row} ${column}`);
      if (!cell) continue;
      if (cell.value === null && cell.formula === undefined) cells.delete(column);
      else cells.set(column, cell);
    }
  }
  return { ...sheet, rows };
}

function rowOf({ name, cells }: SheetBlueprint, code: string): number {
  const found = cells.find(({ column, value }) => column === 0 && value === code);
  if (!found) throw new Error(`${name} has no row ${code}.`);
  return found.row;
}

/** A column by its heading, or by the heading above and its own: "Tổng số Thực hiện". */
function columnOf({ name, cells, merges }: SheetBlueprint, wanted: string): number {
  const last = Math.min(...cells.filter(({ formula }) => formula !== undefined).map(({ row }) => row));
  const texts = new Map<number, string[]>();
  for (const { row, column, value } of cells) {
    if (row < 3 || row >= last || typeof value !== "string" || value === "") continue;
    const right = merges.find(({ top, left }) => top === row && left === column)?.right ?? column;
    for (let at = column; at <= right; at++) texts.set(at, [...(texts.get(at) ?? []), value]);
  }
  const found = [...texts].filter(([, own]) => {
    const headings = own.filter((text) => !/^(?:\d+|[A-C])(?:=.*)?$/.test(text));
    return [headings.at(-1), headings.slice(-2).join(" ")].includes(wanted);
  });
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${name} has ${found.length} columns "${wanted}".`);
  return first[0];
}
