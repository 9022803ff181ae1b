import type { Mend } from "../../finding";
import { isNumeric } from "../../form/table";
import { plainValue } from "../../plain-formula";
import type { CellReading } from "../../reading/reading";
import { shown } from "../../show-number";
import { cellMend } from "../mends/cell-mend";
import { excerpt } from "../naming/excerpt";
import { figuresBySheet } from "../figures/figures-by-sheet";
import { readsOtherFile } from "../other-files";
import { cellFacts, cellName, typedCells } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";

function calculated(cell: CellReading, { formula, value }: { readonly formula: string; readonly value: number }): Mend {
  const result = shown(value, 6);
  return cellMend(
    cell,
    { value, formula },
    { becomes: { vi: `công thức, kết quả ${result.vi}`, en: `the formula, giving ${result.en}` }, isCertain: true },
  );
}

export default defineRule({
  id: "figure-is-calculated",
  severity: "error",
  title: { vi: "Công thức trong ô nhập đã được tính.", en: "A formula in an input cell has its result." },
  *find(report: Report) {
    const figures = figuresBySheet(report);
    for (const found of typedCells(report)) {
      const { said, at, content } = found.cell;
      if (said.kind !== "uncalculated" || readsOtherFile(said.formula)) continue;
      const { formula } = said;
      const facts = cellFacts(found);
      const result = isNumeric(content) ? plainValue(formula, figures(at.sheet)) : null;
      yield {
        at,
        code: facts.code,
        facts: { ...facts, formula: excerpt(`=${formula}`, 80), result },
        mends: result === null ? [] : [calculated(found.cell, { formula, value: result })],
      };
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
  todo: ({ result }) => {
    const known = result === null ? null : shown(result, 6);
    return {
      vi: `Mở tệp bằng Excel, bấm F9 để tính lại rồi lưu${known ? ` (kết quả sẽ là ${known.vi})` : ""}; hoặc nhập thẳng con số vào ô.`,
      en: `Open the file in Excel, press F9 to recalculate and save${known ? ` (the result will be ${known.en})` : ""}; or type the number itself.`,
    };
  },
});
