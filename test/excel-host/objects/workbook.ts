import { wholeSheet } from "../cells";
import { HostObject, scalar } from "../host-object";
import { workbookTarget } from "../events";
import type { HostState } from "../state";
import { applicationObject } from "./application";
import { insertWorksheets } from "./insert-worksheets";
import { namesObject } from "./names";
import { bookProtectionObject } from "./protection";
import { rangeObject } from "./range";
import { registrations } from "./registrations";
import { settingsObject } from "./settings";
import { worksheetsObject } from "./worksheets";

/** The root of everything: `context.workbook`. */
export function workbookObject(state: HostState): HostObject {
  const { book } = state;
  const selected = () => {
    const block = book.selections.get(book.activeSheet) ?? { ...wholeSheet, bottom: 0, right: 0 };
    return { sheet: book.activeSheet, block };
  };
  return new HostObject({
    type: "Workbook",
    scalars: {
      Name: scalar(() => book.fileName),
      ReadOnly: scalar(() => book.isReadOnly),
      AutoSave: scalar(() => false),
    },
    children: {
      Worksheets: () => worksheetsObject(state),
      Names: () => namesObject(state, null),
      Settings: () => settingsObject(state),
      Application: () => applicationObject(state),
      Protection: () => bookProtectionObject(state),
    },
    methods: {
      ...registrations(state, "Workbook", workbookTarget),
      GetSelectedRange: () => rangeObject(state, selected()),
      GetActiveCell: () => {
        const { sheet, block } = selected();
        return rangeObject(state, { sheet, block: { ...block, bottom: block.top, right: block.left } });
      },
      InsertWorksheetsFromBase64: (args) => insertWorksheets(state, args),
      // References say themselves where they lead: there is nothing to forget.
      _RemoveReference: () => undefined,
      _RemoveAllReferences: () => undefined,
    },
  });
}
