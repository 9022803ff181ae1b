import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "@jest/globals";
import type { Blueprint } from "../../src/core/blueprint";
import type { CellValue } from "../../src/core/cell";
import { makeSummary } from "../../src/core/consolidation/book/make-summary";
import type { Consolidation } from "../../src/core/consolidation/consolidation";
import { contentsKey, type Contents } from "../../src/core/form/contents";
import { merge } from "../../src/core/merge";
import type { Period, Plan } from "../../src/core/plan/plan";
import { sampleContents } from "../../src/samples/sample-contents";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { truongNguyen, yenChau } from "../plans/opened";
import { recalculate } from "../tools/libreoffice";
import { compareFormulas, picture, reportFile, reviewFile, withoutStoredValues, type ReportFile } from "./books";
import { itWithLibreOffice, itWithPython } from "./tools";

/** A set of reports to lay together. */
interface Case {
  readonly name: string;
  readonly plan: Plan;
  readonly period: Period;
  readonly without: readonly string[];
  /** Cells of a unit that hold something else, by `contentsKey`. */
  readonly changes: ReadonlyMap<string, readonly (readonly [string, CellValue])[]>;
  readonly allowsErrors: boolean;
}

function at(code: string, key = "actual"): string {
  return contentsKey({ table: "elements", code, key });
}

const unreadable: Case["changes"] = new Map([["04078", [[at("S31"), "chưa rà soát"]]]]);
const blanks: Case["changes"] = new Map([
  [
    "04060",
    [
      [at("S36"), null],
      [at("S02", "baseline"), null],
      [at("S41", "last_year"), null],
    ],
  ],
  [
    "04063",
    [
      [at("S42"), null],
      [at("S01", "baseline"), null],
      [at("S13"), null],
    ],
  ],
  [
    "04084",
    [
      [at("S38"), null],
      [at("S30"), null],
      [at("S47"), null],
    ],
  ],
  ["124", [[at("S35", "baseline"), null]]],
]);

const cases: readonly Case[] = [
  ...yenChau.periods.flatMap((period): Case[] => [
    { name: "complete", plan: yenChau, period, without: [], changes: new Map(), allowsErrors: false },
    {
      name: "two missing, one refused",
      plan: yenChau,
      period,
      without: ["04093", "04102"],
      changes: unreadable,
      allowsErrors: false,
    },
    {
      name: "figures missing here and there",
      plan: yenChau,
      period,
      without: ["04096"],
      changes: blanks,
      allowsErrors: false,
    },
  ]),
  ...yenChau.periods.slice(0, 1).flatMap((period): Case[] => [
    { name: "errors let in", plan: yenChau, period, without: [], changes: unreadable, allowsErrors: true },
    {
      name: "nobody but the whole",
      plan: yenChau,
      period,
      without: yenChau.units.map(({ code }) => code),
      changes: new Map(),
      allowsErrors: false,
    },
  ]),
  ...truongNguyen.periods.map((period): Case => ({
    name: "another plan",
    plan: truongNguyen,
    period,
    without: [truongNguyen.units[2]?.code ?? ""],
    changes: new Map(),
    allowsErrors: false,
  })),
];

interface Summary {
  readonly consolidation: Consolidation;
  readonly blueprint: Blueprint;
  readonly bytes: Uint8Array;
  /** The files whose figures are in it. */
  readonly taken: readonly ReportFile[];
}

const made = new Map<Case, Promise<Summary>>();

/** Each case is written once. */
function summarise(one: Case): Promise<Summary> {
  const known = made.get(one) ?? makeOne(one);
  made.set(one, known);
  return known;
}

