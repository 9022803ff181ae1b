import type { CellValue } from "../../core/cell";
import type { CellContent } from "../../core/edit";
import { isDateFormat } from "../../workbook/xlsx/number-format";
import { dateSerial } from "../../workbook/xlsx/date-serial";

/** Where a text goes: the cell's number format (null: none), and whether a person typed it there or pasted it. */
export interface TypedInto {
  readonly format: string | null;
  readonly from: "keyboard" | "clipboard";
}

/**
 * What a cell holds when a person gives it this text. Vietnamese and English ways of writing a number are read alike: a
 * text becomes a number or a date only where it means one thing (law RD3), else it stays the text it is, and the check
 * asks. A formula comes from the keyboard alone (law ED7).
 */
export function readTyped(text: string, { format, from }: TypedInto): CellContent {
  const typed = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  if (typed.trim() === "") return { value: null };
  if (from === "keyboard" && typed.startsWith("'")) return { value: typed.slice(1) };
  if (isTextFormat(format)) return { value: typed };
  if (from === "keyboard" && /^=./.test(typed)) return { value: null, formula: typed.slice(1) };
  return { value: dateIn(typed.trim(), format) ?? numberIn(typed.trim(), format) ?? typed };
}

/** Whether cells of this format hold whatever is typed as text. */
export function isTextFormat(format: string | null): boolean {
  return format === "@";
}

/** Whether numbers of this format are shown as dates. */
export function isDated(format: string | null): boolean {
  return format !== null && !isGeneral(format) && isDateFormat(0, format);
}

function isGeneral(format: string | null): boolean {
  return format === null || format.toLowerCase() === "general";
}

function dateIn(text: string, format: string | null): CellValue {
  if (!isGeneral(format) && !isDated(format)) return null;
  const vietnamese = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/.exec(text);
  const date = vietnamese ? isoOf(vietnamese) : text;
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && dateSerial(date) !== null ? { date } : null;
}

function isoOf([, day = "", , month = "", year = ""]: readonly string[]): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

// A double holds any number of so many digits exactly as it is written.
const safeDigits = 15;

function numberIn(text: string, format: string | null): number | null {
  // A number in a date's cell would show as some day of long ago.
  if (isDated(format)) return null;
  const isPercent = format?.includes("%") ?? false;
  const body = isPercent ? text.replace(/ ?%$/, "") : text;
  if (body.replace(/\D/g, "").length > safeDigits) return null;
  const [number, ...others] = meaningsOf(body);
  if (number === undefined || others.length > 0) return null;
  return isPercent ? Number(`${number}e-2`) : number;
}

const whole = /^(?:0|[1-9]\d*)$/;
const decimals = {
  ",": /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+),\d+$/,
  ".": /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)\.\d+$/,
};
const grouped = { ".": /^[1-9]\d{0,2}(?:\.\d{3})+$/, ",": /^[1-9]\d{0,2}(?:,\d{3})+$/ };

/** The numbers a text can mean: "1.234.567" one, "1.234" two, "012" and "25, 42%" none. */
function meaningsOf(text: string): readonly number[] {
  const isNegative = /^[-−]\d/.test(text);
  const body = isNegative ? text.slice(1) : text;
  const found = new Set<number>();
  if (whole.test(body)) found.add(Number(body));
  for (const mark of [".", ","] as const) {
    if (grouped[mark].test(body)) found.add(Number(body.replaceAll(mark, "")));
    if (decimals[mark].test(body)) found.add(decimalIn(body, mark));
  }
  return [...found].map((number) => (isNegative && number !== 0 ? -number : number));
}

function decimalIn(body: string, mark: string): number {
  const [integer = "", fraction = ""] = body.split(mark);
  return Number(`${integer.replace(/[.,]/g, "")}.${fraction}`);
}
