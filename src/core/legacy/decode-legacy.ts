import { fromTcvn3 } from "./tcvn3";
import { fromVni } from "./vni";

/** How people call the encodings. */
export type LegacyEncoding = "TCVN3" | "VNI";

/** The encoding that a font's name stands for; null for an ordinary font. */
export function encodingOf(font: string): LegacyEncoding | null {
  if (/^\.vn/i.test(font)) return "TCVN3";
  return /^vni-/i.test(font) ? "VNI" : null;
}

/**
 * The text, in NFC, that people see when `text` is shown in a legacy font (law RD4). Null where the font is an ordinary
 * one, where the text holds letters that the encoding has no code for (then it is Unicode already), and where nothing
 * would change.
 */
export function decodeLegacy(text: string, font: string): string | null {
  const encoding = encodingOf(font);
  if (encoding === null || !beyondAscii.test(text)) return null;
  const codes = text.replace(control, (code) => windows1252[code.charCodeAt(0) - 0x80] ?? code);
  const shown = encoding === "TCVN3" ? fromTcvn3(codes) : fromVni(codes);
  if (shown === null || shown === text) return null;
  return encoding === "TCVN3" && font.endsWith(capitals) ? shown.toUpperCase() : shown;
}

/** Whether the text could as well be Unicode under a font that does not suit it: each of its letters is Vietnamese. */
export function mayBeUnicode(text: string): boolean {
  return !notVietnamese.test(text.replace(signAlone, ""));
}

const beyondAscii = /[^\0-\x7F]/;

/** .VnTimeH, .VnArialH: the capitals of a font of small letters. */
const capitals = "H";

const notVietnamese = /[^\0-\x7FÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý\u00A0\u2010-\u2027]/;

/** "5 × 3": a sign where no word is, though TCVN3 has a letter there. */
const signAlone = /(?<!\p{L})[×÷](?!\p{L})/gu;

/** The codes 0x80 to 0x9F reach us as controls or as what Windows-1252 has there, quotes and dashes. */
const control = /[\x80-\x9F]/g;
const windows1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";
