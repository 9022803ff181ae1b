import { describe, expect, it } from "@jest/globals";
import type { TroubleKind } from "../../src/workbook/workbook";
import { troublePhrase } from "../../src/words/troubles";

// A kind that the port knows and this table does not, or the other way round, does not compile.
const kinds: Readonly<Record<TroubleKind, true>> = {
  "sheet-is-protected": true,
  "cell-is-being-edited": true,
  "workbook-is-read-only": true,
  "too-much-at-once": true,
  "no-answer": true,
  "item-is-gone": true,
  "host-is-busy": true,
  "host-is-too-old": true,
  unknown: true,
};

describe("troublePhrase", () => {
  it.each(Object.keys(kinds) as TroubleKind[])(
    "[XL5] says of %s what happened, what was written and what to do",
    (kind) => {
      const sure = troublePhrase({ kind, sheet: null, isUnsure: false });
      const unsure = troublePhrase({ kind, sheet: null, isUnsure: true });
      expect(sure.vi).toContain("Chưa ghi gì vào sổ.");
      expect(unsure.vi).toContain("Chưa rõ sổ đã thay đổi hay chưa");
      expect(sure.vi.split(". ").length).toBeGreaterThanOrEqual(3);
      expect(sure.en).toContain("Nothing was written.");
      expect(unsure.en).not.toContain("Nothing was written.");
    },
  );

  it("[XL5] names the sheet where it is known, and the keys to press", () => {
    expect(troublePhrase({ kind: "sheet-is-protected", sheet: "Số liệu", isUnsure: false }).vi).toContain('"Số liệu"');
    expect(troublePhrase({ kind: "cell-is-being-edited", sheet: null, isUnsure: false }).vi).toContain(
      "Nhấn Enter hoặc Esc để kết thúc sửa ô rồi làm lại.",
    );
  });
});
