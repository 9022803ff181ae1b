import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { cleanText, folded, plainText } from "../../src/core/plain-text";

describe("[RD4] plainText", () => {
  it.each([
    ["Tú Nang", "Tú Nang"],
    ["Lóng Phiêng", "Lóng Phiêng"],
    ["Tú Nang".normalize("NFD"), "Tú Nang"],
    ["Chiềng\u00A0Đông", "Chiềng Đông"],
    ["  Chiềng \t Hặc \n", "Chiềng Hặc"],
    ["Mường\u200BLựm\uFEFF", "MườngLựm"],
    ["Mƣờng Lựm", "Mường Lựm"],
    ["PHIÊNG KHOÀI Ƣ", "PHIÊNG KHOÀI Ư"],
    ["12\u00AD34", "1234"],
    ["", ""],
  ])("%j becomes %j", (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it("gives what it was given once it is plain", () => {
    for (const text of ["Sập Vạt", "a  b\u200D", "ƢƢ\u0301"]) expect(plainText(plainText(text))).toBe(plainText(text));
  });
});

describe("[RD5] folded", () => {
  it.each([
    ["Tú Nang", "tu nang"],
    ["Lóng Phiêng", "long phieng"],
    ["Thị trấn Yên Châu", "thi tran yen chau"],
    ["XÃ CHIỀNG ĐÔNG", "xa chieng dong"],
    ["Đắk R'Tíh", "dak r'tih"],
    ["Mƣờng Lựm".normalize("NFD"), "muong lum"],
    ["Chiềng\u00A0On", "chieng on"],
  ])("%j is found as %j", (text, expected) => {
    expect(folded(text)).toBe(expected);
  });
});

describe("[RD4] cleanText", () => {
  it.each([
    ["Đã họp  14 bản;\n- còn 2", "Đã họp  14 bản;\n- còn 2"],
    [" Chiềng\u00A0Đông ".normalize("NFD"), " Chiềng Đông "],
    ["Mƣờng\u200B Lựm\uFEFF", "Mường Lựm"],
    ["Ƣ\u0301", "Ứ"],
    ["a\u2003b\u202Fc", "a b c"],
  ])("%j becomes %j", (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it("leaves what it gives, and never changes what a text says", () => {
    const character = fc.constantFrom(
      ...Array.from("aăâoơuưƢƣđ- \n"),
      "\u0301",
      "\u0323",
      "\u031B",
      "\u200B",
      "\u00A0",
      "\u2001",
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
        const text = characters.join("");
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(plainText(cleanText(text))).toBe(plainText(text));
      }),
      { seed: 267, numRuns: 2000 },
    );
  });
});
