import type { CellContent, CellEdit } from "../../edit";
import type { Mend } from "../../finding";
import type { Phrase } from "../../language";
import type { CellReading, CoverReading } from "../../reading/reading";
import { shown } from "../../show-number";

/** As many places as a double has, so that a preview never rounds. */
const decimals = 16;

/** The edit that puts something else into a cell or a field of the cover; null where there is no such cell. */
export function edited(
  { at, found, legacyFont }: Pick<CellReading | CoverReading, "at" | "found" | "legacyFont">,
  put: CellContent,
): CellEdit | null {
  if (!at || !found) return null;
  const leavesLegacyFont = legacyFont !== undefined && typeof put.value === "string";
  return { at, expect: found, put, ...(leavesLegacyFont && { leavesLegacyFont }) };
}

/** Another content in one cell. */
export function cellMend(
  cell: CellReading,
  put: CellContent,
  { becomes, isCertain }: { readonly becomes: Phrase; readonly isCertain: boolean },
): Mend {
  const edit = edited(cell, put);
  return { becomes, isCertain, edits: edit ? [edit] : [] };
}

/** A number in place of what a cell holds. A formula that gives way is lost, and so a person is asked. */
export function numberMend(cell: CellReading, number: number, { isCertain }: { readonly isCertain: boolean }): Mend {
  return cellMend(
    cell,
    { value: number },
    { becomes: shown(number, decimals), isCertain: isCertain && cell.found.formula === undefined },
  );
}

export function sameInBoth(text: string): Phrase {
  return { vi: text, en: text };
}
