import type { HostSheet } from "../book";
import type { Block } from "../../../src/core/cell";
import { HostObject } from "../host-object";
import { fromReferenceId, rangeNamed } from "../range-ref";
import type { HostState } from "../state";
import { rangeObject } from "./range";
import { maxColumns, maxRows } from "../../../src/core/cell";

/** Rows and columns that stay in view. */
export function freezePanesObject(state: HostState, sheet: HostSheet): HostObject {
  const freeze = (rows: number, columns: number): void => {
    state.refuseReadOnly();
    sheet.frozen = rows === 0 && columns === 0 ? null : { top: 0, left: 0, bottom: rows - 1, right: columns - 1 };
  };
  return new HostObject({
    type: "WorksheetFreezePanes",
    methods: {
      FreezeRows: (args) => freeze(args.numberOr(0, 1), 0),
      FreezeColumns: (args) => freeze(0, args.numberOr(0, 1)),
      FreezeAt: (args) => {
        const given = args.any(0);
        const { block } =
          typeof given === "string"
            ? rangeNamed(state.book, sheet, given)
            : fromReferenceId(state.book, args.object(0).members.identity?._ReferenceId ?? "");
        freeze(block.bottom + 1, block.right + 1);
      },
      Unfreeze: () => freeze(0, 0),
      GetLocationOrNullObject: () => (sheet.frozen ? rangeObject(state, { sheet, block: shown(sheet.frozen) }) : null),
    },
  });
}

/** Frozen rows alone are whole rows. */
function shown({ bottom, right }: Block): Block {
  return { top: 0, left: 0, bottom: bottom < 0 ? maxRows - 1 : bottom, right: right < 0 ? maxColumns - 1 : right };
}
