import type { CellContents, CellBlueprint, Look, RowBlueprint, SheetBlueprint } from "../../blueprint";
import { toA1, type CellValue } from "../../cell";
import { sheetMarks } from "../../form/cover";
import { closingOf } from "../../form/computed-households";
import { sumOf } from "../../form/figures";
import { movements, movementSigns } from "../../form/household-columns";
import { formatted, looks } from "../../form/looks";
import { lineHeight, linesOf } from "../../form/line-count";
import { isNumeric, type Column, type Content, type Row } from "../../form/table";
import { indicatorByCode, unitName } from "../../plan/lookups";
import { orEmpty, total } from "../../progress/formula-parts";
import { elementCell, figureOf, type CellReading, type Reading } from "../../reading/reading";
import { evidenceId } from "../../reading/read-summary";
import { isOfOtherStage } from "../consolidation";
import { times } from "../../times";
import type { Book, BookUnit } from "./book";
import { evidenceValue } from "./evidence-block";
import { alteredMark, heldDigest, heldMark, type HeldRow } from "../held-tables";
import { receivedValue, type UnitBlock } from "./unit-blocks";

const widths = [8, 50, 14];
const otherWidth = 11;

/** One unit's report as received, in canonical layout; a missing unit has an empty, marked sheet. */
export function unitSheet(book: Book, unit: BookUnit): SheetBlueprint {
  const { plan, period } = book.consolidation;
  const columns = Math.max(...unit.blocks.map((block) => block.columnOrder.length), 3);
  const rows = new Map<number, RowBlueprint>([[0, { height: 22 }]]);
  const cells: CellBlueprint[] = [
    { row: 0, column: 0, value: unitName(unit.unit).toUpperCase(), look: looks.title },
    { row: 1, column: 0, value: stateLine(unit), look: looks.subtitle },
  ];
  for (const block of unit.blocks) {
    rows.set(block.top, { isHidden: true });
    rows.set(block.top + 1, { isHidden: true });
    const marks = [sheetMarks.unit, unit.unit.code, sheetMarks.period, period.id, sheetMarks.table, block.table.id];
    const body = block.rowOrder.map((row) => [row.code, rowCells(book, { unit, block }, row)] as const);
    const isAltered = unit.status.altered.some(({ table }) => table === block.table.id);
    const held = [heldMark, isAltered ? alteredMark : heldDigest(body.map((row) => heldRow(block, row)))];
    cells.push(
      ...block.columnOrder.map((column, at) => ({ row: block.top, column: at, value: column.key, look: looks.key })),
      ...marks.map((value, column) => ({ row: block.top + 1, column, value, look: looks.key })),
      // No landmark: a summary is laid out alike whatever its reports say.
      ...held.map((value, at) => ({ row: block.top + 1, column: marks.length + at, value, look: { ...looks.key } })),
      { row: block.top + 2, column: 0, value: block.table.title, look: looks.totalLabel },
      ...block.columnOrder.map((column, at) => ({
        row: block.top + 3,
        column: at,
        value: column.tiers.slice(-2).join(": "),
        look: looks.heading,
      })),
      ...body.flatMap(([, row]) => row),
    );
    rows.set(block.top + 3, { height: 60 });
    for (const row of block.rowOrder) {
      const lines = linesOf(row.label.vi, widths[1] ?? otherWidth);
      rows.set(block.rows.get(row.code) ?? 0, { height: lineHeight * lines + 3 });
    }
  }
  return {
    name: unit.sheet,
    visibility: "visible",
    ...(unit.status.reading ? {} : { tab: "B00020" }),
    columns: Array.from({ length: columns }, (_, at) => ({ width: widths[at] ?? otherWidth })),
    rows,
    cells,
    merges: [0, 1].map((row) => ({ top: row, bottom: row, left: 0, right: Math.min(columns, 8) - 1 })),
    lists: [],
    inputs: [],
    conditions: [],
    freeze: { rows: 2, columns: 2 },
    isProtected: true,
    print: { orientation: "landscape", fitsWidth: true },
  };

  function stateLine({ status }: BookUnit): string {
    const from = `${period.name.vi} – ${plan.number}`;
    if (status.reading) return `${from} – số liệu đúng như báo cáo đã nhận`;
    if (!status.isReceived) return `${from} – CHƯA CÓ BÁO CÁO`;
    const why = isOfOtherStage(book.consolidation, status) ? "KHÁC MỨC ĐỘ SỐ LIỆU" : "CÓ LỖI";
    return `${from} – BÁO CÁO ${why}, CHƯA TỔNG HỢP`;
  }
}

function heldRow({ columnOrder }: UnitBlock, [code, cells]: readonly [string, readonly CellBlueprint[]]): HeldRow {
  return [code, cells.slice(1).map((cell, at) => [columnOrder[at + 1]?.key ?? "", cell])];
}

function rowCells(book: Book, { unit, block }: { unit: BookUnit; block: UnitBlock }, row: Row): CellBlueprint[] {
  const index = block.rows.get(row.code) ?? 0;
  return block.columnOrder.map((column, at) => ({
    row: index,
    column: at,
    ...contentsOf({ book, unit }, block, { row, column }),
    look: lookOf(row, column),
  }));
}

