/** Sheets that keep what an operation replaced, until it can no longer be undone (law ED3): no part of anybody's report. */
export const reservedPrefix = "pm_undo_";

export function isReserved(sheet: string): boolean {
  return sheet.toLowerCase().startsWith(reservedPrefix);
}
