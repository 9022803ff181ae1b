import { asRecord, asTruth } from "../args";
import type { HostValidation } from "../book";
import { HostObject, scalar } from "../host-object";
import { intersection, type RangeRef } from "../range-ref";
import type { HostState } from "../state";

const kinds: Readonly<Record<string, string>> = {
  list: "List",
  custom: "Custom",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
};

/** What may be typed into a range as `Excel.DataValidation`: the first rule that meets it. */
export function validationObject(state: HostState, { sheet, block }: RangeRef): HostObject {
  const current = (): HostValidation | undefined => sheet.validations.find((one) => intersection(one.block, block));
  const put = (change: Partial<HostValidation>): void => {
    state.refuseProtected(sheet);
    const before = sheet.validations.find((one) => isSame(one.block, block));
    const plain: HostValidation = { block, rule: {}, prompt: null, errorAlert: null, ignoreBlanks: true };
    sheet.validations = [
      ...sheet.validations.filter((one) => !intersection(one.block, block)),
      { ...(before ?? plain), ...change },
    ];
  };
  return new HostObject({
    type: "DataValidation",
    scalars: {
      Rule: scalar(
        () => current()?.rule ?? {},
        (value) => put({ rule: asRecord(value) }),
      ),
      Type: scalar(() => kinds[Object.keys(current()?.rule ?? {})[0] ?? ""] ?? "None"),
      Prompt: scalar(
        () => current()?.prompt ?? { message: "", showPrompt: true, title: "" },
        (prompt) => put({ prompt }),
      ),
      ErrorAlert: scalar(
        () => current()?.errorAlert ?? { message: "", showAlert: true, style: "Stop", title: "" },
        (errorAlert) => put({ errorAlert }),
      ),
      IgnoreBlanks: scalar(
        () => current()?.ignoreBlanks ?? true,
        (value) => put({ ignoreBlanks: asTruth(value) }),
      ),
      Valid: scalar(() => null),
    },
    methods: {
      Clear: () => {
        state.refuseProtected(sheet);
        sheet.validations = sheet.validations.filter((one) => !intersection(one.block, block));
      },
    },
  });
}

function isSame(one: HostValidation["block"], other: HostValidation["block"]): boolean {
  return one.top === other.top && one.left === other.left && one.bottom === other.bottom && one.right === other.right;
}
