import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { toA1 } from "../../src/core/cell";
import { makeSummary } from "../../src/core/consolidation/book/make-summary";
import { partOfBelow, type Consolidation } from "../../src/core/consolidation/consolidation";
import { readCarried } from "../../src/core/consolidation/read-summary-book";
import type { Review } from "../../src/core/finding";
import { contentsKey, type Contents } from "../../src/core/form/contents";
import { isTyped } from "../../src/core/form/table";
import { makeForm } from "../../src/core/form/make-form";
import { merge } from "../../src/core/merge";
import type { Plan, Unit } from "../../src/core/plan/plan";
import { review } from "../../src/core/review";
import { shown } from "../../src/core/show-number";
import { times } from "../../src/core/times";
import { sampleContents } from "../../src/samples/sample-contents";
import { snapshotOf } from "../../src/workbook/memory";
import { writeReport } from "../../src/letters/report/write-report";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { keyedRows, type KeyedRow } from "../../src/worker/keyed-rows";
import { traceView } from "../../src/worker/trace/trace-view";
import { yenChau } from "../plans/opened";
import { recalculate } from "../tools/libreoffice";
import { calculator } from "../tools/calculator";
import { compareFormulas, compareWith, picture, withoutStoredValues } from "./books";
import { drawnContents } from "./drawn-contents";
import { itWithLibreOffice } from "./tools";

const districts = ["201", "202", "203"];

function unitsOf(district: string): Unit[] {
  return yenChau.units
    .slice(0, 5)
    .map((unit, index) => ({ ...unit, code: `${district}${index}`, name: `Xã ${district} ${index}` }));
}

function totals(plan: Plan, units: readonly Unit[]): Plan["indicators"] {
  const communal = new Set(plan.elements.filter(({ by }) => by === "commune").map(({ code }) => code));
  return plan.indicators
    .filter(({ measure, onlyGroup }) => {
      const codes =
        measure.kind === "ratio"
          ? [measure.numerator]
          : measure.kind === "count"
            ? [measure.element]
            : measure.elements;
      return onlyGroup === undefined && codes.every((code) => communal.has(code));
    })
    .map((indicator) =>
      indicator.target.kind === "total"
        ? {
            ...indicator,
            target: { ...indicator.target, allocation: Object.fromEntries(units.map(({ code }) => [code, 10])) },
          }
        : indicator,
    );
}

/** The same plan for other units: a district of five communes, the whole province at once, or a province of districts. */
function planFor(whole: string, units: readonly Unit[]): Plan {
  return {
    ...yenChau,
    id: `plan-${whole}`,
    whole: { ...yenChau.whole, code: whole, name: `Huyện ${whole}` },
    units: [...units],
    groups: [],
    elements: yenChau.elements.filter(({ by }) => by === "commune"),
    indicators: totals(yenChau, units),
  };
}

const [period] = yenChau.periods;

/** What the communes report. */
type Reports = (of: Plan, unit: Unit, seed: number) => Contents;

const samplesWithGaps: Reports = (of, unit, seed) => {
  if (!period) throw new Error("no period");
  const sample = sampleContents(of, { unit, period, seed });
  const cells = new Map(sample.cells);
  // Gaps of every kind: an actual figure, a baseline, last year's.
  for (const [code, key] of [
    ["S36", "actual"],
    ["S02", "baseline"],
    ["S41", "last_year"],
    ["S42", "actual"],
  ] as const) {
    if ((of.units.indexOf(unit) + code.length + seed) % 3 === 0) {
      cells.delete(contentsKey({ table: "elements", code, key }));
    }
  }
  return { ...sample, cells };
};

const accidents: Reports = (of, unit, seed) => {
  if (!period) throw new Error("no period");
  const drawn = drawnContents({ plan: of, unit, period }, { truths: true });
  const [contents] = fc.sample(drawn, { numRuns: 1, seed: 100 * seed + of.units.indexOf(unit) });
  return { ...sampleContents(of, { unit, period, seed }), cells: contents?.cells ?? new Map() };
};

