import { beforeAll, describe, expect, it } from "@jest/globals";
import { contentAt, sameContent } from "../../../src/core/apply-edits";
import { fromA1, reference, sameValue, toA1, type CellValue, type Place, type Position } from "../../../src/core/cell";
import { cellAt, isUnreadable, type SheetSnapshot, type Snapshot } from "../../../src/core/snapshot";
import { openFile, type FileWorkbook, type SheetView } from "../../../src/workbook/file/open-file";
import { readLooks } from "../../../src/workbook/xlsx/read-looks";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { makeFiles } from "../../../src/worker/make-files";
import { itWithValidator } from "../../proof/tools";
import { recalculate } from "../../tools/libreoffice";
import { validate } from "../../tools/validator";
import { compareFiles } from "./same-but";
import { officeBooks, ownBooks, scriptBooks, type VariedBook } from "./varied-books";

const inOffice = process.env["PLAN_MONITOR_SOFFICE"] === undefined ? describe.skip : describe;
const inPython = process.env["PLAN_MONITOR_PYTHON"] === undefined ? describe.skip : describe;

const files = makeFiles();
const nowhere: SheetView = {
  mark: () => undefined,
  reveal: () => undefined,
  selected: () => null,
  onSelected: () => () => undefined,
  openNew: () => Promise.resolve(),
};

async function open({ name, bytes }: VariedBook): Promise<FileWorkbook> {
  const file = await files.open(name, bytes);
  if ("reason" in file) throw new Error(`${name}: ${file.detail}`);
  return openFile(file, { files, view: nowhere });
}

interface Typing {
  readonly what: string;
  readonly at: Place;
  readonly value: CellValue;
}

/** One cell of each kind on each sheet: a number over a number, a text over a text, one over a formula, one where nothing was. */
function typings({ sheets }: Snapshot): Typing[] {
  return sheets.flatMap((sheet) => {
    const cells = [...sheet.rows].flatMap(([row, columns]) =>
      [...columns].map(([column, cell]) => ({ position: { row, column }, cell })),
    );
    const plain = cells.filter(({ position, cell }) => cell.formula === undefined && !isCovered(sheet, position));
    const typing = (what: string, position: Position | undefined, value: CellValue): Typing[] =>
      position ? [{ what, at: { sheet: sheet.name, cell: toA1(position) }, value }] : [];
    const found = (isWanted: (value: CellValue) => boolean) => plain.find(({ cell }) => isWanted(cell.value))?.position;
    return [
      ...typing(
        "a number",
        found((value) => typeof value === "number"),
        40.25,
      ),
      ...typing(
        "a text",
        found((value) => typeof value === "string" && value !== ""),
        " Tó <Nang> & =1+1",
      ),
      ...typing("a formula", cells.find(({ cell }) => cell.formula !== undefined)?.position, 77),
      ...typing("nothing, in a row", besides(cells), "mới"),
      ...typing("nothing, below", { row: Math.max(0, ...sheet.rows.keys()) + 30, column: 1 }, 5),
    ];
  });
}

function isCovered({ merges }: SheetSnapshot, { row, column }: Position): boolean {
  return merges.some(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right && !(row === top && column === left),
  );
}

function besides(cells: readonly { readonly position: Position }[]): Position | undefined {
  const [first] = cells;
  if (!first) return undefined;
  const { row } = first.position;
  return { row, column: Math.max(0, ...cells.map(({ position }) => position.column)) + 2 };
}

/** Types as a person does; gives the reason where it is refused. */
async function type(book: FileWorkbook, { at, value }: Typing): Promise<string | null> {
  const sheet = (await book.read()).sheets.find(({ name }) => name === at.sheet);
  const position = fromA1(at.cell);
  if (!sheet || !position) throw new Error(reference(at));
  const edit = { at, expect: contentAt(sheet, position), put: { value } };
  return (await book.change({ name: { vi: "Gõ", en: "Typing" }, edits: [edit] }))?.reason ?? null;
}

/** Cells that hold something else than before, but for formulas, whose values follow. */
function otherCells(before: Snapshot, after: Snapshot): string[] {
  return after.sheets.flatMap((sheet) => {
    const earlier = before.sheets.find(({ name }) => name === sheet.name);
    if (!earlier) return [sheet.name];
    const rows = new Set([...earlier.rows.keys(), ...sheet.rows.keys()]);
    return [...rows].flatMap((row) => {
      const columns = new Set([...(earlier.rows.get(row)?.keys() ?? []), ...(sheet.rows.get(row)?.keys() ?? [])]);
      return [...columns].flatMap((column) => {
        const [was, is] = [contentAt(earlier, { row, column }), contentAt(sheet, { row, column })];
        if (sameContent(was, is) || (was.formula !== undefined && was.formula === is.formula)) return [];
        return [reference({ sheet: sheet.name, cell: toA1({ row, column }) })];
      });
    });
  });
}

