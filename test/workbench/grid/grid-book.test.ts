import { beforeAll, describe, expect, it } from "@jest/globals";
import { BooleanNumber, CellValueType, type ICellData, type IWorkbookData } from "@univerjs/core";
import { toA1, type Cell, type CellValue } from "../../../src/core/cell";
import { makeSummary } from "../../../src/core/consolidation/book/make-summary";
import { merge } from "../../../src/core/merge";
import { review } from "../../../src/core/review";
import type { SheetSnapshot, Snapshot } from "../../../src/core/snapshot";
import type { ShownBook } from "../../../src/workbench/grid/grid";
import { gridBook, type Room, mayType } from "../../../src/workbench/grid/grid-book";
import { widthsIn } from "../../../src/workbench/grid/grid-size";
import { sameCalculated } from "../../../src/workbench/grid/shown-contents";
import { contentOf } from "../../../src/workbench/grid/univer-cell";
import type { CellLook, SheetLooks } from "../../../src/workbook/looks";
import { readLooks } from "../../../src/workbook/xlsx/read-looks";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { yenChau } from "../../plans/opened";
import { calculate } from "../../tools/univer";
import { opened, sampleFiles } from "../../worker/live";
import { emptySheet } from "../../workbook/empty-sheet";

const room: Room = { width: 100_000, height: 100_000, hasColours: true, pause: () => Promise.resolve() };

type Rows<Value> = Readonly<Record<number, Readonly<Record<number, Value>>>>;

interface Told {
  readonly cells?: Rows<Cell>;
  readonly sheet?: Partial<SheetSnapshot>;
  readonly looks?: Partial<SheetLooks>;
  readonly others?: readonly SheetSnapshot[];
}

function mapped<Value>(rows: Rows<Value>): Map<number, Map<number, Value>> {
  const entries = <Item>(of: Readonly<Record<number, Item>>): [number, Item][] =>
    Object.entries(of).map(([key, item]) => [Number(key), item]);
  return new Map(entries(rows).map(([row, cells]) => [row, new Map(entries(cells))]));
}

const plainSheet = emptySheet("Bảng");

const plainLooks: SheetLooks = {
  name: "Bảng",
  tab: null,
  defaultWidth: 9,
  defaultHeight: 15,
  widths: new Map(),
  heights: new Map(),
  freeze: { rows: 0, columns: 0 },
  hasGridlines: true,
  looks: [{}],
  cells: new Map(),
  lists: [],
  inputs: [],
  conditions: [],
};

function bookOf({ cells = {}, sheet, looks, others = [] }: Told): ShownBook {
  const sheets = [{ ...plainSheet, rows: mapped(cells), ...sheet }, ...others];
  const names = new Map([["thang", { sheet: "Bảng", cell: "B3" }]]);
  return { snapshot: { file: "a.xlsx", sheets, names }, looks: { sheets: [{ ...plainLooks, ...looks }] } };
}

function cellsIn(book: IWorkbookData, index = 0): Rows<ICellData> {
  return book.sheets[`sheet-${index}`]?.cellData as Rows<ICellData>;
}

function resource(book: IWorkbookData, name: string): Record<string, unknown[]> {
  const found = book.resources?.find((one) => one.name === name);
  return JSON.parse(found?.data ?? "{}") as Record<string, unknown[]>;
}

/** Formulas that Univer gives another value than the workbook stores, and how many there were. */
async function compared(
  books: readonly ShownBook[],
): Promise<{ readonly formulas: number; readonly differences: readonly string[] }> {
  const data: IWorkbookData[] = [];
  for (const book of books) data.push(await gridBook(book, room));
  let formulas = 0;
  const differences: string[] = [];
  for (const [index, results] of (await calculate(data)).entries()) {
    const { file, sheets } = books[index]?.snapshot ?? { file: "", sheets: [] };
    const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
    for (const [name, row, column, result] of results) {
      formulas += 1;
      const stored = byName.get(name)?.rows.get(row)?.get(column)?.value ?? null;
      const found = contentOf({ f: "=0", ...result }, null).value;
      if (sameCalculated(found, stored)) continue;
      differences.push(
        `${file} ${name}!${toA1({ row, column })}: ${JSON.stringify(stored)} / ${JSON.stringify(found)}`,
      );
    }
  }
  return { formulas, differences };
}

