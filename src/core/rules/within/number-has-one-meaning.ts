import type { Phrase } from "../../language";
import { shown } from "../../show-number";
import { excerpt } from "../naming/excerpt";
import { numberMend } from "../mends/cell-mend";
import { cellFacts, cellName, typedCells } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";

function choicesOf(candidates: readonly number[]): Phrase {
  const numbers = candidates.map((candidate) => ({ ...shown(candidate, 6), isWhole: Number.isInteger(candidate) }));
  return {
    vi: numbers.map(({ vi, isWhole }) => `${vi} (${isWhole ? "số nguyên" : "số thập phân"})`).join(" hoặc "),
    en: numbers.map(({ en, isWhole }) => `${en} (${isWhole ? "a whole number" : "with decimals"})`).join(" or "),
  };
}

export default defineRule({
  id: "number-has-one-meaning",
  severity: "error",
  title: { vi: "Con số chỉ có một nghĩa.", en: "A number has one meaning." },
  *find(report: Report) {
    for (const found of typedCells(report)) {
      const { said, at } = found.cell;
      if (said.kind !== "number-as-text" || said.candidates.length < 2) continue;
      const facts = cellFacts(found);
      yield {
        at,
        code: facts.code,
        facts: { ...facts, found: excerpt(said.text), candidates: said.candidates },
        mends: said.candidates.map((number) => numberMend(found.cell, number, { isCertain: false })),
      };
    }
  },
  what: ({ found, candidates, ...cell }) => ({
    vi: `${cellName(cell).vi}: “${found}” đang là chữ và có thể hiểu là ${choicesOf(candidates).vi}.`,
    en: `${cellName(cell).en}: “${found}” is stored as text and may mean ${choicesOf(candidates).en}.`,
  }),
  why: {
    vi: "Dấu chấm, dấu phẩy ở đây có thể là hàng nghìn hoặc hàng thập phân; chọn nhầm là sai một nghìn lần.",
    en: "The mark may separate thousands or decimals; the wrong guess is a thousand times off.",
  },
  todo: ({ candidates }) => ({
    vi: `Nhập lại thành số: ${choicesOf(candidates).vi}.`,
    en: `Enter it again as a number: ${choicesOf(candidates).en}.`,
  }),
});
