import type { Cell } from "../../src/core/cell";
import { contentsKey } from "../../src/core/form/contents";
import { totalCode } from "../../src/core/form/commune-tables";
import { isReading, readReport } from "../../src/core/reading/read-report";
import { computedOf } from "../../src/core/reading/reading-computed";
import type { Snapshot } from "../../src/core/snapshot";
import { cellsOf, rewritten, type CleanForm, type FormCell } from "./clean-form";
import { disagreements, type Fault } from "./fault";

/** Every mistake that can be made with a cell that the form computes, in every such cell. */
export function* computedFaults(form: CleanForm): Generator<Fault> {
  const reading = readReport(form.plan, form.snapshot);
  if (!isReading(reading)) throw new Error("The clean form is no report.");
  const computed = computedOf(form.plan, reading);
  for (const cell of cellsOf(form)) {
    const own = computed.get(contentsKey(cell));
    if (!own || cell.key === "check") continue;
    for (const fault of faultsOf(cell, own)) yield { where: `${cell.sheet}!${cell.place.cell}`, ...fault };
  }
}

type Planted = Omit<Fault, "where">;

function* faultsOf(
  cell: FormCell,
  { formula, value }: { readonly formula: string | null; readonly value: unknown },
): Generator<Planted> {
  const write = (put: Cell | null) => (snapshot: Snapshot) => rewritten(snapshot, cell.place, put);
  const base = { rule: "formula-is-intact", at: cell.place };
  if (formula === null) {
    yield { ...base, kind: "a fixed number changed", implied: [], rewrite: write({ value: 77.77 }) };
    return;
  }
  const isFigure = typeof value === "number";
  // What the closing says is compared with much else.
  const implied = cell.table === "households" ? disagreements : [];
  yield { ...base, kind: "a formula deleted", implied, rewrite: write(null) };
  yield {
    ...base,
    kind: "a formula changed",
    implied: [],
    rewrite: write({ formula: `${formula}+0`, value: isFigure ? value : "" }),
  };
  if (!isFigure) return;
  yield { ...base, kind: "a formula typed over with its value", implied: [], rewrite: write({ value }) };
  const isTotal = cell.code === totalCode && cell.key !== "rate";
  yield {
    ...base,
    rule: isTotal ? "total-is-the-sum-of-its-parts" : "formula-is-intact",
    kind: isTotal ? "a total typed over" : "a formula typed over with another number",
    implied,
    rewrite: write({ value: value + 3 }),
  };
  if (isTotal) {
    yield {
      ...base,
      rule: "total-is-the-sum-of-its-parts",
      kind: "a total out of date",
      implied,
      rewrite: write({ value: value + 3, formula }),
    };
  }
}
