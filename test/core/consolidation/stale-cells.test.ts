import { describe, expect, it } from "@jest/globals";
import { toA1, type Cell, type Place } from "../../../src/core/cell";
import { makeSummary } from "../../../src/core/consolidation/book/make-summary";
import { isMendable, type Review } from "../../../src/core/finding";
import { mend } from "../../../src/core/mend";
import { merge, type MergeOptions } from "../../../src/core/merge";
import type { Plan } from "../../../src/core/plan/plan";
import { noOccasion, review } from "../../../src/core/review";
import { cellAt, type Snapshot } from "../../../src/core/snapshot";
import { snapshotOf } from "../../../src/workbook/memory";
import { truongNguyen, yenChau } from "../../plans/opened";
import { elementKey, reviewsOf } from "./reports";

function summaryOf(plan: Plan, reviews: readonly Review[], options: MergeOptions = {}): Snapshot {
  const { consolidation } = merge(plan, reviews, options);
  if (!consolidation) throw new Error("Nothing was consolidated.");
  return snapshotOf(makeSummary(consolidation), "tong-hop.xlsx");
}

const complete = summaryOf(yenChau, reviewsOf(yenChau, "2022-H1"));

/** The snapshot with every cell as `change` gives it. */
function changed(snapshot: Snapshot, change: (cell: Cell, at: Place) => Cell): Snapshot {
  const sheets = snapshot.sheets.map((sheet) => {
    const rows = [...sheet.rows].map(([row, cells]) => {
      const own = [...cells].map(
        ([column, cell]) => [column, change(cell, { sheet: sheet.name, cell: toA1({ row, column }) })] as const,
      );
      return [row, new Map(own)] as const;
    });
    return { ...sheet, rows: new Map(rows) };
  });
  return { ...snapshot, sheets };
}

function withCells(snapshot: Snapshot, cells: Readonly<Record<string, Partial<Cell>>>): Snapshot {
  const wanted = new Map(Object.entries(cells));
  return changed(snapshot, (cell, at) => ({ ...cell, ...wanted.get(`${at.sheet}!${at.cell}`) }));
}

function told(snapshot: Snapshot, plan = yenChau): string[] {
  return review(plan, snapshot).findings.map(({ rule, sheet, cell }) => `${rule} ${sheet ?? ""}!${cell ?? ""}`);
}

const rule = "summary-is-what-reports-say";

/** Where a row of a summary's sheet has its cell under a key. */
function placeIn(snapshot: Snapshot, name: string, { code, key }: { code: string; key: string }): string {
  const sheet = snapshot.sheets.find((candidate) => candidate.name === name);
  const column = [...(sheet?.rows.get(0) ?? [])].find(([, { value }]) => value === key)?.[0] ?? -1;
  const row = [...(sheet?.rows ?? [])].find(([, cells]) => cells.get(0)?.value === code)?.[0] ?? -1;
  return `${name}!${toA1({ row, column })}`;
}

describe("a summary that nobody touched", () => {
  it.each(yenChau.periods.map(({ id }) => id))("%s says what its reports say", (period) => {
    const { findings, unevaluated } = review(yenChau, summaryOf(yenChau, reviewsOf(yenChau, period)));
    expect([findings, unevaluated.filter((one) => one.rule === rule)]).toEqual([[], []]);
  });

  it("of another plan too", () => {
    const period = truongNguyen.periods[0]?.id ?? "";
    expect(told(summaryOf(truongNguyen, reviewsOf(truongNguyen, period)), truongNguyen)).toEqual([]);
  });

  it("with units missing, refused, or let in with their errors", () => {
    const changes = new Map([
      ["04060", { cells: [[elementKey("S36"), null]] as const }],
      [
        "04063",
        {
          cells: [
            [elementKey("S02"), "46 hộ"],
            [elementKey("S41"), { error: "#N/A" }],
            [elementKey("S42"), { date: "2022-03-04" }],
            [elementKey("S47"), "chưa rõ"],
            [elementKey("S05", "baseline"), "1.234"],
          ] as const,
        },
      ],
    ]);
    const reviews = reviewsOf(yenChau, "2022-H1", { without: ["04093", "124"], changes });
    for (const allowsErrors of [false, true]) expect(told(summaryOf(yenChau, reviews, { allowsErrors }))).toEqual([]);
  });

  it("saved by a program that drops stored values, or that differs in the last bits", () => {
    expect(told(changed(complete, (cell) => (cell.formula === undefined ? cell : { ...cell, value: null })))).toEqual(
      [],
    );
    const near = changed(complete, (cell) =>
      cell.formula !== undefined && typeof cell.value === "number"
        ? { ...cell, value: cell.value * (1 + 1e-12) }
        : cell,
    );
    expect(told(near)).toEqual([]);
  });
});

