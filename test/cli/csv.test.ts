import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { csvLine, csvNumber, csvText } from "../../src/cli/csv";

describe("a field of a CSV file", () => {
  it.each([
    ["Xã Chiềng Đông", "Xã Chiềng Đông"],
    ["", ""],
    ["a,b", '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ["two\nlines", '"two\nlines"'],
    ["=1+1", `"'=1+1"`],
    ["+84 912", `"'+84 912"`],
    ["-5", `"'-5"`],
    ["@SUM(A1)", `"'@SUM(A1)"`],
    ["\t=1", `"'\t=1"`],
    ["\r=1", `"'\r=1"`],
    ["\n=1", `"'\n=1"`],
    ["＝1", `"'＝1"`],
    ["＋1", `"'＋1"`],
    ["－1", `"'－1"`],
    ["＠A", `"'＠A"`],
    ["1=1", "1=1"],
  ])("[ED7] %j is written %j", (text, field) => expect(csvText(text)).toBe(field));

  it("[ED7] never acts as a formula, and reads back as the text or the text behind an apostrophe", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const field = csvText(text);
        const read = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
        expect(read).not.toMatch(/^[=+\-@\t\r\n]/);
        expect([text, `'${text}`]).toContain(read);
        expect(field.startsWith('"') || !/[",\r\n]/.test(field)).toBe(true);
      }),
    );
  });

  it("writes numbers that read back as the very same", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(Number(csvNumber(number))).toBe(number === 0 ? 0 : number);
      }),
    );
    expect(csvNumber(null)).toBe("");
    expect(csvLine(["a", "1", ""])).toBe("a,1,\r\n");
  });
});
