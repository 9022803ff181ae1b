import { isOfOtherStage, partOfBelow, type UnitStatus } from "../../core/consolidation/consolidation";
import type { LetterBlock } from "../../core/letter";
import { unitInText } from "../../core/plan/lookups";
import { reportingWords, reportWords } from "../../words/letter-words";
import { heading, item, namesOf, open, paragraph, reportingUnits, type Telling } from "./telling";

/** Section I: what only the official knows is left open; which reports came is told. */
export function steeringSection(telling: Telling): LetterBlock[] {
  const { language } = telling;
  return [
    heading(1, reportWords.steering[language]),
    heading(2, reportWords.steeringItself[language]),
    paragraph(open(reportWords.steeringGap[language])),
    heading(2, reportWords.reporting[language]),
    ...reportingLines(telling).map((line) => item(line)),
    ...alteredUnits(telling).map((line) => item(open(line))),
  ];
}

/** Whoever signs has to know of figures that no report says; they are marked as what is open. */
function alteredUnits(telling: Telling): string[] {
  const { consolidation, language } = telling;
  const altered = consolidation.units.filter((status) => status.altered.length > 0).map(({ unit }) => unit.code);
  return altered.length === 0 ? [] : [reportingWords.altered(namesOf(telling, altered))[language]];
}

/** Which units have reported, late, not at all, or with errors. */
export function reportingLines(telling: Telling): string[] {
  const { consolidation, language } = telling;
  const units = reportingUnits(telling);
  const named = (is: (status: UnitStatus) => boolean): string =>
    namesOf(
      telling,
      units.filter(is).map(({ unit }) => unit.code),
    )[language];
  const isLeftOut = ({ isReceived, reading }: UnitStatus): boolean => isReceived && reading === null;
  const { missing, refused, otherStage, late, withErrors, otherStageIn } = {
    missing: named(({ isReceived }) => !isReceived),
    refused: named((status) => isLeftOut(status) && !isOfOtherStage(consolidation, status)),
    otherStage: named((status) => isLeftOut(status) && isOfOtherStage(consolidation, status)),
    late: named(({ isOnTime }) => isOnTime === false),
    withErrors: named(({ reading, counts }) => reading !== null && (counts?.error ?? 0) > 0),
    otherStageIn: named((status) => status.reading !== null && isOfOtherStage(consolidation, status)),
  };
  const inPart = units
    .flatMap((status) => {
      const part = partOfBelow(status);
      return part ? [`${unitInText(status.unit)[language]} (${part.join("/")})`] : [];
    })
    .join(", ");
  const whole = consolidation.units.find(({ unit }) => unit.code === consolidation.plan.whole.code);
  return [
    reportingWords.received(units.filter(({ isReceived }) => isReceived).length, units.length),
    ...(late === "" ? [] : [reportingWords.late(late)]),
    ...(missing === "" ? [] : [reportingWords.missing(missing)]),
    ...(refused === "" ? [] : [reportingWords.refused(refused)]),
    ...(otherStage === "" ? [] : [reportingWords.otherStage(otherStage)]),
    ...(inPart === "" ? [] : [reportingWords.inPart(inPart)]),
    ...(withErrors === "" ? [] : [reportingWords.withErrors(withErrors)]),
    ...(otherStageIn === "" ? [] : [reportingWords.otherStageIn(otherStageIn)]),
    ...(whole?.reading === null && suppliesElements(telling)
      ? [reportingWords.ownMissing(unitInText(whole.unit))]
      : []),
  ].map((phrase) => phrase[language]);
}

function suppliesElements({ consolidation: { plan } }: Telling): boolean {
  const [, whole] = plan.levels;
  return plan.elements.some(({ by }) => by === whole.id);
}
