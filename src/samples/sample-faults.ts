import type { Blueprint, CellBlueprint } from "../core/blueprint";
import { toA1, type CellValue, type Position } from "../core/cell";
import { tablesOf } from "../core/form/commune-tables";
import { contentsKey } from "../core/form/contents";
import { coverSheet } from "../core/form/cover";
import type { CellKey } from "../core/form/form-context";
import { makeForm } from "../core/form/make-form";
import { layoutOf, positionIn } from "../core/form/sheet-layout";
import { unitByCode } from "../core/plan/lookups";
import type { Period, Plan } from "../core/plan/plan";
import { shown } from "../core/show-number";
import { contentsWith, sampleInputs } from "./sample-contents";
import { sampledUnit } from "./sampled-unit";

/** One mistake that officials make, planted in a unit's sample report, and the one finding that it must give. */
export interface SampleFault {
  readonly unit: string;
  /** The rule that finds it. */
  readonly rule: string;
  readonly cell: CellKey | { readonly field: string };
  readonly how:
    /** Typed into an input: the figure that stood there is given. */
    | { readonly kind: "typed"; readonly value: (figure: number) => CellValue }
    /** Written over whatever the made form has there, formula or text. */
    | { readonly kind: "written-over"; readonly value: (figure: number) => CellValue }
    /** The whole row is gone. */
    | { readonly kind: "row-gone" };
}

function element(code: string): CellKey {
  return { table: "elements", code, key: "actual" };
}

/** One typical fault in each of ten files. */
export const sampleFaults: readonly SampleFault[] = [
  {
    unit: "04060",
    rule: "formula-is-intact",
    cell: { table: "households", code: "B03", key: "p9" },
    how: { kind: "written-over", value: (figure) => figure },
  },
  {
    unit: "04063",
    rule: "cell-is-not-an-error",
    cell: element("S33"),
    how: { kind: "typed", value: () => ({ error: "#DIV/0!" }) },
  },
  { unit: "04066", rule: "figure-is-present", cell: element("S31"), how: { kind: "typed", value: () => null } },
  {
    unit: "04069",
    rule: "part-is-within-whole",
    cell: element("S38"),
    how: { kind: "typed", value: (figure) => figure + 8 },
  },
  {
    unit: "04072",
    rule: "same-figure-agrees-everywhere",
    cell: element("S01"),
    how: { kind: "typed", value: (figure) => figure + 10 },
  },
  {
    unit: "04075",
    rule: "unit-name-matches-code",
    cell: { field: "pm_unit_name" },
    how: { kind: "written-over", value: () => "Xã Chiềng Hặc" },
  },
  { unit: "04078", rule: "count-is-whole", cell: element("S30"), how: { kind: "typed", value: () => 10.98 } },
  {
    unit: "04084",
    rule: "number-is-not-text",
    cell: element("S05"),
    how: { kind: "typed", value: (figure) => shown(figure, 0).vi },
  },
  {
    unit: "04087",
    rule: "figure-is-a-number",
    cell: element("S45"),
    how: { kind: "typed", value: () => "chưa rà soát" },
  },
  { unit: "04090", rule: "code-is-present", cell: element("S49"), how: { kind: "row-gone" } },
];

/** Units of the faulty set that sent nothing. */
export const sampleMissing: readonly string[] = ["04093", "04096"];

/** Where a fault must be found in the file that it was planted in; no cell where the row is gone. */
export function placeOfFault(
  plan: Plan,
  { unit, cell, how }: SampleFault,
  form: Blueprint,
): { sheet: string; cell: string | null } | null {
  const at = "field" in cell ? fieldAt(form, cell.field) : tableAt(plan, unit, cell);
  return at ? { sheet: at.sheet, cell: how.kind === "row-gone" ? null : toA1(at) } : null;
}

/** The sample report of the fault's unit with the fault in it, all else as clean as ever. */
export function faultySample(
  plan: Plan,
  fault: SampleFault,
  { period, seed }: { readonly period: Period; readonly seed: number },
): Blueprint {
  const unit = unitByCode(plan, fault.unit);
  if (!unit) throw new RangeError(`No unit ${fault.unit}`);
  const of = sampledUnit(plan, unit, seed);
  const clean = sampleInputs(of, period);
  const inputs = new Map(clean);
  if (fault.how.kind === "typed" && !("field" in fault.cell)) {
    const key = contentsKey(fault.cell);
    const value = fault.how.value(Number(clean.get(key) ?? 0));
    if (value === null) inputs.delete(key);
    else inputs.set(key, value);
  }
  if (fault.how.kind === "row-gone" && !("field" in fault.cell)) {
    // What the form computes from the row has to be empty too, as it is when a spreadsheet recalculates.
    const row = contentsKey({ ...fault.cell, key: "" });
    for (const key of clean.keys()) if (key.startsWith(row)) inputs.delete(key);
  }
  const form = makeForm(plan, { unit, period }, contentsWith(of, period, inputs));
  return fault.how.kind === "typed" ? form : writtenOver(plan, form, fault);
}

function writtenOver(plan: Plan, form: Blueprint, { unit, cell, how }: SampleFault): Blueprint {
  const at = "field" in cell ? fieldAt(form, cell.field) : tableAt(plan, unit, cell);
  if (!at) throw new RangeError(`No such cell in the form of ${unit}`);
  const change = (found: CellBlueprint): CellBlueprint => {
    if (how.kind === "row-gone") return found.row === at.row ? { ...withoutFormula(found), value: null } : found;
    if (how.kind !== "written-over" || found.row !== at.row || found.column !== at.column) return found;
    return { ...withoutFormula(found), value: how.value(typeof found.value === "number" ? found.value : 0) };
  };
  return {
    ...form,
    sheets: form.sheets.map((sheet) =>
      sheet.name === at.sheet ? { ...sheet, cells: sheet.cells.map(change) } : sheet,
    ),
  };
}

function withoutFormula({ row, column, value, look }: CellBlueprint): CellBlueprint {
  return { row, column, value, look };
}

function fieldAt({ names }: Blueprint, field: string): (Position & { sheet: string }) | null {
  const found = names.find(({ name }) => name === field);
  return found ? { ...found.at, sheet: coverSheet } : null;
}

function tableAt(plan: Plan, unit: string, cell: CellKey): (Position & { sheet: string }) | null {
  const table = tablesOf(plan, unit).find(({ id }) => id === cell.table);
  const position = table ? positionIn(layoutOf(table), cell.code, cell.key) : null;
  return table && position ? { ...position, sheet: table.sheet } : null;
}
