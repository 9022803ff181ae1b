/** A formula taken apart. */
export type Expression =
  | { readonly kind: "constant"; readonly value: number | string | boolean }
  | { readonly kind: "array"; readonly values: readonly (number | string | boolean)[] }
  | { readonly kind: "reference"; readonly sheet: string | null; readonly range: string }
  | { readonly kind: "negation"; readonly of: Expression }
  | {
      readonly kind: "operation";
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "call"; readonly name: string; readonly parameters: readonly Expression[] };

export type Operator = "=" | "<>" | "<" | ">" | "<=" | ">=" | "&" | "+" | "-" | "*" | "/";

/** From the loosest to the tightest. */
const levels: readonly (readonly Operator[])[] = [["=", "<>", "<", ">", "<=", ">="], ["&"], ["+", "-"], ["*", "/"]];

const tokens =
  /\s*(?:("(?:[^"]|"")*")|('(?:[^']|'')*'!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\w(.])|((?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?)|([A-Z][A-Z0-9.]*)|(<>|<=|>=|[-+*/&=<>(){},;]))/y;

interface Token {
  readonly kind: "text" | "reference" | "number" | "word" | "mark";
  readonly text: string;
  readonly sheet: string | null;
}

function tokensOf(formula: string): Token[] {
  const found: Token[] = [];
  tokens.lastIndex = 0;
  while (tokens.lastIndex < formula.length) {
    const start = tokens.lastIndex;
    const match = tokens.exec(formula);
    if (!match) throw new SyntaxError(`Not read: ${formula.slice(start, start + 40)}`);
    const [, text, sheet, range, number, word, mark] = match;
    if (text !== undefined) found.push({ kind: "text", text: text.slice(1, -1).replaceAll('""', '"'), sheet: null });
    else if (range !== undefined) {
      const name = sheet?.slice(1, -2).replaceAll("''", "'") ?? null;
      found.push({ kind: "reference", text: range.replaceAll("$", ""), sheet: name });
    } else if (number !== undefined) found.push({ kind: "number", text: number, sheet: null });
    else if (word !== undefined) found.push({ kind: "word", text: word, sheet: null });
    else found.push({ kind: "mark", text: mark ?? "", sheet: null });
  }
  return found;
}

/** Takes a formula (without "=") apart; throws a SyntaxError at anything that the forms' formulas do not use. */
export function parseFormula(formula: string): Expression {
  const all = tokensOf(formula);
  let next = 0;
  const is = (mark: string): boolean => all[next]?.kind === "mark" && all[next]?.text === mark;
  const expect = (mark: string): void => {
    if (!is(mark)) throw new SyntaxError(`${mark} is missing: ${formula}`);
    next++;
  };

  const operation = (level: number): Expression => {
    const operators = levels[level];
    if (!operators) return signed();
    let left = operation(level + 1);
    for (;;) {
      const operator = operators.find(is);
      if (operator === undefined) return left;
      next++;
      left = { kind: "operation", operator, left, right: operation(level + 1) };
    }
  };

  const signed = (): Expression => {
    if (!is("-")) return operand();
    next++;
    return { kind: "negation", of: signed() };
  };

  const operand = (): Expression => {
    const token = all[next++];
    switch (token?.kind) {
      case "text":
        return { kind: "constant", value: token.text };
      case "number":
        return { kind: "constant", value: Number(token.text) };
      case "reference":
        return { kind: "reference", sheet: token.sheet, range: token.text };
      case "word":
        return is("(") ? { kind: "call", name: token.text, parameters: parameters() } : truth(token.text);
      case "mark":
        if (token.text === "(") {
          const inner = operation(0);
          expect(")");
          return inner;
        }
        if (token.text === "{") return array();
        break;
      case undefined:
        break;
    }
    throw new SyntaxError(`Not understood: ${formula}`);
  };

  const parameters = (): Expression[] => {
    expect("(");
    const found: Expression[] = [];
    if (!is(")")) {
      found.push(operation(0));
      while (is(",")) {
        next++;
        found.push(operation(0));
      }
    }
    expect(")");
    return found;
  };

  const array = (): Expression => {
    const found: (number | string | boolean)[] = [];
    do {
      const value = signed();
      if (value.kind !== "constant") throw new SyntaxError(`Not a constant: ${formula}`);
      found.push(value.value);
      next++;
    } while (all[next - 1]?.text === ",");
    return { kind: "array", values: found };
  };

  const truth = (word: string): Expression => {
    if (word !== "TRUE" && word !== "FALSE") throw new SyntaxError(`Not understood: ${word}`);
    return { kind: "constant", value: word === "TRUE" };
  };

  const whole = operation(0);
  if (next < all.length) throw new SyntaxError(`Something is left: ${formula}`);
  return whole;
}
