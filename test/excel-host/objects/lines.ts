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

/** `getRowProperties` and `getColumnProperties`: for each line whether it is hidden, and where it is. */
export function lineProperties(
  { sheet, block }: RangeRef,
  lines: Lines,
  wanted: Readonly<Record<string, unknown>>,
): unknown[] {
  const [first, last] = lines === "rows" ? [block.top, block.bottom] : [block.left, block.right];
  const hidden = lines === "rows" ? sheet.hiddenRows : sheet.hiddenColumns;
  const answers: Readonly<Record<string, (line: number) => unknown>> = {
    [lines === "rows" ? "rowHidden" : "columnHidden"]: (line) => hidden.has(line),
    [lines === "rows" ? "rowIndex" : "columnIndex"]: (line) => line,
  };
  const keys = Object.keys(wanted).filter((key) => wanted[key] === true);
  const unknown = keys.find((key) => answers[key] === undefined);
  if (unknown !== undefined) throw new NotModelled(`the property ${unknown} of ${lines}`);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Object.fromEntries(keys.map((key) => [key, answers[key]?.(first + index)])),
  );
}
