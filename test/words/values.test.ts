import { expect, it } from "@jest/globals";
import { indicatorByCode } from "../../src/core/plan/lookups";
import type { Indicator } from "../../src/core/plan/plan";
import { signedPhrase } from "../../src/words/values";
import { yenChau } from "../plans/opened";

const indicator = (code: string): Indicator => {
  const found = indicatorByCode(yenChau, code);
  if (!found) throw new Error(code);
  return found;
};

it.each([
  ["C01", 3.12, "+3,12"],
  ["C01", -3.12, "-3,12"],
  ["C01", 0, "0,00"],
  ["C01", 0.004, "0,00"],
  ["C01", -0.004, "0,00"],
  ["C01", 0.005, "+0,01"],
  ["C09", 12, "+12"],
  ["C09", -1204, "-1.204"],
] as const)("a change of %s by %d is written with its sign: %s", (code, change, expected) => {
  expect(signedPhrase(indicator(code), change).vi).toBe(expected);
});
