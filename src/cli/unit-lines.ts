import { partOfBelow, type UnitStatus } from "../core/consolidation/consolidation";
import type { Language, Phrase } from "../core/language";
import { unitName } from "../core/plan/lookups";
import { tableWords } from "../words/outcomes";
import { textTable } from "./text-table";

/** One row a unit: whether its report came and counts, and its errors and warnings. */
export function unitLines(units: readonly UnitStatus[], language: Language): string[] {
  return textTable(
    [
      { heading: tableWords.code[language] },
      { heading: tableWords.unit[language] },
      { heading: tableWords.report[language] },
      { heading: tableWords.errors[language], isFigure: true },
      { heading: tableWords.warnings[language], isFigure: true },
    ],
    units.map((status) => [
      status.unit.code,
      unitName(status.unit),
      reportPhrases(status)
        .map((phrase) => phrase[language])
        .join(", "),
      status.counts === null ? "" : String(status.counts.error),
      status.counts === null ? "" : String(status.counts.warning),
    ]),
  );
}

function reportPhrases(status: UnitStatus): Phrase[] {
  const { isReceived, isOnTime, reading, sealedOn } = status;
  const part = partOfBelow(status);
  if (!isReceived) return [tableWords.notReceived];
  const came = reading === null ? tableWords.refused : tableWords.received;
  return [
    came,
    ...(part === null ? [] : [tableWords.inPart(part)]),
    ...(isOnTime === null ? [] : [isOnTime ? tableWords.onTime : tableWords.late]),
    ...(sealedOn === null ? [] : [tableWords.sealed]),
  ];
}
