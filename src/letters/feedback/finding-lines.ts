import { looks } from "../../core/form/looks";
import type { Language } from "../../core/language";
import { sayToUnit } from "../../core/rules/say";
import { feedbackWords as words } from "../../words/feedback-words";
import { placeOf } from "./receipt-lines";
import type { Piece } from "./sheet-lines";
import type { UnitStanding } from "./unit-standing";

/** So that the answer stays a page or two: the report's own check shows the others. */
const shownAtMost = 20;

/** The findings as a table, the worst first; a sentence where there are none. */
export function findingLines({ status, findings }: UnitStanding, language: Language): Piece[][] {
  const sentence = (text: string): Piece[] => [{ column: 0, text, look: { ...looks.plain, size: 11 } }];
  if (!status.isReceived) return [sentence(words.noReport[language])];
  if (findings === null) return [sentence(words.unknownFindings[language])];
  if (findings.length === 0) return [sentence(words.nothingFound[language])];
  const text = { ...looks.label, size: 10, upDown: "top" } as const;
  const line = (cells: readonly [string, string, string], look: Piece["look"]): Piece[] =>
    cells.map((cell, index) => ({ column: [0, 1, 4][index] ?? 0, text: cell, look }));
  const hidden = findings.length - shownAtMost;
  return [
    line([words.severity[language], words.what[language], words.todo[language]], looks.heading),
    ...findings.slice(0, shownAtMost).map((finding) => {
      const { what, todo } = sayToUnit(finding, language);
      const where = placeOf(finding) ?? words.wholeFile[language];
      return line([words.severities[finding.severity][language], `${where}: ${what}`, todo], text);
    }),
    ...(hidden > 0 ? [sentence(words.more(hidden)[language])] : []),
  ];
}
