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

describe("[RD4] texts that are clean already", () => {
  /** The law written out, without a look first at whether there is anything to do. */
  const cleaned = (text: string): string =>
    text
      .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
      .replaceAll("Ƣ", "Ư")
      .replaceAll("ƣ", "ư")
      .normalize("NFC")
      .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, " ");
  const letters = fc.constantFrom(...Array.from("aÀéƠơƢƣưỄỹđĐ –—“”…'\t\n\u00A0\u2003\u200B\u0301\u0323\u00AD가"));
  const texts = fc.oneof(fc.string({ unit: letters }), fc.string({ unit: "binary" }));

  it("are left as the law would leave them", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(cleanText(text)).toBe(cleaned(text));
        expect(plainText(text)).toBe(cleaned(text).replace(/\s+/g, " ").trim());
      }),
      { numRuns: 2000 },
    );
  });

  it("hold for every character by itself and between letters", () => {
    for (let code = 1; code < 0x10000; code++) {
      for (const text of [String.fromCharCode(code), `a${String.fromCharCode(code)}b`]) {
        if (cleanText(text) !== cleaned(text)) throw new Error(`U+${code.toString(16)}`);
      }
    }
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
