import { cellAt, type SheetSnapshot } from "../snapshot";
import { toA1, type CellValue, type Position } from "../cell";
import type { CellEdit } from "../edit";
import { sheetMarks } from "../form/cover";
import { findMark } from "./find-table";
import type { FoundRows } from "./found-rows";
import type { FoundTable } from "./found-table";

/**
 * The edits that write keys and codes again where they belong; none where a cell for one of them is wanting: a key row
 * that was deleted, a code column that is gone, merged cells over either.
 */
export function restoringEdits(
  found: FoundTable,
  { lines, byLabel }: Pick<FoundRows, "lines" | "byLabel">,
): CellEdit[] {
  const { sheet, columns, byHeading } = found;
  const keyRow = byHeading.length === 0 ? null : keyRowFor(found);
  const codeColumn = columns.get("code");
  if ((byHeading.length > 0 && keyRow === null) || (byLabel.length > 0 && codeColumn === undefined)) return [];
  const wanted: readonly { readonly text: string; readonly at: Position }[] = [
    ...byHeading.map((key) => ({ text: key, at: { row: keyRow ?? 0, column: columns.get(key) ?? 0 } })),
    ...byLabel.map((code) => ({ text: code, at: { row: lines.get(code) ?? 0, column: codeColumn ?? 0 } })),
  ];
  if (wanted.some(({ at }) => isMerged(sheet, at))) return [];
  return wanted.map(({ text, at }) => ({
    at: { sheet: sheet.name, cell: toA1(at) },
    expect: contentAt(sheet, at),
    put: { value: text },
  }));
}

/** What is left of the key row, or the blank hidden line that it stood in: above the marks, at the very top. */
function keyRowFor({ sheet, keyRow }: FoundTable): number | null {
  if (keyRow !== null) return keyRow;
  const mark = findMark(sheet, sheetMarks.table);
  const line = mark ? mark.row - 1 : 0;
  const isBlank = [...(sheet.rows.get(line)?.values() ?? [])].every(({ value }) => value === null || value === "");
  return line >= 0 && isBlank && sheet.hiddenRows.has(line) ? line : null;
}

function isMerged({ merges }: SheetSnapshot, { row, column }: Position): boolean {
  return merges.some(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
}

function contentAt(sheet: SheetSnapshot, { row, column }: Position): { value: CellValue; formula?: string } {
  const cell = cellAt(sheet, row, column);
  return { value: cell?.value ?? null, ...(cell?.formula === undefined ? {} : { formula: cell.formula }) };
}
