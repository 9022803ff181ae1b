import { answers, taskStatuses } from "../../form/choices";
import { isTaskStatus, type Said } from "../../form/said";
import type { Phrase } from "../../language";
import { shown } from "../../show-number";
import { excerpt } from "../excerpt";
import { cellFacts, cellName, typedCells } from "../report-cells";
import { defineRule, type Report } from "../rule";

const choicesBy = { "yes-no": [answers.yes, answers.no], status: taskStatuses } as const;

/** What a cell says instead of a choice; null where it is blank, chosen, or found by another rule. */
function otherWords(said: Said): Phrase | null {
  switch (said.kind) {
    case "number":
      return shown(said.number, 6);
    case "text":
      return isTaskStatus(said.text) ? null : both(excerpt(said.text));
    case "truth":
      return both(said.isTrue ? "TRUE" : "FALSE");
    case "date":
      return both(said.date);
    default:
      return null;
  }
}

function both(text: string): Phrase {
  return { vi: text, en: text };
}

export default defineRule({
  id: "choice-is-from-the-list",
  severity: "error",
  title: { vi: "Câu trả lời có trong danh sách chọn.", en: "Answers are from the list." },
  *find({ reading }: Report) {
    for (const found of typedCells(reading)) {
      const { said, at, content } = found.cell;
      if (content !== "yes-no" && content !== "status") continue;
      const words = otherWords(said);
      if (!words) continue;
      const facts = cellFacts(found);
      yield { at, code: facts.code, facts: { ...facts, found: words, choices: choicesBy[content] } };
    }
  },
  what: ({ found, ...cell }) => ({
    vi: `${cellName(cell).vi}: “${found.vi}” không có trong danh sách chọn.`,
    en: `${cellName(cell).en}: “${found.en}” is not one of the choices.`,
  }),
  why: {
    vi: "Câu trả lời ngoài danh sách không được đếm, đơn vị sẽ bị coi là chưa trả lời.",
    en: "An answer that is not on the list is not counted: the unit would seem not to have answered.",
  },
  todo: ({ choices }) => ({
    vi: `Chọn trong danh sách của ô: ${choices.join("; ")}.`,
    en: `Choose from the cell's list: ${choices.join("; ")}.`,
  }),
});
