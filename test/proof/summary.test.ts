import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "@jest/globals";
import type { Blueprint } from "../../src/core/blueprint";
import { toA1, type CellValue } from "../../src/core/cell";
import { makeSummary } from "../../src/core/consolidation/book/make-summary";
import type { Consolidation } from "../../src/core/consolidation/consolidation";
import { readCarried } from "../../src/core/consolidation/read-summary-book";
import { merge } from "../../src/core/merge";
import { contentsKey, type Contents } from "../../src/core/form/contents";
import { makeForm } from "../../src/core/form/make-form";
import { review } from "../../src/core/review";
import { snapshotOf } from "../../src/workbook/memory";
import { truongNguyen } from "../plans/opened";
import type { Review } from "../../src/core/finding";
import { elementsOf } from "../../src/core/plan/lookups";
import type { Plan, Unit } from "../../src/core/plan/plan";
import { sampleContents } from "../../src/samples/sample-contents";
import { lintWorkbook } from "../../src/workbook/xlsx/lint";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { recalculate } from "../tools/libreoffice";
import { calculator } from "../tools/calculator";
import {
  compareFormulas,
  compareWith,
  picture,
  reportFile,
  reviewFile,
  withoutStoredValues,
  type ReportFile,
} from "./books";
import { summaryCases as cases, type Case } from "./summary-cases";
import { itWithLibreOffice, itWithPython } from "./tools";

interface Summary {
  readonly consolidation: Consolidation;
  readonly blueprint: Blueprint;
  readonly bytes: Uint8Array;
  /** The files whose figures have to be in it. */
  readonly taken: readonly ReportFile[];
}

const made = new Map<Case, Promise<Summary>>();

/** Each case is written once. */
function summarise(one: Case): Promise<Summary> {
  const known = made.get(one) ?? makeOne(one);
  made.set(one, known);
  return known;
}

/** Reports of the samples, each written and read once. */
const clean = new Map<string, Promise<Reviewed>>();

interface Reviewed {
  readonly file: ReportFile;
  readonly review: Review;
}

function reportOf({ plan, period, changes, drawn }: Case, unit: Unit): Promise<Reviewed> {
  const sample = sampleContents(plan, { unit, period, seed: 267 });
  const make = async (contents: Contents): Promise<Reviewed> => {
    const file = await reportFile(plan, { unit, period }, contents);
    return { file, review: reviewFile(plan, file) };
  };
  if (drawn) return make({ ...sample, cells: drawn(unit).cells });
  const own = changes.get(unit.code);
  if (own) return make({ ...sample, cells: new Map([...sample.cells, ...own]) });
  const key = `${plan.id} ${unit.code} ${period.id}`;
  const known = clean.get(key) ?? make(sample);
  clean.set(key, known);
  return known;
}

