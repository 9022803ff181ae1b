import { planSheet } from "../form/cover";
import { openPlanText, type OpenedPlan } from "../plan/open-plan";
import { planBounds } from "../plan/plan-bounds";
import { cellAt, type Snapshot } from "../snapshot";

/** Rows above the plan's own: the program's name and the form's version. */
const headRows = 2;

/** The plan that a form carries in its very hidden sheet; null where it carries none. */
export function planInside(snapshot: Snapshot): OpenedPlan | null {
  const sheet = snapshot.sheets.find(({ name }) => name === planSheet);
  if (!sheet) return null;
  let text = "";
  for (let row = headRows; text.length <= planBounds.characters; row++) {
    const piece = cellAt(sheet, row, 0)?.value;
    if (typeof piece !== "string" || piece === "") break;
    text += piece;
  }
  return text === "" ? null : openPlanText(text);
}
