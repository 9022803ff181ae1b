import { expect, it } from "@jest/globals";
import { indicatorByCode } from "../../src/core/plan/lookups";
import { changeFigures } from "../../src/words/change-phrases";
import { yenChau } from "../plans/opened";

const total = { kind: "element", indicator: undefined } as const;
const rate = { kind: "indicator", indicator: indicatorByCode(yenChau, "C01") } as const;
const report = { kind: "report", indicator: undefined } as const;

it.each([
  ["a total", { ...total, before: 986, after: 1834 }, ["986", "1.834"]],
  ["one that was not there", { ...total, before: null, after: 42895 }, ["chưa có", "42.895"]],
  ["a small total", { ...total, before: 0.001, after: 0.002 }, ["0,001", "0,002"]],
  ["a rate", { ...rate, before: 26.4555, after: 24.9592 }, ["26,46%", "24,96%"]],
  ["rates alike to two places", { ...rate, before: 99.5714, after: 99.5743 }, ["99,571%", "99,574%"]],
  [
    "rates next to each other among all numbers",
    { ...rate, before: 99.57142857142857, after: 99.57142857142858 },
    ["99,57142857142857%", "99,57142857142858%"],
  ],
  ["a report, which has no figures", { ...report, before: null, after: null }, ["", ""]],
])("both sides of a change are told apart: %s", (_, { indicator, ...change }, sides) => {
  const { before, after } = changeFigures(change, indicator);
  expect([before.vi, after.vi]).toEqual(sides);
});
