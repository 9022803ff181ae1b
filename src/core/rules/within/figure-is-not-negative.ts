import { isNumeric } from "../../form/table";
import { shown } from "../../show-number";
import { cellFacts, cellName, typedCells } from "../report-cells";
import { defineRule, type Report } from "../rule";

export default defineRule({
  id: "figure-is-not-negative",
  severity: "error",
  *find({ reading }: Report) {
    for (const found of typedCells(reading)) {
      const { said, at, content } = found.cell;
      if (said.kind !== "number" || said.number >= 0 || !isNumeric(content)) continue;
      const facts = cellFacts(found);
      yield { at, code: facts.code, facts: { ...facts, number: said.number } };
    }
  },
  what: ({ number, ...cell }) => ({
    vi: `${cellName(cell).vi}: ${shown(number, 6).vi} là số âm.`,
    en: `${cellName(cell).en}: ${shown(number, 6).en} is below zero.`,
  }),
  why: {
    vi: "Số hộ, số người, số tiền không thể âm; số âm làm tổng toàn huyện bị giảm sai.",
    en: "Households, persons and money cannot be below zero; such a figure makes every total too small.",
  },
  todo: {
    vi: "Nhập lại con số đúng, không có dấu trừ; nếu không phát sinh, nhập 0 hoặc “-”.",
    en: "Enter the right number without a minus; where there is nothing to count, enter 0 or “-”.",
  },
});
