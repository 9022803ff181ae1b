import { shown } from "../../show-number";
import { cellFacts, cellName, typedCells } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";

/** As many as a double has: 10.000000000000002 must not be called "10". */
const decimals = 16;

export default defineRule({
  id: "count-is-whole",
  severity: "error",
  title: { vi: "Số đếm là số nguyên.", en: "Counts are whole numbers." },
  *find(report: Report) {
    for (const found of typedCells(report)) {
      const { said, at, content } = found.cell;
      if (content !== "count" || said.kind !== "number" || Number.isInteger(said.number)) continue;
      const facts = cellFacts(found);
      yield { at, code: facts.code, facts: { ...facts, number: said.number } };
    }
  },
  what: ({ number, ...cell }) => ({
    vi: `${cellName(cell).vi}: ${shown(number, decimals).vi} không phải là số nguyên.`,
    en: `${cellName(cell).en}: ${shown(number, decimals).en} is no whole number.`,
  }),
  why: {
    vi: "Hộ và người được đếm từng đơn vị; số lẻ thường là một tỷ lệ hoặc một số nghìn bị gõ nhầm dấu.",
    en: "Households and persons are counted one by one; a fraction is mostly a rate or a misplaced mark of thousands.",
  },
  todo: {
    vi: "Nhập số đếm nguyên; tỷ lệ do biểu tự tính.",
    en: "Enter the whole count; the form computes the rates itself.",
  },
});
