import { readCarried } from "../core/consolidation/read-summary-book";
import { isReading, readReport } from "../core/reading/read-report";
import type { Reading } from "../core/reading/reading";
import { review } from "../core/review";
import { CannotBeDone } from "./cannot-be-done";
import { complaintsOf } from "../core/rules/complaints";
import { expandInputs } from "./inputs";
import { openInputs } from "./open-workbook";
import type { Session } from "./session";

/**
 * The earlier reports behind the paths of `--previous`: reports of units, and those that summaries hold. Throws
 * CannotBeDone where one cannot be read: what is asked for is compared, never left out in silence.
 */
export async function openEarlier({ plan }: Session, given: readonly string[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  for await (const { opened } of openInputs(await expandInputs(given))) {
    if (!("snapshot" in opened)) throw new CannotBeDone(...complaintsOf([review(plan, opened)]));
    const reading = readReport(plan, opened.snapshot);
    if (!isReading(reading)) throw new CannotBeDone(...complaintsOf([review(plan, opened.snapshot)]));
    if (reading.summary === null) readings.push(reading);
    else readings.push(...carriedReadings(readCarried(plan, opened.snapshot)));
  }
  return readings;
}

function carriedReadings(carried: ReturnType<typeof readCarried>): Reading[] {
  return (carried?.units ?? []).flatMap(({ reading }) => (reading === null ? [] : [reading]));
}
