import { excerpt } from "../excerpt";
import { cellFacts, cellName, typedCells } from "../report-cells";
import { defineRule, type Report } from "../rule";

export default defineRule({
  id: "figure-is-calculated",
  severity: "error",
  title: { vi: "Công thức trong ô nhập đã được tính.", en: "A formula in an input cell has its result." },
  *find({ reading }: Report) {
    for (const found of typedCells(reading)) {
      const { said, at } = found.cell;
      if (said.kind !== "uncalculated") continue;
      const facts = cellFacts(found);
      yield { at, code: facts.code, facts: { ...facts, formula: excerpt(`=${said.formula}`, 80) } };
    }
  },
  what: ({ formula, ...cell }) => ({
    vi: `${cellName(cell).vi}: công thức “${formula}” chưa được tính, ô chưa có kết quả.`,
    en: `${cellName(cell).en}: the formula “${formula}” was never calculated and shows no result.`,
  }),
  why: {
    vi: "Ô chưa có kết quả thì không có số liệu để tính; không thể coi là 0.",
    en: "A cell without a result holds no figure; it cannot be taken for 0.",
  },
  todo: {
    vi: "Mở tệp bằng Excel, bấm F9 để tính lại rồi lưu; hoặc nhập thẳng con số vào ô.",
    en: "Open the file in Excel, press F9 to recalculate and save; or type the number itself.",
  },
});
