import type { Cell, CellValue } from "../../core/cell";
import type { CellContent } from "../../core/edit";
import { dateSerial, serialDate } from "../xlsx/date-serial";
import { isDateFormat } from "../xlsx/number-format";

/** What Excel takes and gives as a cell's formula: "" is blank, a text that begins with "=" is a formula. */
export type RawContent = string | number | boolean;

/** One cell as Excel gives it. */
export interface RawCell {
  readonly value: unknown;
  readonly formula: unknown;
  readonly format: unknown;
  /** An Excel.RangeValueType. */
  readonly type: unknown;
}

const textFormat = "@";
const generalFormat = "General";
/** Excel shows it in the order of the person's own country: built-in format 14, as the .xlsx door writes it. */
const dateFormat = "m/d/yyyy";
const dateTimeFormat = "m/d/yyyy h:mm";

/** Whether numbers of this number format (in US form) show as dates. */
export function isDate(format: unknown): boolean {
  return typeof format === "string" && isDateFormat(-1, format);
}

/** The cell as a snapshot has it; null where it is blank. */
export function cellOf(raw: RawCell): Cell | null {
  const value = valueOf(raw);
  const formula = formulaOf(raw);
  if (formula !== null) return { value, formula };
  return value === null || value === "" ? null : { value };
}

/** Of a text that looks like a formula Excel says the same in both places; no formula gives its own text. */
function formulaOf({ value, formula }: RawCell): string | null {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula.slice(1) : null;
}

function valueOf({ value, format, type }: RawCell): CellValue {
  if (typeof value === "number") {
    const date = isDate(format) ? serialDate(value) : null;
    // No cell shows -0.
    return date === null ? value + 0 : { date };
  }
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return null;
  return type === "Error" ? { error: value } : value;
}

/**
 * What is to be written so that the cell holds the content. A text gets an apostrophe, which Excel takes as "this is
 * text" and does not keep (law ED7); in a cell of the format "@" it would keep it, and needs none.
 * Throws a RangeError for what no cell can hold.
 */
export function rawOf({ value, formula }: CellContent, format: string): RawContent {
  if (formula !== undefined) return `=${formula}`;
  if (value === null || value === "") return "";
  if (typeof value === "string") return format === textFormat && !value.startsWith("'") ? value : `'${value}`;
  if (typeof value === "boolean") return value;
  if (typeof value === "object" && "error" in value) return value.error;
  const number = typeof value === "number" ? value : dateSerial(value.date);
  if (number === null || !Number.isFinite(number)) throw new RangeError(`No cell can hold ${JSON.stringify(value)}.`);
  return number;
}

/** The number format that the content needs instead of the one there is; null where that will do. */
export function formatFor({ value, formula }: CellContent, format: string): string | null {
  // In a cell of the format "@" a formula or a number would become a text.
  if (formula !== undefined) return format === textFormat ? generalFormat : null;
  if (typeof value === "number") return isDate(format) || format === textFormat ? generalFormat : null;
  if (typeof value === "boolean") return format === textFormat ? generalFormat : null;
  // What Excel makes of an apostrophe in a cell of the format "@" nobody says.
  if (typeof value === "string") return format === textFormat && value.startsWith("'") ? generalFormat : null;
  if (value === null) return null;
  if ("error" in value) return format === textFormat ? generalFormat : null;
  if (isDate(format)) return null;
  return value.date.length > 10 ? dateTimeFormat : dateFormat;
}
