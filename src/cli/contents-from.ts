import { carriedOfUnit } from "../core/consolidation/carried-of-unit";
import type { Phrase } from "../core/language";
import { unitName } from "../core/plan/lookups";
import type { Period, Unit } from "../core/plan/plan";
import type { CarriedOver } from "../core/reading/carrier";
import { carriedOfUnitLines, leftBlankPhrase, notCarried } from "../words/carried-over";
import { CannotBeDone } from "./cannot-be-done";
import { reportsToCarry } from "./reports-to-carry";
import type { Session } from "./session";

/** What one form takes, and what is to be said of the reports that it was taken from. */
export interface CarriedOfOne extends CarriedOver {
  readonly remarks: readonly Phrase[];
}

/**
 * What earlier reports give to one unit's new form: its own, or those of the units it was made of. CannotBeDone where
 * they are all others', where two are of one unit, and where nothing can be carried.
 */
export async function contentsFrom(
  session: Session,
  given: readonly string[],
  target: { readonly unit: Unit; readonly period: Period },
): Promise<CarriedOfOne> {
  const { reports, leftOut, remarks } = await reportsToCarry(session, given);
  const labels = [...new Set(reports.map(({ label }) => label))];
  const carried = carriedOfUnit(session.plan, reports, target);
  if (carried.kind === "nothing" && leftOut.length > 0) throw new CannotBeDone(...leftOut);
  if (carried.kind === "nothing") throw new CannotBeDone(notCarried.anotherUnit(labels));
  if (carried.kind !== "carried") {
    throw new CannotBeDone(...carriedOfUnitLines(unitName(target.unit), carried), ...leftOut);
  }
  const { contents } = carried;
  if (contents.counts.size === 0) {
    throw new CannotBeDone(notCarried.nothing(labels), ...contents.left.map(leftBlankPhrase));
  }
  return { ...contents, remarks };
}
