import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { openPlan } from "../../../src/core/plan/open-plan";
import { openPlanBook } from "../../../src/core/plan-book/open-plan-book";
import { isUnreadable } from "../../../src/core/snapshot";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { snapshotOf } from "../../../src/workbook/memory";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { small, truongNguyen, yenChau } from "../../plans/opened";
import { recalculate } from "../../tools/libreoffice";
import { bookOf, openedFrom, withSheets, write } from "./books";
import { drawnPlans } from "./drawn-plan";

const plans = [yenChau, truongNguyen, small];

function snapshotIn(bytes: Uint8Array) {
  const snapshot = readSnapshot("plan.xlsx", bytes);
  if (isUnreadable(snapshot)) throw new Error(snapshot.detail);
  return snapshot;
}

describe("[PL1] a plan as a workbook and back", () => {
  it.each(plans.map((plan) => [plan.id, plan] as const))("%s is the same plan", (_, plan) => {
    const { plan: back, json } = openedFrom(bookOf(plan));
    expect(back).toEqual(plan);
    expect(openPlan(JSON.parse(JSON.stringify(json)))).toEqual({ plan });
  });

  it("is the same plan whatever it says", () => {
    fc.assert(
      fc.property(drawnPlans, (plan) => {
        expect(openedFrom(bookOf(plan)).plan).toEqual(plan);
      }),
      { seed: 267, numRuns: 40 },
    );
  });

  it("is the same plan through a file, texts that look like formulas included", async () => {
    const [plan] = fc.sample(drawnPlans, { seed: 12, numRuns: 1 });
    if (!plan) throw new Error("No plan.");
    const risky = { ...plan, title: { vi: "=HYPERLINK(1)", en: "=1+1" } };
    const snapshot = snapshotIn(await writeWorkbook(bookOf(risky)));
    expect(openedFrom(snapshot).plan).toEqual(risky);
    const cells = snapshot.sheets.flatMap(({ rows }) => [...rows.values()].flatMap((row) => [...row.values()]));
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
  });

  it("is the same plan after LibreOffice saved it", async () => {
    const books = await Promise.all(plans.map((plan) => writeWorkbook(bookOf(plan))));
    const saved = await recalculate(books, { trustStored: false });
    expect(saved.map((bytes) => openedFrom(snapshotIn(bytes)).plan)).toEqual(plans);
  }, 200_000);
});

describe("[PL2] a change in a workbook", () => {
  it("of one target changes that target and nothing else", () => {
    const before = openedFrom(bookOf(yenChau)).plan;
    const at = before.indicators.findIndex(({ target }) => target.kind === "level");
    const changed = write(bookOf(yenChau), { sheet: "Chỉ tiêu", entry: at + 1, key: "target.value", value: 88.5 });
    const after = openedFrom(changed).plan;
    const indicators = before.indicators.map((indicator, index) =>
      index === at ? { ...indicator, target: { ...indicator.target, value: 88.5 } } : indicator,
    );
    expect(after).toEqual({ ...before, indicators });
    expect(after).not.toEqual(before);
  });

  it("of rows and columns moved, of blank rows and of keys deleted, changes nothing", () => {
    const moved = withSheets(bookOf(small), (sheet) => ({
      ...sheet,
      cells: sheet.cells
        .filter(({ row }) => row !== 4)
        .map((cell) => ({ ...cell, row: cell.row < 5 ? cell.row : cell.row + 3, column: 40 - cell.column })),
    }));
    expect(openedFrom(moved).plan).toEqual(small);
  });

  it("of order moves an entry", () => {
    const turned = withSheets(bookOf(small), (sheet) =>
      sheet.name === "Nguồn kinh phí"
        ? { ...sheet, cells: sheet.cells.map((cell) => ({ ...cell, row: cell.row < 5 ? cell.row : 1000 - cell.row })) }
        : sheet,
    );
    expect(openedFrom(turned).plan.funds).toEqual([...small.funds].reverse());
  });

  it("that leaves an unknown column or sheet is passed over, and that is said", () => {
    const book = bookOf(small);
    const [first] = book.sheets;
    if (!first) throw new Error("No sheet.");
    const noted = withSheets(book, (sheet) =>
      sheet.name === "Đơn vị"
        ? { ...sheet, cells: [...sheet.cells, { row: 6, column: 30, value: "ghi chú", look: {} }] }
        : sheet,
    );
    const snapshot = { ...noted, sheets: [...noted.sheets, { ...first, name: "Nháp" }] };
    const opened = openPlanBook(snapshotOf(snapshot, "plan.xlsx"));
    expect(opened && "ignored" in opened ? opened.ignored : []).toEqual([
      { sheet: "Nháp", cell: "" },
      { sheet: "Đơn vị", cell: "AE" },
    ]);
  });
});