async function makeOne({ plan, period, without, changes, allowsErrors }: Case): Promise<Summary> {
  const senders = [...plan.units, plan.whole].filter(({ code }) => !without.includes(code));
  const files = await Promise.all(
    senders.map((unit) => {
      const sample = sampleContents(plan, { unit, period, seed: 267 });
      const cells = new Map([...sample.cells, ...(changes.get(unit.code) ?? [])]);
      const contents: Contents = { ...sample, cells };
      return reportFile(plan, { unit, period }, contents);
    }),
  );
  const { consolidation } = merge(
    plan,
    files.map((file) => reviewFile(plan, file)),
    { allowsErrors },
  );
  if (!consolidation) throw new Error("Nothing was consolidated.");
  const inside = new Set(consolidation.units.filter(({ reading }) => reading !== null).map(({ unit }) => unit.code));
  const blueprint = makeSummary(consolidation);
  const bytes = await writeWorkbook(blueprint);
  return { consolidation, blueprint, bytes, taken: files.filter(({ unit }) => inside.has(unit.code)) };
}

async function recount(
  { plan, period }: Case,
  { bytes, taken }: Summary,
): Promise<{ compared: Record<string, number>; differences: unknown[] }> {
  const room = await mkdtemp(join(tmpdir(), "plan-monitor-recount-"));
  try {
    const write = async (name: string, content: Uint8Array | string): Promise<string> => {
      const path = join(room, name);
      await writeFile(path, content);
      return path;
    };
    const summary = await write("summary.xlsx", bytes);
    const planFile = await write("plan.json", JSON.stringify(plan));
    const reports = await Promise.all(taken.map(({ name, bytes: report }) => write(name, report)));
    const { stdout } = await promisify(execFile)(
      process.env["PLAN_MONITOR_PYTHON"] ?? "python3",
      ["-W", "ignore", "test/tools/recount.py", planFile, summary, period.id, ...reports],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    return JSON.parse(stdout) as { compared: Record<string, number>; differences: unknown[] };
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}

function isSeen({ visibility }: Blueprint["sheets"][number]): boolean {
  return visibility === "visible";
}

describe("the summary workbook", () => {
  itWithPython.each(cases.map((one) => [one.name, one.period.id, one] as const))(
    "[CO1] [CO2] [CO3] [CO4] [CO10] equals an independent recount of the files: %s, %s",
    async (_, __, one) => {
      const summary = await summarise(one);
      const { compared, differences } = await recount(one, summary);
      expect(differences).toEqual([]);
      // Every row of figures but code, name and unit, over all columns: the elements' sheet by its own layout.
      const { plan } = one;
      const columns = 5 + 2 * plan.groups.length + 3 * (plan.units.length + 1);
      expect(compared["TH Số liệu"]).toBe(plan.elements.length * columns);
      expect(Object.values(compared).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(
        plan.elements.length * columns,
      );
    },
    120_000,
  );

  itWithLibreOffice(
    "[CO1] [CO2] [CO7] equals LibreOffice's recalculation in every formula cell, with the stored values and without",
    async () => {
      const summaries = await Promise.all(cases.map(summarise));
      const given = summaries.map(({ bytes }) => bytes);
      const computed = await recalculate([...given, ...given.map(withoutStoredValues)], { trustStored: false });
      let compared = 0;
      for (const [index, bytes] of computed.entries()) {
        const { blueprint } = summaries[index % summaries.length] ?? {};
        if (!blueprint) throw new Error("A summary is missing.");
        const outcome = compareFormulas(blueprint, picture(bytes));
        expect(outcome.differences).toEqual([]);
        compared += outcome.compared;
      }
      expect(compared).toBeGreaterThan(50_000);
    },
    300_000,
  );

  it("[CO2] shows nothing that is not a number where a figure is missing", async () => {
    const summaries = await Promise.all(cases.map(summarise));
    for (const { blueprint } of summaries) {
      for (const { value } of blueprint.sheets.filter(isSeen).flatMap(({ cells }) => cells)) {
        if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
        if (typeof value === "string") expect(value).not.toMatch(/\b(NaN|Infinity|undefined|null)\b/);
      }
    }
  });
});
