import { isNumeric } from "../../form/table";
import { shownDay } from "../../plan/day";
import { numberMend } from "../mends/cell-mend";
import { numbersBehindDate } from "../mends/numbers-behind-date";
import { cellFacts, cellName, typedCells } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";

export default defineRule({
  id: "figure-is-not-a-date",
  severity: "error",
  title: { vi: "Ô số liệu không phải là ngày tháng.", en: "A figure is not a date." },
  *find(report: Report) {
    for (const found of typedCells(report)) {
      const { said, at, content } = found.cell;
      if (said.kind !== "date" || !isNumeric(content)) continue;
      const facts = cellFacts(found);
      // What a formula gives is put right in the formula.
      const numbers = found.cell.found.formula === undefined ? numbersBehindDate(found, said.date) : [];
      yield {
        at,
        code: facts.code,
        facts: { ...facts, date: shownDay(said.date.slice(0, 10)) },
        mends: numbers.map((number) => numberMend(found.cell, number, { isCertain: false })),
      };
    }
  },
  what: ({ date, ...cell }) => ({
    vi: `${cellName(cell).vi}: ô đang là ngày ${date.vi}, không phải con số.`,
    en: `${cellName(cell).en}: the cell holds the date ${date.en}, not a number.`,
  }),
  why: {
    vi: "Excel tự đổi số gõ như “3-4”, “3/4” hoặc “3.4” thành ngày; con số thật không còn trong ô.",
    en: "Excel turns what is typed as “3-4”, “3/4” or “3.4” into a date; the number itself is gone from the cell.",
  },
  todo: {
    vi: "Chọn ô, đổi định dạng thành Số (Number) rồi nhập lại con số.",
    en: "Select the cell, set its format to Number, and enter the figure again.",
  },
});
