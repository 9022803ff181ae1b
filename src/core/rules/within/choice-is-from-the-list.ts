import { answers, taskStatuses } from "../../form/choices";
import { isTaskStatus, type Said } from "../../form/said";
import type { Phrase } from "../../language";
import { shownDay } from "../../plan/day";
import { shown } from "../../show-number";
import { cellMend, sameInBoth } from "../mends/cell-mend";
import { excerpt } from "../naming/excerpt";
import { cellFacts, cellName, typedCells, type ReportCell } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";
import { understoodChoices } from "../mends/understood-choice";

const choicesBy = { "yes-no": [answers.yes, answers.no], status: taskStatuses } as const;

/** What a cell says instead of a choice; null where it is blank, chosen, or found by another rule. */
function otherWords(said: Said): Phrase | null {
  switch (said.kind) {
    case "number":
      return shown(said.number, 6);
    case "text":
      return isTaskStatus(said.text) ? null : sameInBoth(excerpt(said.text));
    case "truth":
      return sameInBoth(said.isTrue ? "TRUE" : "FALSE");
    case "date":
      return shownDay(said.date.slice(0, 10));
    default:
      return null;
  }
}

/** A formula that gives way is lost. */
function isTypedIn({ cell }: ReportCell): boolean {
  return cell.found.formula === undefined;
}

export default defineRule({
  id: "choice-is-from-the-list",
  severity: "error",
  title: { vi: "Câu trả lời có trong danh sách chọn.", en: "Answers are from the list." },
  *find(report: Report) {
    for (const found of typedCells(report)) {
      const { said, at, content } = found.cell;
      if (content !== "yes-no" && content !== "status") continue;
      const words = otherWords(said);
      if (!words) continue;
      const facts = cellFacts(found);
      const meant = understoodChoices(said, content);
      const understood = meant.find(({ isCertain }) => isCertain)?.choice ?? null;
      yield {
        at,
        code: facts.code,
        facts: { ...facts, found: words, understood, choices: choicesBy[content] },
        mends: meant.map(({ choice, isCertain }) =>
          cellMend(
            found.cell,
            { value: choice },
            { becomes: sameInBoth(choice), isCertain: isCertain && isTypedIn(found) },
          ),
        ),
      };
    }
  },
  what: ({ found, understood, ...cell }) => ({
    vi: `${cellName(cell).vi}: “${found.vi}” không có trong danh sách chọn${understood === null ? "" : `; hiểu là “${understood}”`}.`,
    en: `${cellName(cell).en}: “${found.en}” is not one of the choices${understood === null ? "" : `; it is taken for “${understood}”`}.`,
  }),
  why: {
    vi: "Câu trả lời ngoài danh sách không được đếm, đơn vị sẽ bị coi là chưa trả lời.",
    en: "An answer that is not on the list is not counted: the unit would seem not to have answered.",
  },
  todo: ({ understood, choices }) =>
    understood === null
      ? {
          vi: `Chọn trong danh sách của ô: ${choices.join("; ")}.`,
          en: `Choose from the cell's list: ${choices.join("; ")}.`,
        }
      : {
          vi: `Chọn “${understood}” trong danh sách của ô.`,
          en: `Choose “${understood}” from the cell's list.`,
        },
});
