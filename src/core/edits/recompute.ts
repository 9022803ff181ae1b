import { sameValue } from "../cell";
import type { CellContent, CellEdit } from "../edit";
import type { Plan } from "../plan/plan";
import { computedOf } from "../reading/reading-computed";
import { cellOf, type Reading } from "../reading/reading";
import { sameFormula } from "../same-formula";

/**
 * The edits that put every computed cell of a report right where it stands: the form's formula, and the value that the
 * core gives it. Cells that are right already have none; none at all where the unit or the period is not known.
 */
export function recomputeEdits(plan: Plan, reading: Reading): CellEdit[] {
  const edits: CellEdit[] = [];
  for (const own of computedOf(plan, reading).values()) {
    const cell = cellOf(reading, own.table, own);
    if (!cell) continue;
    const put: CellContent = { value: own.value, ...(own.formula === null ? {} : { formula: own.formula }) };
    if (!isRight(cell.found, put)) edits.push({ at: cell.at, expect: cell.found, put });
  }
  return edits;
}

/** Programs write one formula in several ways when they save: such a cell is left as it is. */
function isRight(found: CellContent, put: CellContent): boolean {
  if (found.formula === undefined || put.formula === undefined) {
    return found.formula === put.formula && sameValue(blankAsNull(found), blankAsNull(put));
  }
  return sameFormula(found.formula, put.formula) && sameValue(found.value, put.value);
}

function blankAsNull({ value }: CellContent): CellContent["value"] {
  return value === "" ? null : value;
}
