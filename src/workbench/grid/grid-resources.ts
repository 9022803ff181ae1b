import type { IRange } from "@univerjs/core";
import { fromA1, quotedSheet, toA1, type Block } from "../../core/cell";
import type { Snapshot } from "../../core/snapshot";
import type { SheetLooks } from "../../workbook/looks";
import { clipped, type Extent } from "./grid-extent";

export function rangeOf({ top, left, bottom, right }: Block): IRange {
  return { startRow: top, startColumn: left, endRow: bottom, endColumn: right };
}

/** Drop-down lists as the grid's data validation reads them. */
export function listsOf({ lists }: SheetLooks, extent: Extent): unknown[] {
  return lists.flatMap(({ block, choices }, index) => {
    const shown = clipped(block, extent);
    const formula1 = choices.join(",");
    // The grid takes a text that begins so for a formula, and every comma for the end of a choice.
    if (!shown || formula1.startsWith("=") || choices.some((choice) => choice.includes(","))) return [];
    return [
      {
        uid: `list-${index}`,
        type: "list",
        formula1,
        ranges: [rangeOf(shown)],
        showDropDown: true,
        allowBlank: true,
        // A choice of one's own is told apart by the check, not refused while typing.
        errorStyle: 2,
      },
    ];
  });
}

/** Conditions as the grid's conditional formatting reads them: of two that are true, the first is seen. */
export function conditionsOf({ conditions }: SheetLooks, extent: Extent): unknown[] {
  return conditions.flatMap(({ block, formula, look }, index) => {
    const shown = clipped(block, extent);
    if (!shown) return [];
    const style = {
      ...(look.colour !== undefined && { cl: { rgb: `#${look.colour}` } }),
      ...(look.fill !== undefined && { bg: { rgb: `#${look.fill}` } }),
      ...(look.isBold === true && { bl: 1 }),
    };
    return [
      {
        cfId: `condition-${index}`,
        ranges: [rangeOf(shown)],
        stopIfTrue: false,
        rule: { type: "highlightCell", subType: "formula", value: `=${formula}`, style },
      },
    ];
  });
}

/** Names that formulas may use. */
export function namesOf({ names }: Snapshot): Record<string, unknown> {
  return Object.fromEntries(
    [...names].flatMap(([name, { sheet, cell }], index) => {
      const position = fromA1(cell);
      if (!position) return [];
      const absolute = toA1(position).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
      const id = `name-${index}`;
      return [[id, { id, name, formulaOrRefString: `${quotedSheet(sheet)}!${absolute}` }]];
    }),
  );
}
