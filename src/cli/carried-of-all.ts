import { carriedOfUnit, takenByNobody } from "../core/consolidation/carried-of-unit";
import type { Phrase } from "../core/language";
import { unitName } from "../core/plan/lookups";
import type { Period, Unit } from "../core/plan/plan";
import type { CarriedOver } from "../core/reading/carrier";
import { carriedOfUnitLines, notCarried, takenByNobodyPhrase } from "../words/carried-over";
import { CannotBeDone } from "./cannot-be-done";
import { reportsToCarry } from "./reports-to-carry";
import type { Session } from "./session";

/** What the earlier reports give to the new forms, by unit code, and a line on each unit. */
export interface CarriedOfAll {
  readonly contents: ReadonlyMap<string, CarriedOver>;
  readonly lines: readonly Phrase[];
}

/**
 * Lays earlier reports (files, folders, summaries that hold them) to the units' new forms. A unit without one gets a
 * blank form and a line that says so; one that was made of others takes the sums of theirs. Throws CannotBeDone where a file cannot be read, and where two are of one unit.
 */
export async function carriedOfAll(
  session: Session,
  given: readonly string[],
  { units, period }: { readonly units: readonly Unit[]; readonly period: Period },
): Promise<CarriedOfAll> {
  const { plan } = session;
  const { reports, leftOut, remarks } = await reportsToCarry(session, given);
  const contents = new Map<string, CarriedOver>();
  const lines: Phrase[] = [];
  for (const unit of units) {
    const carried = carriedOfUnit(plan, reports, { unit, period });
    if (carried.kind === "twice") throw new CannotBeDone(notCarried.twice(unitName(unit), carried));
    if (carried.kind === "carried" && carried.contents.counts.size > 0) contents.set(unit.code, carried.contents);
    lines.push(...carriedOfUnitLines(unitName(unit), carried));
  }
  const unused = takenByNobody(plan, reports);
  if (unused.length > 0) lines.push(takenByNobodyPhrase(unused));
  return { contents, lines: [...lines, ...leftOut, ...remarks] };
}
