import { describe, expect, it } from "@jest/globals";
import { byHand, partsByHand } from "./by-hand";
import { cellsIn, reasonOf } from "./plain-snapshot";

// Parts are decoded in pieces of so many bytes; a letter has one to four, and the mark of a part's start may be one.
const pieceBytes = 32 * 1024;
const letters = "\uFEFFaấ😀é".repeat(4);
const encoder = new TextEncoder();
const part = "xl/sharedStrings.xml";
const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';

const stringsOf = (text: string): string => `<si><t>${text}</t></si>`;
const partOf = (text: string): Uint8Array => partsByHand({ strings: stringsOf(text) }).get(part) ?? new Uint8Array();
const lengthBefore = partOf("").length - encoder.encode("</t></si></sst>").length;

/** Texts in which the second piece begins at each byte of the letters in turn. */
function textsAcross(first: string): string[] {
  const room = pieceBytes - lengthBefore - encoder.encode(first).length;
  return [...encoder.encode(letters).keys()].map((at) => first + "x".repeat(room - at) + letters);
}

describe("a part is read in pieces as it would be in one (law RD8)", () => {
  it.each([
    ["the first of ASCII alone", ""],
    ["the first with other letters", "ấ"],
  ])("%s", (_, first) => {
    for (const text of textsAcross(first)) {
      expect(cellsIn(byHand({ rows, strings: stringsOf(text) }))).toEqual({ A1: { value: text } });
    }
  });

  it("and a letter that is cut off is found, wherever a piece ends", () => {
    for (const text of textsAcross("")) {
      const bytes = Uint8Array.from(partOf(text));
      const end = pieceBytes - 1;
      const cut = (bytes[end] ?? 0) > 0x7f ? end : bytes.findIndex((byte, at) => at > end && byte > 0x7f);
      bytes[cut] = "x".charCodeAt(0);
      expect(reasonOf(byHand({ rows, strings: "", parts: { [part]: bytes } }))).toBe("damaged");
    }
  });
});
