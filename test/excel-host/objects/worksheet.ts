import type { Args } from "../args";
import { asText, asTruth } from "../args";
import { makeSheet, refuseSheetName, freeSheetName, sheetNamed, type HostSheet, type SheetVisibility } from "../book";
import { recalculate } from "../calculate";
import { Cells, wholeSheet } from "../cells";
import { sheetActivated, sheetAdded, sheetDeleted } from "../events";
import { breakReferences, followRename } from "../formulas";
import { HostError, invalidArgument } from "../host-error";
import { HostObject, scalar, type Method } from "../host-object";
import { checkedBlock, rangeNamed } from "../range-ref";
import type { HostState } from "../state";
import { customPropertiesObject } from "./custom-properties";
import { freezePanesObject } from "./freeze-panes";
import { namesObject } from "./names";
import { pageLayoutObject } from "./page-layout";
import { sheetProtectionObject } from "./protection";
import { rangeObject } from "./range";
import { rangeAreasNamed } from "./range-areas";
import { registrations } from "./registrations";
import { colourOf } from "./range-format";
import { insertSheet, placeOfSheet } from "./sheet-place";

/** A sheet as `Excel.Worksheet`. */
export function worksheetObject(state: HostState, sheet: HostSheet): HostObject {
  const { book } = state;
  return new HostObject({
    type: "Worksheet",
    identity: { Id: sheet.id },
    scalars: {
      Id: scalar(() => sheet.id),
      Name: scalar(
        () => sheet.name,
        (value) => renameSheet(state, sheet, asText(value)),
      ),
      Position: scalar(
        () => book.sheets.indexOf(sheet),
        (value) => moveSheet(state, sheet, Number(value)),
      ),
      Visibility: scalar(
        () => sheet.visibility,
        (value) => setVisibility(state, sheet, value),
      ),
      TabColor: scalar(
        () => sheet.tabColour,
        (value) => {
          state.refuseReadOnly();
          sheet.tabColour = colourOf(value);
        },
      ),
      ShowGridlines: scalar(
        () => sheet.showsGridlines,
        (value) => {
          sheet.showsGridlines = asTruth(value);
        },
      ),
      StandardHeight: scalar(() => 15.75),
      StandardWidth: scalar(() => 8.43),
    },
    children: {
      Protection: () => sheetProtectionObject(state, sheet),
      Names: () => namesObject(state, sheet),
      FreezePanes: () => freezePanesObject(state, sheet),
      CustomProperties: () => customPropertiesObject(state, sheet),
      PageLayout: () => pageLayoutObject(state, sheet),
    },
    methods: {
      ...ranges(state, sheet),
      ...registrations(state, "Worksheet", sheet.id),
      Activate: () => {
        if (sheet.visibility !== "Visible") throw new HostError("InvalidOperation", "The sheet is hidden.");
        book.activeSheet = sheet;
        state.notify(sheetActivated(sheet));
      },
      Calculate: () => recalculate(book, "all"),
      Copy: (args) => copySheet(state, sheet, args),
      Delete: () => deleteSheet(state, sheet),
      GetNext: (args) => neighbour(state, sheet, { step: 1, visibleOnly: args.truthOr(0, false), mayLack: false }),
      GetNextOrNullObject: (args) =>
        neighbour(state, sheet, { step: 1, visibleOnly: args.truthOr(0, false), mayLack: true }),
      GetPrevious: (args) => neighbour(state, sheet, { step: -1, visibleOnly: args.truthOr(0, false), mayLack: false }),
      GetPreviousOrNullObject: (args) =>
        neighbour(state, sheet, { step: -1, visibleOnly: args.truthOr(0, false), mayLack: true }),
    },
  });
}

function ranges(state: HostState, sheet: HostSheet): Readonly<Record<string, Method>> {
  const whole = { sheet, block: wholeSheet };
  return {
    GetRange: (args) => {
      const address = args.textOr(0, "");
      const ref = address === "" ? whole : rangeNamed(state.book, sheet, address);
      if (ref.sheet !== sheet) throw invalidArgument("The range is on another sheet.");
      return rangeObject(state, ref);
    },
    GetRanges: (args) => rangeAreasNamed(state, sheet, args.textOr(0, "")),
    GetRangeByIndexes: (args) => {
      const [top, left] = [args.number(0), args.number(1)];
      const block = checkedBlock({ top, left, bottom: top + args.number(2) - 1, right: left + args.number(3) - 1 });
      return rangeObject(state, { sheet, block });
    },
    GetCell: (args) => {
      const [row, column] = [args.number(0), args.number(1)];
      const block = checkedBlock({ top: row, left: column, bottom: row, right: column });
      return rangeObject(state, { sheet, block });
    },
    // A blank sheet's used range is its first cell.
    GetUsedRange: (args) => {
      const block = usedBlock(sheet, args.truthOr(0, false)) ?? { top: 0, left: 0, bottom: 0, right: 0 };
      return rangeObject(state, { sheet, block });
    },
    GetUsedRangeOrNullObject: (args) => {
      const block = usedBlock(sheet, args.truthOr(0, false));
      return block ? rangeObject(state, { sheet, block }) : null;
    },
  };
}

