import { describe, expect, it } from "@jest/globals";
import { periodById } from "../../src/core/plan/lookups";
import { merge } from "../../src/core/merge";
import { review } from "../../src/core/review";
import { faultySample, placeOfFault, sampleFaults, sampleMissing } from "../../src/samples/sample-faults";
import { snapshotOf } from "../../src/workbook/memory";
import { yenChau } from "../plans/opened";
import { sampleReport, seed } from "./report";

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
      const form = faultySample(yenChau, fault, { period, seed });
      const { findings } = review(yenChau, snapshotOf(form, `${fault.unit}.xlsx`));
      expect(findings.map((finding) => finding.rule)).toEqual([rule]);
      const place = placeOfFault(yenChau, fault, form);
      expect(place).not.toBeNull();
      expect(findings[0]).toMatchObject({ ...place });
    },
  );

  it("laid together with the clean ones, they lack two units and nothing else is odd", () => {
    if (!period) throw new Error("no period");
    const faults = new Map(sampleFaults.map((fault) => [fault.unit, fault]));
    const senders = [...yenChau.units, yenChau.whole].filter(({ code }) => !sampleMissing.includes(code));
    const reviews = senders.map((unit) => {
      const fault = faults.get(unit.code);
      if (!fault) return sampleReport(yenChau, unit, period).review;
      return review(yenChau, snapshotOf(faultySample(yenChau, fault, { period, seed }), `${unit.code}.xlsx`));
    });
    expect(reviews.filter(({ findings }) => findings.length === 0)).toHaveLength(4);
    expect(merge(yenChau, reviews).findings.map(({ rule, code }) => [rule, code])).toEqual(
      sampleMissing.map((code) => ["every-unit-reports", code]),
    );
  });

  it("leave nothing of a row that is gone in what is computed from it", () => {
    const gone = sampleFaults.find(({ how }) => how.kind === "row-gone");
    if (!period || !gone) throw new Error("no such fault");
    const form = faultySample(yenChau, gone, { period, seed });
    const row = form.sheets
      .find(({ name }) => name === "Chỉ tiêu")
      ?.cells.filter((cell, _, cells) => cells.some((other) => other.row === cell.row && other.value === "C20"));
    const computed = row?.filter(({ formula }) => formula !== undefined).map(({ value }) => value);
    expect(new Set(computed)).toEqual(new Set(["", "thiếu số liệu"]));
  });
});
