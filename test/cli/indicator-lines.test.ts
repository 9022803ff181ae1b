import { describe, expect, it } from "@jest/globals";
import { totalLines } from "../../src/cli/indicator-lines";
import { merge } from "../../src/core/merge";
import { elementKey, reviewsOf } from "../core/consolidation/reports";
import { yenChau } from "../plans/opened";

function linesOf(changes: Parameters<typeof reviewsOf>[2] = {}): string[] {
  const { consolidation } = merge(yenChau, reviewsOf(yenChau, "2022-H1", changes));
  return totalLines(yenChau, consolidation?.indicators ?? [], "vi");
}

describe("the table of a consolidation", () => {
  it("[CO4] says over how many units a fall's progress is, where they are fewer than stand behind the value", () => {
    const changes = new Map([["04093", { cells: [[elementKey("S02", "baseline"), null] as const] }]]);
    const told = linesOf({ changes }).filter((line) => line.includes("chỉ tính"));
    expect(told).toEqual([
      "C01: tiến độ so với đầu kỳ chỉ tính 14/15 đơn vị",
      "C01 kv3: tiến độ so với đầu kỳ chỉ tính 9/10 đơn vị",
      "C02 kv3: tiến độ so với đầu kỳ chỉ tính 9/10 đơn vị",
    ]);
    expect(linesOf().filter((line) => line.includes("chỉ tính"))).toEqual([]);
  });
});
