import { expect, it } from "@jest/globals";
import { isReading, readReport } from "../../../src/core/reading/read-report";
import { review } from "../../../src/core/review";
import { makeForm } from "../../../src/core/form/make-form";
import type { Plan } from "../../../src/core/plan/plan";
import type { Reading } from "../../../src/core/reading/reading";
import type { Snapshot } from "../../../src/core/snapshot";
import { snapshotOf } from "../../../src/workbook/memory";
import { cleanReport } from "../../laws/clean-report";
import { small } from "../../plans/opened";

type Period = Plan["periods"][number];

const [unit] = small.units;
const [h1, y] = small.periods;
if (!unit || !h1 || !y) throw new Error("no unit or no period");
const owner = unit;

function report(plan: Plan, period: Period): Snapshot {
  return snapshotOf(makeForm(plan, { unit: owner, period }, cleanReport), `${period.id}.xlsx`);
}

function readBySmall(snapshot: Snapshot): Reading {
  const reading = readReport(small, snapshot);
  if (!isReading(reading)) throw new Error("no report");
  return reading;
}

/** Why rules that look at the earlier report were not evaluated. */
function reasons(of: Period, earlier: readonly Reading[]): string[] {
  const { unevaluated } = review(small, report(small, of), { on: null, earlier });
  return [
    ...new Set(unevaluated.map(({ because }) => because).filter((because) => because.includes("earlier-report"))),
  ];
}

it.each<[string, Period, readonly Reading[], readonly string[]]>([
  ["none for the first period", h1, [], []],
  ["none for the second", y, [], ["no-earlier-report"]],
  ["of this plan", y, [readBySmall(report(small, h1))], []],
  [
    "of another year's plan, with periods that this one does not know",
    h1,
    [readBySmall(report({ ...small, id: "last-year" }, { ...y, id: "2021-Y" }))],
    ["earlier-report-is-of-another-plan"],
  ],
])("an earlier report %s", (...[, of, earlier, expected]) => {
  expect(reasons(of, earlier)).toEqual(expected);
});
