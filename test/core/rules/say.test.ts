import { describe, expect, it } from "@jest/globals";
import type { Language } from "../../../src/core/language";
import type { Finding } from "../../../src/core/finding";
import { say } from "../../../src/core/rules/say";

const finding: Finding = {
  rule: "part-is-within-whole",
  severity: "error",
  file: "a.xlsx",
  sheet: "Số liệu",
  cell: "F12",
  code: "S04",
  facts: {
    label: { vi: "Số hộ nghèo dân tộc thiểu số", en: "Poor households of ethnic minorities" },
    code: "S04",
    column: { vi: "kỳ gốc", en: "baseline" },
    figure: 1234,
    wholeLabel: { vi: "Số hộ nghèo", en: "Poor households" },
    wholeCode: "S02",
    wholeFigure: 1198.5,
  },
  mends: [],
  reason: null,
};

describe("say", () => {
  const check = (language: Language, what: string, todo: string): void => {
    expect(say(finding, language)).toMatchObject({ what, todo });
  };

  it("quotes the row's own label and the figures as Vietnam writes them", () => {
    check(
      "vi",
      "“Số hộ nghèo dân tộc thiểu số” (S04), kỳ gốc: 1.234 lớn hơn 1.198,5 của “Số hộ nghèo” (S02).",
      "Đối chiếu hai số S04 và S02, sửa số nhập sai.",
    );
  });

  it("says the same in English", () => {
    check(
      "en",
      "“Poor households of ethnic minorities” (S04), baseline: 1,234 is above the 1,198.5 of “Poor households” (S02).",
      "Compare S04 with S02 and correct the one that is wrong.",
    );
  });
});
