import { toA1, type Cell } from "../../src/core/cell";
import { layoutOf, type SheetLayout } from "../../src/core/form/sheet-layout";
import { contentOf, isTyped, type Column, type Row, type Table } from "../../src/core/form/table";
import { renameSheetIn } from "../../src/core/sheet-in-formula";
import type { SheetSnapshot, Snapshot } from "../../src/core/snapshot";
import { rewritten, withSheet, type CleanForm } from "./clean-form";
import type { Fault } from "./fault";

interface Drawn {
  readonly form: CleanForm;
  readonly table: Table;
  readonly layout: SheetLayout;
  readonly sheet: SheetSnapshot;
}

/** Every mistake that can be made with a sheet, its rows and its columns, on every sheet. */
export function* structureFaults(form: CleanForm): Generator<Fault> {
  for (const table of form.tables) {
    const sheet = form.snapshot.sheets.find(({ name }) => name === table.sheet);
    if (!sheet) throw new Error(`No sheet ${table.sheet}.`);
    const drawn = { form, table, layout: layoutOf(table), sheet };
    yield* sheetFaults(drawn);
    for (const column of table.columns) yield* columnFaults(drawn, column);
    for (const row of table.rows) yield* rowFaults(drawn, row);
  }
}

/** Formulas elsewhere lose what they read, as in Excel. */
const orphaned = ["formula-is-intact"];

function* sheetFaults({ form, table, layout, sheet }: Drawn): Generator<Fault> {
  const where = table.sheet;
  const change = (to: (old: SheetSnapshot) => SheetSnapshot | null) => (snapshot: Snapshot) =>
    withSheet(snapshot, table.sheet, to);
  const whole = { sheet: table.sheet, cell: null };
  const anywhere = { at: undefined, where, implied: [] };
  yield { ...anywhere, rule: "sheet-is-present", kind: "a sheet deleted", rewrite: change(() => null) };
  yield {
    ...anywhere,
    rule: "sheet-keeps-its-name",
    kind: "a sheet renamed",
    rewrite: (snapshot) => renamed(snapshot, table.sheet, "Sheet1 (2)"),
  };
  yield {
    ...anywhere,
    rule: "sheet-appears-once",
    kind: "a sheet copied, and the copy changed",
    rewrite: (snapshot) => ({ ...snapshot, sheets: [...snapshot.sheets, changedCopy(sheet, table, layout)] }),
  };
  yield {
    ...anywhere,
    at: whole,
    rule: "nothing-is-hidden",
    kind: "a sheet hidden",
    rewrite: change((old) => ({ ...old, visibility: "hidden" })),
  };
  yield {
    ...anywhere,
    rule: "keys-are-in-place",
    kind: "the key row deleted",
    rewrite: change((old) => ({ ...old, rows: new Map([...old.rows].filter(([row]) => row !== layout.keyRow)) })),
  };
  if (table.id !== "households") {
    yield {
      ...anywhere,
      rule: "keys-are-in-place",
      kind: "all codes deleted",
      rewrite: change((old) => withoutCells(old, (row, column) => column === 0 && row > layout.numberRow)),
    };
  }
  const below = { row: layout.lastRow + 12, column: Math.min(4, table.columns.length - 2) };
  const beside = { row: layout.firstRow + 1, column: table.columns.length + 2 };
  for (const [kind, position] of [
    ["a number below the table", below],
    ["a number beside the table", beside],
  ] as const) {
    const place = { sheet: table.sheet, cell: toA1(position) };
    yield {
      ...anywhere,
      at: place,
      rule: "no-stray-figures",
      kind,
      rewrite: (snapshot) => rewritten(snapshot, place, { value: 4321 }),
    };
  }
  const mark = [...(sheet.rows.get(layout.markRow) ?? [])].map(([, { value }]) => value);
  if (mark.length > 0) {
    const unitMark = { sheet: table.sheet, cell: toA1({ row: layout.markRow, column: 1 }) };
    const other = form.plan.units.find(({ code }) => code !== form.unit.code)?.code ?? "";
    yield {
      ...anywhere,
      rule: "sheets-are-of-one-report",
      kind: "a sheet of another unit",
      rewrite: (snapshot) => rewritten(snapshot, unitMark, { value: other }),
    };
  }
}

function* columnFaults({ form, table, layout }: Drawn, column: Column): Generator<Fault> {
  const index = layout.columns.get(column.key) ?? -1;
  const where = `${table.sheet}, ${column.key}`;
  const change = (to: (old: SheetSnapshot) => SheetSnapshot) => (snapshot: Snapshot) =>
    withSheet(snapshot, table.sheet, to);
  const hasFigures = column.content !== "label" && column.key !== "check" && column.key !== "code" && !column.isHelper;
  const base = { where, at: undefined, implied: [] };
  if (hasFigures) {
    yield {
      ...base,
      rule: "column-is-present",
      kind: "a column deleted",
      // What a lost column held is found missing nowhere else; what was computed from it is.
      implied: ["missed-target-is-explained", "change-is-explained", "formula-is-intact"],
      rewrite: change((old) => withoutCells(old, (_, at) => at === index)),
    };
  }
  yield {
    ...base,
    rule: "column-appears-once",
    kind: "a column copied beside the table",
    rewrite: change((old) => copiedColumn(old, index, table.columns.length + 1)),
  };
  if (column.key !== "check") {
    yield {
      ...base,
      rule: "keys-are-in-place",
      kind: "a key altered",
      rewrite: (snapshot) =>
        rewritten(snapshot, { sheet: table.sheet, cell: toA1({ row: layout.keyRow, column: index }) }, { value: "?" }),
    };
  }
  if (hasFigures && isFilled(form, { table, layout }, index)) {
    yield {
      ...base,
      rule: "nothing-is-hidden",
      kind: "a column hidden",
      rewrite: change((old) => ({ ...old, hiddenColumns: new Set([...old.hiddenColumns, index]) })),
    };
  }
}

