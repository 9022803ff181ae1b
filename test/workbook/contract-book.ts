import type { Blueprint, CellBlueprint, SheetBlueprint } from "../../src/core/blueprint";
import type { CellContent, CellEdit, Edit, PutSheet } from "../../src/core/edit";
import { pictureOf } from "../../src/core/picture";
import type { Operation } from "../../src/workbook/workbook";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";

/** A sheet with nothing on it. */
export const plain: Omit<SheetBlueprint, "name" | "cells"> = {
  visibility: "visible",
  columns: [{ width: 8 }, { width: 20 }, { width: 12 }],
  rows: new Map(),
  merges: [],
  lists: [],
  inputs: [],
  conditions: [],
  isProtected: false,
  print: { orientation: "portrait", fitsWidth: true },
};

function cell(row: number, column: number, content: CellContent & { readonly format?: string }): CellBlueprint {
  const { format, ...held } = content;
  return { row, column, ...held, look: { isInput: true, ...(format !== undefined && { format }) } };
}

/** A cover, a protected sheet of figures with hidden lines and merges, a sheet of formulas, and one that is hidden. */
export const contractBlueprint: Blueprint = {
  title: "Sổ thử",
  sheets: [
    {
      ...plain,
      name: "Bìa",
      cells: [
        cell(0, 1, { value: "BÁO CÁO" }),
        cell(1, 0, { value: "pm_unit_code" }),
        cell(1, 1, { value: "04063", format: "@" }),
        cell(2, 0, { value: "pm_seal" }),
        cell(3, 1, { value: { date: "2022-06-16" }, format: "dd/mm/yyyy" }),
        cell(4, 1, { value: true }),
        cell(5, 1, { value: "=1+1" }),
      ],
      merges: [{ top: 0, left: 1, bottom: 0, right: 2 }],
    },
    {
      ...plain,
      name: "Số liệu",
      columns: [{ width: 4, isHidden: true }, { width: 20 }, { width: 12 }, { width: 12 }],
      rows: new Map([
        [0, { isHidden: true }],
        [3, { isHidden: true }],
      ]),
      cells: [
        cell(0, 0, { value: "khóa" }),
        cell(1, 1, { value: "Số hộ nghèo" }),
        cell(1, 2, { value: "1.234", format: "@" }),
        cell(2, 1, { value: "Số hộ" }),
        cell(2, 2, { value: 4321, format: "#,##0" }),
        cell(3, 2, { value: 7 }),
        cell(4, 2, { value: 4328, formula: "SUM(C3:C4)" }),
        cell(5, 2, { value: { error: "#N/A" }, formula: "NA()" }),
      ],
      merges: [{ top: 6, left: 1, bottom: 7, right: 2 }],
      isProtected: true,
    },
    {
      ...plain,
      name: "Tổng hợp",
      cells: [
        cell(0, 0, { value: 4328, formula: "'Số liệu'!C5" }),
        cell(1, 0, { value: "04063", formula: "'Bìa'!B2" }),
        cell(2, 0, { value: 1, formula: "1" }),
      ],
    },
    { ...plain, name: "Ẩn", visibility: "very-hidden", cells: [cell(0, 0, { value: "plan" })] },
  ],
  names: [
    { name: "pm_unit_code", sheet: "Bìa", at: { row: 1, column: 1 } },
    { name: "pm_seal", sheet: "Bìa", at: { row: 2, column: 1 } },
    { name: "pm_total", sheet: "Số liệu", at: { row: 4, column: 2 } },
  ],
};

/** What a cell of the book holds in the beginning. */
export function heldBy(sheet: string, a1: string): CellContent {
  const [letter = "A", ...digits] = a1;
  const position = { row: Number(digits.join("")) - 1, column: letter.charCodeAt(0) - 65 };
  const found = contractBlueprint.sheets
    .find(({ name }) => name === sheet)
    ?.cells.find(({ row, column }) => row === position.row && column === position.column);
  if (!found) return { value: null };
  return found.formula === undefined ? { value: found.value } : { value: found.value, formula: found.formula };
}

/** An edit that expects what the book holds. */
export function put(sheet: string, a1: string, content: CellContent | CellContent["value"]): CellEdit {
  const isContent = content !== null && typeof content === "object" && "value" in content;
  return { at: { sheet, cell: a1 }, expect: heldBy(sheet, a1), put: isContent ? content : { value: content } };
}

export function operation(name: string, ...rounds: Operation["rounds"]): Operation {
  return { name: { vi: name, en: name }, rounds, drawn: null };
}

/** A sheet that may be put, with formulas to itself and to another. */
export function newSheet(name: string, count = 2): SheetBlueprint {
  return {
    ...plain,
    name,
    cells: [
      { row: 0, column: 0, value: "tên", look: { isBold: true } },
      cell(1, 1, { value: count }),
      cell(2, 1, { value: count, formula: `SUM('${name}'!B2:B2)` }),
      cell(3, 1, { value: "=@-" }),
    ],
    merges: [{ top: 5, left: 0, bottom: 5, right: 1 }],
    rows: new Map([[1, { isHidden: true }]]),
    isProtected: true,
  };
}

export function putSheet(
  sheet: SheetBlueprint,
  options: Partial<Pick<PutSheet, "replaces" | "after" | "names">> = {},
): PutSheet {
  return { kind: "put-sheet", sheet, names: [], replaces: null, after: null, ...options };
}

/** A sheet that goes, as the book holds it. */
export function dropSheet(sheet: string): Edit {
  return { kind: "drop-sheet", sheet, expect: rowsOf(sheet) };
}

/** The operation with the sheets that it puts, drawn as the program's own writer draws them. */
export async function drawn(of: Operation, ...more: readonly SheetBlueprint[]): Promise<Operation> {
  const puts = of.rounds.flat().filter((edit: Edit): edit is PutSheet => "kind" in edit && edit.kind === "put-sheet");
  const sheets = [...puts.map(({ sheet }) => sheet), ...more];
  const names = puts.flatMap((edit) => edit.names);
  const bytes = await writeWorkbook({ title: "Biểu", sheets, names });
  return { ...of, drawn: { bytes } };
}

/** The cells that a sheet of the book is expected to hold before it is replaced. */
export function rowsOf(name: string): ReturnType<typeof pictureOf>["rows"] {
  const sheet = contractBlueprint.sheets.find((one) => one.name === name);
  return sheet ? pictureOf(sheet).rows : new Map();
}
