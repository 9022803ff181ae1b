import { reportEvidence } from "../form/computed-indicators";
import type { Indicator } from "../plan/plan";
import { evidenceOf, type Evidence } from "../progress/evidence";
import { readingSource } from "./reading-source";
import type { Reading } from "./reading";

const nothing: Evidence<number> = evidenceOf(null, null, null);

/** The evidence a report gives for an indicator; a summary passes up that of all its units (law CO9). */
export function readingEvidence(reading: Reading, indicator: Indicator): Evidence<number> {
  if (reading.summary) return reading.summary.evidence.get(indicator.code) ?? nothing;
  return reportEvidence(readingSource(reading), indicator);
}