describe("a summary that is not what its reports say", () => {
  const link = placeIn(complete, "TH Số liệu", { code: "S02", key: "actual.04063" });
  const total = placeIn(complete, "TH Số liệu", { code: "S02", key: "actual" });
  const poverty = placeIn(complete, "TH Chỉ tiêu", { code: "C01", key: "numerator" });
  const rate = placeIn(complete, "TH Chỉ tiêu", { code: "C01", key: "value" });

  it("[ED6] is told once where one cell was typed over, and mended with all that followed from it", () => {
    const edited = changed(complete, (cell, at) => {
      const place = `${at.sheet}!${at.cell}`;
      if (place === link) return { value: 9999 };
      return [total, poverty, rate].includes(place) ? { ...cell, value: 77_777 } : cell;
    });
    const found = review(yenChau, edited).findings;
    expect(found.map(({ sheet, cell }) => `${sheet ?? ""}!${cell ?? ""}`)).toEqual([link]);
    expect(found.every(isMendable)).toBe(true);
    const outcome = mend(yenChau, edited, { occasion: noOccasion, choices: [] });
    expect("snapshot" in outcome && outcome.snapshot).toEqual(complete);
  });

  it("is told at the links to a unit's sheet where a figure there is newer than they are, and at its table", () => {
    const unit = complete.sheets.find(({ name }) => name === "Chiềng Đông");
    const row = [...(unit?.rows ?? [])].find(([, cells]) => cells.get(0)?.value === "S02")?.[0] ?? -1;
    const keys = [...(unit?.rows.get(3) ?? [])];
    const column = keys.find(([, { value }]) => value === "actual")?.[0] ?? -1;
    const old = unit && cellAt(unit, row, column)?.value;
    expect(typeof old).toBe("number");
    const edited = withCells(complete, { [`Chiềng Đông!${toA1({ row, column })}`]: { value: Number(old) + 1 } });
    expect(told(edited)).toEqual([`${rule} Chiềng Đông!A6`, `${rule} ${link}`]);
  });

  it("is told for each of two that have nothing to do with each other, and once where a formula is another", () => {
    const water = placeIn(complete, "TH Số liệu", { code: "S41", key: "actual" });
    expect(told(withCells(complete, { [total]: { value: 1 }, [water]: { value: 2 } })).sort()).toEqual(
      [`${rule} ${total}`, `${rule} ${water}`].sort(),
    );
    expect(told(withCells(complete, { [total]: { formula: "SUM(A1:A2)" } }))).toEqual([`${rule} ${total}`]);
  });
});

describe("a summary of another layout", () => {
  const shifted: Snapshot = {
    ...complete,
    sheets: complete.sheets.map((sheet) =>
      sheet.name === "TH Hộ nghèo"
        ? { ...sheet, rows: new Map([...sheet.rows].map(([row, cells]) => [row > 9 ? row + 1 : row, cells])) }
        : sheet,
    ),
  };
  const without: Snapshot = { ...complete, sheets: complete.sheets.filter(({ name }) => name !== "TH Hộ nghèo") };

  it.each([
    ["rows stand elsewhere", shifted],
    ["a sheet is gone", without],
  ])("is not compared, which is said once: %s", (_, snapshot) => {
    const { findings, unevaluated } = review(yenChau, snapshot);
    expect(findings).toEqual([]);
    expect(unevaluated).toMatchObject([
      { rule, because: "summary-is-of-another-layout", about: { vi: "sheet “TH Hộ nghèo”" } },
    ]);
  });
});
