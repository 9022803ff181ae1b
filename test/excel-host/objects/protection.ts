import type { HostSheet } from "../book";
import { protectionChanged } from "../events";
import { accessDenied } from "../host-error";
import { HostObject, scalar } from "../host-object";
import type { HostState } from "../state";

/** What a protected sheet allows where nothing is said. */
const plainOptions: Readonly<Record<string, unknown>> = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

export function sheetProtectionObject(state: HostState, sheet: HostSheet): HostObject {
  return new HostObject({
    type: "WorksheetProtection",
    scalars: {
      Protected: scalar(() => sheet.protection !== null),
      Options: scalar(() => (sheet.protection ? { ...plainOptions, ...sheet.protection.options } : null)),
    },
    methods: {
      Protect: (args) => {
        state.refuseReadOnly();
        if (sheet.protection) throw accessDenied(`The sheet ${sheet.name} is protected already.`);
        sheet.protection = { options: args.record(0), password: args.textOr(1, "") || null };
        state.notify(protectionChanged(sheet));
      },
      // Unprotecting a sheet that is not protected does nothing.
      Unprotect: (args) => {
        state.refuseReadOnly();
        if (!sheet.protection) return;
        if ((sheet.protection.password ?? "") !== args.textOr(0, "")) throw accessDenied("The password is wrong.");
        sheet.protection = null;
        state.notify(protectionChanged(sheet));
      },
    },
  });
}

export function bookProtectionObject(state: HostState): HostObject {
  const { book } = state;
  return new HostObject({
    type: "WorkbookProtection",
    scalars: { Protected: scalar(() => book.isStructureProtected) },
    methods: {
      Protect: () => {
        if (book.isStructureProtected) throw accessDenied("The workbook is protected already.");
        book.isStructureProtected = true;
      },
      Unprotect: () => {
        book.isStructureProtected = false;
      },
    },
  });
}
