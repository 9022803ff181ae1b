import fc from "fast-check";
import type { CellValue } from "../../src/core/cell";
import { contentsKey, noContents, type Contents } from "../../src/core/form/contents";
import type { Period, Plan, Unit } from "../../src/core/plan/plan";
import { truongNguyen, yenChau } from "../plans/opened";
import { drawnContents } from "./drawn-contents";

/** A set of reports to lay together. */
export interface Case {
  readonly name: string;
  readonly plan: Plan;
  readonly period: Period;
  readonly without: readonly string[];
  /** Cells of a unit that hold something else, by `contentsKey`. */
  readonly changes: ReadonlyMap<string, readonly (readonly [string, CellValue])[]>;
  readonly allowsErrors: boolean;
  /** Reports that are there and do not enter the totals (law CO8). */
  readonly refused: readonly string[];
  /** What else stands in a report than the sample; nothing of `changes` then. */
  readonly drawn?: (unit: Unit) => Contents;
}

function at(code: string, key = "actual"): string {
  return contentsKey({ table: "elements", code, key });
}

function fund(code: string, key: string): string {
  return contentsKey({ table: "funds", code, key });
}

const unreadable: Case["changes"] = new Map([["04078", [[at("S31"), "chưa rà soát"]]]]);
const blanks: Case["changes"] = new Map([
  [
    "04060",
    [
      [at("S36"), null],
      [at("S02", "baseline"), null],
      [at("S41", "last_year"), null],
      [fund("K01", "disbursed"), null],
    ],
  ],
  [
    "04063",
    [
      [at("S42"), null],
      [at("S01", "baseline"), null],
      [at("S13"), null],
      [fund("K02", "allocated"), null],
    ],
  ],
  [
    "04084",
    [
      [at("S38"), null],
      [at("S30"), null],
      [at("S47"), null],
      [fund("K03", "planned"), null],
      [fund("K03", "allocated"), null],
      [fund("K03", "disbursed"), null],
    ],
  ],
  ["124", [[at("S35", "baseline"), null]]],
]);

/** Whole and with gaps, refusals, accidents; of both plans. */
export const summaryCases: readonly Case[] = [
  ...yenChau.periods.flatMap((period): Case[] => [
    { name: "complete", plan: yenChau, period, without: [], changes: new Map(), allowsErrors: false, refused: [] },
    {
      name: "figures missing here and there",
      plan: yenChau,
      period,
      without: ["04096"],
      changes: blanks,
      allowsErrors: false,
      refused: [],
    },
  ]),
  ...yenChau.periods.slice(0, 1).flatMap((period): Case[] => [
    {
      name: "two missing, one refused",
      plan: yenChau,
      period,
      without: ["04093", "04102"],
      changes: unreadable,
      allowsErrors: false,
      refused: ["04078"],
    },
    { name: "errors let in", plan: yenChau, period, without: [], changes: unreadable, allowsErrors: true, refused: [] },
    {
      name: "nobody but the whole",
      plan: yenChau,
      period,
      without: yenChau.units.map(({ code }) => code),
      changes: new Map(),
      allowsErrors: false,
      refused: [],
    },
  ]),
  ...truongNguyen.periods.map((period): Case => ({
    name: "another plan",
    plan: truongNguyen,
    period,
    without: [truongNguyen.units[2]?.code ?? ""],
    changes: new Map(),
    allowsErrors: false,
    refused: [],
  })),
  ...[yenChau, truongNguyen].flatMap((plan) =>
    plan.periods.slice(-1).map((period): Case => ({
      name: "figures at every boundary, accidents let in",
      plan,
      period,
      without: plan.units.slice(4, 5).map(({ code }) => code),
      changes: new Map(),
      allowsErrors: true,
      refused: [],
      drawn: (unit) => {
        const seed = plan.units.indexOf(unit) + 1;
        const [contents] = fc.sample(drawnContents({ plan, unit, period }, { truths: true }), { numRuns: 1, seed });
        return contents ?? noContents;
      },
    })),
  ),
];
