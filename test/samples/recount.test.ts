import { describe, expect, it } from "@jest/globals";
import { truongNguyen, yenChau } from "../plans/opened";
import { sampleReport, sampleReports, type SampleReport } from "./report";

/** The laws of the form, counted again here with nothing of the product's own arithmetic. */

const times = ["baseline", "last_year", "actual"] as const;

function columnTotal({ figure, rows }: SampleReport, column: string): number {
  return rows("households").reduce((sum, code) => sum + figure("households", code, column), 0);
}

function closing({ figure }: SampleReport, code: string, letter: string): number {
  const of = (number: number): number => figure("households", code, `${letter}${number}`);
  return of(1) - of(2) - of(3) - of(4) + of(5) + of(6) + of(7) + of(8);
}

function closingTotal(report: SampleReport, letter: string): number {
  return report.rows("households").reduce((sum, code) => sum + closing(report, code, letter), 0);
}

function total(report: SampleReport, column: string): number {
  return /^[pn]9$/.test(column) ? closingTotal(report, column.charAt(0)) : columnTotal(report, column);
}

/** The same villages and plans of money, and nothing less moved, allocated or disbursed than before. */
function expectLater(before: SampleReport, report: SampleReport): void {
  expect(report.rows("households")).toEqual(before.rows("households"));
  for (const code of report.rows("households")) {
    expect(report.text("households", code, "name")).toBe(before.text("households", code, "name"));
    for (const key of ["p1", "n1"]) {
      expect(report.figure("households", code, key)).toBe(before.figure("households", code, key));
    }
    for (const number of [2, 3, 4, 5, 6, 7, 8]) {
      for (const key of [`p${number}`, `n${number}`, "households"]) {
        expect(report.figure("households", code, key)).toBeGreaterThanOrEqual(before.figure("households", code, key));
      }
    }
  }
  for (const code of report.rows("funds")) {
    expect(report.figure("funds", code, "planned")).toBe(before.figure("funds", code, "planned"));
    for (const key of ["allocated", "disbursed"]) {
      expect(report.figure("funds", code, key)).toBeGreaterThanOrEqual(before.figure("funds", code, key));
    }
  }
}

