import { describe, expect, it } from "@jest/globals";
import { applyEdits, isRefusal } from "../../src/core/apply-edits";
import { isMendable } from "../../src/core/finding";
import { mend } from "../../src/core/mend";
import { canonicalReading } from "../../src/core/reading/canonical";
import { isReading, readReport } from "../../src/core/reading/read-report";
import type { Snapshot } from "../../src/core/snapshot";
import { faultsIn } from "./all-faults";
import { planted, type CleanForm } from "./clean-form";
import type { Fault } from "./fault";
import { cleanForms } from "./forms";
import { kindOf } from "./matrix-page";

/** Faults after whose mend the report says again just what it said without them. */
const restored: ReadonlySet<string> = new Set([
  "a number stored as text",
  "the key row deleted",
  "all codes deleted",
  "a key altered",
  "a code deleted",
  "a sheet renamed",
  "a sheet hidden",
  "a column hidden",
  "a row hidden",
  "a formula deleted",
  "a formula changed",
  "a formula typed over with its value",
  "a formula typed over with another number",
  "a fixed number changed",
  "a total typed over",
  "a total out of date",
  "a formula that reads another file",
]);

const everyNth = 90;

function saying({ plan }: CleanForm, snapshot: Snapshot): string {
  const reading = readReport(plan, snapshot);
  if (!isReading(reading)) throw new Error("No report is left.");
  return canonicalReading(reading);
}

/** Of each kind the first place and then every nth. */
function some(form: CleanForm): Fault[] {
  const seen = new Map<string, number>();
  return [...faultsIn(form)].filter((fault) => {
    const count = seen.get(kindOf(fault)) ?? 0;
    seen.set(kindOf(fault), count + 1);
    return count % everyNth === 0;
  });
}

describe.each(cleanForms().map((form) => [`${form.plan.id} ${form.unit.code} ${form.period.id}`, form] as const))(
  "%s",
  (_, form) => {
    const clean = saying(form, form.snapshot);

    it("[ED4] [ED6] whatever the fault, after mending nothing is left to a machine, and mending again changes nothing", () => {
      const wrong: string[] = [];
      for (const fault of some(form)) {
        const given = planted(form, [fault]);
        const request = { occasion: form.occasion, choices: [] };
        const outcome = mend(form.plan, given, request);
        const where = `${fault.where}: ${fault.kind}`;
        if (isRefusal(outcome)) {
          wrong.push(`${where}: refused at ${outcome.at.sheet}!${outcome.at.cell} (${outcome.reason})`);
          continue;
        }
        const left = outcome.review.findings.filter(isMendable);
        if (left.length > 0) wrong.push(`${where}: still ${left.map(({ rule }) => rule).join(", ")}`);
        let once = given;
        for (const edits of outcome.rounds) {
          const made = applyEdits(once, edits);
          if (isRefusal(made)) throw new Error(`${where}: ${JSON.stringify(made)}`);
          expect(applyEdits(made, edits)).toEqual(made);
          once = made;
        }
        const again = mend(form.plan, outcome.snapshot, request);
        if (isRefusal(again) || again.rounds.length > 0) wrong.push(`${where}: mended twice`);
        if (outcome.mended.length > 0 && restored.has(fault.kind) && saying(form, outcome.snapshot) !== clean)
          wrong.push(`${where}: not as it was`);
      }
      expect(wrong).toEqual([]);
    }, 240_000);
  },
);
