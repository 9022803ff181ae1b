import type { Phrase } from "../core/language";
import fileIsAWorkbook from "../core/rules/file/file-is-a-workbook";
import type { Unreadable } from "../core/snapshot";

/** What a file is that is no workbook, and what to do about it. */
export function unreadablePhrase({ reason }: Unreadable): Phrase {
  const { what, todo } = fileIsAWorkbook.say({ reason });
  return { vi: `${what.vi} ${todo.vi}`, en: `${what.en} ${todo.en}` };
}