function read(name: string, bytes: Uint8Array | undefined): Snapshot {
  const snapshot = readSnapshot(name, bytes ?? new Uint8Array());
  if (isUnreadable(snapshot)) throw new Error(`${name}: ${snapshot.detail}`);
  return snapshot;
}

function describeBooks(title: string, make: () => Promise<readonly VariedBook[]>): void {
  describe(title, () => {
    let books: readonly VariedBook[];
    beforeAll(async () => {
      books = await make();
    }, 180_000);

    it("[ED5] keep every part byte for byte but the sheet's, in which one cell is another; undo gives the very file", async () => {
      const faults: string[] = [];
      for (const given of books) {
        for (const typing of typings(read(given.name, given.bytes))) {
          const book = await open(given);
          const where = `${given.name}, ${typing.what} at ${reference(typing.at)}`;
          const reason = await type(book, typing);
          if (reason !== null) {
            faults.push(`${where}: ${reason}`);
            continue;
          }
          const comparison = compareFiles(given.bytes, (await book.file()).bytes);
          faults.push(...comparison.faults.map((fault) => `${where}: ${fault}`));
          // All but the sheet's part, and the workbook's where formulas must be computed anew; with less nothing is proved.
          if (comparison.untouched < 5) faults.push(`${where}: ${comparison.untouched} parts untouched`);
          await book.undo();
          if (!Buffer.from((await book.file()).bytes).equals(given.bytes)) faults.push(`${where}: not undone`);
        }
      }
      expect(faults).toEqual([]);
    }, 180_000);

    itWithValidator(
      "are as valid as before",
      async () => {
        for (const given of books) {
          const { bytes } = await typedEverywhere(given);
          expect([given.name, await validate([bytes])]).toEqual([given.name, await validate([given.bytes])]);
        }
      },
      180_000,
    );

    (process.env["PLAN_MONITOR_SOFFICE"] === undefined ? it.skip : it)(
      "[ED5] [ED7] show in LibreOffice what was typed, and all else as before",
      async () => {
        const opening = books.filter(({ isBeyondOffice }) => isBeyondOffice !== true);
        const typed = await Promise.all(opening.map(typedEverywhere));
        const before = await recalculate(
          opening.map(({ bytes }) => bytes),
          { trustStored: false },
        );
        const after = await recalculate(
          typed.map(({ bytes }) => bytes),
          { trustStored: false },
        );
        for (const [index, { name, follows }] of opening.entries()) {
          const [was, is] = [read(name, before[index]), read(name, after[index])];
          const places = typed[index]?.typings ?? [];
          expect([name, places.filter(({ at, value }) => !sameValue(valueAt(is, at), value))]).toEqual([name, []]);
          const expected = new Set(places.map(({ at }) => reference(at)));
          expect([
            name,
            otherCells(was, is).filter((cell) => !expected.has(cell) && !cell.startsWith(follows ?? "-")),
          ]).toEqual([name, []]);
          expect([name, frameOf(is)]).toEqual([name, frameOf(was)]);
          expect([name, rulesOf(after[index])]).toEqual([name, rulesOf(before[index])]);
        }
      },
      300_000,
    );
  });
}

/** All that rules typing, and what stands still; the looks of cells are told by parts that stand byte for byte. */
function rulesOf(bytes: Uint8Array | undefined) {
  return readLooks(bytes ?? new Uint8Array()).sheets.map(({ name, tab, freeze, lists, inputs, conditions }) => {
    return { name, tab, freeze, lists, inputs, conditions };
  });
}

function frameOf({ names, sheets }: Snapshot) {
  return {
    names: Object.fromEntries(names),
    sheets: sheets.map(({ name, visibility, merges, isProtected }) => ({ name, visibility, merges, isProtected })),
  };
}

function valueAt({ sheets }: Snapshot, { sheet, cell }: Place): CellValue {
  const found = sheets.find(({ name }) => name === sheet);
  const position = fromA1(cell);
  return (found && position && cellAt(found, position.row, position.column)?.value) ?? null;
}

async function typedEverywhere(given: VariedBook): Promise<{ bytes: Uint8Array; typings: readonly Typing[] }> {
  const book = await open(given);
  const made: Typing[] = [];
  for (const typing of typings(await book.read())) if ((await type(book, typing)) === null) made.push(typing);
  return { bytes: (await book.file()).bytes, typings: made };
}

describeBooks("workbooks of this program, and made by hand", ownBooks);
inPython("with Python", () => describeBooks("workbooks that openpyxl made", scriptBooks));
inOffice("with LibreOffice", () => describeBooks("workbooks that LibreOffice made", officeBooks));
