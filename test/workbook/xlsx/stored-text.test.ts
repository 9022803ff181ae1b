import { describe, expect, it } from "@jest/globals";
import { escapeXml, toStoredText } from "../../../src/workbook/xlsx/stored-text";

describe("toStoredText", () => {
  it.each([
    ["Tú Nang 🙂\n\t", "Tú Nang 🙂\n\t"],
    ["_x0041_", "_x005F_x0041_"],
    ["_x0041_x0042_", "_x005F_x0041_x005F_x0042_"],
    ["_x004_ _X0041_ x0041_", "_x004_ _X0041_ x0041_"],
    ["a\u0001\r\n\u001F", "a_x0001__x000D_\n_x001F_"],
    ["_x0041\u0001", "_x005F_x0041_x0001_"],
    ["\uFFFE\uFFFF", "_xFFFE__xFFFF_"],
    ["\uD83D \uDE42", "_xD83D_ _xDE42_"],
  ])("stores %j as %j", (text, stored) => {
    expect(toStoredText(text)).toBe(stored);
    expect(stored.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))).toBe(
      text,
    );
  });
});

describe("escapeXml", () => {
  it("escapes what means something in XML", () => {
    expect(escapeXml(`<a b="c">&'`)).toBe("&lt;a b=&quot;c&quot;&gt;&amp;'");
  });
});
