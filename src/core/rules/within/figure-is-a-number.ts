import { isNumeric } from "../../form/table";
import { excerpt } from "../naming/excerpt";
import { cellFacts, cellName, typedCells } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";

export default defineRule({
  id: "figure-is-a-number",
  severity: "error",
  title: { vi: "Ô số liệu chứa con số.", en: "A figure is a number." },
  *find(report: Report) {
    for (const found of typedCells(report)) {
      const { said, at, content } = found.cell;
      if (!isNumeric(content) || (said.kind !== "text" && said.kind !== "truth")) continue;
      const facts = cellFacts(found);
      const text = said.kind === "text" ? excerpt(said.text) : said.isTrue ? "TRUE" : "FALSE";
      yield { at, code: facts.code, facts: { ...facts, found: text, isCount: content === "count" } };
    }
  },
  what: ({ found, isCount, ...cell }) => ({
    vi: `${cellName(cell).vi}: “${found}” không phải là ${isCount ? "số nguyên" : "số"}.`,
    en: `${cellName(cell).en}: “${found}” is no ${isCount ? "whole number" : "number"}.`,
  }),
  why: {
    vi: "Ô này chỉ để số; chữ kèm theo làm máy không cộng được, con số sẽ bị bỏ sót.",
    en: "The cell is for a number alone; with words in it the figure cannot be added and would be lost.",
  },
  todo: ({ isCount }) => ({
    vi: `Chỉ nhập con số${isCount ? " nguyên" : ""}, bỏ chữ và đơn vị tính; phần giải thích ghi ở cột ghi chú.`,
    en: `Enter the ${isCount ? "whole " : ""}number alone, without words or units; remarks go to the note column.`,
  }),
});
