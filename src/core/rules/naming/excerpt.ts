import { plainText } from "../../plain-text";

/** Marks that would move the cursor or turn the writing of whatever shows the message: a report is foreign text. */
const unprintable = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** Text of a report as messages quote it: one line, printable, and no longer than `length` characters. */
export function excerpt(text: string, length = 60): string {
  const printable = plainText(text.slice(0, 4 * length + 400)).replace(unprintable, "");
  if (printable.length <= length) return printable;
  const characters = Array.from(printable);
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : printable;
}
