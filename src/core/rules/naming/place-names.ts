import { folded, plainText } from "../../plain-text";

/**
 * Whether two names that were typed are those of one place: alike without regard to case, to which vowel of a syllable
 * carries the tone (Hòa, Hoà), or to marks where one of the two has none. Bản Đán and Bản Đàn are two places.
 */
export function isOnePlace(one: string, other: string): boolean {
  if (folded(one) !== folded(other)) return false;
  const [marks, otherMarks] = [marksOf(one), marksOf(other)];
  return marks === otherMarks || marks === "" || otherMarks === "";
}

/** The marks of a name word by word, in an order that does not hang on the vowel they stand on. */
function marksOf(name: string): string {
  const words = plainText(name).toLowerCase().replaceAll("đ", "d\u0335").normalize("NFD").split(" ");
  return words
    .map((word) => (word.match(/\p{M}/gu) ?? []).sort().join(""))
    .join(" ")
    .trim();
}
