import { shown } from "../../show-number";
import { excerpt } from "../naming/excerpt";
import { numberMend } from "../mends/cell-mend";
import { cellFacts, cellName, typedCells } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";

export default defineRule({
  id: "number-is-not-text",
  severity: "error",
  title: { vi: "Con số được lưu là số, không phải chữ.", en: "Numbers are stored as numbers, not as text." },
  *find(report: Report) {
    for (const found of typedCells(report)) {
      const { said, at } = found.cell;
      if (said.kind !== "number-as-text" || said.candidates.length > 1) continue;
      const [number = 0] = said.candidates;
      const facts = cellFacts(found);
      yield {
        at,
        code: facts.code,
        facts: { ...facts, found: excerpt(said.text), number },
        mends: [numberMend(found.cell, number, { isCertain: true })],
      };
    }
  },
  what: ({ found, number, ...cell }) => ({
    vi: `${cellName(cell).vi}: “${found}” đang là chữ, không phải số; hiểu là ${shown(number, 6).vi}.`,
    en: `${cellName(cell).en}: “${found}” is stored as text, not as a number; it reads as ${shown(number, 6).en}.`,
  }),
  why: {
    vi: "Excel bỏ qua số lưu dạng chữ khi cộng, nên tổng sẽ thiếu con số này.",
    en: "Excel leaves numbers stored as text out of its sums, so the total would lack this one.",
  },
  todo: ({ number }) => ({
    vi: `Nhập lại là số ${shown(number, 6).vi}, không gõ dấu chấm phân cách hàng nghìn.`,
    en: `Enter it again as the number ${shown(number, 6).en}, without typing separators of thousands.`,
  }),
});
