import { isOfOtherStage, type Consolidation, type UnitStatus } from "../../core/consolidation/consolidation";
import { daysLate } from "../../core/consolidation/days-late";
import type { Language, Phrase } from "../../core/language";
import { dayIn } from "../../core/plan/day";
import { dueDate } from "../../core/plan/lookups";
import { excerpt } from "../../core/rules/naming/excerpt";
import { firstWords, feedbackWords, receiptWords } from "../../words/feedback-words";
import { dayPhrase } from "../../words/letter-words";
import type { UnitStanding } from "./unit-standing";

/** Whether the report came, on time or late, and whether it counts. */
export function receiptLines(consolidation: Consolidation, { status }: UnitStanding): Phrase[] {
  const { plan, period } = consolidation;
  const { unit, isReceived, isOnTime, reportedOn, reading, counts } = status;
  if (!isReceived) {
    const due = dueDate(plan, period, unit.code);
    return [receiptWords.missing(due === undefined ? null : dayPhrase(due))];
  }
  const said = dayIn(reportedOn?.text ?? "");
  const day = said === null ? null : dayPhrase(said);
  const late = daysLate(plan, period, { unit, reportedOn: reportedOn?.text ?? "" });
  const arrival =
    isOnTime === null ? receiptWords.noDate : isOnTime ? receiptWords.onTime(day) : receiptWords.late(day, late);
  if (reading === null) return [arrival, whyLeftOut(consolidation, status)];
  return [arrival, (counts?.error ?? 0) > 0 ? receiptWords.countedWithErrors : receiptWords.counted];
}

function whyLeftOut(consolidation: Consolidation, status: UnitStatus): Phrase {
  const { stage } = consolidation;
  if (stage === null || status.stage === null || !isOfOtherStage(consolidation, status)) return receiptWords.refused;
  return receiptWords.otherStage(excerpt(status.stage), excerpt(stage));
}

/** The first things to do, the most pressing first. */
export function firstLines(
  consolidation: Consolidation,
  { status, findings, indicators }: UnitStanding,
  language: Language,
): string[] {
  if (!status.isReceived) return [firstWords.send[language]];
  const [worst] = (findings ?? []).filter(({ severity }) => severity === "error");
  const { error = 0, warning = 0 } = status.counts ?? {};
  const codesOf = (...wanted: readonly string[]): string =>
    indicators
      .filter(({ own }) => wanted.includes(own.status))
      .map(({ indicator }) => indicator.code)
      .join(", ");
  const [missing, behind] = [codesOf("missing"), codesOf("behind", "not-met")];
  const where = worst ? placeOf(worst) : null;
  const lines: Phrase[] = [
    ...(isOfOtherStage(consolidation, status) ? [firstWords.otherStage] : []),
    ...(error > 0 ? [firstWords.mend(error, where ?? feedbackWords.wholeFile[language])] : []),
    ...(missing === "" ? [] : [firstWords.fill(missing)]),
    ...(warning > 0 ? [firstWords.explain(warning)] : []),
    ...(behind === "" ? [] : [firstWords.behind(behind)]),
    ...(status.isOnTime === false ? [firstWords.sendOnTime] : []),
  ];
  return (lines.length === 0 ? [firstWords.nothing] : lines).map((phrase) => phrase[language]);
}

/** "Số liệu, ô G15"; null where a finding is of the whole file. */
export function placeOf({
  sheet,
  cell,
}: {
  readonly sheet: string | null;
  readonly cell: string | null;
}): string | null {
  if (sheet === null) return null;
  const name = excerpt(sheet, 31);
  return cell === null ? name : `${name}!${cell}`;
}
