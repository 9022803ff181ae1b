import { contentsKey } from "../../form/contents";
import type { CellKey } from "../../form/form-context";
import { cellOf, figureOf } from "../../reading/reading";
import { sameFormula } from "../../same-formula";
import type { Report } from "../rule";

/**
 * The figure that a cell shows, or, where it holds the form's own formula and was never calculated, the figure that
 * formula gives (law RD6). Null where there is none.
 */
export function settledFigure({ reading, computed }: Report, cell: CellKey): number | null {
  const found = cellOf(reading, cell.table, cell);
  if (found?.said.kind !== "uncalculated") return figureOf(found);
  const own = computed.get(contentsKey(cell));
  const isOwn = sameFormula(found.said.formula, own?.formula ?? "");
  return isOwn && typeof own?.value === "number" ? own.value : null;
}
