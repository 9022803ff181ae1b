import { describe, expect, it } from "@jest/globals";
import type { Consolidation, ElementTotal, IndicatorTotal } from "../../../src/core/consolidation/consolidation";
import { makeSummary } from "../../../src/core/consolidation/book/make-summary";
import { readCarried } from "../../../src/core/consolidation/read-summary-book";
import { traceTotal } from "../../../src/core/consolidation/trace";
import { merge } from "../../../src/core/merge";
import { review } from "../../../src/core/review";
import { figureOf, cellOf } from "../../../src/core/reading/reading";
import { snapshotOf } from "../../../src/workbook/memory";
import { yenChau } from "../../plans/opened";
import { elementKey, reviewOf, reviewsOf } from "./reports";

const period = "2022-H1";

function merged(reviews: ReturnType<typeof reviewsOf>, options = {}): Consolidation {
  const { consolidation } = merge(yenChau, reviews, options);
  if (!consolidation) throw new Error("Nothing was consolidated.");
  return consolidation;
}

function element(consolidation: Consolidation, code: string): ElementTotal {
  const total = consolidation.elements.find((candidate) => candidate.code === code);
  if (!total) throw new RangeError(code);
  return total;
}

function indicator(consolidation: Consolidation, code: string, group: string | null = null): IndicatorTotal {
  const total = consolidation.indicators.find((candidate) => candidate.code === code && candidate.group === group);
  if (!total) throw new RangeError(`${code} ${group ?? ""}`);
  return total;
}

const complete = reviewsOf(yenChau, period);

