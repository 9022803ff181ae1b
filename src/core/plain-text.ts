const zeroWidth = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const anySpace = /[\s\u00A0]+/g;

/** Text as law RD4 compares it: NFC, single ordinary spaces, no zero-width marks, Ƣ/ƣ as Ư/ư. */
export function plainText(text: string): string {
  // Ƣ takes no tone mark into itself: it has to be Ư before the marks behind it can join.
  return text
    .replace(zeroWidth, "")
    .replaceAll("Ƣ", "Ư")
    .replaceAll("ƣ", "ư")
    .normalize("NFC")
    .replace(anySpace, " ")
    .trim();
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
