import type { Blueprint, SheetBlueprint } from "../../core/blueprint";
import { answerMarkColumns, answerMarks, stateOf } from "../../core/consolidation/answer-sheets";
import { looks } from "../../core/form/looks";
import type { Language } from "../../core/language";
import { madeBy } from "../../core/made-by";
import { unitInText } from "../../core/plan/lookups";
import { feedbackWords as words, rankNotes } from "../../words/feedback-words";
import { dayPhrase, letterForm } from "../../words/letter-words";
import { findingLines } from "./finding-lines";
import { indicatorLines } from "./indicator-lines";
import { firstLines, receiptLines } from "./receipt-lines";
import { layLines, type Piece } from "./sheet-lines";
import { unitStandings, type Answered, type UnitStanding } from "./unit-standing";

/** How the answers are to be written: the day they bear (ISO), and their language. */
export interface FeedbackManner {
  readonly on: string;
  readonly language: Language;
  /** Names of sheets beside which the answers are to stand. */
  readonly taken?: readonly string[];
}

/** The answer to one unit: its sheet stands alone or beside the others'. */
export interface Feedback {
  readonly unit: UnitStanding["status"]["unit"];
  readonly isReceived: boolean;
  readonly sheet: SheetBlueprint;
}

/** Code, name, plan, result, percent of plan, status, the whole, rank. */
const widths = [8, 46, 14, 11, 10, 14, 11, 8] as const;

/** An answer to each reporting unit, in the plan's order, to those that sent nothing too. */
export function makeFeedback(answered: Answered, manner: FeedbackManner): Feedback[] {
  const standings = unitStandings(answered);
  const { taken: names = [] } = manner;
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const state = stateOf(answered.consolidation.period, answered.consolidation.units);
  return standings.map((standing) => ({
    unit: standing.status.unit,
    isReceived: standing.status.isReceived,
    sheet: answerSheet(answered, { ...manner, standing, all: standings, taken, state }),
  }));
}

/** A workbook of answers. */
export function feedbackBook({ consolidation }: Answered, sheets: readonly Feedback[], language: Language): Blueprint {
  const title = `${words.title[language]} – ${consolidation.period.name[language]}`;
  return { title, names: [], sheets: sheets.map(({ sheet }) => sheet) };
}

interface Answering extends Omit<FeedbackManner, "taken"> {
  readonly standing: UnitStanding;
  readonly all: readonly UnitStanding[];
  readonly taken: Set<string>;
  readonly state: string;
}

function answerSheet(
  { consolidation }: Answered,
  { standing, all, on, language, taken, state }: Answering,
): SheetBlueprint {
  const { plan, period } = consolidation;
  const { unit } = standing.status;
  const line = (text: string, look: Piece["look"]): Piece[] => [{ column: 0, text, look }];
  const counted = all.filter(({ status }) => status.reading !== null).length;
  const plain = (text: string): Piece[] => line(text, { ...looks.plain, size: 11 });
  const note = (text: string): Piece[] => line(text, { ...looks.plain, size: 10, isItalic: true });
  const heading = (text: string): Piece[] => line(text, { isBold: true, size: 12, upDown: "center" });
  const lines: Piece[][] = [
    [
      { column: 0, text: plan.issuer[language].toUpperCase(), look: looks.letterhead },
      { column: 3, text: `${letterForm.state[language]}\n${letterForm.motto[language]}`, look: looks.letterhead },
    ],
    line("", {}),
    line(words.title[language], looks.title),
    line(words.period(period.name)[language], looks.subtitle),
    line(words.to(unitInText(unit))[language], { ...looks.subtitle, isItalic: false, isBold: true }),
    heading(words.receipt[language]),
    ...receiptLines(consolidation, standing).map((phrase) => plain(phrase[language])),
    heading(words.first[language]),
    ...firstLines(consolidation, standing, language).map((text) => plain(`– ${text}`)),
    heading(words.findings[language]),
    ...findingLines(standing, language),
    heading(words.indicators[language]),
    ...indicatorLines(standing, { plan, language }),
    ...(standing.indicators.length === 0 ? [] : [note(rankNotes.how[language])]),
    ...(standing.indicators.length === 0 || counted === all.length
      ? []
      : [note(rankNotes.provisional(counted, all.length)[language])]),
    note(words.basis({ have: counted, all: all.length, state, madeBy })[language]),
    line("", {}),
    signature(words.made(dayPhrase(on))[language], looks.signatureNote),
    signature(words.signature[language], looks.signature),
    signature(words.signatureNote[language], looks.signatureNote),
  ];
  const { cells, ...laid } = layLines(lines, widths);
  const marks = answerMarks({ unit: unit.code, period, state }, widths.length);
  return {
    name: sheetName(words.sheet(unit.name)[language], unit.code, taken),
    visibility: "visible",
    columns: [
      ...widths.map((width) => ({ width })),
      ...Array.from({ length: answerMarkColumns }, () => ({ width: 8, isHidden: true })),
    ],
    cells: [...cells, ...marks],
    ...laid,
    lists: [],
    inputs: [],
    conditions: [],
    isProtected: false,
    print: {
      orientation: "portrait",
      fitsWidth: true,
      // Each goes to another unit.
      foot: { word: words.page[language], countsAlone: true },
      area: { top: 0, left: 0, bottom: lines.length - 1, right: widths.length - 1 },
    },
  };
}

function signature(text: string, look: Piece["look"]): Piece[] {
  return [
    { column: 0, text: "", look: {} },
    { column: 4, text, look },
  ];
}

/** Excel refuses sheet names over 31 characters, some marks, a quote at either end, and a name twice. */
function sheetName(wanted: string, code: string, taken: Set<string>): string {
  const plain = wanted
    .replace(/[\\/?*[\]:']/g, " ")
    .slice(0, 31)
    .trim();
  const name = taken.has(plain.toLowerCase()) ? `${plain.slice(0, 30 - code.length).trim()} ${code}` : plain;
  taken.add(name.toLowerCase());
  return name;
}
