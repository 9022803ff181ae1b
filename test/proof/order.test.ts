import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { makeSummary } from "../../src/core/consolidation/book/make-summary";
import type { Review } from "../../src/core/finding";
import { contentsKey, type Contents } from "../../src/core/form/contents";
import { merge, type Merged } from "../../src/core/merge";
import { periodById, unitByCode } from "../../src/core/plan/lookups";
import type { Plan, Unit } from "../../src/core/plan/plan";
import { makeForm } from "../../src/core/form/make-form";
import { review } from "../../src/core/review";
import { sampleContents } from "../../src/samples/sample-contents";
import { snapshotOf } from "../../src/workbook/memory";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { truongNguyen, yenChau } from "../plans/opened";
import { reportFile, reviewFile, type ReportFile } from "./books";

function changed(contents: Contents, changes: Readonly<Record<string, string | number | null>>): Contents {
  const cells = new Map(contents.cells);
  for (const [code, value] of Object.entries(changes)) {
    const key = contentsKey({ table: "elements", code, key: "actual" });
    if (value === null) cells.delete(key);
    else cells.set(key, value);
  }
  return { ...contents, cells };
}

function file(
  plan: Plan,
  of: { unit: string; period: string },
  changes: Readonly<Record<string, string | number | null>> = {},
): Promise<ReportFile> {
  const unit = unitByCode(plan, of.unit);
  const period = periodById(plan, of.period);
  if (!unit || !period) throw new RangeError(of.unit);
  return reportFile(plan, { unit, period }, changed(sampleContents(plan, { unit, period, seed: 267 }), changes));
}

/** Reports with a blank, with an error, two of another period, and two units that sent nothing. */
async function troubled(): Promise<ReportFile[]> {
  const senders = [...yenChau.units, yenChau.whole].filter(({ code }) => code !== "04093" && code !== "04102");
  return Promise.all(
    senders.map(({ code }) =>
      file(
        yenChau,
        { unit: code, period: code === "04087" || code === "04090" ? "2022-Y" : "2022-H1" },
        code === "04060" ? { S36: null } : code === "04078" ? { S31: "chưa rà soát" } : {},
      ),
    ),
  );
}

/** Everything that a merge says, as text; `withNames` or without the names of files. */
function saying(merged: Merged, withNames: boolean): string {
  return JSON.stringify(merged, (key, value: unknown) => {
    if (key === "plan" || (key === "file" && !withNames)) return undefined;
    if (value instanceof Map) return [...(value as ReadonlyMap<unknown, unknown>)];
    return typeof value === "bigint" ? String(value) : value;
  });
}

function renamed(review: Review, name: string): Review {
  const { reading } = review;
  return { ...review, file: name, reading: reading && { ...reading, file: name } };
}

function shuffles<T>(list: readonly T[], times: number): readonly T[][] {
  const whole = fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
  return fc.sample(whole, { numRuns: times, seed: 267 });
}

