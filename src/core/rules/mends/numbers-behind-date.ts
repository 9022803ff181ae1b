import { daySerial } from "../../plan/day-serial";
import { isNumeric } from "../../form/table";
import type { ReportCell } from "../naming/report-cells";

/** No figure is typed as a date so old: Excel only shows a number as one. */
const firstTypedYear = 1950;

/**
 * The numbers that may have become a date, the likeliest first: the number that Excel keeps behind it, where the row has
 * figures of that size or the date is too old to be one; and, where there are decimals, what was typed as "3.4", "3.04"
 * or (month and year) "3.22". None of them is certain.
 */
export function numbersBehindDate(found: ReportCell, iso: string): readonly number[] {
  const [year = 0, month = 0, day = 0] = iso.slice(0, 10).split("-").map(Number);
  const serial = daySerial(iso);
  const isKept = serial !== null && (year < firstTypedYear || isOfTheRow(found, serial));
  const isWhole = found.cell.content === "count";
  const kept = isKept && (!isWhole || Number.isInteger(serial)) ? [serial] : [];
  if (isWhole || year < firstTypedYear) return kept;
  const typed = [decimal(day, String(month))];
  if (month < 10) typed.push(decimal(day, `0${month}`));
  if (day === 1) typed.push(decimal(month, String(year % 100).padStart(2, "0")));
  return [...new Set([...kept, ...typed])];
}

function decimal(integer: number, fraction: string): number {
  return Number(`${integer}.${fraction}`);
}

/** Whether another figure of the row is within half and double of it. */
function isOfTheRow({ row }: ReportCell, number: number): boolean {
  return [...row.cells.values()].some(
    ({ content, said }) =>
      isNumeric(content) && said.kind === "number" && said.number >= number / 2 && said.number <= number * 2,
  );
}
