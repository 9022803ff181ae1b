import type { Block } from "../../src/core/cell";
import { Cells } from "./cells";
import { HostError, invalidArgument } from "./host-error";

export type SheetVisibility = "Visible" | "Hidden" | "VeryHidden";

export interface HostValidation {
  readonly block: Block;
  readonly rule: Readonly<Record<string, unknown>>;
  readonly prompt: unknown;
  readonly errorAlert: unknown;
  readonly ignoreBlanks: boolean;
}

export interface HostCondition {
  readonly id: string;
  readonly blocks: readonly Block[];
  readonly type: string;
  formula: string;
  fill: string;
  fontColour: string;
  isBold: boolean;
  stopIfTrue: boolean;
}

export interface HostSheet {
  readonly id: string;
  name: string;
  visibility: SheetVisibility;
  cells: Cells;
  merges: Block[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  /** In points, as the client counts both. */
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
  /** The options it is protected with; null where it is not. */
  protection: { readonly options: Readonly<Record<string, unknown>>; readonly password: string | null } | null;
  tabColour: string;
  showsGridlines: boolean;
  frozen: Block | null;
  validations: HostValidation[];
  conditions: HostCondition[];
  readonly customProperties: Map<string, string>;
  /** Whatever was set on the page layout. */
  readonly pageLayout: Map<string, unknown>;
}

export interface HostName {
  readonly name: string;
  /** Null: of the whole workbook. */
  readonly scope: HostSheet | null;
  /** With "=". */
  formula: string;
  isVisible: boolean;
  comment: string;
}

export const longestSheetName = 31;

/** A workbook as the host keeps it. Whoever changes cells tells the book, so that formulas follow. */
export interface HostBook {
  fileName: string;
  readonly sheets: HostSheet[];
  names: HostName[];
  readonly settings: Map<string, unknown>;
  activeSheet: HostSheet;
  readonly selections: Map<HostSheet, Block>;
  isReadOnly: boolean;
  isStructureProtected: boolean;
  calculationMode: string;
}

let sheetCount = 0;

export function makeSheet(name: string): HostSheet {
  sheetCount += 1;
  return {
    id: `{00000000-0001-0000-${String(sheetCount).padStart(4, "0")}-000000000000}`,
    name,
    visibility: "Visible",
    cells: new Cells(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    columnWidths: new Map(),
    rowHeights: new Map(),
    protection: null,
    tabColour: "",
    showsGridlines: true,
    frozen: null,
    validations: [],
    conditions: [],
    customProperties: new Map(),
    pageLayout: new Map(),
  };
}

export function makeBook(fileName: string, sheets: readonly HostSheet[]): HostBook {
  const [first] = sheets;
  if (!first) throw new RangeError("A workbook has a sheet.");
  return {
    fileName,
    sheets: [...sheets],
    names: [],
    settings: new Map(),
    activeSheet: sheets.find(({ visibility }) => visibility === "Visible") ?? first,
    selections: new Map(),
    isReadOnly: false,
    isStructureProtected: false,
    calculationMode: "Automatic",
  };
}

export function sheetNamed(book: HostBook, name: string): HostSheet | undefined {
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}

/** Throws as Excel does for a name that no sheet may have, or that one has already. */
export function refuseSheetName(book: HostBook, name: string): void {
  if (name === "" || name.length > longestSheetName || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name)) {
    throw invalidArgument(`No sheet may be named ${JSON.stringify(name)}.`);
  }
  if (sheetNamed(book, name)) {
    throw new HostError(
      "ItemAlreadyExists",
      `A resource with the same name or identifier already exists: ${name}`,
      409,
    );
  }
}

/** The name itself, or with the first " (2)", " (3)", … that is free. */
export function freeSheetName(book: HostBook, wanted: string): string {
  for (let count = 1; ; count += 1) {
    const mark = count === 1 ? "" : ` (${count})`;
    const name = `${wanted.slice(0, longestSheetName - mark.length)}${mark}`;
    if (!sheetNamed(book, name)) return name;
  }
}
