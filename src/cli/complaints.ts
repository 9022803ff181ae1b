import type { Review } from "../core/finding";
import type { Language, Phrase } from "../core/language";
import { say } from "../core/rules/say";

const complainedFiles = 10;

/** What stands in the way of reading files, one sentence a file, ten at most. */
export function complaintsOf(reviews: readonly Review[]): Phrase[] {
  return reviews
    .flatMap(({ file, findings: [first] }) => (first ? [{ file, first }] : []))
    .slice(0, complainedFiles)
    .map(({ file, first }) => {
      const sentence = (language: Language): string => {
        const { what, todo } = say(first, language);
        return `${file}: ${what} ${todo}`;
      };
      return { vi: sentence("vi"), en: sentence("en") };
    });
}
