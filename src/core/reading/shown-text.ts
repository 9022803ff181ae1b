import type { Cell } from "../cell";
import { decodeLegacy } from "../legacy/decode-legacy";

/** The words that a cell shows, those of a legacy font read as it shows them (law RD4); "" where it holds no text. */
export function shownText(cell: Cell | undefined): string {
  if (typeof cell?.value !== "string") return "";
  return (cell.legacyFont === undefined ? null : decodeLegacy(cell.value, cell.legacyFont)) ?? cell.value;
}
