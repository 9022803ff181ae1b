import { describe, expect, it } from "@jest/globals";
import type { UnitStatus } from "../../../../src/core/consolidation/consolidation";
import type { Finding } from "../../../../src/core/finding";
import { merge } from "../../../../src/core/merge";
import type { Plan } from "../../../../src/core/plan/plan";
import { evidenceOf } from "../../../../src/core/progress/evidence";
import { cellOf, figureOf, type Reading } from "../../../../src/core/reading/reading";
import { check } from "../../../../src/core/rules/check";
import inLine from "../../../../src/core/rules/across/figure-is-in-line-with-peers";
import { say } from "../../../../src/core/rules/say";
import { small, yenChau } from "../../../plans/opened";
import { elementKey, reviewOf, reviewsOf, type Changes } from "../../consolidation/reports";

const period = "2022-H1";

function actual(unit: string, code: string): number {
  const { reading } = reviewOf(yenChau, { unit, period });
  return (reading && figureOf(cellOf(reading, "elements", { code, key: "actual" }))) ?? 0;
}

/** The findings with some figures so many times as large. */
function found(slips: readonly (readonly [unit: string, code: string, times: number])[]): readonly Finding[] {
  const changes = new Map<string, Changes>();
  for (const [unit, code, times] of slips) {
    const cells = [...(changes.get(unit)?.cells ?? [])];
    cells.push([elementKey(code), Math.round(actual(unit, code) * times)]);
    changes.set(unit, { cells });
  }
  const outcome = merge(yenChau, reviewsOf(yenChau, period, { changes }), { allowsErrors: true });
  return outcome.findings.filter(({ rule }) => rule === inLine.id);
}

function cellOfElement(unit: string, code: string): string {
  const { reading } = reviewOf(yenChau, { unit, period });
  return (reading && cellOf(reading, "elements", { code, key: "actual" })?.at.cell) ?? "";
}

describe("a rate out of line", () => {
  it("is told at the numerator's cell, with the digit that would explain it", () => {
    const [finding, ...others] = found([["04072", "S36", 0.1]]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "04072", file: "04072.xlsx", sheet: "Số liệu" });
    expect(finding?.cell).toBe(cellOfElement("04072", "S36"));
    const words = finding && say(finding, "vi").what;
    expect(words).toMatch(/^Xã Chiềng Pằn: “.+” \(C13\) là 9,37%, trong khi mức giữa của 15 đơn vị là \d+,\d\d%\./);
    expect(words).toMatch(/ghi thiếu một chữ số; hoặc “Dân số” \(S05\) là 4.068, ghi thừa một chữ số\.$/);
  });

  it("does not suspect a denominator that stands behind rates in line", () => {
    const [finding, ...others] = found([["04072", "S41", 0.01]]);
    expect(others).toEqual([]);
    expect(finding?.cell).toBe(cellOfElement("04072", "S41"));
    expect(finding && say(finding, "vi").what).toMatch(/Có thể “[^“]+” \(S41\) là \d+, ghi thiếu hai chữ số\.$/);
  });

  it("is found where two units made the same slip, that which moves the whole most first", () => {
    const slips = [
      ["04069", "S36", 0.1],
      ["04093", "S36", 0.1],
    ] as const;
    const findings = found(slips);
    expect(findings.map(({ code }) => code)).toEqual(["04093", "04069"]);
    expect(findings.map(({ code }) => code)).toEqual(found([...slips].reverse()).map(({ code }) => code));
  });

  it("is told once, at the denominator, where every rate that rests on it is out of line", () => {
    const findings = found([["04072", "S01", 10]]);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.cell).toBe(cellOfElement("04072", "S01"));
    expect(findings[0]?.facts["others"]).not.toEqual([]);
    expect(findings[0] && say(findings[0], "vi").what).toContain("ghi thừa một chữ số");
  });
});

describe("rates of too few units", () => {
  it("are not judged, which is said once for each indicator", () => {
    const units = yenChau.units.slice(0, 7).map(({ code }) => reviewOf(yenChau, { unit: code, period }));
    const { unevaluated, findings } = merge(yenChau, units);
    const own = unevaluated.filter(({ rule }) => rule === inLine.id);
    expect(findings.filter(({ rule }) => rule === inLine.id)).toEqual([]);
    expect(new Set(own.map(({ because }) => because))).toEqual(new Set(["too-few-units"]));
    expect(new Set(own.map(({ code }) => code)).size).toBe(own.length);
    expect(own.find(({ code }) => code === "C01")?.about?.vi).toContain("có 7 đơn vị, cần 8");
  });
});

describe("2,000 units", () => {
  it("are compared, and the slips among them found", () => {
    const units = Array.from({ length: 2000 }, (_, index) => ({ ...small.whole, code: String(10_000 + index) }));
    const plan: Plan = { ...small, units };
    const statuses = units.map((unit, index): UnitStatus => {
      const [n, d] = [400 + ((index * 37) % 90), 1000];
      const isSlip = index % 100 === 7;
      const actual = { n: isSlip ? n / 10 : n, d };
      const evidence = new Map([["C16", evidenceOf(actual, null, null)]]);
      const reading = { file: `${unit.code}.xlsx`, summary: { elements: new Map(), evidence } } as unknown as Reading;
      const nothing = {
        stage: null,
        altered: [],
        reportedOn: null,
        counts: null,
        digest: null,
        sealedOn: null,
        isOnTime: null,
      };
      return { unit, isReceived: true, file: reading.file, reading, ...nothing };
    });
    const received = {
      period: null,
      units: statuses,
      allowsErrors: false,
      rivals: [],
      refused: [],
      strays: [],
      stage: null,
    };
    const { findings } = check([inLine], { plan, received, consolidation: null }, "");
    expect(findings.map(({ code }) => Number(code) % 100)).toEqual(Array.from({ length: 20 }, () => 7));
  });
});
