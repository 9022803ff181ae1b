const zeroWidth = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const wideOrFixedSpace = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;
const anySpace = /\s+/g;

// Printable ASCII and the letters of Vietnamese as Unicode composes them: NFC by itself, with nothing to take out.
const alreadyClean = /^[ -~À-ƠơƤ-ɏẠ-ỹ–—‘’“”…]*$/;

/** Text as it should have been typed: NFC, ordinary spaces, no zero-width marks, Ƣ/ƣ as Ư/ư; lines and doubled spaces stay. */
export function cleanText(text: string): string {
  if (alreadyClean.test(text)) return text;
  // Ƣ takes no tone mark into itself: it has to be Ư before the marks behind it can join.
  return text
    .replace(zeroWidth, "")
    .replaceAll("Ƣ", "Ư")
    .replaceAll("ƣ", "ư")
    .normalize("NFC")
    .replace(wideOrFixedSpace, " ");
}

/** Text as law RD4 compares it: clean, and in single spaces. */
export function plainText(text: string): string {
  if (!alreadyClean.test(text)) return cleanText(text).replace(anySpace, " ").trim();
  const trimmed = text.trim();
  return trimmed.includes("  ") ? trimmed.replace(anySpace, " ") : trimmed;
}

/** Plain text without diacritics and case, for finding names (law RD5); đ has no decomposed form and is folded by hand. */
export function folded(text: string): string {
  return plainText(text)
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .toLowerCase();
}
