import { acceptedReports, carriedOfUnit, takenByNobody } from "../core/consolidation/carried-of-unit";
import { makeForm } from "../core/form/make-form";
import type { Language } from "../core/language";
import { periodAfter, unitName } from "../core/plan/lookups";
import type { Plan } from "../core/plan/plan";
import { reportFileName } from "../core/plan/report-file-name";
import type { Snapshot } from "../core/snapshot";
import { writeZip } from "../document/zip/write-zip";
import { carriedOfUnitLines, takenByNobodyPhrase } from "../words/carried-over";
import { made } from "../words/made";
import { refusals } from "../words/operations";
import { writeWorkbook } from "../workbook/xlsx/write-workbook";
import type { MadeFile, MadeOutcome } from "./engine";

/**
 * The forms of all units for the period after the open summary's, in one zip, with what the reports that count in it
 * carry over; a text beside them says of each unit what was carried and what stays blank.
 */
export async function nextForms(plan: Plan, book: Snapshot, language: Language): Promise<MadeOutcome> {
  const accepted = acceptedReports(plan, book);
  if (!accepted) return { kind: "refused", why: refusals.notASummary() };
  const period = periodAfter(plan, accepted.period);
  if (!period) return { kind: "refused", why: refusals.noPeriodAfter(accepted.period.name) };
  const files: MadeFile[] = [];
  const notes: string[] = [];
  let blank = 0;
  for (const unit of [...plan.units, plan.whole]) {
    const carried = carriedOfUnit(plan, accepted.reports, { unit, period });
    if (carried.kind === "twice") return { kind: "refused", why: refusals.unitIsTwice(unitName(unit)) };
    const contents = carried.kind === "carried" ? carried.contents : undefined;
    if (!contents || contents.counts.size === 0) blank += 1;
    const bytes = await writeWorkbook(makeForm(plan, { unit, period }, contents));
    files.push({ fileName: reportFileName(unit, period), bytes });
    notes.push(...carriedOfUnitLines(unitName(unit), carried).map((line) => line[language]));
  }
  const unused = takenByNobody(plan, accepted.reports);
  if (unused.length > 0) notes.push(takenByNobodyPhrase(unused)[language]);
  const said = made.nextForms({ forms: files.length, period: period.name, blank });
  const text = [said[language], "", ...notes, ""].join("\r\n");
  // Older programs take a text for UTF-8 only where it says so.
  const note = { fileName: made.noteName[language], bytes: new TextEncoder().encode(`\uFEFF${text}`) };
  return {
    kind: "made",
    file: { fileName: `bieu-mau-${period.id}.zip`, bytes: writeZip([...files, note]) },
    said,
  };
}
