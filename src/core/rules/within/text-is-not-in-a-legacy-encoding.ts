import { encodingOf } from "../../legacy/decode-legacy";
import { excerpt } from "../naming/excerpt";
import { defineRule, type Report } from "../rule";
import { mendOf, typedTexts } from "../typed-texts";

export default defineRule({
  id: "text-is-not-in-a-legacy-encoding",
  severity: "warning",
  title: { vi: "Chữ không gõ bằng bảng mã cũ (TCVN3, VNI).", en: "Text is not in a legacy encoding (TCVN3, VNI)." },
  *find(report: Report) {
    for (const typed of typedTexts(report)) {
      const { at, code, name, text, found, legacyFont, isDoubtful } = typed;
      if (legacyFont === null) continue;
      yield {
        at,
        code,
        facts: {
          name: name(),
          font: excerpt(legacyFont, 30),
          encoding: encodingOf(legacyFont),
          reads: excerpt(text),
          otherwise: isDoubtful ? excerpt(found.value) : null,
        },
        mends: [mendOf(typed)],
      };
    }
  },
  what: ({ name, font, encoding, reads }) => ({
    vi: `${name.vi}: chữ gõ bằng phông ${font} (bảng mã ${encoding ?? ""}), đọc là “${reads}”.`,
    en: `${name.en}: typed in the font ${font} (${encoding ?? ""} encoding), it reads “${reads}”.`,
  }),
  why: {
    vi: "Máy không có phông này sẽ hiện sai chữ, và công thức của Excel không hiểu câu trả lời gõ bằng bảng mã cũ.",
    en: "Where the font is not installed the text shows wrong, and Excel's formulas do not know answers typed in an old encoding.",
  },
  todo: ({ reads, otherwise }) =>
    otherwise === null
      ? {
          vi: `Đổi phông của ô sang Times New Roman và gõ lại “${reads}” bằng Unicode, hoặc để chương trình sửa.`,
          en: `Set the cell in Times New Roman and type “${reads}” again in Unicode, or let the program put it right.`,
        }
      : {
          vi: `Nếu đúng là “${reads}” thì để chương trình sửa; nếu đúng là “${otherwise}” thì chỉ cần đổi phông của ô sang Times New Roman.`,
          en: `If “${reads}” is right, let the program put it right; if “${otherwise}” is, only set the cell in Times New Roman.`,
        },
});
