import { contentsKey } from "../../src/core/form/contents";
import { elementByCode } from "../../src/core/plan/lookups";
import { cellOf } from "../../src/core/reading/reading";
import { typedCellsOf, type CleanForm } from "./clean-form";
import { disagreements, type Fault } from "./fault";

/** Figures that cannot follow from what was said before: slips, and figures of the earlier report. */
export function* timeFaults(form: CleanForm): Generator<Fault> {
  const cells = new Map([...typedCellsOf(form)].map((cell) => [contentsKey(cell), cell]));
  const { thresholds } = form.plan;
  const [previous] = form.occasion.earlier;
  for (const cell of cells.values()) {
    if (cell.table !== "elements" || typeof cell.value !== "number") continue;
    const element = elementByCode(form.plan, cell.code);
    const base = { where: `${cell.sheet}!${cell.place.cell}`, at: cell.place, implied: disagreements };
    if (cell.key === "actual" && element?.kind === "stock" && cell.value >= thresholds.slipFloor * 10) {
      const { value } = cell;
      for (const [kind, slip] of [
        ["ten times too much", value * 10],
        ["a hundred times too much", value * 100],
        ["a tenth", Math.round(value / 10)],
      ] as const) {
        yield { ...base, rule: "figure-is-not-a-slip-of-ten", kind, typed: [[cell, slip]] };
      }
    }
    if (!previous) continue;
    if (cell.key === "baseline") {
      const { value } = cell;
      yield {
        ...base,
        rule: "baseline-is-unchanged",
        kind: "another baseline than before",
        typed: [[cell, value + 1]],
      };
    }
    const before = cellOf(previous, "elements", { code: cell.code, key: "actual" })?.said;
    if (cell.key === "actual" && element?.kind === "flow" && before?.kind === "number" && before.number > 0) {
      const least = before.number - 1;
      yield {
        ...base,
        rule: "year-is-not-below-half-year",
        kind: "a flow that shrank",
        typed: [[cell, least]],
      };
    }
  }
}
