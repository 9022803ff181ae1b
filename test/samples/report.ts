import { makeForm } from "../../src/core/form/make-form";
import type { Contents } from "../../src/core/form/contents";
import type { Period, Plan, Unit } from "../../src/core/plan/plan";
import { review } from "../../src/core/review";
import type { Review } from "../../src/core/finding";
import { sampleContents } from "../../src/samples/sample-contents";
import type { SampleOf } from "../../src/samples/sampled-unit";
import { snapshotOf } from "../../src/workbook/memory";

/** The seed of the samples that go with the product. */
export const seed = 267;

/** One sample: its inputs by table and row, read here by hand, and what the product says of it. */
export interface SampleReport {
  readonly plan: Plan;
  readonly unit: Unit;
  readonly period: Period;
  readonly contents: Contents;
  readonly review: Review;
  /** A figure, with "-" as 0; NaN where there is none. */
  readonly figure: (table: string, code: string, key: string) => number;
  readonly text: (table: string, code: string, key: string) => string;
  /** The codes of a table's rows that hold something. */
  readonly rows: (table: string) => readonly string[];
}

const known = new Map<string, SampleReport>();

/** Made once for each plan, unit, period and seed. */
// eslint-disable-next-line @typescript-eslint/max-params -- the seed is nearly always the one above
export function sampleReport(plan: Plan, unit: Unit, period: Period, from = seed): SampleReport {
  const key = `${plan.id} ${unit.code} ${period.id} ${from}`;
  const report = known.get(key) ?? made(plan, { unit, period, seed: from });
  known.set(key, report);
  return report;
}

function made(plan: Plan, of: SampleOf): SampleReport {
  const { unit, period } = of;
  const contents = sampleContents(plan, of);
  const cell = (table: string, code: string, key: string): unknown => contents.cells.get(`${table}/${code}/${key}`);
  return {
    plan,
    unit,
    period,
    contents,
    review: review(plan, snapshotOf(makeForm(plan, { unit, period }, contents), `${unit.code} ${period.id}`)),
    figure: (...at) => {
      const value = cell(...at);
      return value === "-" ? 0 : typeof value === "number" ? value : NaN;
    },
    text: (...at) => {
      const value = cell(...at);
      return typeof value === "string" ? value : "";
    },
    rows: (table) => [
      ...new Set(
        [...contents.cells.keys()].filter((key) => key.startsWith(`${table}/`)).map((key) => key.split("/")[1] ?? ""),
      ),
    ],
  };
}

/** Every sample of a plan, the whole's included. */
export function sampleReports(plan: Plan): readonly SampleReport[] {
  return [...plan.units, plan.whole].flatMap((unit) => plan.periods.map((period) => sampleReport(plan, unit, period)));
}
