import { describe, expect, it } from "@jest/globals";
import { makeSummary } from "../../src/core/consolidation/book/make-summary";
import type { Consolidation } from "../../src/core/consolidation/consolidation";
import { contentsKey } from "../../src/core/form/contents";
import { makeForm } from "../../src/core/form/make-form";
import { merge } from "../../src/core/merge";
import type { Plan, Unit } from "../../src/core/plan/plan";
import { review } from "../../src/core/review";
import { sampleContents } from "../../src/samples/sample-contents";
import { snapshotOf } from "../../src/workbook/memory";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { yenChau } from "../plans/opened";
import { recalculate } from "../tools/libreoffice";
import { compareFormulas, picture, withoutStoredValues } from "./books";
import { itWithLibreOffice } from "./tools";

const districts = ["201", "202", "203"];

function unitsOf(district: string): Unit[] {
  return yenChau.units
    .slice(0, 5)
    .map((unit, index) => ({ ...unit, code: `${district}${index}`, name: `Xã ${district} ${index}` }));
}

function totals(plan: Plan, units: readonly Unit[]): Plan["indicators"] {
  const communal = new Set(plan.elements.filter(({ by }) => by === "commune").map(({ code }) => code));
  return plan.indicators
    .filter(({ measure, onlyGroup }) => {
      const codes =
        measure.kind === "ratio"
          ? [measure.numerator]
          : measure.kind === "count"
            ? [measure.element]
            : measure.elements;
      return onlyGroup === undefined && codes.every((code) => communal.has(code));
    })
    .map((indicator) =>
      indicator.target.kind === "total"
        ? {
            ...indicator,
            target: { ...indicator.target, allocation: Object.fromEntries(units.map(({ code }) => [code, 10])) },
          }
        : indicator,
    );
}

/** The same plan for other units: a district of five communes, the whole province at once, or a province of districts. */
function planFor(whole: string, units: readonly Unit[]): Plan {
  return {
    ...yenChau,
    id: `plan-${whole}`,
    whole: { ...yenChau.whole, code: whole, name: `Huyện ${whole}` },
    units: [...units],
    groups: [],
    elements: yenChau.elements.filter(({ by }) => by === "commune"),
    indicators: totals(yenChau, units),
  };
}

const [period] = yenChau.periods;

function reviewsOf(plan: Plan, of: Plan, seed: number) {
  if (!period) throw new Error("no period");
  return plan.units
    .filter((_, index) => (index + seed) % 4 !== 0)
    .map((unit, index) => {
      const sample = sampleContents(of, { unit, period, seed });
      const cells = new Map(sample.cells);
      // Gaps of every kind: an actual figure, a baseline, last year's.
      for (const [code, key] of [
        ["S36", "actual"],
        ["S02", "baseline"],
        ["S41", "last_year"],
        ["S42", "actual"],
      ] as const) {
        if ((index + code.length + seed) % 3 === 0) cells.delete(contentsKey({ table: "elements", code, key }));
      }
      return review(of, snapshotOf(makeForm(of, { unit, period }, { ...sample, cells }), `${unit.code}.xlsx`));
    });
}

function consolidated(plan: Plan, reviews: Parameters<typeof merge>[1]): Consolidation {
  const { consolidation } = merge(plan, reviews);
  if (!consolidation) throw new Error("Nothing was consolidated.");
  return consolidation;
}

function figures({ indicators, elements }: Consolidation): unknown {
  return {
    // Coverage counts units of the own level, and the evidence is exact where figures are doubles.
    indicators: indicators.map((indicator) => ({
      ...indicator,
      coverage: 0,
      missing: 0,
      isProvisional: 0,
      evidence: 0,
    })),
    elements: elements.map(({ code, actual, baseline, lastYear }) => ({ code, actual, baseline, lastYear })),
  };
}

const communes = districts.flatMap(unitsOf);
const allAtOnce = planFor("99", communes);
const province = planFor(
  "99",
  districts.map((code) => ({ ...yenChau.whole, code, name: `Huyện ${code}` })),
);

async function twoSteps(): Promise<{ oneStep: Consolidation; twoStep: Consolidation }> {
  const reports = districts.map((district, index) =>
    reviewsOf(planFor(district, unitsOf(district)), allAtOnce, 11 + index),
  );
  const summaries = await Promise.all(
    districts.map(async (district, index) => {
      const plan = planFor(district, unitsOf(district));
      // Targets by unit differ between plans; figures do not.
      const book = makeSummary(consolidated({ ...plan, id: allAtOnce.id }, reports[index] ?? []));
      return { name: `${district}.xlsx`, bytes: await writeWorkbook(book) };
    }),
  );
  const twoStep = consolidated(
    province,
    summaries.map(({ name, bytes }) => review(province, picture(bytes, name))),
  );
  return { oneStep: consolidated(allAtOnce, reports.flat()), twoStep };
}

describe("a summary as a report of the next level", () => {
  it("[CO9] consolidating in two steps gives what one step gives", async () => {
    const { oneStep, twoStep } = await twoSteps();
    expect(figures(twoStep)).toEqual(figures(oneStep));
    expect(twoStep.indicators.find(({ code }) => code === "C01")?.coverage).toEqual([3, 3]);
  });

  itWithLibreOffice(
    "[CO9] [AR10] LibreOffice computes the province's workbook to the same figures",
    async () => {
      const { twoStep } = await twoSteps();
      const book = makeSummary(twoStep);
      const [computed] = await recalculate([withoutStoredValues(await writeWorkbook(book))], { trustStored: false });
      const { compared, differences } = compareFormulas(book, picture(computed ?? new Uint8Array()));
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(800);
    },
    120_000,
  );
});