describe("totals", () => {
  it("[CO1] counts add up to what the reports say", () => {
    const sum = complete
      .map(({ reading }) => (reading ? figureOf(cellOf(reading, "elements", { code: "S01", key: "actual" })) : null))
      .reduce<number>((total, figure) => total + (figure ?? 0), 0);
    expect(element(merged(complete), "S01")).toMatchObject({ actual: sum, coverage: [15, 15], missing: [] });
  });

  it("[CO1] a yes/no element counts the units that say yes, and its indicator is a share of units", () => {
    const total = element(merged(complete), "S47");
    expect(total.actual).toBe(total.parts.filter(({ value }) => value === 1).length);
    expect(indicator(merged(complete), "C19")).toMatchObject({
      numerator: total.actual,
      denominator: 15,
      value: (100 * (total.actual ?? 0)) / 15,
    });
  });

  it("[CO4] units without the earlier pair are named: a change counts without them", () => {
    const changes = new Map([["04093", { cells: [[elementKey("S02", "baseline"), null] as const] }]]);
    const rate = indicator(merged(reviewsOf(yenChau, period, { changes })), "C01");
    expect(rate).toMatchObject({ coverage: [15, 15], withoutEarlier: { baseline: ["04093"], last_year: [] } });
    expect((rate.value ?? 0) - (rate.change ?? 0)).not.toBeCloseTo(rate.baselineValue ?? 0, 4);
    expect(indicator(merged(complete), "C01").withoutEarlier).toEqual({ baseline: [], last_year: [] });
  });

  it("[CO2] missing units are named, left out of both sides, and never zero", () => {
    const consolidation = merged(reviewsOf(yenChau, period, { without: ["04093", "04102"] }));
    const total = element(consolidation, "S02");
    expect(total).toMatchObject({ coverage: [13, 15], missing: ["04093", "04102"] });
    expect(total.parts.map(({ unit }) => unit)).not.toContain("04093");
    expect(indicator(consolidation, "C01")).toMatchObject({
      coverage: [13, 15],
      missing: ["04093", "04102"],
      isProvisional: true,
      numerator: total.actual,
      denominator: element(consolidation, "S01").actual,
    });
    expect(indicator(consolidation, "C02", "kv3").coverage).toEqual([8, 10]);
  });

  it("[CO2] a blank figure takes its unit out of every ratio that needs it, and of no other", () => {
    const changes = new Map([["04060", { cells: [[elementKey("S36"), null]] as const }]]);
    const consolidation = merged(reviewsOf(yenChau, period, { changes }));
    const full = merged(complete);
    expect(indicator(consolidation, "C13")).toMatchObject({ coverage: [14, 15], missing: ["04060"] });
    const town = element(full, "S05").parts.find(({ unit }) => unit === "04060")?.value ?? 0;
    expect(indicator(consolidation, "C13").denominator).toBe((indicator(full, "C13").denominator ?? 0) - town);
    expect(element(consolidation, "S05").actual).toBe(element(full, "S05").actual);
    expect(indicator(consolidation, "C14")).toEqual(indicator(full, "C14"));
  });

  it("[CO2] where nobody reports there is nothing, not zero", () => {
    const only = merged([reviewOf(yenChau, { unit: "124", period })]);
    expect(element(only, "S01")).toMatchObject({ actual: null, baseline: null, coverage: [0, 15], parts: [] });
    expect(indicator(only, "C01")).toMatchObject({ value: null, status: "missing", numerator: null });
  });

  it("[CO3] groups are totals over their members; C02 stands once, with its group", () => {
    const consolidation = merged(complete);
    expect(consolidation.indicators.filter(({ code }) => code === "C02").map(({ group }) => group)).toEqual(["kv3"]);
    expect(consolidation.indicators.filter(({ code }) => code === "C01").map(({ group }) => group)).toEqual([
      null,
      "kv3",
    ]);
    expect(consolidation.indicators.filter(({ code }) => code === "C12").map(({ group }) => group)).toEqual([null]);
    const members = new Set(yenChau.units.filter(({ traits }) => traits["region"] === "III").map(({ code }) => code));
    const inGroup = element(consolidation, "S02").parts.filter(({ unit }) => members.has(unit));
    const total = consolidation.groups.get("kv3")?.find(({ code }) => code === "S02");
    expect(total).toMatchObject({ actual: inGroup.reduce((sum, { value }) => sum + value, 0), coverage: [10, 10] });
  });

  it("[CO3] [AR11] the whole's target is the plan's however many report; a group's is its members' sum", () => {
    const few = merged(reviewsOf(yenChau, period, { without: ["04093"] }));
    expect(indicator(few, "C09").target).toBe(158);
    expect(indicator(few, "C09", "kv3").target).toBe(12 + 11 + 12 + 10 + 16 + 11 + 16 + 13 + 19 + 11);
  });

  it("[CO7] every total remembers its figures", () => {
    const [part] = element(merged(complete), "S02").parts;
    const reading = complete[0]?.reading;
    const cell = reading ? cellOf(reading, "elements", { code: "S02", key: "actual" }) : undefined;
    expect(part).toEqual({ unit: "04060", file: "04060.xlsx", ...cell?.at, value: figureOf(cell) });
  });

  it("[CO10] district elements come from unit 124's own form", () => {
    expect(element(merged(complete), "S34").coverage).toEqual([1, 1]);
    const without = merged(reviewsOf(yenChau, period, { without: ["124"] }));
    expect(element(without, "S34")).toMatchObject({ actual: null, coverage: [0, 1], missing: ["124"] });
    expect(indicator(without, "C12")).toMatchObject({ value: null, coverage: [0, 1] });
  });
});