function* rowFaults({ form, table, layout }: Drawn, row: Row): Generator<Fault> {
  const index = layout.rows.get(row.code) ?? -1;
  const where = `${table.sheet}, ${row.code}`;
  const change = (to: (old: SheetSnapshot) => SheetSnapshot) => (snapshot: Snapshot) =>
    withSheet(snapshot, table.sheet, to);
  const codeCell = { sheet: table.sheet, cell: toA1({ row: index, column: 0 }) };
  const base = { where, at: undefined, implied: [] };
  const isVillage = table.id === "households" && row.isTotal !== true;
  const hasNumbers = [...(form.snapshot.sheets.find(({ name }) => name === table.sheet)?.rows.get(index) ?? [])].some(
    ([column, { value }]) => column > 0 && typeof value === "number",
  );
  yield {
    ...base,
    rule: "code-is-present",
    kind: "a row deleted",
    implied: [...orphaned, "same-figure-agrees-everywhere", "opening-is-last-closing", "total-is-the-sum-of-its-parts"],
    rewrite: change((old) => ({ ...old, rows: new Map([...old.rows].filter(([at]) => at !== index)) })),
  };
  yield {
    ...base,
    at: { sheet: table.sheet, cell: toA1({ row: layout.lastRow + 15, column: 0 }) },
    rule: "code-appears-once",
    kind: "a row copied below the table",
    rewrite: change((old) => ({
      ...old,
      rows: new Map([...old.rows, [layout.lastRow + 15, old.rows.get(index) ?? new Map()] as const]),
    })),
  };
  if (!isVillage || hasNumbers) {
    yield {
      ...base,
      at: codeCell,
      rule: "code-is-known",
      kind: "a code changed",
      implied: [
        ...["code-is-present", "same-figure-agrees-everywhere", "opening-is-last-closing"],
        ...["total-is-the-sum-of-its-parts", "missed-target-is-explained", "change-is-explained", "formula-is-intact"],
      ],
      rewrite: (snapshot) => rewritten(snapshot, codeCell, { value: "Z99" }),
    };
  }
  if (!isVillage || hasNumbers) {
    yield {
      ...base,
      rule: "keys-are-in-place",
      kind: "a code deleted",
      rewrite: (snapshot) => rewritten(snapshot, codeCell, null),
    };
  }
  if (hasNumbers) {
    yield {
      ...base,
      rule: "nothing-is-hidden",
      kind: "a row hidden",
      rewrite: change((old) => ({ ...old, hiddenRows: new Set([...old.hiddenRows, index]) })),
    };
  }
  const [first, second] = table.columns.flatMap((column, at) =>
    isTyped(contentOf(row, column)) && contentOf(row, column) !== "text" ? [at] : [],
  );
  if (first !== undefined && second === first + 1) {
    yield {
      ...base,
      at: { sheet: table.sheet, cell: toA1({ row: index, column: first }) },
      rule: "inputs-are-not-merged",
      kind: "two inputs merged",
      rewrite: change((old) => ({
        ...old,
        merges: [...old.merges, { top: index, bottom: index, left: first, right: second }],
      })),
    };
  }
}

function isFilled({ snapshot }: CleanForm, { table, layout }: { table: Table; layout: SheetLayout }, column: number) {
  const sheet = snapshot.sheets.find(({ name }) => name === table.sheet);
  return [...layout.rows.values()].some((row) => typeof sheet?.rows.get(row)?.get(column)?.value === "number");
}

/** "Số liệu (2)", with a word typed into its first cell that is typed. */
function changedCopy(sheet: SheetSnapshot, table: Table, layout: SheetLayout): SheetSnapshot {
  const rows = new Map(sheet.rows);
  for (const row of table.rows.filter(({ isTotal }) => !isTotal)) {
    const column = table.columns.find((candidate) => isTyped(contentOf(row, candidate)));
    const [index, at] = [layout.rows.get(row.code), column && layout.columns.get(column.key)];
    if (index === undefined || at === undefined) continue;
    rows.set(index, new Map([...(rows.get(index) ?? []), [at, { value: "khác" }]]));
    break;
  }
  return { ...sheet, name: `${sheet.name} (2)`, rows };
}

function withoutCells(sheet: SheetSnapshot, isGone: (row: number, column: number) => boolean): SheetSnapshot {
  const rows = [...sheet.rows].map(
    ([row, cells]) => [row, new Map([...cells].filter(([column]) => !isGone(row, column)))] as const,
  );
  return { ...sheet, rows: new Map(rows.filter(([, cells]) => cells.size > 0)) };
}

function copiedColumn(sheet: SheetSnapshot, from: number, to: number): SheetSnapshot {
  const rows = [...sheet.rows].map(([row, cells]) => {
    const cell = cells.get(from);
    return [row, cell ? new Map([...cells, [to, cell] as const]) : cells] as const;
  });
  return { ...sheet, rows: new Map(rows) };
}

function renamed(snapshot: Snapshot, from: string, to: string): Snapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => ({
      ...sheet,
      name: sheet.name === from ? to : sheet.name,
      rows: new Map(
        [...sheet.rows].map(([row, cells]) => [
          row,
          new Map(
            [...cells].map(([column, cell]): [number, Cell] => [
              column,
              cell.formula === undefined ? cell : { ...cell, formula: renameSheetIn(cell.formula, from, to) },
            ]),
          ),
        ]),
      ),
    })),
  };
}
