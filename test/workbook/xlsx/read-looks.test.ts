import { describe, expect, it } from "@jest/globals";
import type { Blueprint, Look, SheetBlueprint } from "../../../src/core/blueprint";
import { blockToA1 } from "../../../src/core/cell";
import { makeForm } from "../../../src/core/form/make-form";
import type { CellLook, SheetLooks } from "../../../src/workbook/looks";
import { readLooks } from "../../../src/workbook/xlsx/read-looks";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { yenChau } from "../../plans/opened";
import { recalculate } from "../../tools/libreoffice";
import { pack } from "./packed";
import { fullBlueprint } from "./full-blueprint";

const [unit] = yenChau.units;
const [period] = yenChau.periods;
if (!unit || !period) throw new Error("the plan has neither units nor periods");
const form = makeForm(yenChau, { unit, period });
const fullBytes = await writeWorkbook(fullBlueprint);

function lookAt(sheet: SheetLooks, row: number, column: number): CellLook {
  return sheet.looks[sheet.cells.get(row)?.get(column) ?? 0] ?? {};
}

/** What was asked for, with what the writer gives every cell. */
function asked({ size = 12, ...look }: Look, isDate: boolean): CellLook {
  return {
    font: "Times New Roman",
    size,
    ...look,
    ...(isDate && look.format === undefined && { format: "dd/mm/yyyy" }),
  };
}

function sheetOf(name: string, looks: readonly SheetLooks[]): SheetLooks {
  const found = looks.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

describe.each<readonly [string, Blueprint]>([
  ["a blueprint that uses everything", fullBlueprint],
  ["a commune's form", form],
])("the looks of %s, written and read", (_, blueprint) => {
  const read = async () => readLooks(await writeWorkbook(blueprint)).sheets;

  it("are those of its sheets, in their order", async () => {
    expect((await read()).map(({ name }) => name)).toEqual(blueprint.sheets.map(({ name }) => name));
  });

  it.each(blueprint.sheets.map((sheet) => [sheet.name, sheet] as const))("cell by cell: %s", async (name, sheet) => {
    const own = sheetOf(name, await read());
    const wrong = sheet.cells.flatMap(({ row, column, look, value }) => {
      const found = lookAt(own, row, column);
      const wanted = asked(look, value !== null && typeof value === "object" && "date" in value);
      return isSame(found, wanted) ? [] : [{ row, column, found, wanted }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it.each(blueprint.sheets.map((sheet) => [sheet.name, sheet] as const))("and around them: %s", async (name, sheet) => {
    const own = sheetOf(name, await read());
    expect(own.tab ?? undefined).toBe(sheet.tab);
    expect(own.freeze).toEqual(sheet.freeze ?? { rows: 0, columns: 0 });
    expect(widthsOf(own, sheet)).toEqual(sheet.columns.map(({ width }) => width));
    const heights = [...sheet.rows].flatMap(([row, { height }]) =>
      height === undefined ? [] : [[row, height] as const],
    );
    expect([...own.heights]).toEqual(expect.arrayContaining(heights));
    expect(own.lists.map(({ block, choices }) => [blockToA1(block), choices])).toEqual(
      sheet.lists.map(({ block, choices }) => [blockToA1(block), choices]),
    );
    expect(own.inputs.map(({ block, formula }) => [blockToA1(block), formula])).toEqual(
      sheet.inputs.map(({ block, formula }) => [blockToA1(block), formula]),
    );
    expect(own.conditions.map(({ block, formula, look }) => [blockToA1(block), formula, look])).toEqual(
      sheet.conditions.map(({ block, formula, look }) => [blockToA1(block), formula, look]),
    );
  });
});

function isSame(found: CellLook, wanted: CellLook): boolean {
  // Bottom is where texts stand that say nothing.
  const plain = (look: CellLook) => JSON.stringify(Object.entries({ upDown: "bottom", ...look }).sort());
  return plain(found) === plain(wanted);
}

function widthsOf(own: SheetLooks, { columns }: SheetBlueprint): (number | undefined)[] {
  return columns.map((_, column) => own.widths.get(column));
}

describe("the looks of files of other programs", () => {
  // Without a window it keeps no frozen panes.
  it("are kept by LibreOffice, and read from what it wrote", async () => {
    const [bytes = new Uint8Array()] = await recalculate([await writeWorkbook(form)], { trustStored: false });
    const read = readLooks(bytes).sheets;
    for (const sheet of form.sheets.filter(({ visibility }) => visibility === "visible")) {
      const own = sheetOf(sheet.name, read);
      const wrong = sheet.cells.filter(({ row, column, look }) => {
        const found = lookAt(own, row, column);
        return (
          (found.isBold ?? false) !== (look.isBold ?? false) ||
          (found.isInput ?? false) !== (look.isInput ?? false) ||
          found.fill !== look.fill ||
          found.size !== (look.size ?? 12)
        );
      });
      expect(wrong.slice(0, 3)).toEqual([]);
    }
  }, 120_000);

  it.each([
    ["no zip", new TextEncoder().encode("không phải tệp Excel")],
    ["nothing", new Uint8Array()],
    ["half a zip", fullBytes.slice(0, 2000)],
    ["no workbook", pack([{ name: "a.txt", data: "a" }])],
  ])("are none of %s", (_, bytes) => {
    expect(readLooks(bytes)).toEqual({ sheets: [] });
  });
});