function fileBook({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): ShownBook {
  return { snapshot: opened({ name, bytes }), looks: readLooks(bytes) };
}

async function summaryBook(folder: "2022-H1" | "2022-Y"): Promise<ShownBook> {
  const reviews = sampleFiles(folder).map((file) => review(yenChau, opened(file)));
  const { consolidation } = merge(yenChau, reviews, { allowsErrors: false });
  if (!consolidation) throw new Error("nothing was consolidated");
  return fileBook({ name: `${folder}.xlsx`, bytes: await writeWorkbook(makeSummary(consolidation)) });
}

function formulasIn({ sheets }: Snapshot): number {
  const cells = sheets.flatMap(({ rows }) => [...rows.values()].flatMap((row) => [...row.values()]));
  return cells.filter(({ formula }) => formula !== undefined).length;
}

describe("what Univer calculates of what it is given", () => {
  it.each(["2022-H1", "2022-Y", "with-faults"] as const)(
    "is what every form stores: %s",
    async (folder) => {
      const books = sampleFiles(folder).map(fileBook);
      const { formulas, differences } = await compared(books);
      expect(differences).toEqual([]);
      expect(formulas).toBe(books.reduce((sum, { snapshot }) => sum + formulasIn(snapshot), 0));
    },
    300_000,
  );

  it.each(["2022-H1", "2022-Y"] as const)(
    "is what the summary stores: %s",
    async (folder) => {
      const book = await summaryBook(folder);
      const { formulas, differences } = await compared([book]);
      expect(differences).toEqual([]);
      expect(formulas).toBe(formulasIn(book.snapshot));
      expect(formulas).toBeGreaterThan(5_000);
    },
    300_000,
  );

  it("[ED7] takes texts for texts, whatever they look like, and reads names, dates, errors and very hidden sheets", async () => {
    const texts = "1.234|1,5|=1+1|@x|-abc| 12|12%|1e5|TRUE|false|30/06/2022|'1|#N/A?".split("|");
    const others: readonly (readonly [formula: string, value: CellValue, input: CellValue])[] = [
      ["SUM(A1:A13)", 0, null],
      ["ISTEXT(thang)", false, null],
      ["D3*2", 89_484, { date: "2022-06-30" }],
      ["ISERROR(D4)", true, { error: "#N/A" }],
      ["IF(D5,1,2)", 1, true],
      ["an!A1+1", 8, null],
      ['IF(D7="","trống",0)', "trống", null],
      ['A3&"|"', "=1+1|", null],
    ];
    const cells: Record<number, Record<number, Cell>> = {};
    for (const [row, value] of texts.entries())
      cells[row] = { 0: { value }, 1: { value: true, formula: `ISTEXT(A${row + 1})` } };
    for (const [row, [formula, value, input]] of others.entries())
      cells[row] = { ...cells[row], 2: { value, formula }, ...(input !== null && { 3: { value: input } }) };
    const seven = mapped<Cell>({ 0: { 0: { value: 7 } } });
    const hidden: SheetSnapshot = { ...plainSheet, name: "an", visibility: "very-hidden", rows: seven };
    const { formulas, differences } = await compared([bookOf({ cells, others: [hidden] })]);
    expect(differences).toEqual([]);
    expect(formulas).toBe(texts.length + others.length);
  });
});

describe("what the grid is given", () => {
  let summary: ShownBook;
  beforeAll(async () => {
    summary = await summaryBook("2022-Y");
  });

  it("holds every value of a summary as it stands there", async () => {
    const book = await gridBook(summary, room);
    const wrong: string[] = [];
    for (const [index, { name, rows }] of summary.snapshot.sheets.entries()) {
      const looks = summary.looks.sheets[index];
      const given = cellsIn(book, index);
      for (const [row, cells] of rows)
        for (const [column, { value, formula }] of cells) {
          const format = looks?.looks[looks.cells.get(row)?.get(column) ?? 0]?.format ?? null;
          const found = contentOf(given[row]?.[column], format);
          if (found.formula !== formula || !sameCalculated(found.value, value))
            wrong.push(`${name}!${toA1({ row, column })}`);
        }
    }
    expect(wrong).toEqual([]);
  });

  it("leaves the page free between sheets and within a long one", async () => {
    let pauses = 0;
    const pause = () => Promise.resolve(void (pauses += 1));
    await gridBook(summary, { ...room, pause });
    expect(pauses).toBeGreaterThanOrEqual(summary.snapshot.sheets.length);
    const row = Object.fromEntries(Array.from({ length: 100 }, (_, column) => [column, { value: column }]));
    pauses = 0;
    await gridBook(bookOf({ cells: Object.fromEntries(Array.from({ length: 200 }, (_, at) => [at, row])) }), {
      ...room,
      pause,
    });
    expect(pauses).toBe(6);
  });

  it.each([
    [1_000, 1_000, { rows: 3, columns: 2 }],
    [399, 1_000, { rows: 3, columns: 1 }],
    [99, 1_000, { rows: 3, columns: 0 }],
    [1_000, 119, { rows: 2, columns: 2 }],
    [0, 0, { rows: 0, columns: 0 }],
  ])("in a room of %i × %i, half of it is left to what moves", async (width, height, { rows, columns }) => {
    const looks = {
      freeze: { rows: 3, columns: 2 },
      heights: new Map([0, 1, 2].map((row) => [row, 15] as const)),
      widths: new Map([
        [0, 6.25],
        [1, 18.75],
      ]),
    };
    const cells = { 9: { 9: { value: 1 } } };
    const book = await gridBook(bookOf({ cells, looks }), { ...room, width, height });
    const { freeze } = book.sheets["sheet-0"] ?? {};
    expect({ rows: freeze?.ySplit, columns: freeze?.xSplit }).toEqual({ rows, columns });
  });

  it("is pure data, and writes each look once", async () => {
    const book = await gridBook(summary, room);
    expect(JSON.parse(JSON.stringify(book))).toEqual(book);
    expect(Object.keys(book.styles).length).toBeLessThan(100);
  });

  it("shows no sheet that the workbook hides", async () => {
    const book = await gridBook(summary, room);
    const shown = summary.snapshot.sheets.flatMap(({ visibility }, index) => (visibility === "visible" ? [index] : []));
    const seen = book.sheetOrder.flatMap((id, index) =>
      book.sheets[id]?.hidden === BooleanNumber.FALSE ? [index] : [],
    );
    expect(seen).toEqual(shown);
  });

  it("shows a date as a date, also where the workbook gives it no format", async () => {
    const looks: CellLook[] = [{}, { isBold: true }, { format: "d-mmm-yy" }];
    const date = { value: { date: "2022-06-30" } };
    const book = await gridBook(
      bookOf({ cells: { 0: { 0: date, 1: date, 2: date } }, looks: { looks, cells: mapped({ 0: { 1: 1, 2: 2 } }) } }),
      room,
    );
    const seen = [0, 1, 2].map((column) => {
      const cell = cellsIn(book)[0]?.[column];
      const style = typeof cell?.s === "string" ? book.styles[cell.s] : undefined;
      return [cell?.v, cell?.t, style?.n?.pattern, style?.bl];
    });
    expect(seen).toEqual([
      [44_742, CellValueType.NUMBER, "dd/mm/yyyy", undefined],
      [44_742, CellValueType.NUMBER, "dd/mm/yyyy", BooleanNumber.TRUE],
      [44_742, CellValueType.NUMBER, "d-mmm-yy", undefined],
    ]);
  });

  it("reaches no further than the sheet is used, whatever is merged, coloured, hidden or frozen", async () => {
    const all = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };
    const book = await gridBook(
      bookOf({
        cells: { 4: { 2: { value: 1 } } },
        sheet: {
          merges: [
            { top: 1, left: 0, bottom: 1, right: 16_383 },
            { top: 0, left: 1, bottom: 2, right: 1 },
            { top: 3, left: 0, bottom: 3, right: 0 },
            { top: 900, left: 0, bottom: 901, right: 0 },
          ],
        },
        looks: {
          freeze: { rows: 200, columns: 200 },
          heights: new Map([
            [0, 30],
            [5_000, 30],
          ]),
          lists: [{ block: all, choices: ["Có", "Không"] }],
          conditions: [{ block: all, formula: "$C1>0", look: { fill: "FFCDD2" } }],
        },
      }),
      room,
    );
    const { rowCount, columnCount, mergeData, freeze, rowData } = book.sheets["sheet-0"] ?? {};
    expect([rowCount, columnCount]).toEqual([60, 20]);
    expect(mergeData).toEqual([{ startRow: 1, startColumn: 0, endRow: 1, endColumn: 19 }]);
    expect([freeze?.ySplit, freeze?.xSplit]).toEqual([59, 19]);
    expect(rowData).toEqual({ 0: { h: 40 } });
    const ranges = [{ startRow: 0, startColumn: 0, endRow: 59, endColumn: 19 }];
    const [lists, conditions] = ["DATA_VALIDATION", "CONDITIONAL_FORMATTING"].map(
      (part) => resource(book, `SHEET_${part}_PLUGIN`)["sheet-0"],
    );
    expect(lists).toMatchObject([{ ranges, formula1: "Có,Không" }]);
    expect(conditions).toMatchObject([{ ranges }]);
  });

  it("leaves out a merge that Univer would go through cell by cell for ever", async () => {
    const cells = { 200_000: { 300: { value: 1 } } };
    const merges = [{ top: 0, left: 0, bottom: 1_048_575, right: 16_383 }];
    const book = await gridBook(bookOf({ cells, sheet: { merges } }), room);
    expect(book.sheets["sheet-0"]?.mergeData).toEqual([]);
  });

  it.each([[["=1+1", "b"]], [["a", "một, hai"]]])(
    "[ED7] offers no list of %j, which the grid would misread",
    async (choices) => {
      const lists = [{ block: { top: 0, left: 0, bottom: 0, right: 0 }, choices }];
      const book = await gridBook(bookOf({ looks: { lists } }), room);
      expect(resource(book, "SHEET_DATA_VALIDATION_PLUGIN")["sheet-0"]).toEqual([]);
    },
  );
});

