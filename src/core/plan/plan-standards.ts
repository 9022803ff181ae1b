import { planBounds } from "./plan-bounds";
import { planSchema, type Plan } from "./plan";

const head = planSchema.pick({ standards: true }).loose();

/** The poverty standards that a plan's text names; null for whatever is no such text. The rest of the plan is not looked at. */
export function standardsIn(text: string): Plan["standards"] | null {
  if (text === "" || text.length > planBounds.characters) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = head.safeParse(json);
  return parsed.success ? parsed.data.standards : null;
}
