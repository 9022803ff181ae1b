import type { CellValue } from "../../core/cell";
import { dateSerial, serialDate } from "./date-serial";
import { damaged } from "./fault";
import type { CellFormat } from "./styles";
import { fromStoredText } from "./text-element";

/** A cell's type and texts as its element holds them; null where there is no such element. */
export interface StoredValue {
  readonly type: string;
  /** The text of `v`. */
  readonly stored: string | null;
  /** The text of `is`. */
  readonly inline: string | null;
  readonly format: CellFormat;
}

/** What the values of a workbook rest on. */
export interface ValueContext {
  readonly strings: readonly string[];
  readonly countsFrom1904: boolean;
}

/** What the cell shows, null where nothing is stored; throws a PartError for what means nothing in its type. */
export function cellValue({ type, stored, inline, format }: StoredValue, context: ValueContext): CellValue {
  if (inline !== null && (type !== "inlineStr" || stored !== null)) throw damaged(`a text within the type ${type}`);
  if (type === "inlineStr") return inline ?? (stored === null ? null : fromStoredText(stored));
  if (type === "str") return stored === null ? null : fromStoredText(stored);
  const text = stored?.trim() ?? "";
  switch (type) {
    case "n":
      return text === "" ? null : numberOrDate(text, format.isDate, context.countsFrom1904);
    case "s":
      return text === "" ? null : sharedString(text, context.strings);
    case "b":
      return text === "" ? null : truth(text);
    case "e":
      return text === "" ? null : { error: text };
    case "d":
      return text === "" ? null : dateOrText(text);
    default:
      throw damaged(`a cell of the type ${type}`);
  }
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function numberOrDate(text: string, isDate: boolean, countsFrom1904: boolean): CellValue {
  const number = decimal.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(number)) throw damaged(`the number ${text.slice(0, 40)}`);
  const date = isDate ? serialDate(number, countsFrom1904) : null;
  // No cell shows -0.
  return date === null ? number + 0 : { date };
}

function sharedString(text: string, strings: readonly string[]): string {
  const found = /^\d{1,9}$/.test(text) ? strings[Number(text)] : undefined;
  if (found === undefined) throw damaged(`the text ${text.slice(0, 40)} stands nowhere`);
  return found;
}

function truth(text: string): boolean {
  if (text === "1" || text === "true") return true;
  if (text === "0" || text === "false") return false;
  throw damaged(`the truth ${text.slice(0, 40)}`);
}

/** A date of a strict file; what its calendar does not know stays a text, of which a rule can speak. */
function dateOrText(text: string): CellValue {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?Z?)?$/.exec(text);
  const [, day = "", time = "00:00:00"] = match ?? [];
  if (dateSerial(`${day}T${time}`) === null) return text;
  return { date: time === "00:00:00" ? day : `${day}T${time}` };
}
