import type { Reading, TableReading } from "../reading/reading";
import { strayMarks } from "../reading/stray-marks";

/**
 * Whether it is known which rows and numbers belong in a sheet: those of Chỉ tiêu hang on the unit and the period, so
 * nothing can be said of it while the unit is unknown or the sheet seems to be another report's.
 */
export function isOwnSheet(reading: Reading, table: TableReading): boolean {
  if (table.table.id !== "indicators") return true;
  const { unit, period } = strayMarks(reading, table);
  return reading.unit.kind === "known" && unit === null && period === null;
}
