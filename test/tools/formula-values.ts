import type { Operator } from "./formula-syntax";

/* What formulas compute with, and how Excel takes one kind of value for another. */

export interface Fault {
  readonly error: string;
}
export type Scalar = number | string | boolean | null | Fault;
/** A block of cells, or a constant of several values. */
export interface Area {
  readonly rows: readonly (readonly Scalar[])[];
}
export type Result = Scalar | Area;

export function fault(error: string): Fault {
  return { error };
}

export function isFault(value: Result): value is Fault {
  return typeof value === "object" && value !== null && "error" in value;
}

export function isArea(value: Result): value is Area {
  return typeof value === "object" && value !== null && "rows" in value;
}

export function single(value: Result): Scalar {
  return isArea(value) ? (value.rows[0]?.[0] ?? null) : value;
}

/** One value of each, or, where blocks of one size are given, every cell of theirs in turn. */
export function each(results: readonly Result[], compute: (values: readonly Scalar[]) => Scalar): Result {
  const areas = results.filter(isArea).filter(({ rows }) => rows.length > 1 || (rows[0]?.length ?? 0) > 1);
  const [first] = areas;
  if (!first) return compute(results.map(single));
  return {
    rows: first.rows.map((row, top) =>
      row.map((_, left) =>
        compute(
          results.map((one) => (isArea(one) && areas.includes(one) ? (one.rows[top]?.[left] ?? null) : single(one))),
        ),
      ),
    ),
  };
}

/** As arithmetic takes a value: blank is 0, text is a number only where it is written like one. */
function toNumber(value: Scalar): number | Fault {
  if (value === null) return 0;
  if (typeof value === "boolean") return Number(value);
  if (typeof value !== "string") return value;
  return /^\s*[+-]?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : fault("#VALUE!");
}

export function toText(value: Scalar): string | Fault {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(value) : value;
}

export function toTruth(value: Scalar): boolean | Fault {
  if (typeof value === "string") {
    return /^(?:true|false)$/i.test(value) ? value.toLowerCase() === "true" : fault("#VALUE!");
  }
  return isFault(value) ? value : Boolean(value);
}

export function withNumbers(values: readonly Scalar[], compute: (numbers: readonly number[]) => Scalar): Scalar {
  const numbers: number[] = [];
  for (const value of values) {
    const number = toNumber(value);
    if (typeof number !== "number") return number;
    numbers.push(number);
  }
  const outcome = compute(numbers);
  return typeof outcome === "number" && !Number.isFinite(outcome) ? fault("#NUM!") : outcome;
}

export function operate(operator: Operator, left: Scalar, right: Scalar): Scalar {
  if (isFault(left)) return left;
  if (isFault(right)) return right;
  switch (operator) {
    case "&": {
      const [head, tail] = [toText(left), toText(right)];
      return typeof head === "string" && typeof tail === "string" ? head + tail : fault("#VALUE!");
    }
    case "+":
      return withNumbers([left, right], ([a = 0, b = 0]) => a + b);
    case "-":
      return withNumbers([left, right], ([a = 0, b = 0]) => a - b);
    case "*":
      return withNumbers([left, right], ([a = 0, b = 0]) => a * b);
    case "/":
      return withNumbers([left, right], ([a = 0, b = 0]) => (b === 0 ? fault("#DIV/0!") : a / b));
    default: {
      const order = compare(left, right);
      return (
        new Map([
          ["=", order === 0],
          ["<>", order !== 0],
          ["<", order < 0],
          [">", order > 0],
          ["<=", order <= 0],
          [">=", order >= 0],
        ]).get(operator) ?? false
      );
    }
  }
}

/** Numbers come before texts and texts before truths: "" is above 95. A blank is 0, "" or FALSE, as the other needs. */
function compare(left: Exclude<Scalar, Fault>, right: Exclude<Scalar, Fault>): number {
  const [a, b] = [left ?? blankLike(right), right ?? blankLike(left)];
  if (typeof a !== typeof b) return rank(a) - rank(b);
  if (typeof a === "string" && typeof b === "string") {
    const [one, other] = [a.toLowerCase(), b.toLowerCase()];
    return one === other ? 0 : one < other ? -1 : 1;
  }
  return Number(a) - Number(b);
}

function blankLike(other: Exclude<Scalar, Fault>): number | string | boolean {
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
}

function rank(value: number | string | boolean): number {
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
}