function reviewsOf(plan: Plan, of: Plan, { reports, seed }: { reports: Reports; seed: number }) {
  if (!period) throw new Error("no period");
  return plan.units
    .filter((_, index) => (index + seed) % 4 !== 0)
    .map((unit) => {
      const contents = reports(of, unit, seed);
      return review(of, snapshotOf(makeForm(of, { unit, period }, contents), `${unit.code}.xlsx`));
    });
}

function consolidated(plan: Plan, reviews: Parameters<typeof merge>[1]): Consolidation {
  const { consolidation } = merge(plan, reviews, { allowsErrors: true });
  if (!consolidation) throw new Error("Nothing was consolidated.");
  return consolidation;
}

function figures({ indicators, elements }: Consolidation): unknown {
  return {
    // Coverage counts units of the own level, and the evidence is exact where figures are doubles.
    indicators: indicators.map((indicator) => ({
      ...indicator,
      coverage: 0,
      missing: 0,
      isProvisional: 0,
      withoutEarlier: 0,
      evidence: 0,
    })),
    elements: elements.map(({ code, actual, baseline, lastYear }) => ({ code, actual, baseline, lastYear })),
  };
}

const communes = districts.flatMap(unitsOf);
const allAtOnce = planFor("99", communes);
const province = planFor(
  "99",
  districts.map((code) => ({ ...yenChau.whole, code, name: `Huyện ${code}` })),
);

interface TwoSteps {
  readonly oneStep: Consolidation;
  readonly twoStep: Consolidation;
  /** What the districts pass up. */
  readonly summaries: readonly Review[];
}

async function twoSteps(kind: Reports): Promise<TwoSteps> {
  const reports = districts.map((district, index) =>
    reviewsOf(planFor(district, unitsOf(district)), allAtOnce, { reports: kind, seed: 11 + index }),
  );
  const summaries = await Promise.all(
    districts.map(async (district, index) => {
      const plan = planFor(district, unitsOf(district));
      // Targets by unit differ between plans; figures do not.
      const book = makeSummary(consolidated({ ...plan, id: allAtOnce.id }, reports[index] ?? []));
      return { name: `${district}.xlsx`, bytes: await writeWorkbook(book) };
    }),
  );
  const passed = summaries.map(({ name, bytes }) => review(province, picture(bytes, name)));
  return {
    oneStep: consolidated(allAtOnce, reports.flat()),
    twoStep: consolidated(province, passed),
    summaries: passed,
  };
}

const provinces: readonly (readonly [code: string, districts: readonly string[]])[] = [
  ["21", ["211", "212"]],
  ["22", ["221", "222", "223"]],
];

/** A summary as the report of its whole, written to a file and read again by the plan of the next level. */
async function passedUp(plan: Plan, reviews: readonly Review[], to: Plan): Promise<Review> {
  const bytes = await writeWorkbook(makeSummary(consolidated(plan, reviews)));
  return review(to, picture(bytes, `${plan.whole.code}.xlsx`));
}

/** Communes to districts, districts to provinces, provinces to the country; and all communes at once. */
async function threeSteps(kind: Reports): Promise<{ oneStep: Consolidation; threeStep: Consolidation }> {
  const all = planFor(
    "99",
    provinces.flatMap(([, of]) => of.flatMap(unitsOf)),
  );
  const level = (code: string, units: readonly Unit[]): Plan => ({ ...planFor(code, units), id: all.id });
  const whole = (code: string): Unit => ({ ...yenChau.whole, code, name: `Huyện ${code}` });
  const country = level(
    "99",
    provinces.map(([code]) => whole(code)),
  );
  const reports: Review[] = [];
  const ofProvinces: Review[] = [];
  for (const [code, of] of provinces) {
    const provincial = level(code, of.map(whole));
    const ofDistricts: Review[] = [];
    for (const district of of) {
      const communal = level(district, unitsOf(district));
      const received = reviewsOf(communal, all, { reports: kind, seed: 11 + reports.length });
      reports.push(...received);
      ofDistricts.push(await passedUp(communal, received, provincial));
    }
    ofProvinces.push(await passedUp(provincial, ofDistricts, country));
  }
  return { oneStep: consolidated(all, reports), threeStep: consolidated(country, ofProvinces) };
}

