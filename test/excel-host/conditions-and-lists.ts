import type { HostCondition, HostValidation } from "./book";

/** Widths of columns are in points here, in characters in files. */
export const pointsACharacter = 5.25;

/** What may be typed into a block, told before and after. */
export function validation(
  block: HostValidation["block"],
  { rule, title, message }: { rule: HostValidation["rule"]; title: string; message: string },
): HostValidation {
  return {
    block,
    rule,
    prompt: { message, showPrompt: true, title },
    errorAlert: { message, showAlert: true, style: "Stop", title },
    ignoreBlanks: true,
  };
}

let conditionCount = 0;

/** A condition with nothing set yet, with an id of its own. */
export function plainCondition(): HostCondition {
  conditionCount += 1;
  return {
    id: `{0000000C-0000-0000-0000-${String(conditionCount).padStart(12, "0")}}`,
    blocks: [],
    type: "Custom",
    formula: "",
    fill: "",
    fontColour: "",
    isBold: false,
    stopIfTrue: false,
  };
}
