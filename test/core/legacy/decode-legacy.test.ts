import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { makeForm } from "../../../src/core/form/make-form";
import { decodeLegacy, encodingOf, mayBeUnicode } from "../../../src/core/legacy/decode-legacy";
import { truongNguyen, yenChau } from "../../plans/opened";
import { encodeLegacy, fontOf, shownIn, vietnameseLetters, type Encoding } from "./encode-legacy";

const encodings: readonly Encoding[] = ["TCVN3", "TCVN3 capitals", "VNI"];

/** Every text that the forms of a plan show: headings, row labels, tasks, steps, names. */
const labels = [yenChau, truongNguyen].flatMap((plan) =>
  [...plan.units.slice(0, 2), plan.whole].flatMap((unit) =>
    plan.periods.slice(0, 1).flatMap((period) =>
      makeForm(plan, { unit, period })
        .sheets.filter(({ visibility }) => visibility === "visible")
        .flatMap(({ cells, name }) => [name, ...cells.map(({ value }) => value)])
        .filter((value) => typeof value === "string")
        // A sign that TCVN3 has a letter for.
        .filter((value) => !value.includes("×")),
    ),
  ),
);

const unitNames = [yenChau, truongNguyen].flatMap((plan) =>
  [...plan.units, plan.whole].flatMap(({ name, prefix, aliases }) => [name, `${prefix} ${name}`, ...aliases]),
);

const planText = readFileSync(new URL("../../../docs/ke-hoach-267.txt", import.meta.url), "utf8").split("\n");

/** What reading should give back: nothing where the codes are those of Unicode already. */
function expectedOf(text: string, encoding: Encoding): string | null {
  const [codes, shown] = [encodeLegacy(text, encoding), shownIn(text, encoding)];
  return /[^\0-\x7F]/.test(codes) && shown.toLowerCase() !== codes.toLowerCase() ? shown : null;
}

describe.each(encodings)("[RD4] %s", (encoding) => {
  const font = fontOf[encoding];
  const decoded = (text: string): string | null => decodeLegacy(encodeLegacy(text, encoding), font);

  it("knows every letter, small and capital", () => {
    for (const letter of vietnameseLetters) {
      // A letter with the same code in Unicode stands among others, so that there is something to see.
      const text = `Bản ${letter} – đ`;
      expect(decoded(text)).toBe(shownIn(text, encoding));
    }
    expect(vietnameseLetters).toHaveLength(134);
  });

  it.each([
    ["the names of the units", unitNames, 30],
    ["the labels of the forms", labels, 400],
    ["the plan's own text", planText, 200],
  ])("gives back %s", (_, texts, least) => {
    expect(texts.length).toBeGreaterThan(least);
    for (const text of texts) expect([text, decoded(text)]).toEqual([text, expectedOf(text, encoding)]);
  });

  it("gives back any Vietnamese text", () => {
    const letter = fc.constantFrom(...vietnameseLetters, ...Array.from("abcxyABCXY 0123,.;()%-+\n"));
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 40 }), (letters) => {
        const text = letters.join("");
        expect(decoded(text)).toBe(expectedOf(text, encoding));
      }),
      { seed: 267, numRuns: 2000 },
    );
  });

  it("lets Unicode alone, whatever the font", () => {
    for (const text of ["Bản Đông", "Chiềng Hặc", "Phiêng Khoài, bản Cốc Lắc", "46 hộ", "a\u0309n"]) {
      expect(decodeLegacy(text, font)).toBeNull();
    }
  });

  it("lets text alone that is the same in every encoding", () => {
    for (const text of ["", "60", "Tieu khu 3", "25 °C", "12 m²", "“Ban” – …", "a\u00A0b"]) {
      expect(decodeLegacy(text, font)).toBeNull();
    }
  });
});

describe("[RD4] decodeLegacy", () => {
  it.each([
    ["Tó Nang", ".VnTime", "Tú Nang"],
    ["Lãng Phiªng", ".VnArial", "Lóng Phiêng"],
    ["Cã", ".VnTime", "Có"],
    ["§· häp 14 b¶n", ".VnTime", "Đã họp 14 bản"],
    ["thÞ trÊn yªn ch©u", ".VnTimeH", "THỊ TRẤN YÊN CHÂU"],
    ["M­êng Lùm", ".VnTime", "Mường Lựm"],
    ["Tuù Nang", "VNI-Times", "Tú Nang"],
    ["Loùng Phieâng", "VNI-Helve", "Lóng Phiêng"],
    ["THÒ TRAÁN YEÂN CHAÂU", "VNI-Times", "THỊ TRẤN YÊN CHÂU"],
    ["Möôøng Löïm", "vni-times", "Mường Lựm"],
    ["AÙNH, Aùnh", "VNI-Times", "ÁNH, Ánh"],
    ["Hé \x93nghÌo\x94 \x96 \x852", ".VnTime", "Hộ “nghèo” – …2"],
    ["Hé “nghÌo” – ≥ 2†", ".VnTime", "Hộ “nghèo” – ≥ 2†"],
  ])("shows %j in %s as %j", (text, font, expected) => {
    expect(decodeLegacy(text, font)).toBe(expected);
  });

  it.each([
    ["Tú Nang", "Times New Roman"],
    ["Lóng Phiêng", "Calibri"],
    ["Tó Nang", "Vnfont"],
    ["Tú Nang", "VNI-Times"],
    ["Lóng Phiêng", "VNI-Times"],
    ["ý kiến", "VNI-Times"],
    ["hoàn thành", ".VnTime"],
  ])("lets %j in %s alone", (text, font) => {
    expect(decodeLegacy(text, font)).toBeNull();
  });

  it("knows fonts by their names", () => {
    expect([".VnTime", ".VNARIAL", "VNI-Times", "Arial", "Vni", ""].map(encodingOf)).toEqual([
      "TCVN3",
      "TCVN3",
      "VNI",
      null,
      null,
      null,
    ]);
  });

  it("knows which texts could be Unicode as well", () => {
    const both = ["Tó Nang", "Cã", "Coù", "Hoà Bình – 2", "5 × 3"];
    const legacyAlone = ["Lãng Phiªng", "M­êng Lùm", "Möôøng", "T×nh h×nh"];
    expect([...both, ...legacyAlone].map(mayBeUnicode)).toEqual([
      ...both.map(() => true),
      ...legacyAlone.map(() => false),
    ]);
  });
});
