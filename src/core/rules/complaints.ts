import type { Review } from "../finding";
import type { Language, Phrase } from "../language";
import { say } from "./say";

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
