import { asText, asTruth } from "../args";
import type { Block } from "../../../src/core/cell";
import type { HostCondition, HostSheet } from "../book";
import { invalidArgument, itemNotFound } from "../host-error";
import { HostObject, scalar } from "../host-object";
import { plainCondition } from "../conditions-and-lists";
import { intersection } from "../range-ref";
import type { HostState } from "../state";
import { rangeObject } from "./range";
import { rangeAreasObject } from "./range-areas";
import { colourOf } from "./range-format";

/** Conditional formats that meet some blocks of a sheet; only those by a formula can be made. */
export function conditionsObject(state: HostState, sheet: HostSheet, blocks: readonly Block[]): HostObject {
  const meets = (condition: HostCondition) =>
    condition.blocks.some((one) => blocks.some((block) => intersection(one, block)));
  const mine = () => sheet.conditions.filter(meets);
  const objects = () => mine().map((condition) => conditionObject(state, sheet, condition));
  const item = (id: string): HostObject => {
    const found = mine().find((condition) => condition.id === id);
    if (!found) throw itemNotFound(id);
    return conditionObject(state, sheet, found);
  };
  return new HostObject({
    type: "ConditionalFormatCollection",
    items: objects,
    item,
    methods: {
      Add: (args) => {
        state.refuseProtected(sheet, "allowFormatCells");
        if (args.text(0) !== "Custom") throw invalidArgument("Only conditions by a formula are modelled.");
        const condition = { ...plainCondition(), blocks };
        // A new one comes first.
        sheet.conditions.unshift(condition);
        return conditionObject(state, sheet, condition);
      },
      ClearAll: () => {
        state.refuseProtected(sheet, "allowFormatCells");
        sheet.conditions = sheet.conditions.filter((condition) => !meets(condition));
      },
      GetCount: () => mine().length,
      GetItem: (args) => item(args.text(0)),
      GetItemAt: (args) => objects()[args.number(0)] ?? null,
    },
  });
}

function conditionObject(state: HostState, sheet: HostSheet, condition: HostCondition): HostObject {
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
      GetRange: () => {
        const [block] = condition.blocks;
        if (!block || condition.blocks.length > 1) throw invalidArgument("The condition has several ranges.");
        return rangeObject(state, { sheet, block });
      },
      GetRanges: () => rangeAreasObject(state, sheet, condition.blocks),
    },
  });
}
