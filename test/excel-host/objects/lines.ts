import { asTruth } from "../args";
import { NotModelled } from "../host-error";
import type { RangeRef } from "../range-ref";
import type { HostState } from "../state";

type Lines = "rows" | "columns";

/** Whether all rows (or columns) of a range are hidden; null where some are. */
export function linesHidden({ sheet, block }: RangeRef, lines: Lines): boolean | null {
  const hidden = lines === "rows" ? sheet.hiddenRows : sheet.hiddenColumns;
  const [first, last] = lines === "rows" ? [block.top, block.bottom] : [block.left, block.right];
  const count = [...hidden].filter((line) => line >= first && line <= last).length;
  return count === 0 ? false : count === last - first + 1 ? true : null;
}

/** `getRowProperties`, `getColumnProperties`: for each line what was asked for, which may be whether it is hidden. */
export function lineProperties(
  { sheet, block }: RangeRef,
  lines: Lines,
  wanted: Readonly<Record<string, unknown>>,
): unknown[] {
  const key = lines === "rows" ? "rowHidden" : "columnHidden";
  const other = Object.keys(wanted).find((one) => one !== key);
  if (other !== undefined) throw new NotModelled(`properties of ${lines}: ${other}`);
  const hidden = lines === "rows" ? sheet.hiddenRows : sheet.hiddenColumns;
  const [first, last] = lines === "rows" ? [block.top, block.bottom] : [block.left, block.right];
  return Array.from({ length: last - first + 1 }, (_, index) => ({ [key]: hidden.has(first + index) }));
}

export function setLinesHidden(
  state: HostState,
  { sheet, block }: RangeRef,
  { lines, value }: { readonly lines: Lines; readonly value: unknown },
): void {
  state.refuseProtected(sheet, lines === "rows" ? "allowFormatRows" : "allowFormatColumns");
  const hidden = lines === "rows" ? sheet.hiddenRows : sheet.hiddenColumns;
  const [first, last] = lines === "rows" ? [block.top, block.bottom] : [block.left, block.right];
  if (asTruth(value)) for (let line = first; line <= last; line += 1) hidden.add(line);
  else for (const line of [...hidden]) if (line >= first && line <= last) hidden.delete(line);
}
