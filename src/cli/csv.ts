/** What spreadsheet programs take for the beginning of a formula, in full width too, or drop before one (OWASP, CSV injection). */
const actsAsFormula = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text as a field of a CSV file (RFC 4180); one that would act as a formula in a spreadsheet gets an apostrophe before it. */
export function csvText(text: string): string {
  const guarded = actsAsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A number as a field: digits that read back as the very same number; nothing for null. */
export function csvNumber(number: number | null): string {
  return number === null ? "" : String(number);
}

/** Fields that are ready, as one line with its end. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.join(",")}\r\n`;
}
