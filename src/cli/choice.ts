import { fromA1 } from "../core/cell";
import type { Choice } from "../core/mend";
import { usageFaults } from "../words/usage-faults";
import { CannotBeDone } from "./cannot-be-done";

/** "Kinh phí!D8=2": the second way to mend that cell. Throws CannotBeDone for anything else. */
export function choiceIn(given: string): Choice {
  const [, sheet, cell, way] =
    /^(.+)!\$?([A-Za-z]{1,3}\$?\d{1,7})=([1-9]\d?)$/s.exec(given.normalize("NFC").trim()) ?? [];
  if (sheet === undefined || cell === undefined || !fromA1(cell))
    throw new CannotBeDone(usageFaults.unknownChoice(given));
  return {
    at: { sheet: sheet.replace(/^'(.*)'$/, "$1"), cell: cell.replace("$", "").toUpperCase() },
    mend: Number(way) - 1,
  };
}