describe.each([
  ["Yên Châu", yenChau],
  ["Trường Nguyên", truongNguyen],
])("counted again, the samples of %s", (_, plan) => {
  const reports = sampleReports(plan);
  const communes = reports.filter(({ unit }) => unit.code !== plan.whole.code);

  it("have villages whose closings follow from their movements and are never negative", () => {
    for (const report of communes) {
      const { figure, text, rows } = report;
      const names = rows("households").map((code) => text("households", code, "name"));
      expect(names).not.toContain("");
      const folded = names.map((name) =>
        name.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase(),
      );
      expect(new Set(folded).size).toBe(names.length);
      for (const code of rows("households")) {
        const [poor, nearPoor] = [closing(report, code, "p"), closing(report, code, "n")];
        expect(poor).toBeGreaterThanOrEqual(0);
        expect(nearPoor).toBeGreaterThanOrEqual(0);
        expect(poor + nearPoor).toBeLessThanOrEqual(figure("households", code, "households"));
        expect(figure("households", code, "p2")).toBe(figure("households", code, "n5"));
        expect(figure("households", code, "p5")).toBe(figure("households", code, "n2"));
      }
    }
  });

  it("agree with the plan's relations wherever the same is said twice", () => {
    for (const report of reports) {
      const { unit, figure } = report;
      const isWhole = unit.code === plan.whole.code;
      for (const relation of plan.relations) {
        const levelOf = (code: string) => plan.elements.find((element) => element.code === code)?.by;
        const own = plan.levels[isWhole ? 1 : 0].id;
        switch (relation.kind) {
          case "element-equals-column-total":
            if (!isWhole) expect(figure("elements", relation.element, "actual")).toBe(total(report, relation.column));
            break;
          case "element-baseline-equals-column-total":
            if (!isWhole) expect(figure("elements", relation.element, "baseline")).toBe(total(report, relation.column));
            break;
          case "parts-within-whole": {
            const { parts, whole } = relation;
            if (levelOf(whole) !== own) break;
            for (const time of times) {
              const sum = parts.reduce((so, part) => so + figure("elements", part, time), 0);
              expect(sum).toBeLessThanOrEqual(figure("elements", whole, time));
            }
            break;
          }
          default: {
            const [low, high] =
              relation.kind === "at-least" ? [relation.atLeast, relation.element] : [relation.part, relation.whole];
            if (levelOf(low) !== own) break;
            for (const time of times) {
              expect(figure("elements", low, time)).toBeLessThanOrEqual(figure("elements", high, time));
            }
          }
        }
      }
    }
  });

  it("have every numerator within its denominator, at all three times", () => {
    let pairs = 0;
    for (const { unit, figure } of reports) {
      const own = plan.levels[unit.code === plan.whole.code ? 1 : 0].id;
      for (const { measure } of plan.indicators) {
        if (measure.kind !== "ratio") continue;
        if (plan.elements.find(({ code }) => code === measure.numerator)?.by !== own) continue;
        for (const time of times) {
          const [n, d] = [figure("elements", measure.numerator, time), figure("elements", measure.denominator, time)];
          expect(n).toBeLessThanOrEqual(d);
          pairs++;
        }
      }
    }
    expect(pairs).toBeGreaterThan(0);
  });

  it("agree over the year: one baseline, the same villages, and nothing that is counted through the year shrinks", () => {
    for (const unit of [...plan.units, plan.whole]) {
      const [first, ...later] = plan.periods.map((period) => sampleReport(plan, unit, period));
      let before = first;
      for (const report of later) {
        if (!before) throw new Error("no period");
        for (const { code, content, kind, by } of plan.elements) {
          if (by !== plan.levels[unit.code === plan.whole.code ? 1 : 0].id) continue;
          const key = `elements/${code}/baseline`;
          expect(report.contents.cells.get(key)).toEqual(before.contents.cells.get(key));
          if (content === "yes-no" || kind === "stock") continue;
          expect(report.figure("elements", code, "actual")).toBeGreaterThanOrEqual(
            before.figure("elements", code, "actual"),
          );
        }
        expectLater(before, report);
        before = report;
      }
    }
  });

  it("have tasks whose state agrees with their percent, and go on", () => {
    const fits: Record<string, (percent: number) => boolean> = {
      "Chưa thực hiện": (percent) => percent === 0,
      "Đang thực hiện": (percent) => percent > 0 && percent < 100,
      "Hoàn thành": (percent) => percent === 100,
      "Không phát sinh": (percent) => Number.isNaN(percent),
    };
    for (const { figure, text } of communes) {
      for (const { code } of plan.tasks) {
        const status = text("tasks", code, "status");
        expect([status, fits[status]?.(figure("tasks", code, "percent"))]).toEqual([status, true]);
      }
    }
    for (const unit of plan.units) {
      for (const { code } of plan.tasks) {
        const percents = plan.periods.map((period) =>
          sampleReport(plan, unit, period).figure("tasks", code, "percent"),
        );
        expect(percents).toEqual([...percents].sort((a, b) => a - b));
      }
    }
  });

  it("disburse within what is allocated and allocate within what is planned", () => {
    for (const { figure } of communes) {
      for (const { code } of plan.funds) {
        expect(figure("funds", code, "disbursed")).toBeLessThanOrEqual(figure("funds", code, "allocated"));
        expect(figure("funds", code, "allocated")).toBeLessThanOrEqual(figure("funds", code, "planned"));
      }
    }
  });

  it("have no more households with a shortfall than there are", () => {
    const { shortfalls } = plan;
    if (!shortfalls) return;
    for (const { figure } of communes) {
      for (const { code } of [...shortfalls.deprivations, ...shortfalls.causes]) {
        expect(figure("shortfalls", code, "poor")).toBeLessThanOrEqual(figure("elements", shortfalls.poor, "actual"));
        expect(figure("shortfalls", code, "near_poor")).toBeLessThanOrEqual(
          figure("elements", shortfalls.nearPoor, "actual"),
        );
      }
    }
  });
});

