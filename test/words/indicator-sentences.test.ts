import { describe, expect, it } from "@jest/globals";
import type { Phrase } from "../../src/core/language";
import { indicatorByCode } from "../../src/core/plan/lookups";
import type { Indicator } from "../../src/core/plan/plan";
import type { Progress } from "../../src/core/progress/measure";
import { changePhrase, forecastPhrase, neededPhrase, pacePhrase } from "../../src/words/indicator-sentences";
import { coveragePhrase } from "../../src/words/values";
import { yenChau } from "../plans/opened";

const nothing: Progress = {
  numerator: null,
  denominator: null,
  baselineValue: null,
  lastYearValue: null,
  target: null,
  value: null,
  progress: null,
  gapClosed: null,
  change: null,
  relativeChange: null,
  pace: null,
  changeLastYear: null,
  status: "missing",
  forecast: null,
  paceNeeded: null,
  planPace: null,
  isMetFromTheStart: false,
};

function indicator(code: string): Indicator {
  const found = indicatorByCode(yenChau, code);
  if (!found) throw new RangeError(code);
  return found;
}

/** A rate that is to fall, and a count of households. */
const [rate, count] = [indicator("C01"), indicator("C09")];

function sentences(of: Indicator, progress: Partial<Progress>, months = 6): (Phrase | null)[] {
  const whole = { ...nothing, ...progress };
  return [changePhrase(of, whole), pacePhrase(of, whole), forecastPhrase(of, whole), neededPhrase(of, whole, months)];
}

describe("what is said of an indicator's way", () => {
  it.each<{ what: string; of: Indicator; progress: Partial<Progress>; wanted: (string | null)[] }>([
    {
      what: "a rate that falls",
      of: rate,
      progress: { change: -1.31, pace: -2.62, forecast: 24.83, paceNeeded: -3.38 },
      wanted: [
        "giảm 1,31 điểm % so với đầu kỳ",
        "bình quân giảm 2,62 điểm %/năm",
        "cả năm dự kiến 24,83%",
        "cần giảm thêm 1,69 điểm % đến cuối năm",
      ],
    },
    {
      what: "a rate that rises",
      of: rate,
      progress: { change: 0.5, pace: 1, forecast: 27, paceNeeded: 0 },
      wanted: ["tăng 0,50 điểm % so với đầu kỳ", "bình quân tăng 1,00 điểm %/năm", "cả năm dự kiến 27,00%", null],
    },
    {
      what: "a rate that stays",
      of: rate,
      progress: { change: 0.001, pace: 0.002 },
      wanted: ["không đổi so với đầu kỳ", null, null, null],
    },
    {
      what: "a flow, against last year",
      of: count,
      progress: { changeLastYear: -1234, forecast: 10, paceNeeded: 14 },
      wanted: ["giảm 1.234 hộ so với cùng kỳ năm trước", null, "cả năm dự kiến 10", "cần thêm 7 hộ đến cuối năm"],
    },
    {
      what: "what is all but reached",
      of: rate,
      progress: { paceNeeded: -0.001 },
      wanted: [null, null, null, "chỉ còn thiếu rất ít"],
    },
    {
      what: "a share whose line leads past all",
      of: rate,
      progress: { value: 98, forecast: 103.2 },
      wanted: [null, null, "cả năm dự kiến 100,00%", null],
    },
    {
      what: "a share whose line leads below nothing",
      of: rate,
      progress: { value: 1.5, forecast: -0.5 },
      wanted: [null, null, "cả năm dự kiến 0,00%", null],
    },
    {
      what: "a percentage that is no share: it is beyond all already",
      of: rate,
      progress: { value: 104, forecast: 110 },
      wanted: [null, null, "cả năm dự kiến 110,00%", null],
    },
    {
      what: "a count",
      of: count,
      progress: { value: 60, forecast: 120 },
      wanted: [null, null, "cả năm dự kiến 120", null],
    },
    { what: "nothing", of: rate, progress: {}, wanted: [null, null, null, null] },
  ])("[AR6] is whole, in points where it is a rate: $what", ({ of, progress, wanted }) => {
    expect(sentences(of, progress).map((phrase) => phrase?.vi ?? null)).toEqual(wanted);
  });

  it("needs the year's remaining share of a yearly pace (AR9)", () => {
    const needed = (months: number) => neededPhrase(rate, { ...nothing, paceNeeded: -4 }, months)?.en;
    expect([needed(3), needed(9)]).toEqual([
      "a further fall of 3.00 points is needed by year end",
      "a further fall of 1.00 points is needed by year end",
    ]);
  });

  it.each<[readonly [number, number], Phrase]>([
    [[13, 15], { vi: "13/15 đơn vị, tạm tính", en: "13 of 15 units, provisional" }],
    [[1, 1], { vi: "1/1 đơn vị", en: "1 of 1 unit" }],
  ])("coverage %j", (coverage, wanted) => {
    expect(coveragePhrase(coverage)).toEqual(wanted);
  });
});