/** The number in "1.289" or "1.234,5". */
function numberIn(text: string): number {
  return Number(text.replaceAll(".", "").replace(",", "."));
}

const kinds: readonly (readonly [string, Reports])[] = [
  ["samples with gaps", samplesWithGaps],
  ["figures at every boundary, accidents let in", accidents],
];

describe("a summary as a report of the next level", () => {
  it.each(kinds)("[CO9] consolidating in two steps gives what one step gives: %s", async (_, kind) => {
    const { oneStep, twoStep } = await twoSteps(kind);
    expect(figures(twoStep)).toEqual(figures(oneStep));
    expect(new Set(twoStep.indicators.map(({ coverage }) => coverage[1]))).toEqual(new Set([3]));
    expect(twoStep.indicators.filter(({ value }) => value !== null).length).toBeGreaterThan(15);
  });

  it("[CO7] its totals are made of what the districts count, at every time, answers too", async () => {
    const { twoStep } = await twoSteps(samplesWithGaps);
    const book = picture(await writeWorkbook(makeSummary(twoStep)), "99.xlsx");
    const traced = (row: KeyedRow, key: string) => {
      const column = row.columns.get(key) ?? -1;
      const value = book.sheets
        .find(({ name }) => name === row.sheet)
        ?.rows.get(row.row)
        ?.get(column)?.value;
      const view = traceView(province, book, { sheet: row.sheet, cell: toA1({ row: row.row, column }) });
      return typeof value === "number" && view ? [{ value, view }] : [];
    };
    const counts = keyedRows(book, "summary-elements").flatMap((row) => times.flatMap((time) => traced(row, time)));
    expect(counts.length).toBeGreaterThan(100);
    for (const { value, view } of counts) {
      expect(view).toMatchObject({ isOfCell: true, total: shown(value) });
      expect(view.parts.reduce((sum, part) => sum + numberIn(part.value.vi), 0)).toBe(value);
    }
    const rates = keyedRows(book, "summary-indicators").flatMap((row) =>
      ["value", "baseline_value", "last_year_value"].flatMap((key) => traced(row, key)),
    );
    expect(rates.length).toBeGreaterThan(50);
    for (const { value, view } of rates) {
      const pairs = view.parts.map((part) => part.value.vi.replace(/ .*/, "").split("/").map(numberIn));
      const [n, d] = [0, 1].map((side) => pairs.reduce((sum, pair) => sum + (pair[side] ?? 0), 0));
      expect(d === 0 ? n : (100 * (n ?? 0)) / (d ?? 1)).toBeCloseTo(value, 6);
    }
  });

  it("[CO2] what is missing two levels below is said above", async () => {
    const { oneStep, threeStep } = await threeSteps(samplesWithGaps);
    const received = new Set(oneStep.units.filter(({ reading }) => reading !== null).map(({ unit }) => unit.code));
    const parts = provinces.map(([, of]) => {
      const codes = of.flatMap(unitsOf).map(({ code }) => code);
      return [codes.filter((code) => received.has(code)).length, codes.length] as const;
    });
    expect(parts.every(([k, all]) => k > 0 && k < all)).toBe(true);
    expect(threeStep.units.map((status) => partOfBelow(status))).toEqual([...parts, null]);
    expect(threeStep.indicators.every(({ isProvisional }) => isProvisional)).toBe(true);
    const said = "TẠM TÍNH, 2/2 đơn vị, 2 đơn vị chưa đủ báo cáo cấp dưới";
    expect(JSON.stringify([...makeSummary(threeStep).sheets])).toContain(said);
    const letter = writeReport(threeStep, { on: "2022-06-30", language: "vi" });
    const told = parts.map((part, at) => `huyện ${provinces[at]?.[0] ?? ""} (${part.join("/")})`).join(", ");
    expect(JSON.stringify(letter.body)).toContain(`còn tạm tính: ${told}.`);
  });

  it.each(kinds)(
    "[CO9] over districts and provinces to the country it gives what one step gives: %s",
    async (_, kind) => {
      const { oneStep, threeStep } = await threeSteps(kind);
      expect(figures(threeStep)).toEqual(figures(oneStep));
      expect(new Set(threeStep.indicators.map(({ coverage }) => coverage[1]))).toEqual(new Set([provinces.length]));
      expect(threeStep.indicators.filter(({ value }) => value !== null).length).toBeGreaterThan(15);
    },
  );

  it.each(kinds)("[CO9] [AR10] the province's formulas give the same in plain doubles: %s", async (_, kind) => {
    const book = makeSummary((await twoSteps(kind)).twoStep);
    const valueAt = calculator(book);
    const { compared, differences } = compareWith(book, ({ sheet, ...at }) => valueAt(sheet, toA1(at)));
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(800);
  });

  it.each(kinds)("[CO9] the province's workbook is compared with the summaries inside it: %s", async (_, kind) => {
    const { twoStep } = await twoSteps(kind);
    const { findings, unevaluated } = review(twoStep.plan, snapshotOf(makeSummary(twoStep), "tinh.xlsx"));
    expect({ findings, unevaluated }).toEqual({ findings: [], unevaluated: [] });
  });

  it.each(kinds)("[CO6] [CO9] a summary that comes late changes nothing but the order of work: %s", async (_, kind) => {
    const { summaries, twoStep } = await twoSteps(kind);
    const [late, ...early] = summaries;
    if (!late) throw new Error("no summaries");
    const first = snapshotOf(makeSummary(consolidated(province, early)), "tinh.xlsx");
    const { consolidation } = merge(province, [late], { allowsErrors: true, carried: readCarried(province, first) });
    if (!consolidation) throw new Error("Nothing was consolidated.");
    expect(figures(consolidation)).toEqual(figures(twoStep));
    const read = readCarried(province, snapshotOf(makeSummary(twoStep), "tinh.xlsx"));
    expect(read?.units.filter(({ reading }) => reading?.summary).length).toBe(districts.length);
  });

  it("[CO6] [CO9] a unit that filled the form beside summaries of others keeps all that it said, if it answered nothing too", async () => {
    const { summaries } = await twoSteps(samplesWithGaps);
    const [, ...others] = summaries;
    const [unit] = province.units;
    if (!unit || !period) throw new Error("no unit");
    const filled = samplesWithGaps(province, unit, 3);
    const answered = new Set(province.elements.filter(({ content }) => content === "yes-no").map(({ code }) => code));
    const isAnswer = (key: string): boolean => [...answered].some((code) => key.includes(code));
    const unanswered = { ...filled, cells: new Map([...filled.cells].filter(([key]) => !isAnswer(key))) };
    for (const contents of [filled, unanswered]) {
      const own = review(province, snapshotOf(makeForm(province, { unit, period }, contents), "own.xlsx"));
      const book = snapshotOf(makeSummary(consolidated(province, [own, ...others])), "tinh.xlsx");
      const read = readCarried(province, book)?.units.find((status) => status.unit.code === unit.code)?.reading;
      const said = (table: "funds" | "tasks" | "households"): number =>
        [...(read?.tables.get(table)?.rows.values() ?? [])]
          .flatMap(({ cells }) => [...cells.values()])
          .filter((cell) => isTyped(cell.content) && cell.said.kind !== "missing").length;
      for (const table of ["funds", "tasks", "households"] as const) expect(said(table)).toBeGreaterThan(3);
      expect(read?.summary).toBeNull();
      expect(review(province, book).unevaluated).toEqual([]);
    }
  });

  itWithLibreOffice("[CO9] [AR10] LibreOffice computes the province's workbook to the same figures", async () => {
    const books = await Promise.all(kinds.map(async ([, kind]) => makeSummary((await twoSteps(kind)).twoStep)));
    const files = await Promise.all(books.map(async (book) => withoutStoredValues(await writeWorkbook(book))));
    const computed = await recalculate(files, { trustStored: false });
    for (const [index, book] of books.entries()) {
      const { compared, differences } = compareFormulas(book, picture(computed[index] ?? new Uint8Array()));
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(800);
    }
  });
});
