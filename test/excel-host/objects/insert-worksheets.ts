import { renameSheetIn } from "../../../src/core/sheet-in-formula";
import { asRecord, asText, type Args } from "../args";
import { freeSheetName, sheetNamed, type HostBook, type HostName, type HostSheet } from "../book";
import { wholeSheet } from "../cells";
import { sheetAdded } from "../events";
import { invalidArgument } from "../host-error";
import { HostObject } from "../host-object";
import { placeOf } from "../picture";
import type { HostState } from "../state";
import { insertSheet, placeOfSheet } from "./sheet-place";

/**
 * Sheets of another workbook come into this one; gives their ids. References between them stay, those to sheets that did
 * not come lead to the other workbook ("'[Book1.xlsx]Bìa'!A1"), names that lead into them come along, and belong to their
 * sheet where the workbook has such a name already, and the first of them becomes the active one. The last three are
 * how Excel moves and copies sheets; Microsoft does not say whether inserting does the same.
 */
export function insertWorksheets(state: HostState, args: Args): string[] {
  state.refuseStructure();
  const { book } = state;
  const arriving = state.arriving.get(args.text(0));
  if (!arriving) throw invalidArgument("The base64 text is no .xlsx workbook.");
  const options = args.record(1);
  const wanted = wantedSheets(arriving, options["sheetNamesToInsert"]);
  const position = options["positionType"] === undefined ? "End" : asText(options["positionType"]);
  const at = placeOfSheet(book, position, relativeTo(options["relativeTo"]));
  // Each insertion has a workbook of its own.
  state.arriving.delete(args.text(0));
  const others = arriving.sheets.filter((sheet) => !wanted.includes(sheet));
  const renamed = settleNames(state, wanted);
  for (const sheet of wanted) {
    redirect(sheet, (formula) => {
      const toOthers = others.reduce(
        (text, { name }) => renameSheetIn(text, name, `[${arriving.fileName}]${name}`),
        formula,
      );
      return renameAll(toOthers, renamed);
    });
  }
  for (const [index, sheet] of wanted.entries()) {
    insertSheet(book, sheet, at + index);
    state.notify(sheetAdded(sheet));
  }
  // Whatever Microsoft does not say, a program that needs the active sheet to stay must see to it (law ED5).
  const [shown] = wanted.filter(({ visibility }) => visibility === "Visible");
  if (shown) book.activeSheet = shown;
  for (const name of arriving.names) bringName(book, name, { wanted, renamed });
  return wanted.map(({ id }) => id);
}

function wantedSheets({ sheets }: HostBook, names: unknown): HostSheet[] {
  if (names === undefined || names === null || (Array.isArray(names) && names.length === 0)) return [...sheets];
  if (!Array.isArray(names)) throw invalidArgument("sheetNamesToInsert is no list.");
  const wanted = names.map((name) => asText(name).toLowerCase());
  for (const name of wanted) {
    if (!sheets.some((sheet) => sheet.name.toLowerCase() === name))
      throw invalidArgument(`No sheet ${name} to insert.`);
  }
  // In the order of the file, however they are named.
  return sheets.filter((sheet) => wanted.includes(sheet.name.toLowerCase()));
}

function relativeTo(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  if (value instanceof HostObject) return value.members.identity?.Id;
  return asText(asRecord(value)["name"]);
}

/** The new names of sheets whose own names are taken, by the old ones. */
function settleNames({ book }: HostState, wanted: readonly HostSheet[]): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const sheet of wanted) {
    const others = { ...book, sheets: [...book.sheets, ...wanted.filter((one) => one !== sheet)] };
    const name = sheetNamed(book, sheet.name) ? freeSheetName(others, sheet.name) : sheet.name;
    if (name === sheet.name) continue;
    renamed.set(sheet.name, name);
    sheet.name = name;
  }
  return renamed;
}

function renameAll(formula: string, renamed: ReadonlyMap<string, string>): string {
  return [...renamed].reduce((text, [from, to]) => renameSheetIn(text, from, to), formula);
}

function redirect(sheet: HostSheet, change: (formula: string) => string): void {
  for (const [row, column, cell] of sheet.cells.within(wholeSheet)) {
    if (cell.formula !== undefined) sheet.cells.put(row, column, { ...cell, formula: change(cell.formula) });
  }
  for (const condition of sheet.conditions) condition.formula = change(condition.formula);
}

function bringName(
  book: HostBook,
  name: HostName,
  { wanted, renamed }: { readonly wanted: readonly HostSheet[]; readonly renamed: ReadonlyMap<string, string> },
): void {
  const formula = renameAll(name.formula, renamed);
  const target = name.scope ?? wanted.find((sheet) => sheet.name === placeOf(formula)?.sheet);
  if (!target || !wanted.includes(target)) return;
  const isTaken = book.names.some((one) => one.scope === null && one.name.toLowerCase() === name.name.toLowerCase());
  book.names.push({ ...name, formula, scope: name.scope ?? (isTaken ? target : null) });
}
