import type { Block } from "../../../src/core/cell";
import type { HostSheet } from "../book";
import { wholeSheet } from "../cells";
import { HostObject, scalar } from "../host-object";
import { addressOf, rangeNamed, type RangeRef } from "../range-ref";
import type { HostState } from "../state";
import { clearRange } from "./change-range";
import { conditionsObject } from "./conditions";
import { rangeObject } from "./range";
import { formatObject } from "./range-format";
import { worksheetObject } from "./worksheet";

/** "A1:B2, C3" on one sheet. */
export function rangeAreasNamed(state: HostState, sheet: HostSheet, address: string): HostObject {
  const blocks =
    address === "" ? [wholeSheet] : address.split(",").map((one) => rangeNamed(state.book, sheet, one).block);
  return rangeAreasObject(state, sheet, blocks);
}

/** Several blocks of one sheet as `Excel.RangeAreas`. */
export function rangeAreasObject(state: HostState, sheet: HostSheet, blocks: readonly Block[]): HostObject {
  const refs = blocks.map((block): RangeRef => ({ sheet, block }));
  return new HostObject({
    type: "RangeAreas",
    scalars: {
      Address: scalar(() => refs.map(addressOf).join(",")),
      AreaCount: scalar(() => refs.length),
      CellCount: scalar(() =>
        blocks.reduce((sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1), 0),
      ),
    },
    children: {
      ConditionalFormats: () => conditionsObject(state, sheet, blocks),
      Worksheet: () => worksheetObject(state, sheet),
      Format: () => formatObject(state, sheet, blocks),
      Areas: () =>
        new HostObject({
          type: "RangeCollection",
          items: () => refs.map((ref) => rangeObject(state, ref)),
          methods: { GetItemAt: (args) => rangeObject(state, refs[args.number(0)] ?? { sheet, block: wholeSheet }) },
        }),
    },
    methods: {
      Clear: (args) => {
        for (const ref of refs) clearRange(state, ref, args.textOr(0, "All"));
      },
    },
  });
}
