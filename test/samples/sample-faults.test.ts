import { describe, expect, it } from "@jest/globals";
import { periodById } from "../../src/core/plan/lookups";
import { review } from "../../src/core/review";
import { faultySample, placeOfFault, sampleFaults, sampleMissing } from "../../src/samples/sample-faults";
import { snapshotOf } from "../../src/workbook/memory";
import { yenChau } from "../plans/opened";

const period = periodById(yenChau, "2022-H1");

describe("the faulty samples", () => {
  it("are ten files of ten units, and two are missing", () => {
    expect(new Set(sampleFaults.map(({ unit }) => unit)).size).toBe(10);
    expect(new Set(sampleFaults.map(({ rule }) => rule)).size).toBe(10);
    expect(sampleFaults.filter(({ unit }) => sampleMissing.includes(unit))).toEqual([]);
    expect(sampleMissing.length).toBe(2);
  });

  it.each(sampleFaults.map((fault) => [fault.rule, fault] as const))(
    "%s is found at its cell, and nothing else is found",
    (rule, fault) => {
      if (!period) throw new Error("no period");
      const file = `${fault.unit}.xlsx`;
      const { findings } = review(yenChau, snapshotOf(faultySample(yenChau, fault, { period, seed: 267 }), file));
      expect(findings.map((finding) => finding.rule)).toEqual([rule]);
      const place = placeOfFault(yenChau, fault);
      if (place) expect(findings[0]).toMatchObject(place);
    },
  );
});
