import { fromA1 } from "../../core/cell";
import { functionsOf2007 } from "./functions-of-2007";

const longestFormula = 8192;

/** What a formula may speak of. */
export interface FormulaScope {
  readonly sheets: ReadonlySet<string>;
  /** Defined names, in lower case. */
  readonly names: ReadonlySet<string>;
}

const kinds = [
  ["space", /\s+/y],
  ["value", /"(?:[^"]|"")*"|#(?:N\/A|DIV\/0!|[A-Z]+[!?])|(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?(?![\p{L}\d_])/iuy],
  ["sheet", /'(?:[^']|'')*'!|[\p{L}_][\p{L}\p{N}_.]*!/uy],
  ["call", /[\p{L}_][\p{L}\p{N}_.]*\(/uy],
  ["word", /[\p{L}_\\$][\p{L}\p{N}_.\\$?]*|\$\d+/uy],
  ["operator", /<>|<=|>=|[-+*/^&=<>:]/y],
  ["percent", /%/y],
  ["open", /[({]/y],
  ["close", /[)}]/y],
  ["comma", /[,;]/y],
  ["stray", /./suy],
] as const;

interface Token {
  readonly kind: (typeof kinds)[number][0];
  readonly text: string;
}

/** What is wrong with one formula (without "="), in words; nothing when an Excel of 2010 would take it. */
export function lintFormula(formula: string, scope: FormulaScope): string[] {
  const faults: string[] = [];
  if (formula.startsWith("=")) faults.push('starts with "="');
  if (formula.length > longestFormula) faults.push(`has ${formula.length} characters`);
  const tokens = tokensOf(formula);
  const depth = tokens.reduce((sum, { kind }) => sum + (isOpening(kind) ? 1 : kind === "close" ? -1 : 0), 0);
  if (depth !== 0) faults.push("has brackets that do not pair");
  return [...new Set([...faults, ...lintOrder(tokens), ...tokens.flatMap((token) => lintToken(token, scope))])];
}

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length;) {
    for (const [kind, pattern] of kinds) {
      pattern.lastIndex = at;
      const text = pattern.exec(formula)?.[0];
      if (text === undefined) continue;
      if (kind !== "space") tokens.push({ kind, text });
      at += text.length;
      break;
    }
  }
  return tokens;
}

function isOpening(kind: Token["kind"]): boolean {
  return kind === "open" || kind === "call";
}

/** Values and operators take turns; an argument may be left out. */
function lintOrder(tokens: readonly Token[]): string[] {
  const faults: string[] = [];
  let last: "value" | "operator" | "opening" = "opening";
  for (const { kind, text } of tokens) {
    const isSign = text === "+" || text === "-";
    if (kind === "close" || kind === "comma") {
      if (last === "operator") faults.push(`has nothing before ${text}`);
      last = kind === "close" ? "value" : "opening";
    } else if (kind === "operator" || kind === "percent") {
      if (last !== "value" && !isSign) faults.push(`has nothing before ${text}`);
      if (kind === "operator") last = "operator";
    } else if (last === "value") {
      faults.push(`has nothing between two values, at ${text}`);
      last = isOpening(kind) ? "opening" : "value";
    } else {
      last = isOpening(kind) ? "opening" : kind === "sheet" ? "operator" : "value";
    }
  }
  if (last !== "value") faults.push("breaks off");
  return faults;
}

function lintToken({ kind, text }: Token, { sheets, names }: FormulaScope): string[] {
  if (kind === "stray") return [`has a stray ${JSON.stringify(text)}`];
  if (kind === "call") {
    const name = text.slice(0, -1);
    return functionsOf2007.has(name.toUpperCase()) ? [] : [`calls ${name}, which Excel 2010 does not know`];
  }
  if (kind === "sheet") {
    const name = text.startsWith("'") ? text.slice(1, -2).replaceAll("''", "'") : text.slice(0, -1);
    if (name.includes("[")) return [`leads to another workbook: ${name}`];
    return sheets.has(name) ? [] : [`leads to the sheet ${JSON.stringify(name)}, which is not there`];
  }
  const isKnown = kind !== "word" || /^(?:TRUE|FALSE)$/i.test(text) || isReference(text);
  return isKnown || names.has(text.toLowerCase()) ? [] : [`speaks of ${text}, which is not defined`];
}

/** A cell, or a whole row ("$4") or column ("$B"), of which a range may be made. */
function isReference(word: string): boolean {
  return fromA1(word) !== null || /^\$\d{1,7}$/.test(word) || /^\$?[A-Z]{1,3}$/i.test(word);
}
