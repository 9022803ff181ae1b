import type { CellValue } from "../../../src/core/cell";
import { contentsKey, type Contents } from "../../../src/core/form/contents";
import { makeForm } from "../../../src/core/form/make-form";
import type { CellKey } from "../../../src/core/form/form-context";
import { periodById, unitByCode } from "../../../src/core/plan/lookups";
import type { Plan } from "../../../src/core/plan/plan";
import { review } from "../../../src/core/review";
import type { Review } from "../../../src/core/finding";
import { sampleContents } from "../../../src/samples/sample-contents";
import { snapshotOf } from "../../../src/workbook/memory";

/** Changes to a sample report: what stands in a cell instead, or on Bìa. */
export interface Changes {
  readonly cells?: readonly (readonly [CellKey, CellValue])[];
  readonly stage?: string;
  readonly reportedOn?: string;
  readonly file?: string;
  /** The plan that the form says it is of. */
  readonly plan?: string;
  /** What stands in the field for the seal. */
  readonly seal?: string;
}

export function elementKey(code: string, key = "actual"): CellKey {
  return { table: "elements", code, key };
}

/** Reviews of unchanged samples are made once. */
const unchanged = new Map<string, Review>();

/** The review of a unit's sample report with some cells changed. */
export function reviewOf(plan: Plan, of: { unit: string; period: string }, changes?: Changes): Review {
  if (changes) return makeReview(plan, of, changes);
  const key = `${plan.id} ${of.unit} ${of.period}`;
  const review = unchanged.get(key) ?? makeReview(plan, of, {});
  unchanged.set(key, review);
  return review;
}

function makeReview(plan: Plan, of: { unit: string; period: string }, changes: Changes): Review {
  const unit = unitByCode(plan, of.unit);
  const period = periodById(plan, of.period);
  if (!unit || !period) throw new RangeError(`${of.unit} ${of.period}`);
  const sample = sampleContents(plan, { unit, period, seed: 267 });
  const cells = new Map(sample.cells);
  for (const [cell, value] of changes.cells ?? []) {
    if (value === null) cells.delete(contentsKey(cell));
    else cells.set(contentsKey(cell), value);
  }
  const cover = new Map(sample.cover);
  if (changes.stage !== undefined) cover.set("pm_stage", changes.stage);
  if (changes.reportedOn !== undefined) cover.set("pm_reported_on", { date: changes.reportedOn });
  if (changes.seal !== undefined) cover.set("pm_seal", changes.seal);
  const contents: Contents = { ...sample, cells, cover };
  const form = makeForm({ ...plan, id: changes.plan ?? plan.id }, { unit, period }, contents);
  return review(plan, snapshotOf(form, changes.file ?? `${of.unit}.xlsx`));
}

/** The reviews of all units, some left out, some changed. */
export function reviewsOf(
  plan: Plan,
  period: string,
  { without = [], changes = new Map() }: { without?: readonly string[]; changes?: ReadonlyMap<string, Changes> } = {},
): Review[] {
  return [...plan.units, plan.whole]
    .filter(({ code }) => !without.includes(code))
    .map(({ code }) => reviewOf(plan, { unit: code, period }, changes.get(code)));
}