describe("where a person may type", () => {
  const looks = { looks: [{}, { isInput: true }], cells: mapped({ 0: { 0: 1, 1: 0 } }) };
  it.each<[string, boolean, { readonly sheet: Partial<SheetSnapshot>; readonly cell: string }]>([
    ["an input of a protected sheet", true, { sheet: { isProtected: true }, cell: "A1" }],
    ["a locked cell", false, { sheet: { isProtected: true }, cell: "B1" }],
    ["a cell without a look", false, { sheet: { isProtected: true }, cell: "C9" }],
    ["any cell of a sheet without protection", true, { sheet: {}, cell: "B1" }],
    ["an input of a hidden sheet", false, { sheet: { visibility: "hidden" }, cell: "A1" }],
    ["no cell", false, { sheet: {}, cell: "?" }],
  ])("[ED5] %s: %j", (_, may, { sheet, cell }) => {
    expect(mayType(bookOf({ sheet, looks }), { sheet: "Bảng", cell })).toBe(may);
  });

  it("never on a sheet that is not there", () => {
    expect(mayType(bookOf({ looks }), { sheet: "Khác", cell: "A1" })).toBe(false);
  });
});

describe("widths in pixels", () => {
  it.each<[CellLook, number, number]>([
    [{ font: "Times New Roman", size: 12 }, 14, 112],
    [{}, 9.5, 76],
    [{ font: "Calibri", size: 11 }, 9.140625, 64],
    [{ font: "Arial", size: 10 }, 9.140625, 64],
    [{ font: ".VnTime", size: 13 }, 10, 90],
  ])("%j: %d characters are %d", (look, characters, width) => {
    expect(widthsIn(look)(characters)).toBe(width);
  });
});
