import { consolidate } from "../../core/consolidation/consolidate";
import type { Consolidation } from "../../core/consolidation/consolidation";
import { readCarried } from "../../core/consolidation/read-summary-book";
import type { Language } from "../../core/language";
import type { Letter, LetterClosing, LetterHead } from "../../core/letter";
import type { Plan } from "../../core/plan/plan";
import type { Snapshot } from "../../core/snapshot";
import { dayPhrase, letterForm, reportWords } from "../../words/letter-words";
import { annexes } from "./annexes";
import { steeringSection } from "./reporting-part";
import { resultsSection } from "./results-section";
import { paragraph, type Telling } from "./telling";
import { aheadSection, troublesSection } from "./troubles-section";
import { workSection } from "./work-section";

/** How the report is to be written: the day it bears (ISO), and its language. */
export interface ReportManner {
  readonly on: string;
  readonly language: Language;
}

/** The official report of a summary workbook; null where the workbook is no summary that this program made. */
export function reportOfSummary(plan: Plan, summary: Snapshot, manner: ReportManner): Letter | null {
  const consolidation = consolidationIn(plan, summary);
  return consolidation && writeReport(consolidation, manner);
}

/** The consolidation that a summary workbook holds; null where the workbook is no summary that this program made. */
export function consolidationIn(plan: Plan, summary: Snapshot): Consolidation | null {
  const carried = readCarried(plan, summary);
  return carried && consolidate(plan, carried.period, carried);
}

/** The official report of a consolidation, told from its figures alone; what they do not say is left open and marked. */
export function writeReport(consolidation: Consolidation, { on, language }: ReportManner): Letter {
  const { plan, period } = consolidation;
  const telling: Telling = { consolidation, language };
  const opening = reportWords.opening(plan, dayPhrase(period.end));
  const subject = letterForm.subject(plan, period.name).map((line) => line[language]);
  return {
    title: `${letterForm.kind[language]} – ${subject.join(" ")}`,
    head: headOf(plan, { on, language, subject }),
    body: [
      paragraph(opening[language]),
      ...steeringSection(telling),
      ...resultsSection(telling),
      ...workSection(telling),
      ...troublesSection(telling),
      ...aheadSection(telling),
    ],
    closing: closingOf(plan, language),
    annexes: annexes(telling),
  };
}

function headOf(
  { issuer, whole }: Plan,
  { on, language, subject }: ReportManner & { readonly subject: readonly string[] },
): LetterHead {
  return {
    issuer: issuerLines(issuer[language]),
    state: letterForm.state[language],
    motto: letterForm.motto[language],
    number: letterForm.number[language],
    placeAndDay: letterForm.placeAndDay(whole.name.replace(/^(?:Huyện|Thị xã|Thành phố|Tỉnh|Quận) /, ""), on)[language],
    kind: letterForm.kind[language],
    subject,
  };
}

/** "ỦY BAN NHÂN DÂN" over the name of the place, as papers of people's committees have it. */
function issuerLines(issuer: string): string[] {
  const [, committee = "", place = ""] = /^(Ủy ban nhân dân|People's Committee of) (.+)$/.exec(issuer) ?? [];
  return (committee === "" ? [issuer] : [committee, place]).map((line) => line.toUpperCase());
}

function closingOf(plan: Plan, language: Language): LetterClosing {
  const isCommittee = /^(?:Ủy ban nhân dân|UBND)/i.test(plan.issuer.vi);
  const agencies = plan.agencies.filter(({ id }) => plan.indicators.some(({ agency }) => agency === id));
  return {
    recipientsHeading: letterForm.recipients[language],
    recipients: [
      `${plan.levels[1].receivingBody[language]} ${letterForm.toReport[language]};`,
      ...agencies.map(({ name }) => `${name[language]};`),
      letterForm.units[language],
      letterForm.filed[language],
    ],
    signers: (isCommittee ? letterForm.committee : letterForm.head)[language],
    signerName: letterForm.signerName[language],
  };
}
