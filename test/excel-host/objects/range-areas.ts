import type { HostSheet } from "../book";
import { wholeSheet } from "../cells";
import { HostObject, scalar } from "../host-object";
import { addressOf, rangeNamed, type RangeRef } from "../range-ref";
import type { HostState } from "../state";
import { clearRange } from "./change-range";
import { conditionsOfAreas } from "./conditions";
import { rangeObject } from "./range";
import { formatObject } from "./range-format";

/** Several blocks of one sheet ("A1:B2, C3") as `Excel.RangeAreas`. */
export function rangeAreasObject(state: HostState, sheet: HostSheet, address: string): HostObject {
  const refs: RangeRef[] =
    address === ""
      ? [{ sheet, block: wholeSheet }]
      : address.split(",").map((one) => rangeNamed(state.book, sheet, one));
  const blocks = refs.map(({ block }) => block);
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
      Format: () => formatObject(state, sheet, blocks),
      ConditionalFormats: () => conditionsOfAreas(state, sheet, blocks),
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
