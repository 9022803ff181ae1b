import fc from "fast-check";
import type { Cell, CellValue } from "../../src/core/cell";
import type { SheetSnapshot, Snapshot } from "../../src/core/snapshot";
import { share } from "./share";

/** One thing that a person did to a workbook. Sheets, rows and columns are shares of what is there, from 0 to 1. */
export type BookChange =
  | { readonly kind: "cell"; readonly at: At; readonly becomes: CellValue; readonly formula: string | null }
  | { readonly kind: "copied"; readonly at: At; readonly to: At }
  | { readonly kind: "row"; readonly at: At; readonly does: "gone" | "twice" | "hidden" }
  | { readonly kind: "column"; readonly at: At; readonly does: "gone" | "twice" | "hidden" }
  | { readonly kind: "merge"; readonly at: At; readonly to: At }
  | {
      readonly kind: "sheet";
      readonly at: At;
      readonly does: "gone" | "twice" | "hidden" | "renamed";
      readonly name: string;
    }
  | { readonly kind: "name"; readonly at: At };

interface At {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

const at = fc.record({ sheet: share, row: share, column: share });

const texts = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      " ",
      "-",
      "–",
      "0",
      "1.234",
      "1,234",
      "1 234",
      "12,5",
      "25, 42%",
      "10.98",
      "1e5",
      "Infinity",
      "NaN",
      "x",
      "X",
      "có",
      "không",
    ],
    ...[
      "__proto__",
      "constructor",
      "hasOwnProperty",
      "=1+1",
      "+84",
      "-abc",
      "@x",
      "\t=1",
      "\r\n",
      "S01",
      "S02",
      "H01",
      "G01",
      "T01",
    ],
    ...[
      "04063",
      "04066",
      "124",
      "2022-H1",
      "2022-Y",
      "30/06/2022",
      "31/02/2022",
      "Chiềng Đông",
      "Ñëí«ng",
      "\u202Eabc",
      "\uD800",
      "v1;x",
    ],
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ unit: "grapheme-ascii", minLength: 300, maxLength: 2000 }),
  fc.integer().map(String),
);

const numbers = fc.oneof(
  fc.constantFrom(
    0,
    1,
    -1,
    0.1,
    1e15,
    2 ** 53,
    -(2 ** 53),
    1e21,
    1e308,
    -1e308,
    5e-324,
    1.7976931348623157e308,
    100,
    99.99,
    1000,
  ),
  fc.integer({ min: 0, max: 5000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
);

const value: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: numbers },
  { weight: 4, arbitrary: texts },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constantFrom("#N/A", "#REF!", "#DIV/0!", "#không").map((error) => ({ error })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("2022-06-30", "1900-01-01", "9999-12-31", "2022-06-30T12:00:00", "2020-02-29")
      .map((date) => ({ date })),
  },
);
const formula = fc.option(
  fc.constantFrom(
    "1+1",
    "SUM(F9:F20)",
    "[1]Sheet1!A1",
    "'C:\\x\\[a.xlsx]S'!A1",
    "A1:A2:A3",
    "IF(",
    "((((",
    "@A1",
    "'Bìa'!C8",
    "F9",
  ),
  { freq: 4 },
);

export const bookChange: fc.Arbitrary<BookChange> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ kind: fc.constant("cell"), at, becomes: value, formula }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("copied"), at, to: at }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("row"), at, does: fc.constantFrom("gone", "twice", "hidden") }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("column"), at, does: fc.constantFrom("gone", "twice", "hidden") }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("merge"), at, to: at }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("sheet"),
      at,
      does: fc.constantFrom("gone", "twice", "hidden", "renamed"),
      name: fc.constantFrom(
        "__proto__",
        "constructor",
        "Số liệu",
        "Sheet1",
        "số liệu (2)",
        "BÌA",
        "a'b",
        "=x",
        "pm_plan",
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("name"), at }) },
);

type Rows = ReadonlyMap<number, ReadonlyMap<number, Cell>>;

/** The workbook after all that. */
export function changedBook(book: Snapshot, changes: readonly BookChange[]): Snapshot {
  return changes.reduce(changedOnce, book);
}

