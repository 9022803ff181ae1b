import type { Block } from "../../../src/core/cell";
import { maxColumns, maxRows } from "../../../src/core/cell";
import type { Args } from "../args";
import { wholeSheet } from "../cells";
import { selectionChanged } from "../events";
import { invalidArgument, itemNotFound } from "../host-error";
import { HostObject, scalar, type Method } from "../host-object";
import {
  addressOf,
  bounding,
  checkedBlock,
  fromReferenceId,
  intersection,
  isTall,
  isWide,
  localAddress,
  rangeNamed,
  referenceId,
  type RangeRef,
} from "../range-ref";
import type { HostState } from "../state";
import { cellProperties, putCellProperties } from "./cell-properties";
import { clearRange, mergeRange, unmergeRange } from "./change-range";
import { conditionsObject } from "./conditions";
import { lineProperties, linesHidden, setLinesHidden } from "./lines";
import { rangeAreasObject } from "./range-areas";
import { formatObject } from "./range-format";
import { formulasOf, grid, putNumberFormats, putValues, textOf, valuesOf, valueTypesOf } from "./range-values";
import { validationObject } from "./validation";
import { worksheetObject } from "./worksheet";

/** A block of cells as `Excel.Range`. */
export function rangeObject(state: HostState, ref: RangeRef): HostObject {
  const { sheet, block } = ref;
  const rowCount = block.bottom - block.top + 1;
  const columnCount = block.right - block.left + 1;
  return new HostObject({
    type: "Range",
    identity: { _ReferenceId: referenceId(ref) },
    scalars: {
      Address: scalar(() => addressOf(ref)),
      AddressLocal: scalar(() => localAddress(block)),
      CellCount: scalar(() => rowCount * columnCount),
      RowCount: scalar(() => rowCount),
      ColumnCount: scalar(() => columnCount),
      RowIndex: scalar(() => block.top),
      ColumnIndex: scalar(() => block.left),
      Values: scalar(
        () => valuesOf(ref),
        (value) => putValues(state, ref, value),
      ),
      Formulas: scalar(
        () => formulasOf(ref),
        (value) => putValues(state, ref, value),
      ),
      NumberFormat: scalar(
        () => grid(ref, (_, { row, column }) => sheet.cells.lookAt(row, column).numberFormat),
        (value) => putNumberFormats(state, ref, value),
      ),
      ValueTypes: scalar(() => valueTypesOf(ref)),
      Text: scalar(() => textOf(ref)),
      RowHidden: scalar(
        () => linesHidden(ref, "rows"),
        (value) => setLinesHidden(state, ref, { lines: "rows", value }),
      ),
      ColumnHidden: scalar(
        () => linesHidden(ref, "columns"),
        (value) => setLinesHidden(state, ref, { lines: "columns", value }),
      ),
      Hidden: scalar(() => linesHidden(ref, "rows") === true || linesHidden(ref, "columns") === true),
      IsEntireRow: scalar(() => isWide(block)),
      IsEntireColumn: scalar(() => isTall(block)),
      HasSpill: scalar(() => false),
    },
    children: {
      Format: () => formatObject(state, sheet, [block]),
      Worksheet: () => worksheetObject(state, sheet),
      DataValidation: () => validationObject(state, ref),
      ConditionalFormats: () => conditionsObject(state, sheet, [block]),
    },
    methods: {
      ...movements(state, ref),
      Clear: (args) => clearRange(state, ref, args.textOr(0, "All")),
      Merge: (args) => mergeRange(state, ref, args.truthOr(0, false)),
      Unmerge: () => unmergeRange(state, ref),
      Select: () => select(state, ref),
      GetCellProperties: (args) => cellProperties(ref, args.record(0)),
      GetRowProperties: (args) => lineProperties(ref, "rows", args.record(0)),
      GetColumnProperties: (args) => lineProperties(ref, "columns", args.record(0)),
      GetMergedAreasOrNullObject: () => {
        const merges = sheet.merges.filter((merge) => intersection(merge, block));
        return merges.length === 0 ? null : rangeAreasObject(state, sheet, merges);
      },
      SetCellProperties: (args) => putCellProperties(state, ref, args.any(0)),
      // The client asks before it cuts a large write into pieces.
      _ValidateArraySize: (args) => {
        if (args.number(0) !== rowCount || args.number(1) !== columnCount) {
          throw invalidArgument(
            "The number of rows or columns in the input array doesn't match the size of the range.",
          );
        }
      },
    },
  });
}

/** Goes to the sheet and selects the block. */
export function select(state: HostState, { sheet, block }: RangeRef): void {
  if (sheet.visibility !== "Visible") throw invalidArgument("A hidden sheet cannot be gone to.");
  state.book.activeSheet = sheet;
  state.book.selections.set(sheet, block);
  state.notify(selectionChanged(sheet, block));
}

/** The ways from one range to another. */
function movements(state: HostState, ref: RangeRef): Readonly<Record<string, Method>> {
  const { sheet, block } = ref;
  const to = (next: Block) => rangeObject(state, { sheet, block: checkedBlock(next) });
  const { top, left, bottom, right } = block;
  const other = (args: Args): Block => {
    const given = args.any(0);
    if (typeof given === "string") return rangeNamed(state.book, sheet, given).block;
    return fromReferenceId(state.book, args.object(0).members.identity?._ReferenceId ?? "").block;
  };
  const used = (args: Args): Block | null => {
    const valuesOnly = args.truthOr(0, false);
    return sheet.cells.used(block, valuesOnly);
  };
  return {
    GetCell: (args) => {
      const [row, column] = [top + args.number(0), left + args.number(1)];
      return to({ top: row, left: column, bottom: row, right: column });
    },
    GetRow: (args) => to({ ...block, top: top + args.number(0), bottom: top + args.number(0) }),
    GetColumn: (args) => to({ ...block, left: left + args.number(0), right: left + args.number(0) }),
    GetLastCell: () => to({ top: bottom, left: right, bottom, right }),
    GetLastRow: () => to({ ...block, top: bottom }),
    GetLastColumn: () => to({ ...block, left: right }),
    GetOffsetRange: (args) => {
      const [down, across] = [args.number(0), args.number(1)];
      return to({ top: top + down, left: left + across, bottom: bottom + down, right: right + across });
    },
    GetResizedRange: (args) => to({ ...block, bottom: bottom + args.number(0), right: right + args.number(1) }),
    GetAbsoluteResizedRange: (args) =>
      to({ ...block, bottom: top + args.number(0) - 1, right: left + args.number(1) - 1 }),
    GetEntireRow: () => to({ ...block, left: 0, right: maxColumns - 1 }),
    GetEntireColumn: () => to({ ...block, top: 0, bottom: maxRows - 1 }),
    GetBoundingRect: (args) => to(bounding(block, other(args))),
    GetIntersection: (args) => {
      const shared = intersection(block, other(args));
      if (!shared) throw itemNotFound("The ranges do not meet.");
      return to(shared);
    },
    GetIntersectionOrNullObject: (args) => {
      const shared = intersection(block, other(args));
      return shared ? to(shared) : null;
    },
    // A blank sheet's used range is its first cell.
    GetUsedRange: (args) => to(used(args) ?? { top, left, bottom: top, right: left }),
    GetUsedRangeOrNullObject: (args) => {
      const found = used(args);
      return found ? to(found) : null;
    },
    GetSurroundingRegion: () => to(sheet.cells.used(wholeSheet, true) ?? block),
  };
}
