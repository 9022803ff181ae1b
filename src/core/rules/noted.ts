import { isNilText } from "../form/said";
import { cellOf, textOf, type CellReading } from "../reading/reading";
import type { Report } from "./rule";

/** Whether words stand there; a dash is none. */
export function holdsWords(cell: CellReading | null | undefined): boolean {
  const text = textOf(cell ?? undefined);
  return text !== "" && !isNilText(text);
}

/** Whether an element's row has a note. */
export function isNoted({ reading }: Report, code: string): boolean {
  return holdsWords(cellOf(reading, "elements", { code, key: "note" }));
}
