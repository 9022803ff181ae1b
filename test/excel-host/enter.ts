import type { CellError } from "./cells";
import { HostError, invalidArgument } from "./host-error";

/** What a cell comes to hold when this is written to it. `format` where entering changes the number format. */
export interface Entered {
  readonly value: number | string | boolean | null | CellError;
  /** Without "=". */
  readonly formula?: string;
  readonly format?: string;
}

const longestText = 32_767;
const longestFormula = 8_192;
const errors = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|GETTING_DATA)$/;
const decimal = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

/**
 * As Excel takes a value or formula in US form, as if typed: "=" begins a formula, "'" a text, and what looks like a
 * number, a percentage, a truth or an error becomes one, unless the cell's format is text. Null is not asked here: it
 * leaves the cell alone.
 */
export function enter(input: unknown, format: string): Entered {
  // In a cell for text everything is a text.
  if (typeof input === "boolean") return { value: format === "@" ? String(input).toUpperCase() : input };
  if (typeof input === "number") return { value: format === "@" ? String(input) : input };
  if (typeof input !== "string") throw invalidArgument(`Not a cell's value: ${JSON.stringify(input)}`);
  if (input === "") return { value: null };
  if (input.length > longestText) throw invalidArgument("A cell holds 32,767 characters.");
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (format === "@") return { value: input };
  if (input.startsWith("=") && input.length > 1) return { value: null, formula: soundFormula(input.slice(1)) };
  const text = input.trim();
  if (/^(?:TRUE|FALSE)$/i.test(text)) return { value: text.toUpperCase() === "TRUE" };
  if (errors.test(text.toUpperCase())) return { value: { error: text.toUpperCase() } };
  return typedNumber(text, format) ?? { value: input };
}

/** Refuses what is plainly no formula; the rest is the calculator's to say. */
function soundFormula(formula: string): string {
  if (formula.length > longestFormula) {
    throw new HostError("FormulaLengthExceedsLimit", "The formula's bytecode exceeds the maximum length limit.");
  }
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "0");
  let depth = 0;
  for (const sign of bare) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if (depth < 0) break;
  }
  if (depth !== 0 || /["']/.test(bare) || /[-+*/^&=<>,]\s*$/.test(bare)) {
    throw invalidArgument(`No formula: =${formula.slice(0, 80)}`);
  }
  return formula;
}

function typedNumber(text: string, format: string): Entered | null {
  const isPercent = text.endsWith("%");
  const digits = isPercent ? text.slice(0, -1) : text;
  if (/\d/.test(digits) && decimal.test(digits)) {
    const number = Number(digits.replaceAll(",", ""));
    if (!Number.isFinite(number)) return null;
    if (!isPercent) return { value: number };
    return { value: number / 100, ...(format === "General" && { format: digits.includes(".") ? "0.00%" : "0%" }) };
  }
  return typedDate(text, format);
}

/** Dates in US form (month first) or ISO. */
function typedDate(text: string, format: string): Entered | null {
  const us = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  const iso = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text);
  const [year, month, day] = us
    ? [Number(us[3]), Number(us[1]), Number(us[2])]
    : iso
      ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
      : [0, 0, 0];
  if (year < 1900) return null;
  const moment = new Date(Date.UTC(year, month - 1, day));
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return null;
  const serial = moment.getTime() / 86_400_000 + 25_569;
  return { value: serial, ...(format === "General" && { format: "m/d/yyyy" }) };
}