function changedOnce(book: Snapshot, change: BookChange): Snapshot {
  const index = Math.floor(change.at.sheet * book.sheets.length);
  const sheet = book.sheets[index];
  if (!sheet) return book;
  if (change.kind === "name") return withName(book, sheet, change.at);
  const instead = change.kind === "sheet" ? sheetsInstead(sheet, change) : [sheetAfter(sheet, change)];
  const sheets = book.sheets.flatMap((other, position) => (position === index ? instead : [other]));
  const names = new Set<string>();
  // No workbook has two sheets of one name, nor none.
  const distinct = sheets.filter(({ name }) => !names.has(name.toLowerCase()) && names.add(name.toLowerCase()));
  return distinct.length === 0 ? book : { ...book, sheets: distinct };
}

function withName(book: Snapshot, sheet: SheetSnapshot, at: At): Snapshot {
  const name = [...book.names.keys()][Math.floor(at.column * book.names.size)];
  if (name === undefined) return book;
  return {
    ...book,
    names: new Map(book.names).set(name, { sheet: sheet.name, cell: `C${Math.floor(at.row * 20) + 1}` }),
  };
}

function sheetsInstead(sheet: SheetSnapshot, { does, name }: Extract<BookChange, { kind: "sheet" }>): SheetSnapshot[] {
  if (does === "gone") return [];
  if (does === "twice") return [sheet, { ...sheet, name }];
  return [does === "hidden" ? { ...sheet, visibility: "hidden" } : { ...sheet, name }];
}

function sheetAfter(sheet: SheetSnapshot, change: Exclude<BookChange, { kind: "name" | "sheet" }>): SheetSnapshot {
  const { row, column } = placeIn(sheet.rows, change.at);
  switch (change.kind) {
    case "cell":
      return withCell(
        sheet,
        { row, column },
        { value: change.becomes, ...(change.formula !== null && { formula: change.formula }) },
      );
    case "copied":
      return withCell(sheet, placeIn(sheet.rows, change.to), sheet.rows.get(row)?.get(column));
    case "row":
      if (change.does === "hidden") return { ...sheet, hiddenRows: new Set([...sheet.hiddenRows, row]) };
      return { ...sheet, rows: shifted(sheet.rows, row, change.does === "gone" ? -1 : 1) };
    case "column":
      if (change.does === "hidden") return { ...sheet, hiddenColumns: new Set([...sheet.hiddenColumns, column]) };
      return {
        ...sheet,
        rows: new Map(
          [...sheet.rows].map(([key, cells]) => [key, shifted(cells, column, change.does === "gone" ? -1 : 1)]),
        ),
      };
    case "merge": {
      const other = placeIn(sheet.rows, change.to);
      const block = {
        top: Math.min(row, other.row),
        bottom: Math.max(row, other.row),
        left: Math.min(column, other.column),
        right: Math.max(column, other.column),
      };
      return { ...sheet, merges: [...sheet.merges, block] };
    }
  }
}

function placeIn(rows: Rows, at: At): { readonly row: number; readonly column: number } {
  const row = [...rows.keys()][Math.floor(at.row * rows.size)] ?? 0;
  const cells = [...(rows.get(row)?.keys() ?? [])];
  return { row, column: cells[Math.floor(at.column * cells.length)] ?? 0 };
}

function withCell(sheet: SheetSnapshot, at: { row: number; column: number }, cell: Cell | undefined): SheetSnapshot {
  const cells = new Map(sheet.rows.get(at.row));
  if (cell && (cell.value !== null || cell.formula !== undefined)) cells.set(at.column, cell);
  else cells.delete(at.column);
  return { ...sheet, rows: new Map(sheet.rows).set(at.row, inOrder(cells)) };
}

/** One line taken out, or one standing there twice; what comes after it moves. */
function shifted<Value>(lines: ReadonlyMap<number, Value>, at: number, by: 1 | -1): ReadonlyMap<number, Value> {
  const moved = new Map<number, Value>();
  for (const [key, line] of lines) {
    if (by === -1 && key === at) continue;
    if (by === 1 && key === at) moved.set(key, line);
    moved.set(key > at || (by === 1 && key === at) ? key + by : key, line);
  }
  return inOrder(moved);
}

function inOrder<Value>(lines: ReadonlyMap<number, Value>): ReadonlyMap<number, Value> {
  return new Map([...lines].sort(([one], [other]) => one - other));
}
