import { usageFaults } from "../words/usage-faults";
import { CannotBeDone } from "./cannot-be-done";

/** Viet Nam's clock is seven hours ahead of UTC all year. */
const ahead = 7 * 60 * 60 * 1000;

/** The day that a command line names, ISO `yyyy-mm-dd`, else today's in Viet Nam; CannotBeDone where it is no day. */
export function dayOf(typed: string | undefined, now: number = Date.now()): string {
  if (typed === undefined) return new Date(now + ahead).toISOString().slice(0, 10);
  if (!isDay(typed)) throw new CannotBeDone(usageFaults.unknownDay(typed));
  return typed;
}

/** "2022-06-31" is none: the calendar has to say the same day back. */
function isDay(typed: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return false;
  const moment = Date.parse(`${typed}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(typed);
}