async function makeOne(one: Case): Promise<Summary> {
  const { plan, without, allowsErrors } = one;
  const senders = [...plan.units, plan.whole].filter(({ code }) => !without.includes(code));
  const reports = await Promise.all(senders.map((unit) => reportOf(one, unit)));
  const { consolidation } = merge(
    plan,
    reports.map(({ review }) => review),
    { allowsErrors },
  );
  if (!consolidation) throw new Error("Nothing was consolidated.");
  const blueprint = makeSummary(consolidation);
  const bytes = await writeWorkbook(blueprint);
  const files = reports.map(({ file }) => file);
  return { consolidation, blueprint, bytes, taken: files.filter(({ unit }) => !one.refused.includes(unit.code)) };
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

/** How many cells of figures the summary has, by sheet: every row and column that is not a code or a label. */
function cellsOf({ units, groups, elements, indicators, levels, ...plan }: Plan): Record<string, number> {
  const rows = units.length + 1;
  const communal = new Set(elements.filter(({ by }) => by === levels[0].id).map(({ code }) => code));
  const ofUnits = indicators.filter((one) => elementsOf(one).every((code) => communal.has(code)));
  const inGroups = ofUnits.map(({ onlyGroup }) => (onlyGroup === undefined ? 1 + groups.length : 1));
  const { households, shortfalls, tasks, funds } = plan;
  return {
    // Three totals, coverage, names; two a group; three times of every unit and of the whole.
    "TH Số liệu": elements.length * (5 + 2 * groups.length + 3 * rows),
    // Two of the pair, eleven of the indicator, coverage, names, and eight of the pairs compared.
    "TH Chỉ tiêu": (inGroups.reduce((sum, count) => sum + count, 0) + indicators.length - ofUnits.length) * 23,
    "TH Theo đơn vị": ofUnits.length * (2 * units.length + 2),
    ...(households && { "TH Hộ nghèo": rows * 19 }),
    ...(shortfalls && { "TH Thiếu hụt": rows * 2 * (shortfalls.deprivations.length + shortfalls.causes.length) }),
    ...(funds.length > 0 && { "TH Kinh phí": rows * 4 * (funds.length + 1) }),
    ...(tasks.length > 0 && { "TH Nhiệm vụ": rows * 5 }),
  };
}

function isSeen({ visibility }: Blueprint["sheets"][number]): boolean {
  return visibility === "visible";
}

/** Where a check of the summary says that it is not what its reports say. */
function untrueIn(plan: Plan, bytes: Uint8Array): string[] {
  const { findings, unevaluated } = review(plan, picture(bytes));
  const own = [...findings, ...unevaluated].filter(({ rule }) => rule === "summary-is-what-reports-say");
  return own.map(({ sheet, cell }) => `${sheet ?? ""}!${cell ?? ""}`);
}

describe("the summary workbook", () => {
  it.each(cases.map((one) => [one.name, one.period.id, one] as const))(
    "is found to say what its reports say: %s, %s",
    async (_, __, one) => expect(untrueIn(one.plan, (await summarise(one)).bytes)).toEqual([]),
  );

  itWithPython.each(cases.map((one) => [one.name, one.period.id, one] as const))(
    "[CO1] [CO2] [CO3] [CO4] [CO10] equals an independent recount of the files: %s, %s",
    async (_, __, one) => {
      const summary = await summarise(one);
      const { compared, differences } = await recount(one, summary);
      expect(differences).toEqual([]);
      expect(compared).toEqual(cellsOf(one.plan));
    },
  );

  itWithLibreOffice(
    "[CO1] [CO2] [CO7] equals LibreOffice's recalculation in every formula cell, without the stored values and with them",
    async () => {
      const summaries = await Promise.all(cases.map(summarise));
      const complete = summaries.filter((_, index) => cases[index]?.name === "complete");
      const stripped = summaries.map(({ bytes }) => withoutStoredValues(bytes));
      const computed = await recalculate([...stripped, ...complete.map(({ bytes }) => bytes)], { trustStored: false });
      let compared = 0;
      for (const [index, bytes] of computed.entries()) {
        const { blueprint } = [...summaries, ...complete][index] ?? {};
        if (!blueprint) throw new Error("A summary is missing.");
        const outcome = compareFormulas(blueprint, picture(bytes));
        expect(outcome.differences).toEqual([]);
        compared += outcome.compared;
        const { plan } = [...cases, ...cases.filter(({ name }) => name === "complete")][index] ?? {};
        expect(plan && untrueIn(plan, bytes)).toEqual([]);
      }
      expect(compared).toBeGreaterThan(50_000);
    },
    300_000,
  );

  it.each(cases.map((one) => [one.name, one.period.id, one] as const))(
    "[CO1] [CO2] [CO7] [AR10] equals what its formulas give in plain doubles: %s, %s",
    async (_, __, one) => {
      const { blueprint } = await summarise(one);
      const valueAt = calculator(blueprint);
      const { compared, differences } = compareWith(blueprint, ({ sheet, ...cell }) => valueAt(sheet, toA1(cell)));
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(800);
    },
  );

  it.each(cases.map((one) => [one.name, one.period.id, one] as const))(
    "[CO6] [CO7] keeps every figure, so that it can be added to: %s, %s",
    async (_, __, one) => {
      const { plan } = one;
      const { consolidation, bytes } = await summarise(one);
      const carried = readCarried(plan, picture(bytes));
      const again = merge(plan, [], { carried, allowsErrors: one.allowsErrors });
      expect(again.consolidation?.elements).toEqual(consolidation.elements);
      expect(again.consolidation?.groups).toEqual(consolidation.groups);
      expect(again.consolidation?.indicators).toEqual(consolidation.indicators);
      expect(again.changes).toEqual([]);
    },
  );

  it("[CO2] [CO8] with two missing and one refused, says so in every total, and counts none of them as 0", async () => {
    const one = cases.find(({ name }) => name === "two missing, one refused");
    if (!one) throw new Error("No such case.");
    const { consolidation, blueprint } = await summarise(one);
    const [there, names] = ["12/15", "Chiềng Hặc; Tú Nang; Chiềng Tương"];
    const column = (sheet: string, key: string): CellValue[] => {
      const cells = blueprint.sheets.find(({ name }) => name === sheet)?.cells ?? [];
      const at = cells.find(({ row, value }) => row === 0 && value === key)?.column;
      return cells.filter((cell) => cell.column === at && cell.formula !== undefined).map(({ value }) => value);
    };
    // Of the district's own two elements and one indicator the report is there; seven of the group's ten have reported.
    expect(new Set(column("TH Số liệu", "coverage"))).toEqual(new Set([there, "1/1"]));
    expect(new Set(column("TH Số liệu", "missing"))).toEqual(new Set([names, ""]));
    expect(new Set(column("TH Số liệu", "coverage.kv3"))).toEqual(new Set(["7/10"]));
    expect(new Set(column("TH Chỉ tiêu", "coverage"))).toEqual(new Set([there, "7/10", "1/1"]));
    expect(new Set(column("TH Chỉ tiêu", "missing"))).toEqual(new Set([names, ""]));
    for (const unit of ["04078", "04093", "04102"]) {
      expect(new Set(column("TH Số liệu", `actual.${unit}`))).toEqual(new Set([""]));
      expect(new Set(column("TH Theo đơn vị", `value.${unit}`))).toEqual(new Set([""]));
    }
    expect(
      consolidation.units.filter(({ reading }) => !reading).map(({ unit, isReceived }) => [unit.code, isReceived]),
    ).toEqual([
      ["04078", true],
      ["04093", false],
      ["04102", false],
    ]);
  });

  it("[CO2] [CO8] a task list with nothing but an error and a number in it says nothing, not 0", () => {
    const plan = truongNguyen;
    const [period, unit] = [plan.periods[0], plan.units[0]];
    if (!period || !unit) throw new Error("The plan has too little.");
    const [first, ...others] = plan.tasks.map(({ code }) => contentsKey({ table: "tasks", code, key: "status" }));
    const cells = new Map<string, CellValue>([
      [first ?? "", { error: "#N/A" }],
      ...others.map((key): [string, CellValue] => [key, 5]),
    ]);
    const form = makeForm(plan, { unit, period }, { cover: new Map(), cells });
    const { consolidation } = merge(plan, [review(plan, snapshotOf(form, "a.xlsx"))], { allowsErrors: true });
    if (!consolidation) throw new Error("Nothing was consolidated.");
    const book = makeSummary(consolidation);
    const valueAt = calculator(book);
    const tasks = book.sheets.find(({ name }) => name === "TH Nhiệm vụ");
    const counted = (tasks?.cells ?? []).filter(({ formula }) => formula !== undefined);
    expect(counted.length).toBeGreaterThan(20);
    expect(counted.filter(({ value }) => value !== "")).toEqual([]);
    expect(counted.filter((cell) => valueAt("TH Nhiệm vụ", toA1(cell)) !== "")).toEqual([]);
  });

  it("has nothing that our own lint complains of, whatever the reports hold", async () => {
    const summaries = await Promise.all(cases.map(summarise));
    expect(summaries.flatMap(({ bytes }) => lintWorkbook(bytes))).toEqual([]);
  });

  it("[CO2] shows nothing that is not a number where a figure is missing", async () => {
    const summaries = await Promise.all(cases.map(summarise));
    for (const { blueprint } of summaries) {
      const values = blueprint.sheets.filter(isSeen).flatMap(({ cells }) => cells.map(({ value }) => value));
      expect(values.filter((value) => typeof value === "number" && !Number.isFinite(value))).toEqual([]);
      expect(
        values.filter((value) => typeof value === "string" && /\b(NaN|Infinity|undefined|null)\b/.test(value)),
      ).toEqual([]);
    }
  });
});
