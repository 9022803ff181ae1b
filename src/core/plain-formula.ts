import { blockFromA1, type Block } from "./cell";
import { roundedHalfAway } from "./show-number";

/** Looks a block of cells up: what each gives to a sum (blank or a dash: null); null as a whole where one is no number. */
export type CellsIn = (sheet: string | null, block: Block) => readonly (number | null)[] | null;

const maxLength = 1000;
const maxDepth = 50;

/** A cell or range with its sheet; a number; SUM or ROUND; a mark. */
const tokens =
  /\s*(?:(?:'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?)(?![\p{L}\p{N}_.(!:])|((?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?)(?![\p{L}\p{N}_.])|(SUM|ROUND)(?=\()|([-+*/^%(),]))/iuy;

interface Token {
  readonly kind: "cells" | "number" | "word" | "mark";
  readonly text: string;
  readonly sheet: string | null;
}

/** Thrown inside and caught below: not plain arithmetic, or not arithmetic that gives a number. */
class NotPlain extends Error {}

/**
 * The value of a formula (without "=") of plain arithmetic: + - * / ^ %, brackets, numbers, cells, SUM and ROUND, as Excel
 * computes it in doubles. Null for every other formula, and where a cell holds no number or the result is none.
 */
export function plainValue(formula: string, cellsIn: CellsIn): number | null {
  if (formula.length > maxLength) return null;
  try {
    const value = new Arithmetic(tokensOf(formula), cellsIn).whole();
    if (!Number.isFinite(value)) return null;
    return value === 0 ? 0 : value;
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

function tokensOf(formula: string): Token[] {
  const text = formula.trim();
  const found: Token[] = [];
  tokens.lastIndex = 0;
  while (tokens.lastIndex < text.length) {
    const match = tokens.exec(text);
    if (!match) throw new NotPlain();
    const [, quoted, plain, cells, number, word, mark] = match;
    const sheet = quoted?.replaceAll("''", "'") ?? plain ?? null;
    if (cells !== undefined) found.push({ kind: "cells", text: cells, sheet });
    else if (number !== undefined) found.push({ kind: "number", text: number, sheet: null });
    else if (word !== undefined) found.push({ kind: "word", text: word.toUpperCase(), sheet: null });
    else found.push({ kind: "mark", text: mark ?? "", sheet: null });
  }
  return found;
}

/** From the loosest to the tightest; "^" is left-associative in Excel too, and a sign binds tighter than any of them. */
const levels = [["+", "-"], ["*", "/"], ["^"]] as const;

class Arithmetic {
  private next = 0;
  private depth = 0;

  constructor(
    private readonly all: readonly Token[],
    private readonly cellsIn: CellsIn,
  ) {}

  whole(): number {
    const value = this.operation(0);
    if (this.next < this.all.length) throw new NotPlain();
    return value;
  }

  private has(mark: string): boolean {
    const token = this.all[this.next];
    if (token?.kind !== "mark" || token.text !== mark) return false;
    this.next++;
    return true;
  }

  private expect(mark: string): void {
    if (!this.has(mark)) throw new NotPlain();
  }

  private operation(level: number): number {
    const operators = levels[level];
    if (!operators) return this.signed();
    let left = this.operation(level + 1);
    for (;;) {
      const operator = operators.find((mark) => this.has(mark));
      if (operator === undefined) return left;
      const value = computed(operator, left, this.operation(level + 1));
      // An error in Excel, which nothing behind it makes good again.
      if (!Number.isFinite(value)) throw new NotPlain();
      left = value;
    }
  }

  private signed(): number {
    let isNegative = false;
    for (;;) {
      if (this.has("-")) isNegative = !isNegative;
      else if (!this.has("+")) break;
    }
    let value = this.operand();
    while (this.has("%")) value /= 100;
    return isNegative ? -value : value;
  }

  private operand(): number {
    const token = this.all[this.next++];
    if (token?.kind === "number") return Number(token.text);
    if (token?.kind === "cells") return this.single(token);
    if (token?.kind === "word") return token.text === "SUM" ? this.sum() : this.round();
    if (token?.text !== "(" || ++this.depth > maxDepth) throw new NotPlain();
    const inner = this.operation(0);
    this.expect(")");
    this.depth--;
    return inner;
  }

  private cells({ text, sheet }: Token): readonly (number | null)[] {
    const block = blockFromA1(text);
    const found = block && this.cellsIn(sheet, block);
    if (!found) throw new NotPlain();
    return found;
  }

  /** A cell by itself has to hold a number: a dash would give an error, and a blank is missing, never 0 (law RD2). */
  private single(token: Token): number {
    const [value = null, ...others] = this.cells(token);
    if (value === null || others.length > 0 || token.text.includes(":")) throw new NotPlain();
    return value;
  }

  private sum(): number {
    let total = 0;
    this.expect("(");
    if (++this.depth > maxDepth) throw new NotPlain();
    do {
      const token = this.all[this.next];
      const isRange = token?.kind === "cells" && token.text.includes(":");
      if (!isRange) total += this.operation(0);
      else {
        this.next++;
        for (const value of this.cells(token)) total += value ?? 0;
      }
    } while (this.has(","));
    this.expect(")");
    this.depth--;
    return total;
  }

  private round(): number {
    this.expect("(");
    if (++this.depth > maxDepth) throw new NotPlain();
    const value = this.operation(0);
    this.expect(",");
    const places = this.operation(0);
    this.expect(")");
    this.depth--;
    if (!Number.isInteger(places) || places < 0 || places > 15) throw new NotPlain();
    return roundedHalfAway(value, places);
  }
}

function computed(operator: "+" | "-" | "*" | "/" | "^", left: number, right: number): number {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "^":
      return left === 0 && right <= 0 ? Number.NaN : left ** right;
  }
}