describe("counted again, the samples of Yên Châu look like Yên Châu", () => {
  const [half, year] = yenChau.periods.map((period) =>
    yenChau.units.map((unit) => sampleReport(yenChau, unit, period)),
  );
  if (!half || !year) throw new Error("no periods");
  const element = (reports: readonly SampleReport[], code: string, time = "actual"): number =>
    reports.reduce((sum, { figure }) => sum + figure("elements", code, time), 0);
  const moved = (reports: readonly SampleReport[], ...columns: readonly string[]): number =>
    columns.reduce((sum, column) => sum + reports.reduce((all, report) => all + columnTotal(report, column), 0), 0);

  it("in their sizes", () => {
    const size = (code: string, element: string): number =>
      half.find(({ unit }) => unit.code === code)?.figure("elements", element, "baseline") ?? NaN;
    const villages = (code: string): number | undefined =>
      half.find(({ unit }) => unit.code === code)?.rows("households").length;
    expect([size("04084", "S01"), size("04084", "S05"), villages("04084")]).toEqual([1322, 6368, 12]);
    expect([size("04063", "S01"), villages("04063")]).toEqual([1701, 14]);
    expect([size("04078", "S01"), villages("04078")]).toEqual([1099, 17]);
    expect([size("04072", "S01"), villages("04072")]).toEqual([942, 10]);
    expect(villages("04099")).toBe(30);
    for (const reports of [half, year]) {
      const households = element(reports, "S01");
      expect(households).toBeGreaterThan(16_000);
      expect(households).toBeLessThan(17_000);
      for (const { figure, rows } of reports) {
        expect(rows("households").length).toBeGreaterThanOrEqual(6);
        expect(rows("households").length).toBeLessThanOrEqual(30);
        for (const time of times) {
          const each = figure("elements", "S05", time) / figure("elements", "S01", time);
          expect(each).toBeGreaterThan(4.1);
          expect(each).toBeLessThan(4.9);
        }
      }
    }
  });

  it("in their poverty, and in who leaves it and who falls into it", () => {
    const rate = element(year, "S02", "baseline") / element(year, "S01", "baseline");
    expect(rate).toBeGreaterThan(0.25);
    expect(rate).toBeLessThan(0.32);
    const opening = moved(year, "p1");
    const shares = (reports: readonly SampleReport[]) => ({
      leaving: moved(reports, "p2", "p3") / opening,
      newlyPoor: moved(reports, "p5", "p7") / opening,
      poorAgain: moved(reports, "p6") / opening,
    });
    const [first, whole] = [shares(half), shares(year)];
    expect(whole.leaving).toBeCloseTo(0.2, 2);
    expect(whole.newlyPoor).toBeCloseTo(0.065, 2);
    expect(whole.poorAgain).toBeCloseTo(0.017, 2);
    for (const key of ["leaving", "newlyPoor", "poorAgain"] as const) {
      expect(first[key] / whole[key]).toBeGreaterThan(0.4);
      expect(first[key] / whole[key]).toBeLessThan(0.6);
    }
  });

  it("in what the plan aims at: near it, with every verdict somewhere", () => {
    expect(element(year, "S30")).toBeGreaterThan(150);
    expect(element(year, "S30")).toBeLessThan(166);
    expect((100 * element(year, "S36")) / element(year, "S05")).toBeCloseTo(95, 0);
    expect((100 * element(year, "S38")) / element(year, "S37")).toBeCloseTo(97.1, 0);
    const verdicts = (reports: readonly SampleReport[]): Set<string> =>
      new Set(reports.flatMap(({ review }) => review.progress.map(({ status }) => status)));
    expect(verdicts(half)).toEqual(new Set(["met", "not-met", "on-track", "behind", "nil", "watched"]));
    expect(verdicts(year)).toEqual(new Set(["exceeded", "met", "not-met", "nil", "watched"]));
    const values = half.flatMap(({ contents }) => [...contents.cells.values()]);
    expect(values).toContain("-");
    expect(values).toContain(0);
  });

  it("with no unit out of line with its peers", () => {
    const median = (numbers: readonly number[]): number => {
      const sorted = [...numbers].sort((a, b) => a - b);
      const middle = (sorted.length - 1) / 2;
      return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
    };
    for (const reports of [half, year]) {
      for (const { code } of yenChau.indicators) {
        const values = reports
          .map(({ review }) => review.progress.find((one) => one.code === code)?.value)
          .filter((value) => typeof value === "number");
        const middle = median(values);
        const away = values.map((value) => Math.abs(value - middle));
        const mad = median(away);
        const mean = away.reduce((sum, distance) => sum + distance, 0) / Math.max(1, away.length);
        const spread = mad > 0 ? mad / 0.6745 : mean * 1.253314;
        const score = spread > 0 ? Math.max(...away) / spread : 0;
        expect([code, score <= yenChau.thresholds.peerScore]).toEqual([code, true]);
      }
    }
  });
});