describe("consolidation", () => {
  let reviews: readonly Review[] = [];
  beforeAll(async () => {
    reviews = (await troubled()).map((one) => reviewFile(yenChau, one));
  });

  it("[CO5] says the same whatever the order of the files, and when it is done again", () => {
    const first = saying(merge(yenChau, reviews), true);
    expect(saying(merge(yenChau, reviews), true)).toBe(first);
    for (const order of shuffles(reviews, 20)) expect(saying(merge(yenChau, order), true)).toBe(first);
    expect(first.length).toBeGreaterThan(50_000);
  });

  it("[CO5] says the same, but for the names, whatever the files are called", () => {
    const first = saying(merge(yenChau, reviews), false);
    for (const [index, order] of shuffles(reviews, 10).entries()) {
      const others = order.map((one, at) => renamed(one, `${(at * 7 + index) % order.length} báo cáo.xlsx`));
      expect(saying(merge(yenChau, others), false)).toBe(first);
      const alike = order.map((one) => renamed(one, "báo cáo.xlsx"));
      expect(saying(merge(yenChau, alike), false)).toBe(first);
    }
  });

  it("[CO5] writes the same bytes whatever the order of the files, and when it is done again", async () => {
    const written = await Promise.all(
      [reviews, reviews, ...shuffles(reviews, 3)].map((order) => {
        const { consolidation } = merge(yenChau, order);
        if (!consolidation) throw new Error("Nothing was consolidated.");
        return writeWorkbook(makeSummary(consolidation));
      }),
    );
    const [first, ...others] = written.map((bytes) => Buffer.from(bytes));
    expect(others.map((bytes) => first?.equals(bytes))).toEqual([true, true, true, true]);
  });

  it("[CO5] takes the same report twice under two names for one", async () => {
    const { period, units } = { period: truongNguyen.periods[0], units: truongNguyen.units };
    if (!period) throw new Error("no period");
    const files = await Promise.all(units.map(({ code }) => file(truongNguyen, { unit: code, period: period.id })));
    const own = files.map((one) => reviewFile(truongNguyen, one));
    const first = saying(merge(truongNguyen, own), true);
    const copies = own.map((one) => renamed(one, `sao chép ${one.file}`));
    for (const order of shuffles([...own, ...copies], 10)) {
      const merged = merge(truongNguyen, order);
      expect(merged.isUndecided).toBe(false);
      expect(saying(merged, true)).toBe(first);
    }
  });

  it("[CO6] is undecided where a unit sent two different reports, whatever their order", async () => {
    const other = reviewFile(yenChau, {
      ...(await file(yenChau, { unit: "04063", period: "2022-H1" }, { S05: 1 })),
      name: "04063 sửa.xlsx",
    });
    const first = saying(merge(yenChau, [...reviews, other]), true);
    for (const order of shuffles([...reviews, other], 10)) {
      const merged = merge(yenChau, order);
      expect(merged.isUndecided).toBe(true);
      expect(merged.findings.filter(({ rule }) => rule === "unit-reports-once")).toHaveLength(1);
      expect(merged.consolidation?.elements.find(({ code }) => code === "S05")?.missing).toContain("04063");
      expect(saying(merged, true)).toBe(first);
    }
  });

  it("[CO5] [CO9] two summaries with the same totals of other units' pairs are two reports", () => {
    const period = yenChau.periods[0];
    const [first, second] = yenChau.units;
    if (!period || !first || !second) throw new Error("The plan has too little.");
    const province: Plan = {
      ...yenChau,
      whole: { ...yenChau.whole, code: "14", name: "Sơn La" },
      units: [yenChau.whole],
      groups: [],
    };
    const at = (code: string): string => contentsKey({ table: "elements", code, key: "actual" });
    /** S36 and S05 are insured people and all people: from one unit, or each from another. */
    const summary = (name: string, senders: readonly (readonly [Unit, Readonly<Record<string, number>>])[]): Review => {
      const own = senders.map(([unit, figures]) => {
        const cells = new Map(Object.entries(figures).map(([code, figure]) => [at(code), figure]));
        const form = makeForm(yenChau, { unit, period }, { cover: new Map(), cells });
        return review(yenChau, snapshotOf(form, `${unit.code}.xlsx`));
      });
      const { consolidation } = merge(yenChau, own);
      if (!consolidation) throw new Error("Nothing was consolidated.");
      return review(province, snapshotOf(makeSummary(consolidation), name));
    };
    const together = summary("a.xlsx", [
      [first, { S36: 95, S05: 100 }],
      [second, {}],
    ]);
    const apart = summary("b.xlsx", [
      [first, { S36: 95 }],
      [second, { S05: 100 }],
    ]);
    for (const both of [
      [together, apart],
      [apart, together],
      [renamed(together, "c.xlsx"), apart],
    ]) {
      expect(merge(province, both).isUndecided).toBe(true);
    }
    expect(merge(province, [together, renamed(together, "c.xlsx")]).isUndecided).toBe(false);
  });
});