describe("reports that come late, twice, or with errors", () => {
  const blank = new Map([["04063", { cells: [[elementKey("S31"), null]] as const }]]);
  const broken = new Map([["04063", { cells: [[elementKey("S31"), "chưa rà soát"]] as const }]]);

  it("[CO8] blanks alone do not keep a report out", () => {
    const consolidation = merged(reviewsOf(yenChau, period, { changes: blank }));
    expect(element(consolidation, "S31").missing).toEqual(["04063"]);
    expect(element(consolidation, "S01").coverage).toEqual([15, 15]);
  });

  it("[CO8] a refused report counts as received and stands among the missing", () => {
    const consolidation = merged(reviewsOf(yenChau, period, { changes: broken }));
    expect(element(consolidation, "S01").missing).toEqual(["04063"]);
    expect(consolidation.units.find(({ unit }) => unit.code === "04063")).toMatchObject({
      isReceived: true,
      reading: null,
    });
  });

  it("[CO8] let in, its numbers count as they stand and its texts are missing", () => {
    const consolidation = merged(reviewsOf(yenChau, period, { changes: broken }), { allowsErrors: true });
    expect(element(consolidation, "S01").coverage).toEqual([15, 15]);
    expect(element(consolidation, "S31").missing).toEqual(["04063"]);
    expect(consolidation.allowsErrors).toBe(true);
    const carried = readCarried(yenChau, snapshotOf(makeSummary(consolidation), "tong-hop.xlsx"));
    const mergedWith = (unit: string): boolean | undefined =>
      merge(yenChau, [reviewOf(yenChau, { unit, period })], { carried }).consolidation?.allowsErrors;
    // The summary goes on saying so as long as one of them counts, and no longer.
    expect({ another: mergedWith("04093"), itself: mergedWith("04063") }).toEqual({ another: true, itself: false });
  });

  it("[CO5] the same report under two names is one report", () => {
    const twice = [...complete, reviewOf(yenChau, { unit: "04063", period }, { file: "0-bản sao.xlsx" })];
    expect(merge(yenChau, twice)).toMatchObject({ isUndecided: false, findings: [] });
  });

  it("[CO6] two different reports of one unit decide nothing", () => {
    const rival = reviewOf(
      yenChau,
      { unit: "04063", period },
      { file: "khác.xlsx", cells: [[elementKey("S39", "note"), "Đã rà soát lại"]] },
    );
    const outcome = merge(yenChau, [...complete, rival]);
    expect(outcome.isUndecided).toBe(true);
    expect(outcome.findings.map(({ rule }) => rule)).toContain("unit-reports-once");
  });

  it("[CO6] a late report is laid beside the summary, and what moves is told", () => {
    const first = merged(reviewsOf(yenChau, period, { without: ["04093"] }));
    const carried = readCarried(yenChau, snapshotOf(makeSummary(first), "tong-hop.xlsx"));
    const late = reviewOf(yenChau, { unit: "04093", period });
    const outcome = merge(yenChau, [late], { carried });
    const full = merged(complete);
    expect(outcome.consolidation?.elements).toEqual(full.elements);
    expect(outcome.changes).toContainEqual({
      kind: "element",
      code: "S02",
      group: null,
      unit: null,
      before: element(first, "S02").actual,
      after: element(full, "S02").actual,
    });
    expect(outcome.changes.filter(({ kind }) => kind === "figure")).toEqual([]);
  });

  it("[CO6] a report that comes again replaces the earlier one, and its figures are told", () => {
    const carried = readCarried(yenChau, snapshotOf(makeSummary(merged(complete)), "tong-hop.xlsx"));
    const before = element(merged(complete), "S39").parts.find(({ unit }) => unit === "04093")?.value ?? 0;
    const again = reviewOf(yenChau, { unit: "04093", period }, { cells: [[elementKey("S39"), before + 1]] });
    const outcome = merge(yenChau, [again], { carried });
    expect(outcome.changes.filter(({ kind }) => kind === "figure")).toEqual([
      { kind: "figure", code: "S39", group: null, unit: "04093", before, after: before + 1 },
    ]);
    expect(outcome.changes.filter(({ kind }) => kind === "report")).toEqual([]);
  });

  it("[CO6] a good report is not given up for a later one that cannot be taken", () => {
    const carried = readCarried(yenChau, snapshotOf(makeSummary(merged(complete)), "tong-hop.xlsx"));
    const bad = reviewOf(yenChau, { unit: "04093", period }, { cells: [[elementKey("S39"), "?"]] });
    const outcome = merge(yenChau, [bad], { carried });
    expect(outcome.changes).toEqual([]);
    expect(outcome.consolidation?.elements).toEqual(merged(complete).elements);
    const told = outcome.findings.filter(({ rule }) => rule === "unit-reports-once");
    expect(told.map(({ code, file }) => [code, file])).toEqual([["04093", bad.file]]);
    expect(outcome.isUndecided).toBe(false);
  });

  it("[CO6] a report that comes again tells of baselines, and of what is no figure of the totals", () => {
    const carried = readCarried(yenChau, snapshotOf(makeSummary(merged(complete)), "tong-hop.xlsx"));
    const changesBy = (key: ReturnType<typeof elementKey>, value: number | string): unknown =>
      merge(yenChau, [reviewOf(yenChau, { unit: "04093", period }, { cells: [[key, value]] })], { carried }).changes;
    expect(changesBy(elementKey("S01", "baseline"), 2000)).toContainEqual(
      expect.objectContaining({ kind: "baseline", code: "S01", after: expect.any(Number) }),
    );
    const report = { kind: "report", code: "04093", group: null, unit: "04093", before: null, after: null };
    expect(changesBy(elementKey("S39", "note"), "Đã rà soát lại")).toEqual([report]);
    const funds: ReturnType<typeof elementKey> = { table: "funds", code: "K01", key: "disbursed" };
    const both = { cells: [[elementKey("S39"), 40] as const, [funds, 1] as const] };
    const { changes } = merge(yenChau, [reviewOf(yenChau, { unit: "04093", period }, both)], { carried });
    expect(changes.map(({ kind }) => kind)).toContain("figure");
    expect(changes).toContainEqual(report);
  });

  it("[CO9] [CO10] a summary of the same whole is no report of it, and is named", () => {
    const old = snapshotOf(makeSummary(merged(complete)), "bieu-cu.xlsx");
    const without = reviewsOf(yenChau, period, { without: ["124"] });
    const outcome = merge(yenChau, [...without, review(yenChau, old)]);
    expect(outcome.consolidation?.units.at(-1)).toMatchObject({ isReceived: false, reading: null });
    expect(outcome.findings.filter(({ rule }) => rule === "reports-are-of-one-period")).toMatchObject([
      { file: "bieu-cu.xlsx", code: "124", facts: { kind: "level" } },
    ]);
    const all = merge(yenChau, [...complete, review(yenChau, old)]);
    expect(all.isUndecided).toBe(false);
    expect(all.consolidation?.elements).toEqual(merged(complete).elements);
  });

  it("a summary that was made by another plan is not read by this one", () => {
    const summary = snapshotOf(makeSummary(merged(complete)), "tong-hop.xlsx");
    expect(readCarried(yenChau, summary)).not.toBeNull();
    expect(readCarried({ ...yenChau, id: "other-2022" }, summary)).toBeNull();
  });

  it("reports of another period stay out, and are named", () => {
    const stray = reviewOf(yenChau, { unit: "04093", period: "2022-Y" });
    const outcome = merge(yenChau, [...reviewsOf(yenChau, period, { without: ["04093"] }), stray]);
    expect(outcome.consolidation?.period.id).toBe(period);
    expect(outcome.findings.map(({ rule }) => rule)).toContain("reports-are-of-one-period");
    expect(outcome.consolidation?.units.find(({ unit }) => unit.code === "04093")?.reading).toBeNull();
  });

  it("[CO8] a report of another plan never enters, even with errors let in", () => {
    const stray = reviewOf(yenChau, { unit: "04093", period }, { plan: "mai-son-2022" });
    const others = reviewsOf(yenChau, period, { without: ["04093"] });
    const outcome = merge(yenChau, [...others, stray], { allowsErrors: true });
    expect(outcome.findings.map(({ rule }) => rule)).toContain("reports-are-of-one-period");
    expect(outcome.consolidation?.units.find(({ unit }) => unit.code === "04093")?.reading).toBeNull();
  });

  it("knows who was on time by the date the report names", () => {
    const late = reviewOf(yenChau, { unit: "04063", period }, { reportedOn: "2022-06-22" });
    const inTime = reviewOf(yenChau, { unit: "04060", period }, { reportedOn: "2022-06-20" });
    const statuses = merged([late, inTime]).units;
    expect(statuses.find(({ unit }) => unit.code === "04063")?.isOnTime).toBe(false);
    expect(statuses.find(({ unit }) => unit.code === "04060")?.isOnTime).toBe(true);
  });
});

describe("trace", () => {
  it("[CO7] gives a total's figures with their cells in the units' own files, the largest first", () => {
    const summary = snapshotOf(makeSummary(merged(complete)), "tong-hop.xlsx");
    const [trace] = traceTotal(yenChau, summary, "S02") ?? [];
    const total = element(merged(complete), "S02");
    expect(trace?.total).toBe(total.actual);
    expect(new Set(trace?.parts.map(({ file, sheet, cell, value }) => `${file} ${sheet} ${cell} ${value}`))).toEqual(
      new Set(total.parts.map(({ file, sheet, cell, value }) => `${file} ${sheet} ${cell} ${value}`)),
    );
    const values = trace?.parts.map(({ value }) => value) ?? [];
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(traceTotal(yenChau, summary, "C13")?.map(({ code }) => code)).toEqual(["S36", "S05"]);
    expect(traceTotal(yenChau, summary, "X99")).toBeNull();
  });
});
