import type { Cell, CellValue } from "../cell";
import { answers } from "../form/choices";
import { numbersIn } from "../form/said";
import { folded, plainText } from "../plain-text";
import { dayIn } from "../plan/day";
import { daySerial } from "../plan/day-serial";
import { textOf } from "../plan/tree";
import type { PlanContent } from "./plan-column";

/** What a cell of a plan workbook says: a value of the plan, nothing, or something that no plan can take. */
export type PlanCell =
  | { readonly kind: "blank" }
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "unusable"; readonly why: "error" | "uncalculated" | "date" | "fraction"; readonly shown: string };

const blank: PlanCell = { kind: "blank" };

/** What a column knows besides its content: how many digits a code has whose leading zeros a spreadsheet dropped. */
export interface CellHints {
  readonly digits: number;
}

/**
 * Reads a cell as its column means it. A formula counts as what it last gave. What is not understood is handed on as it
 * stands, so that the check of the plan refuses it; only what a text would swallow (errors, dates) is told apart here.
 */
export function readPlanCell(cell: Cell | undefined, content: PlanContent, { digits }: CellHints): PlanCell {
  if (!cell) return blank;
  const { value, formula } = cell;
  if (value === null) {
    return formula === undefined ? blank : { kind: "unusable", why: "uncalculated", shown: `=${formula}` };
  }
  if (typeof value === "object") {
    if ("error" in value) return { kind: "unusable", why: "error", shown: value.error };
    return content.kind === "date"
      ? { kind: "value", value: value.date.slice(0, 10) }
      : { kind: "unusable", why: "date", shown: value.date };
  }
  if (typeof value === "string" && value.trim() === "") return blank;
  if (typeof value === "number" && isFractionOfAim(value, content)) {
    return { kind: "unusable", why: "fraction", shown: commaDecimal(value) };
  }
  return { kind: "value", value: meant(value, content, digits) };
}

function isFractionOfAim(value: number, content: PlanContent): boolean {
  return content.kind === "number" && content.isAim === true && value !== 0 && Math.abs(value) < 1;
}

function commaDecimal(value: number): string {
  return String(value).replace(".", ",");
}

function meant(value: number | string | boolean, content: PlanContent, digits: number): unknown {
  switch (content.kind) {
    case "text":
    case "long-text":
    case "shown":
      return typeof value === "number" ? String(value) : value;
    case "raw":
      return typeof value === "string" ? unquoted(value) : String(value);
    case "code":
    case "reference":
      return codeIn(value, digits);
    case "codes":
      return codesIn(value, digits);
    case "number":
    case "whole":
      return typeof value === "string" ? numberIn(value, content.kind) : value;
    case "date":
      return typeof value === "string" ? (dayIn(narrow(value)) ?? narrow(value)) : value;
    case "yes-no":
      return yesNoIn(value) ?? value;
    case "choice":
      return typeof value === "string" ? choiceIn(value, content.words) : value;
    case "trait":
      return typeof value === "string" ? traitIn(value) : typeof value === "number" ? String(value) : value;
  }
}

/** Full-width letters and digits as ordinary ones, in single spaces. */
function narrow(text: string): string {
  return plainText(text.normalize("NFKC"));
}

function codeIn(value: number | string | boolean, digits: number): string {
  return typeof value === "number" ? String(value).padStart(digits, "0") : narrow(String(value));
}

function codesIn(value: number | string | boolean, digits: number): string[] {
  if (typeof value === "number") return [codeIn(value, digits)];
  return narrow(String(value))
    .split(/[\s,;]+/)
    .filter((code) => code !== "");
}

function numberIn(text: string, kind: "number" | "whole"): number | string {
  const said = narrow(text).replace(/\s*%$/, "");
  const [number, other] = numbersIn(said, kind === "whole" ? "whole" : "decimal");
  // "1.234" may be either of two numbers: nobody guesses.
  return number === undefined || other !== undefined ? said : number;
}

const yes = new Set(["co", "yes", "true"]);
const no = new Set(["khong", "no", "false"]);

function yesNoIn(value: number | string | boolean): boolean | null {
  if (typeof value === "boolean") return value;
  const said = folded(String(value).normalize("NFKC"));
  return yes.has(said) ? true : no.has(said) ? false : null;
}

function choiceIn(text: string, words: ReadonlyMap<string, string>): string {
  const said = folded(text.normalize("NFKC"));
  return [...words].find(([id, word]) => folded(word) === said || folded(id) === said)?.[0] ?? text.trim();
}

function traitIn(text: string): string | boolean {
  const said = folded(text);
  if (said === folded(answers.yes)) return true;
  if (said === folded(answers.no)) return false;
  return unquoted(text);
}

function unquoted(text: string): string {
  const said = text.trim();
  return said.length >= 2 && said.startsWith('"') && said.endsWith('"') ? said.slice(1, -1) : said;
}

/** Quotes around a text that would not come back as it is. */
function quoted(text: string, isTaken: boolean): string {
  const isPlain = text !== "" && text === text.trim() && !isTaken && !(text.startsWith('"') && text.endsWith('"'));
  return isPlain ? text : `"${text}"`;
}

/** What stands in the cell of a value of the plan; `readPlanCell` reads the same value from it. */
export function writePlanCell(value: unknown, content: PlanContent): CellValue {
  if (value === undefined || value === null) return null;
  const text = textOf(value);
  switch (content.kind) {
    case "yes-no":
      return value === content.blankMeans ? null : answer(value === true);
    case "choice":
      return value === content.blankMeans ? null : (content.words.get(text) ?? text);
    case "trait":
      return typeof value === "boolean" ? answer(value) : quoted(text, typeof traitIn(text) !== "string");
    case "raw":
      return value === "" ? null : quoted(text, false);
    case "codes":
      return Array.isArray(value) ? (value.length === 0 ? null : value.join(", ")) : text;
    case "date":
      return isKeptAsDate(text) ? { date: text } : text;
    case "number":
    case "whole":
      if (typeof value !== "number") return text;
      return isFractionOfAim(value, content) ? commaDecimal(value) : value;
    default:
      return text;
  }
}

function answer(isYes: boolean): string {
  return isYes ? answers.yes : answers.no;
}

/** Before March 1900 the days of spreadsheets are off by one; such a day is kept as text. */
function isKeptAsDate(iso: string): boolean {
  return (daySerial(iso) ?? 0) >= 61;
}
