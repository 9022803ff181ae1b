import type { Phrase } from "../../language";
import { cleanText } from "../../plain-text";
import { excerpt } from "../naming/excerpt";
import { defineRule, type Report } from "../rule";
import { mendOf, typedTexts } from "../typed-texts";

const oddities: readonly (readonly [isIn: (text: string) => boolean, words: Phrase])[] = [
  [
    (text) => text.normalize("NFC") !== text,
    { vi: "dấu thanh gõ rời khỏi chữ", en: "accents that stand apart from their letters" },
  ],
  [(text) => /[Ƣƣ]/.test(text), { vi: "chữ Ƣ gõ thay cho chữ Ư", en: "the letter Ƣ in place of Ư" }],
  [
    (text) => /[\u200B-\u200D\u2060\uFEFF\u00AD]/.test(text),
    { vi: "ký tự ẩn không nhìn thấy", en: "characters that nobody sees" },
  ],
  [(text) => /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/.test(text), { vi: "dấu cách đặc biệt", en: "special spaces" }],
];

function odditiesIn(text: string): Phrase {
  const found = oddities.filter(([isIn]) => isIn(text)).map(([, words]) => words);
  return {
    vi: listed(
      found.map(({ vi }) => vi),
      " và ",
    ),
    en: listed(
      found.map(({ en }) => en),
      " and ",
    ),
  };
}

function listed(words: readonly string[], and: string): string {
  return [...(words.length > 1 ? [words.slice(0, -1).join(", ")] : []), ...words.slice(-1)].join(and);
}

export default defineRule({
  id: "text-is-unicode",
  severity: "note",
  title: { vi: "Chữ được gõ bằng Unicode dựng sẵn, không lẫn ký tự lạ.", en: "Text is plain Unicode." },
  *find(report: Report) {
    for (const typed of typedTexts(report)) {
      const { at, code, name, text, legacyFont } = typed;
      // What the mend of a legacy encoding puts is clean already.
      if (legacyFont !== null || cleanText(text) === text) continue;
      yield { at, code, facts: { name: name(), found: excerpt(text), odd: odditiesIn(text) }, mends: [mendOf(typed)] };
    }
  },
  what: ({ name, found, odd }) => ({
    vi: `${name.vi}: “${found}” trông như bình thường nhưng có ${odd.vi}.`,
    en: `${name.en}: “${found}” looks as it should but has ${odd.en}.`,
  }),
  why: {
    vi: "Máy coi đó là chữ khác: tìm kiếm, so sánh và đếm trong Excel sẽ bỏ sót.",
    en: "To a machine it is another text: searching, comparing and counting in Excel would miss it.",
  },
  todo: {
    vi: "Gõ lại ô này với bảng mã Unicode dựng sẵn của bộ gõ, hoặc để chương trình sửa.",
    en: "Type it again with the keyboard set to precomposed Unicode, or let the program put it right.",
  },
});