function contentsOf(
  { book, unit }: { readonly book: Book; readonly unit: BookUnit },
  block: UnitBlock,
  { row, column }: { readonly row: Row; readonly column: Column },
): CellContents {
  const { reading } = unit.status;
  if (column.key === "code") return { value: row.code };
  if (block.table.id === evidenceId) return evidenceContents(book, unit, { row, column });
  if (column.key === "source") {
    const actual = reading ? elementCell(reading, row.code, "actual") : undefined;
    return { value: actual ? `${actual.at.sheet}!${actual.at.cell}` : null };
  }
  if (row.isTotal) return column.key === "name" ? { value: row.label.vi } : totalContents(unit, block, column);
  if (column.content === "label") {
    return { value: column.key === "name" ? row.label.vi : (row.texts?.get(column.key) ?? null) };
  }
  if (column.content === "computed") return closingContents(unit, block, { row, column });
  return { value: reading ? receivedValue(cellIn(reading, block, { code: row.code, key: column.key })) : null };
}

/** A cell as received; of a summary, the totals of its elements. */
function cellIn(reading: Reading, { table }: UnitBlock, at: { code: string; key: string }): CellReading | undefined {
  const time = times.find((candidate) => candidate === at.key);
  if (table.id === "elements" && time) return elementCell(reading, at.code, time);
  return [...reading.tables.values()]
    .find((found) => found.table.id === table.id)
    ?.rows.get(at.code)
    ?.cells.get(at.key);
}

/** Pairs of the indicators, where summaries are laid together: constants, as the units passed them up. */
function evidenceContents(
  { consolidation }: Book,
  { status }: BookUnit,
  { row, column }: { readonly row: Row; readonly column: Column },
): { value: CellValue } {
  const indicator = indicatorByCode(consolidation.plan, row.code);
  if (column.key === "name") return { value: row.label.vi };
  return { value: indicator && status.reading ? evidenceValue(status.reading, indicator, column.key) : null };
}

function figureAt(unit: BookUnit, block: UnitBlock, { code, key }: { code: string; key: string }): number | null {
  const { reading } = unit.status;
  return reading ? figureOf(cellIn(reading, block, { code, key })) : null;
}

/** Closing columns are computed again from the movements received. */
function closingContents(
  unit: BookUnit,
  block: UnitBlock,
  { row, column }: { readonly row: Row; readonly column: Column },
): { value: CellValue; formula: string } {
  const keys = keysOf(column.key);
  const index = block.rows.get(row.code) ?? 0;
  const cells = keys.slice(0, 8).map((key) => toA1({ row: index, column: block.columns.get(key) ?? 0 }));
  const terms = cells.map((cell, at) => `${movementSigns[at] === 1 ? (at === 0 ? "" : "+") : "-"}N(${cell})`);
  const range = `${cells[0] ?? ""}:${cells[7] ?? ""}`;
  return {
    formula: orEmpty(`COUNT(${range})+COUNTIF(${range},"-")=8`, terms.join("")),
    value: closingAt(unit, block, { row, keys }) ?? "",
  };
}

function keysOf(closing: string): readonly string[] {
  return closing === movements.poor[8] ? movements.poor : movements.nearPoor;
}

function closingAt(
  unit: BookUnit,
  block: UnitBlock,
  { row, keys }: { row: Row; keys: readonly string[] },
): number | null {
  return closingOf(keys.slice(0, 8).map((key) => figureAt(unit, block, { code: row.code, key })));
}

function totalContents(unit: BookUnit, block: UnitBlock, column: Column): CellContents {
  const isClosing = column.key === movements.poor[8] || column.key === movements.nearPoor[8];
  if (!isNumeric(column.content) && !isClosing) return { value: null };
  const parts = block.rowOrder.filter((row) => !row.isTotal);
  if (parts.length === 0) return { value: null };
  const at = block.columns.get(column.key) ?? 0;
  const first = toA1({ row: block.rows.get(parts[0]?.code ?? "") ?? 0, column: at });
  const last = toA1({ row: block.rows.get(parts.at(-1)?.code ?? "") ?? 0, column: at });
  const range = `${first}:${last}`;
  const isWhole = `COUNT(${range})+COUNTIF(${range},"-")=${parts.length}`;
  const formula = block.table.id === "households" ? orEmpty(isWhole, `SUM(${range})`) : total(range);
  return { formula, value: totalAt(unit, block, column.key) ?? "" };
}

/**
 * The total of a column of a unit's block as its sheet shows it. Of villages only where each has its figure: a village
 * left out of one movement and not of the others would be lost in between (law CO2).
 */
export function totalAt(unit: BookUnit, block: UnitBlock, key: string): number | null {
  const parts = block.rowOrder.filter((row) => !row.isTotal);
  const isClosing = key === movements.poor[8] || key === movements.nearPoor[8];
  const figures = parts.map((row) =>
    isClosing ? closingAt(unit, block, { row, keys: keysOf(key) }) : figureAt(unit, block, { code: row.code, key }),
  );
  return block.table.id === "households" && figures.includes(null) ? null : sumOf(figures);
}

const lookByContent: Readonly<Record<Content, Look>> = {
  code: looks.code,
  label: looks.label,
  count: looks.figure,
  amount: looks.figure,
  percent: looks.figure,
  "yes-no": looks.code,
  status: looks.code,
  text: looks.label,
  computed: looks.figure,
};

function lookOf(row: Row, column: Column): Look {
  const isFigure = isNumeric(column.content) || column.content === "computed";
  const totalLook = isFigure ? looks.total : looks.totalLabel;
  return formatted(row.isTotal ? totalLook : lookByContent[column.content], column.format);
}
