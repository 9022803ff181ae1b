import { z } from "zod/mini";
import { toA1 } from "../../core/cell";
import type { CalculatedCell } from "./grid";
import { sameCalculated, type ShownContents } from "./shown-contents";
import type { UniverSheets } from "./univer-sheets";

const results = z.object({
  subUnitId: z.string(),
  cellValue: z.record(z.string(), z.nullish(z.record(z.string(), z.unknown()))),
});

/** The formulas among freshly calculated cells that give another value than was shown; these are shown from now on. */
export function calculatedCells(
  params: unknown,
  { shown, sheets }: { readonly shown: ShownContents; readonly sheets: UniverSheets },
): CalculatedCell[] {
  const result = results.safeParse(params);
  const name = result.success ? sheets.nameOf(result.data.subUnitId) : null;
  if (!result.success || name === null) return [];
  const cells: CalculatedCell[] = [];
  for (const [row, line] of Object.entries(result.data.cellValue)) {
    for (const column of Object.keys(line ?? {})) {
      const position = { row: Number(row), column: Number(column) };
      const at = { sheet: name, cell: toA1(position) };
      const before = shown.at(at);
      const { formula } = before;
      if (formula === undefined) continue;
      const { value: given } = sheets.content(result.data.subUnitId, position, shown.formatAt(at));
      const value = isBeyond(formula, given) ? null : given;
      if (sameCalculated(value, before.value)) continue;
      shown.set(at, { value, formula });
      cells.push({ at, value });
    }
  }
  return cells;
}

/** Functions that Univer does not know give #NAME?, and references through several sheets #VALUE!. */
function isBeyond(formula: string, value: CalculatedCell["value"]): boolean {
  if (value === null || typeof value !== "object" || !("error" in value)) return false;
  return value.error === "#NAME?" || /'[^']*:[^']*'!|[\p{L}\d_.]:[\p{L}_][\p{L}\d_.]*!/u.test(formula);
}
