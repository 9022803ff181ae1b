import { fromA1, type CellValue } from "../cell";
import type { SheetBlueprint } from "../blueprint";
import { layoutOf } from "../form/sheet-layout";
import { isTyped, type Table } from "../form/table";
import { plainText } from "../plain-text";
import { hasDoubtfulText } from "../reading/legacy-texts";
import type { Reading, StructureFault, TableReading } from "../reading/reading";
import { strayMarks } from "../reading/stray-marks";
import { renameSheetIn } from "../sheet-in-formula";
import type { SheetSnapshot } from "../snapshot";

/** Figures that stand where the form has no place for them. */
export function hasStrays(faults: readonly StructureFault[], table: Table["id"]): boolean {
  return faults.some((fault) => {
    switch (fault.kind) {
      case "stray-figure":
      case "unknown-code":
      case "code-twice":
      case "column-twice":
        return fault.table.id === table;
      default:
        return false;
    }
  });
}

/**
 * Whether a table can be written anew as it is: no typed formula that was never calculated (law RD6), no text for which
 * only its font speaks (law RD4), no sign that the sheet is another report's, and rows that are known.
 */
export function isMovable(reading: Reading, table: TableReading): boolean {
  const { unit, period } = strayMarks(reading, table);
  if (unit !== null || period !== null || hasDoubtfulText(table)) return false;
  // Where not one row is known, whatever stands there is.
  if (table.rows.size === 0 && table.table.rows.length > 0) return false;
  return [...table.rows.values()].every(({ cells }) =>
    [...cells.values()].every(({ content, said }) => !isTyped(content) || said.kind !== "uncalculated"),
  );
}

/** Whether every row and column would stand where it stands now, so that formulas elsewhere still lead to it. */
export function keepsPlaces({ table, rows, columns }: TableReading, made: readonly Table[]): boolean {
  const now = made.find(({ id }) => id === table.id);
  if (!now) return false;
  const layout = layoutOf(now);
  return (
    [...rows].every(([code, { index }]) => layout.rows.get(code) === index) &&
    [...columns].every(([key, column]) => layout.columns.get(key) === column)
  );
}

/** Whether a formula that is not the form's own leads from a sheet that stays to one that is made anew. */
export function isReadByOthers(
  sheets: readonly SheetSnapshot[],
  reading: Reading,
  replaced: readonly string[],
): boolean {
  const own = ownFormulas(reading);
  return sheets
    .filter(({ name }) => !replaced.includes(name))
    .some(({ name, rows }) =>
      [...rows].some(([row, cells]) =>
        [...cells].some(
          ([column, { formula }]) =>
            formula !== undefined &&
            own.get(name)?.has(`${row}/${column}`) !== true &&
            replaced.some((sheet) => renameSheetIn(formula, sheet, `${sheet}.`) !== formula),
        ),
      ),
    );
}

function ownFormulas({ tables }: Reading): Map<string, Set<string>> {
  const own = new Map<string, Set<string>>();
  for (const { sheet, rows, columns } of tables.values()) {
    const cells = own.get(sheet) ?? new Set<string>();
    own.set(sheet, cells);
    for (const { index, cells: found } of rows.values()) {
      for (const [key, { content }] of found) if (!isTyped(content)) cells.add(`${index}/${columns.get(key) ?? -1}`);
    }
  }
  return own;
}

/** What stands on a sheet beside the form's own words and cells, and has no place on the sheet made anew. */
export function textsBeside(sheet: SheetSnapshot, reading: Reading, made: SheetBlueprint): string[] {
  const words = new Set(made.cells.map(({ value }) => wordsOf(value)));
  const placed = placedOn(sheet.name, reading);
  const texts: string[] = [];
  for (const [row, cells] of sheet.rows) {
    for (const [column, { value }] of cells) {
      const text = wordsOf(value);
      if (text !== "" && !words.has(text) && !placed.has(`${row}/${column}`)) texts.push(text);
    }
  }
  return texts;
}

function wordsOf(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "object") return "date" in value ? value.date : value.error;
  return plainText(String(value));
}

/** Cells that the form made anew has too: those of the tables, the fields of the cover, keys and marks. */
function placedOn(name: string, { tables, cover }: Reading): Set<string> {
  const placed = new Set<string>();
  for (const { sheet, rows, columns, keyRow } of tables.values()) {
    if (sheet !== name) continue;
    for (const column of columns.values()) {
      placed.add(`${keyRow ?? -1}/${column}`);
      for (const { index } of rows.values()) placed.add(`${index}/${column}`);
    }
  }
  const fields = [...cover].filter(([field, { at }]) => at?.sheet === name && field !== "pm_seal");
  for (const [, { at }] of fields) {
    const position = fromA1(at?.cell ?? "");
    if (position) placed.add(`${position.row}/${position.column}`);
  }
  return placed;
}
