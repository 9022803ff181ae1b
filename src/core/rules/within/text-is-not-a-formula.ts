import { excerpt } from "../naming/excerpt";
import { defineRule, type Report } from "../rule";
import { actsAsFormula, mendOf, typedTexts } from "../typed-texts";

export default defineRule({
  id: "text-is-not-a-formula",
  severity: "warning",
  title: { vi: "Chữ không bắt đầu như một công thức.", en: "Text does not begin like a formula." },
  *find(report: Report) {
    for (const typed of typedTexts(report)) {
      const { at, code, name, text } = typed;
      if (!actsAsFormula(text)) continue;
      const mend = mendOf(typed);
      yield { at, code, facts: { name: name(), found: excerpt(text), quoted: mend.becomes }, mends: [mend] };
    }
  },
  what: ({ name, found }) => ({
    vi: `${name.vi}: “${found}” là lời ghi nhưng bắt đầu như một công thức.`,
    en: `${name.en}: “${found}” is meant as words but begins like a formula.`,
  }),
  why: {
    vi: "Khi chép sang ô khác hoặc xuất ra tệp khác, Excel có thể coi là công thức rồi tính hoặc báo lỗi, lời ghi sẽ mất.",
    en: "When it is copied or exported, Excel may take it for a formula and compute it or give an error, and the words are lost.",
  },
  todo: ({ quoted }) => ({
    vi: `Viết lại cho bắt đầu bằng chữ, hoặc đặt trong ngoặc kép: ${quoted.vi}.`,
    en: `Write it so that it begins with a word, or put it in quotation marks: ${quoted.en}.`,
  }),
});
