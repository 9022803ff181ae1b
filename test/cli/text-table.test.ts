import { describe, expect, it } from "@jest/globals";
import { textTable } from "../../src/cli/text-table";

describe("a table of text", () => {
  it("lines up letters with marks, composed or not, figures on the right", () => {
    const rows = [
      ["Chiềng Đông", "1.710"],
      ["Lóng Phiêng".normalize("NFD"), "85"],
    ];
    const lines = textTable([{ heading: "Xã" }, { heading: "Hộ", isFigure: true }], rows);
    expect(lines.map((line) => line.normalize("NFC"))).toEqual([
      "Xã              Hộ",
      "───────────  ─────",
      "Chiềng Đông  1.710",
      "Lóng Phiêng     85",
    ]);
  });

  it("wraps between words, never within one, and leaves no blanks at the end of a line", () => {
    const columns = [{ heading: "Tên", widest: 8 }, { heading: "Số" }];
    expect(
      textTable(columns, [
        ["hộ nghèo thoát nghèo", "1"],
        ["khuyếchtrương", ""],
      ]),
    ).toEqual(["Tên            Số", "─────────────  ──", "hộ nghèo       1", "thoát", "nghèo", "khuyếchtrương"]);
  });

  it("has its headings where there is no row", () => {
    expect(textTable([{ heading: "Mã" }], [])).toEqual(["Mã", "──"]);
  });
});
