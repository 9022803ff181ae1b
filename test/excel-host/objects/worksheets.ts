import { freeSheetName, makeSheet, refuseSheetName, sheetNamed, type HostSheet } from "../book";
import { sheetAdded, workbookTarget } from "../events";
import { itemNotFound } from "../host-error";
import { HostObject, scalar } from "../host-object";
import type { HostState } from "../state";
import { registrations } from "./registrations";
import { worksheetObject } from "./worksheet";

/** The sheets of the workbook in their order; one is found by its id or its name. */
export function worksheetsObject(state: HostState): HostObject {
  const { book } = state;
  const find = (key: string): HostSheet | undefined =>
    book.sheets.find(({ id }) => id === key) ?? sheetNamed(book, key);
  const item = (key: string): HostObject => {
    const found = find(key);
    if (!found) throw itemNotFound(`No sheet ${key}.`);
    return worksheetObject(state, found);
  };
  const shown = (visibleOnly: boolean) =>
    visibleOnly ? book.sheets.filter(({ visibility }) => visibility === "Visible") : book.sheets;
  const orNotFound = (sheet: HostSheet | undefined): HostObject => {
    if (!sheet) throw itemNotFound();
    return worksheetObject(state, sheet);
  };
  return new HostObject({
    type: "WorksheetCollection",
    scalars: { Count: scalar(() => book.sheets.length) },
    items: () => book.sheets.map((sheet) => worksheetObject(state, sheet)),
    item,
    methods: {
      ...registrations(state, "WorksheetCollection", workbookTarget),
      Add: (args) => {
        state.refuseStructure();
        const name = args.textOr(0, "");
        if (name !== "") refuseSheetName(book, name);
        const sheet = makeSheet(name === "" ? newName(state) : name);
        book.sheets.push(sheet);
        state.notify(sheetAdded(sheet));
        return worksheetObject(state, sheet);
      },
      GetActiveWorksheet: () => worksheetObject(state, book.activeSheet),
      GetCount: (args) => shown(args.truthOr(0, false)).length,
      GetFirst: (args) => orNotFound(shown(args.truthOr(0, false))[0]),
      GetLast: (args) => orNotFound(shown(args.truthOr(0, false)).at(-1)),
      GetItem: (args) => item(args.text(0)),
      GetItemOrNullObject: (args) => {
        const found = find(args.text(0));
        return found ? worksheetObject(state, found) : null;
      },
    },
  });
}

function newName({ book }: HostState): string {
  for (let count = 1; ; count += 1) {
    const name = `Sheet${count}`;
    if (freeSheetName(book, name) === name) return name;
  }
}
