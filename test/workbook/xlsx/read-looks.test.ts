import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "@jest/globals";
import type { Blueprint, Look, SheetBlueprint } from "../../../src/core/blueprint";
import { blockToA1 } from "../../../src/core/cell";
import { makeSummary } from "../../../src/core/consolidation/book/make-summary";
import { makeForm } from "../../../src/core/form/make-form";
import { merge } from "../../../src/core/merge";
import { review } from "../../../src/core/review";
import type { CellLook, SheetLooks } from "../../../src/workbook/looks";
import { readLooks } from "../../../src/workbook/xlsx/read-looks";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { yenChau } from "../../plans/opened";
import { itWithLibreOffice, itWithPython } from "../../proof/tools";
import { recalculate } from "../../tools/libreoffice";
import { opened, sampleFiles } from "../../worker/live";
import { pack } from "./packed";
import { fullBlueprint } from "./full-blueprint";

const [unit] = yenChau.units;
const [period] = yenChau.periods;
if (!unit || !period) throw new Error("the plan has neither units nor periods");
const form = makeForm(yenChau, { unit, period });
const fullBytes = await writeWorkbook(fullBlueprint);

function summaryOf(folder: "2022-H1" | "2022-Y"): Blueprint {
  const reviews = sampleFiles(folder).map((file) => review(yenChau, opened(file)));
  const { consolidation } = merge(yenChau, reviews, { allowsErrors: false });
  if (!consolidation) throw new Error("nothing was consolidated");
  return makeSummary(consolidation);
}

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
  ["a summary", summaryOf("2022-H1")],
])("the looks of %s, written and read", (_, blueprint) => {
  let looks: Promise<readonly SheetLooks[]> | null = null;
  const read = (): Promise<readonly SheetLooks[]> =>
    (looks ??= writeWorkbook(blueprint).then((bytes) => readLooks(bytes).sheets));

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

const openpyxlScript = `
import sys, datetime
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.colors import Color
from openpyxl.formatting.rule import CellIsRule
from openpyxl.worksheet.datavalidation import DataValidation
book = Workbook()
sheet = book.active
sheet.title = "Bảng"
sheet.sheet_properties.tabColor = "1565C0"
sheet.freeze_panes = "B3"
sheet.sheet_view.showGridLines = False
sheet.column_dimensions["B"].width = 30
sheet.row_dimensions[1].height = 24
cell = sheet["A1"]
cell.value = 1234.5
cell.font = Font(name="Arial", size=14, bold=True, italic=True, underline="single", color="FF0000")
cell.fill = PatternFill("solid", fgColor="FFF8E1")
cell.border = Border(top=Side("thin"))
cell.alignment = Alignment(horizontal="center", vertical="top", wrap_text=True)
cell.number_format = "#,##0.00"
cell.protection = Protection(locked=False)
cell = sheet["A2"]
cell.value = datetime.date(2022, 6, 30)
cell.number_format = "dd/mm/yyyy"
cell.font = Font(color=Color(theme=3))
cell.fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.7999816888943144))
other = book.create_sheet("Danh mục")
other["A1"], other["A2"] = "Đạt", "Chậm"
def validate(block, **more):
    validation = DataValidation(**more)
    validation.add(block)
    sheet.add_data_validation(validation)
validate("B3:B9", type="list", formula1='"Có,Không"')
validate("C3:C9", type="list", formula1="'Danh mục'!$A$1:$A$2")
validate("D3:D9", type="custom", formula1="D3>=0", error="Không âm")
red = dict(font=Font(bold=True, color="9C0006"), fill=PatternFill("solid", bgColor="FFC7CE"))
sheet.conditional_formatting.add("D3:D9", CellIsRule(operator="greaterThan", formula=["5"], **red))
book.save(sys.argv[1])
`;

describe("the looks of files of other programs", () => {
  // Without a window it keeps no frozen panes.
  itWithLibreOffice("are kept by LibreOffice, and read from what it wrote", async () => {
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
  });

  itWithPython("are what openpyxl was asked for", async () => {
    const room = await mkdtemp(join(tmpdir(), "plan-monitor-looks-"));
    try {
      const path = join(room, "looks.xlsx");
      await promisify(execFile)(process.env["PLAN_MONITOR_PYTHON"] ?? "python3", ["-c", openpyxlScript, path]);
      const [sheet, ...others] = readLooks(await readFile(path)).sheets;
      if (!sheet) throw new Error("no sheet");
      expect(others.map(({ name }) => name)).toEqual(["Danh mục"]);
      const { name, tab, freeze, hasGridlines, widths, heights, lists, inputs, conditions } = sheet;
      expect({ name, tab, freeze, hasGridlines }).toEqual({
        name: "Bảng",
        tab: "1565C0",
        freeze: { rows: 2, columns: 1 },
        hasGridlines: false,
      });
      expect([widths.get(1), heights.get(0)]).toEqual([30, 24]);
      expect(lookAt(sheet, 0, 0)).toEqual({
        font: "Arial",
        size: 14,
        isBold: true,
        isItalic: true,
        isUnderlined: true,
        colour: "FF0000",
        fill: "FFF8E1",
        hasBorder: true,
        across: "center",
        upDown: "top",
        wraps: true,
        format: "#,##0.00",
        isInput: true,
      });
      // Of the theme that openpyxl writes; Excel rounds its tint to DCE6F1.
      expect(lookAt(sheet, 1, 0)).toMatchObject({ colour: "1F497D", fill: "DCE6F2", format: "dd/mm/yyyy" });
      expect(lists).toEqual([
        { block: { top: 2, left: 1, bottom: 8, right: 1 }, choices: ["Có", "Không"] },
        { block: { top: 2, left: 2, bottom: 8, right: 2 }, choices: ["Đạt", "Chậm"] },
      ]);
      expect(inputs).toEqual([
        { block: { top: 2, left: 3, bottom: 8, right: 3 }, formula: "D3>=0", message: "Không âm" },
      ]);
      expect(conditions).toEqual([
        {
          block: { top: 2, left: 3, bottom: 8, right: 3 },
          formula: "D3>(5)",
          look: { colour: "9C0006", fill: "FFC7CE", isBold: true },
        },
      ]);
    } finally {
      await rm(room, { recursive: true, force: true });
    }
  });

  it.each([
    ["no zip", new TextEncoder().encode("không phải tệp Excel")],
    ["nothing", new Uint8Array()],
    ["half a zip", fullBytes.slice(0, 2000)],
    ["no workbook", pack([{ name: "a.txt", data: "a" }])],
  ])("are none of %s", (_, bytes) => {
    expect(readLooks(bytes)).toEqual({ sheets: [] });
  });
});
