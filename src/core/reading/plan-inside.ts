import { planSheet } from "../form/cover";
import { openPlanText, type OpenedPlan } from "../plan/open-plan";
import type { Plan } from "../plan/plan";
import { planBounds } from "../plan/plan-bounds";
import { standardsIn } from "../plan/plan-standards";
import { cellAt, type Snapshot } from "../snapshot";

/** Rows above the plan's own: the program's name and the form's version. */
const headRows = 2;

/** The plan that a form carries in its very hidden sheet; null where it carries none. */
export function planInside(snapshot: Snapshot): OpenedPlan | null {
  const text = textInside(snapshot);
  return text === "" ? null : openPlanText(text);
}

/** The poverty standards of the plan that a form carries; null where it carries none, or one that cannot be read. */
export function standardsInside(snapshot: Snapshot): Plan["standards"] | null {
  const text = textInside(snapshot);
  if (text !== lastRead.text) lastRead = { text, standards: standardsIn(text) };
  return lastRead.standards;
}

/** The forms of a district carry the same plan, of hundreds of kilobytes: the last one read is not read again. */
let lastRead: { readonly text: string; readonly standards: Plan["standards"] | null } = { text: "", standards: null };

function textInside(snapshot: Snapshot): string {
  const sheet = snapshot.sheets.find(({ name }) => name === planSheet);
  let text = "";
  for (let row = headRows; sheet && text.length <= planBounds.characters; row++) {
    const piece = cellAt(sheet, row, 0)?.value;
    if (typeof piece !== "string" || piece === "") break;
    text += piece;
  }
  return text;
}
