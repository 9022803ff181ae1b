import { fromA1, toA1, type Cell, type CellValue, type Place } from "../../src/core/cell";
import type { SheetSnapshot, Snapshot } from "../../src/core/snapshot";
import { serialDate } from "../../src/workbook/xlsx/date-serial";
import { isDateFormat } from "../../src/workbook/xlsx/number-format";
import { legacyFont } from "../../src/workbook/xlsx/styles";
import type { HostBook, HostSheet } from "./book";
import type { RawValue } from "./cells";

/** What a reader of the saved file would see. */
export function snapshotOfBook(book: HostBook): Snapshot {
  const names = new Map<string, Place>();
  for (const { name, scope, formula } of book.names) {
    const place = scope === null ? placeOf(formula) : null;
    if (place) names.set(name, place);
  }
  return { file: book.fileName, sheets: book.sheets.map(snapshotOfSheet), names };
}

/** "='Bìa'!$B$4" → the place; null for what is not one cell. */
export function placeOf(formula: string): Place | null {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]+\$?\d+)$/i.exec(formula);
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  const position = fromA1(match?.[3] ?? "");
  return sheet === undefined || !position ? null : { sheet, cell: toA1(position) };
}

function snapshotOfSheet(sheet: HostSheet): SheetSnapshot {
  const rows = new Map<number, Map<number, Cell>>();
  for (const [row, cells] of [...sheet.cells.rows].sort(([a], [b]) => a - b)) {
    const kept = new Map<number, Cell>();
    for (const [column, cell] of [...cells].sort(([a], [b]) => a - b)) {
      if (cell.value === null && cell.formula === undefined) continue;
      const look = sheet.cells.lookAt(row, column);
      const font = typeof cell.value === "string" ? legacyFont(look.fontName) : undefined;
      kept.set(column, {
        value: shownValue(cell.value, look.numberFormat),
        ...(cell.formula !== undefined && { formula: cell.formula }),
        ...(font !== undefined && { legacyFont: font }),
      });
    }
    if (kept.size > 0) rows.set(row, kept);
  }
  return {
    name: sheet.name,
    visibility: sheet.visibility === "Visible" ? "visible" : sheet.visibility === "Hidden" ? "hidden" : "very-hidden",
    rows,
    merges: [...sheet.merges],
    hiddenRows: upTo(sheet.hiddenRows, Math.max(-1, ...rows.keys())),
    hiddenColumns: upTo(
      sheet.hiddenColumns,
      Math.max(-1, ...[...rows.values()].map((cells) => Math.max(...cells.keys()))),
    ),
    isProtected: sheet.protection !== null,
  };
}

/** Hidden lines count as far as the cells reach, as our reader of files has it. */
function upTo(lines: ReadonlySet<number>, last: number): Set<number> {
  return new Set([...lines].filter((line) => line <= last).sort((a, b) => a - b));
}

function shownValue(value: RawValue, format: string): CellValue {
  const date = typeof value === "number" && isDateFormat(-1, format) ? serialDate(value) : null;
  return date === null ? value : { date };
}
