import type { Block } from "../../../src/core/cell";
import { asText, asTruth } from "../args";
import type { HostCondition } from "../book";
import { wholeSheet } from "../cells";
import { invalidArgument, itemNotFound } from "../host-error";
import { HostObject, scalar } from "../host-object";
import { plainCondition } from "../open-book";
import { intersection, type RangeRef } from "../range-ref";
import type { HostState } from "../state";
import { rangeObject } from "./range";
import { colourOf } from "./range-format";

/** Conditional formats that meet a range; only those by a formula can be made. */
export function conditionsObject(state: HostState, ref: RangeRef): HostObject {
  const { sheet, block } = ref;
  const mine = () => sheet.conditions.filter((condition) => intersection(condition.block, block));
  const objects = () => mine().map((condition) => conditionObject(state, ref, condition));
  const item = (id: string): HostObject => {
    const found = mine().find((condition) => condition.id === id);
    if (!found) throw itemNotFound(id);
    return conditionObject(state, ref, found);
  };
  return new HostObject({
    type: "ConditionalFormatCollection",
    items: objects,
    item,
    methods: {
      Add: (args) => {
        state.refuseProtected(sheet, "allowFormatCells");
        if (args.text(0) !== "Custom") throw invalidArgument("Only conditions by a formula are modelled.");
        const condition = { ...plainCondition(), block };
        // A new one comes first.
        sheet.conditions.unshift(condition);
        return conditionObject(state, ref, condition);
      },
      ClearAll: () => {
        state.refuseProtected(sheet, "allowFormatCells");
        sheet.conditions = sheet.conditions.filter((condition) => !intersection(condition.block, block));
      },
      GetCount: () => mine().length,
      GetItem: (args) => item(args.text(0)),
      GetItemAt: (args) => objects()[args.number(0)] ?? null,
    },
  });
}

/** Of several blocks only what makes a new one: one condition for all of them. */
export function conditionsOfAreas(state: HostState, sheet: RangeRef["sheet"], blocks: readonly Block[]): HostObject {
  const [first = wholeSheet, ...more] = blocks;
  return new HostObject({
    type: "ConditionalFormatCollection",
    methods: {
      Add: (args) => {
        state.refuseProtected(sheet, "allowFormatCells");
        if (args.text(0) !== "Custom") throw invalidArgument("Only conditions by a formula are modelled.");
        const condition = { ...plainCondition(), block: first, more };
        sheet.conditions.unshift(condition);
        return conditionObject(state, { sheet, block: first }, condition);
      },
    },
  });
}

function conditionObject(state: HostState, { sheet }: RangeRef, condition: HostCondition): HostObject {
  const colour = (key: "fill" | "fontColour") =>
    scalar(
      () => condition[key],
      (value) => {
        condition[key] = colourOf(value);
      },
    );
  const format = () =>
    new HostObject({
      type: "ConditionalRangeFormat",
      children: {
        Fill: () => new HostObject({ type: "ConditionalRangeFill", scalars: { Color: colour("fill") } }),
        Font: () =>
          new HostObject({
            type: "ConditionalRangeFont",
            scalars: {
              Color: colour("fontColour"),
              Bold: scalar(
                () => condition.isBold,
                (value) => {
                  condition.isBold = asTruth(value);
                },
              ),
            },
          }),
      },
    });
  const rule = () =>
    new HostObject({
      type: "ConditionalFormatRule",
      scalars: {
        Formula: scalar(
          () => condition.formula,
          (value) => {
            condition.formula = asText(value);
          },
        ),
      },
    });
  return new HostObject({
    type: "ConditionalFormat",
    identity: { Id: condition.id },
    scalars: {
      Id: scalar(() => condition.id),
      Type: scalar(() => condition.type),
      Priority: scalar(() => sheet.conditions.indexOf(condition)),
      StopIfTrue: scalar(
        () => condition.stopIfTrue,
        (value) => {
          condition.stopIfTrue = asTruth(value);
        },
      ),
    },
    children: {
      Custom: () => new HostObject({ type: "CustomConditionalFormat", children: { Format: format, Rule: rule } }),
      CustomOrNullObject: () =>
        condition.type === "Custom"
          ? new HostObject({ type: "CustomConditionalFormat", children: { Format: format, Rule: rule } })
          : null,
    },
    methods: {
      Delete: () => {
        state.refuseProtected(sheet, "allowFormatCells");
        sheet.conditions = sheet.conditions.filter((one) => one !== condition);
      },
      GetRange: () => rangeObject(state, { sheet, block: condition.block }),
    },
  });
}
