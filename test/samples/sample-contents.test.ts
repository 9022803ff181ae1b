import { describe, expect, it } from "@jest/globals";
import { elementsAskedOf, indicatorsAskedOf } from "../../src/core/plan/lookups";
import { sampleContents } from "../../src/samples/sample-contents";
import { truongNguyen, yenChau } from "../plans/opened";
import { sampleReport, sampleReports, seed } from "./report";

function said(cells: ReadonlyMap<string, unknown>): string {
  return JSON.stringify([...cells]);
}

describe.each([
  ["Yên Châu", yenChau],
  ["Trường Nguyên", truongNguyen],
])("the samples of %s", (_, plan) => {
  const reports = sampleReports(plan);
  const commune = reports.filter(({ unit }) => unit.code !== plan.whole.code);

  it("have no error, no warning and no note", () => {
    expect(reports.flatMap(({ review }) => review.findings)).toEqual([]);
    expect(reports.map(({ review }) => review.outcome)).toEqual(reports.map(() => "ok"));
  });

  it("answer everything that is asked, at all three times", () => {
    for (const { unit, contents } of reports) {
      for (const { code, content } of elementsAskedOf(plan, unit.code)) {
        for (const key of ["baseline", "last_year", "actual"]) {
          const value = contents.cells.get(`elements/${code}/${key}`);
          if (content === "yes-no") expect(["Có", "Không"]).toContain(value);
          else expect(value === "-" || (Number.isInteger(value) && Number(value) >= 0)).toBe(true);
        }
      }
    }
  });

  it("have no indicator without figures", () => {
    for (const { unit, review } of reports) {
      expect(review.progress.map(({ code }) => code)).toEqual(
        indicatorsAskedOf(plan, unit.code).map(({ code }) => code),
      );
      expect(review.progress.filter(({ status }) => status === "missing")).toEqual([]);
    }
  });

  it("are the same for the same seed, and others for another", () => {
    const again = reports.map(({ unit, period }) => said(sampleContents(plan, { unit, period, seed }).cells));
    expect(again).toEqual(reports.map(({ contents }) => said(contents.cells)));
    const { unit, period, contents } = sampleReport(plan, plan.units[0] ?? plan.whole, plan.periods[0] ?? noPeriod());
    expect(said(sampleContents(plan, { unit, period, seed: seed + 1 }).cells)).not.toBe(said(contents.cells));
  });

  it("differ from unit to unit in their figures", () => {
    for (const period of plan.periods) {
      const figures = commune
        .filter((report) => report.period === period)
        .map(({ contents }) => said(new Map([...contents.cells].filter(([, value]) => typeof value === "number"))));
      expect(new Set(figures).size).toBe(plan.units.length);
    }
  });

  it("are clean with any seed", () => {
    for (const other of [1, 2022]) {
      for (const unit of [...plan.units.slice(0, 4), plan.whole]) {
        const [period = noPeriod()] = plan.periods;
        const { review } = sampleReport(plan, unit, period, other);
        expect(review.findings).toEqual([]);
      }
    }
  });

  it("name a reporter and a phone, and a day after the period's end and not after it is due", () => {
    for (const { unit, period, contents } of reports) {
      expect(contents.notice).toBe("Số liệu minh họa");
      expect(contents.cover.get("pm_reporter")).toMatch(/^\p{Lu}\p{Ll}+ (Thị|Văn) \p{Lu}$/u);
      expect(contents.cover.get("pm_phone")).toMatch(/^0212 000 \d{4}$/);
      expect(plan.stages.map((stage) => stage.name.vi)).toContain(contents.cover.get("pm_stage"));
      const day = contents.cover.get("pm_reported_on");
      const level = plan.levels[unit.code === plan.whole.code ? 1 : 0].id;
      const date = typeof day === "object" && day && "date" in day ? day.date : "";
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(date > period.end && date <= (period.due[level] ?? "")).toBe(true);
    }
  });

  it("explain what is not met or behind, and every change beyond the thresholds", () => {
    const { changePercent, changePoints } = plan.thresholds;
    for (const { unit, review, figure, text } of reports) {
      for (const { code, status, change } of review.progress) {
        const isCount = plan.indicators.find((one) => one.code === code)?.measure.kind === "count";
        const owes = ["not-met", "behind"].includes(status) || (!isCount && Math.abs(change ?? 0) > changePoints);
        if (owes) expect([code, text("indicators", code, "explanation")]).not.toEqual([code, ""]);
      }
      for (const { code, kind, content } of elementsAskedOf(plan, unit.code)) {
        if (content === "yes-no" || kind === "flow") continue;
        const [before, now] = [figure("elements", code, "baseline"), figure("elements", code, "actual")];
        const isMuch = Math.abs(now - before) * 100 > changePercent * before;
        expect([code, text("elements", code, "note") !== ""]).toEqual([code, isMuch]);
      }
    }
  });

  it("hold no text that would act as a formula or is not plain Unicode", () => {
    for (const { contents } of reports) {
      for (const value of [...contents.cells.values(), ...contents.cover.values()]) {
        if (typeof value !== "string" || value === "-") continue;
        expect(value).not.toMatch(/^[=+\-@]|undefined|NaN|\u00A0| {2}/);
        expect(value.normalize("NFC")).toBe(value);
      }
    }
  });
});

function noPeriod(): never {
  throw new Error("no period");
}