function usedBlock(sheet: HostSheet, valuesOnly: boolean) {
  return sheet.cells.used(wholeSheet, valuesOnly);
}

function renameSheet(state: HostState, sheet: HostSheet, name: string): void {
  state.refuseStructure();
  if (name === sheet.name) return;
  const before = sheet.name;
  if (sheetNamed(state.book, name) !== sheet) refuseSheetName(state.book, name);
  sheet.name = name;
  followRename(state.book, before, name);
}

function moveSheet(state: HostState, sheet: HostSheet, to: number): void {
  state.refuseStructure();
  const { book } = state;
  if (!Number.isInteger(to) || to < 0 || to >= book.sheets.length) throw invalidArgument(`No position ${to}.`);
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  book.sheets.splice(to, 0, sheet);
}

function setVisibility(state: HostState, sheet: HostSheet, value: unknown): void {
  state.refuseStructure();
  const visibility = (["Visible", "Hidden", "VeryHidden"] as const).find((one) => one === value);
  if (!visibility) throw invalidArgument(`No visibility: ${String(value)}`);
  if (visibility !== "Visible") refuseLastVisible(state, sheet);
  sheet.visibility = visibility satisfies SheetVisibility;
  if (visibility !== "Visible" && state.book.activeSheet === sheet) activateAnother(state, sheet);
}

/** A workbook must show a sheet. */
function refuseLastVisible({ book }: HostState, sheet: HostSheet): void {
  if (!book.sheets.some((one) => one !== sheet && one.visibility === "Visible")) {
    throw new HostError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
  }
}

function activateAnother({ book }: HostState, sheet: HostSheet): void {
  const index = book.sheets.indexOf(sheet);
  const order = [...book.sheets.slice(index + 1), ...book.sheets.slice(0, index).reverse()];
  const next = order.find(({ visibility }) => visibility === "Visible");
  if (next) book.activeSheet = next;
}

function deleteSheet(state: HostState, sheet: HostSheet): void {
  const { book } = state;
  state.refuseStructure();
  if (sheet.visibility === "VeryHidden") {
    throw new HostError("InvalidOperation", "A very hidden worksheet cannot be deleted.");
  }
  refuseLastVisible(state, sheet);
  if (book.activeSheet === sheet) activateAnother(state, sheet);
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  book.selections.delete(sheet);
  book.names = book.names.filter(({ scope }) => scope !== sheet);
  breakReferences(book, sheet.name);
  for (const one of book.sheets) {
    for (const [row, column, cell] of one.cells.within(wholeSheet)) {
      if (cell.formula?.includes("#REF!") === true) state.noteChange({ sheet: one, row, column });
    }
  }
  state.notify(sheetDeleted(sheet));
}

function copySheet(state: HostState, sheet: HostSheet, args: Args): HostObject {
  state.refuseStructure();
  const copy = twinOf(sheet, freeSheetName(state.book, sheet.name));
  const relative = args.any(1) === null ? undefined : args.object(1).members.identity?.Id;
  insertSheet(state.book, copy, placeOfSheet(state.book, args.textOr(0, "None"), relative));
  state.notify(sheetAdded(copy));
  return worksheetObject(state, copy);
}

function twinOf(sheet: HostSheet, name: string): HostSheet {
  const { id } = makeSheet(name);
  const cells = new Cells();
  cells.sheetLook = sheet.cells.sheetLook;
  for (const [row, look] of sheet.cells.rowLooks) cells.rowLooks.set(row, look);
  for (const [column, look] of sheet.cells.columnLooks) cells.columnLooks.set(column, look);
  for (const [row, column, cell] of sheet.cells.within(wholeSheet)) cells.put(row, column, cell);
  return {
    ...sheet,
    id,
    name,
    cells,
    merges: [...sheet.merges],
    hiddenRows: new Set(sheet.hiddenRows),
    hiddenColumns: new Set(sheet.hiddenColumns),
    columnWidths: new Map(sheet.columnWidths),
    rowHeights: new Map(sheet.rowHeights),
    validations: [...sheet.validations],
    conditions: sheet.conditions.map((condition) => ({ ...condition })),
    customProperties: new Map(sheet.customProperties),
    pageLayout: new Map(sheet.pageLayout),
  };
}

function neighbour(
  state: HostState,
  sheet: HostSheet,
  { step, visibleOnly, mayLack }: { readonly step: 1 | -1; readonly visibleOnly: boolean; readonly mayLack: boolean },
): HostObject | null {
  const { sheets } = state.book;
  for (let index = sheets.indexOf(sheet) + step; index >= 0 && index < sheets.length; index += step) {
    const next = sheets[index];
    if (next && (!visibleOnly || next.visibility === "Visible")) return worksheetObject(state, next);
  }
  if (mayLack) return null;
  throw new HostError("ItemNotFound", "There is no such sheet.", 404);
}
