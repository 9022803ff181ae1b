import type { Cell, CellValue } from "../cell";
import { answers, taskStatuses } from "./choices";
import { isNumeric, type Content } from "./table";
import { decodeLegacy } from "../legacy/decode-legacy";
import { plainText } from "../plain-text";

/** What a cell says, once the column is known. Only "number", "nil" and "answer" are figures. */
export type Said =
  | { readonly kind: "missing" }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "nil" }
  | { readonly kind: "answer"; readonly isYes: boolean }
  | { readonly kind: "text"; readonly text: string }
  /** Text that could be a number: with one candidate a mend, with two a question. */
  | { readonly kind: "number-as-text"; readonly text: string; readonly candidates: readonly number[] }
  | { readonly kind: "date"; readonly date: string }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "truth"; readonly isTrue: boolean }
  /** A formula that was never calculated (law RD6). */
  | { readonly kind: "uncalculated"; readonly formula: string };

const dashes = new Set(["-", "–", "—", "−"]);

export function isNilText(text: string): boolean {
  return dashes.has(plainText(text));
}

/** A value with the font of its cell, where that is a legacy one. */
export interface FontedValue {
  readonly value: CellValue;
  readonly legacyFont?: string | undefined;
}

/** Reads one cell by the laws RD2, RD3 and RD6. */
export function readCell(cell: Cell | undefined, content: Content): Said {
  if (!cell) return { kind: "missing" };
  const { value, formula } = cell;
  if (value === null) return formula === undefined ? { kind: "missing" } : { kind: "uncalculated", formula };
  switch (typeof value) {
    case "number":
      return { kind: "number", number: value };
    case "boolean":
      return { kind: "truth", isTrue: value };
    case "string":
      return readText(legacyText(cell, content) ?? value, content);
    default:
      return "error" in value ? { kind: "error", error: value.error } : { kind: "date", date: value.date };
  }
}

/**
 * The text that a cell in a legacy font shows; null where it is Unicode (law RD4), as a choice from the form's own list
 * is whatever the font.
 */
export function legacyText({ value, legacyFont }: FontedValue, content: Content): string | null {
  if (legacyFont === undefined || typeof value !== "string") return null;
  return isChosen(readText(value, content), content) ? null : decodeLegacy(value, legacyFont);
}

function isChosen(said: Said, content: Content): boolean {
  return said.kind === "answer" || (content === "status" && said.kind === "text" && isTaskStatus(said.text));
}

function readText(raw: string, content: Content): Said {
  const text = plainText(raw);
  if (text === "") return { kind: "missing" };
  if (content === "yes-no") return readAnswer(text);
  const isFigure = isNumeric(content) || content === "computed";
  if (!isFigure) return { kind: "text", text };
  if (dashes.has(text)) return { kind: "nil" };
  const candidates = numbersIn(text, content === "count" ? "whole" : "decimal");
  return candidates.length > 0 ? { kind: "number-as-text", text, candidates } : { kind: "text", text };
}

function readAnswer(text: string): Said {
  const lower = text.toLowerCase();
  if (lower === answers.yes.toLowerCase()) return { kind: "answer", isYes: true };
  if (lower === answers.no.toLowerCase()) return { kind: "answer", isYes: false };
  return { kind: "text", text };
}

const whole = /^(?:0|[1-9]\d*)$/;
const grouped = {
  ".": /^[1-9]\d{0,2}(?:\.\d{3})+$/,
  ",": /^[1-9]\d{0,2}(?:,\d{3})+$/,
  " ": /^[1-9]\d{0,2}(?: \d{3})+$/,
};
const decimals = {
  ",": /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:[. ]\d{3})+),\d+$/,
  ".": /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:[, ]\d{3})+)\.\d+$/,
};

/**
 * The numbers a text can mean, each of which says back the same text (law RD3): "1.234" is 1234 where things are
 * counted, and 1234 or 1.234 where there are decimals. None for anything else ("25, 42%", "012", "12 hộ").
 */
export function numbersIn(text: string, kind: "whole" | "decimal"): readonly number[] {
  const isNegative = /^[-−]\S/.test(text);
  const body = isNegative ? text.slice(1) : text;
  const found = new Set<number>();
  if (whole.test(body)) found.add(Number(body));
  for (const mark of [".", ",", " "] as const) {
    if (grouped[mark].test(body)) found.add(Number(body.replaceAll(mark, "")));
  }
  if (kind === "decimal") {
    for (const mark of [",", "."] as const) {
      if (decimals[mark].test(body)) found.add(decimalIn(body, mark));
    }
  }
  return [...found].filter(Number.isFinite).map((number) => (isNegative ? -number : number));
}

function decimalIn(body: string, mark: string): number {
  const [integer = "", fraction = ""] = body.split(mark);
  return Number(`${integer.replace(/[., ]/g, "")}.${fraction}`);
}

/** Whether a text is one of the choices of the task list. */
export function isTaskStatus(text: string): boolean {
  return taskStatuses.some((status) => status.toLowerCase() === text.toLowerCase());
}
