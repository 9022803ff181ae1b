import type { Blueprint } from "../../src/core/blueprint";
import { blockFromA1, toA1, type Block, type CellValue } from "../../src/core/cell";
import { parseFormula, type Expression, type Operator } from "./formula-syntax";

/*
 * The few functions of our formulas as Excel computes them, in plain IEEE doubles: no tolerance anywhere, so that a
 * verdict which hangs on one shows. Its own, since LibreOffice's subtraction is tolerant and the engines that are not
 * weigh more than what we need of them.
 */

interface Fault {
  readonly error: string;
}
type Scalar = number | string | boolean | null | Fault;
/** A block of cells, or a constant of several values. */
interface Area {
  readonly rows: readonly (readonly Scalar[])[];
}
type Result = Scalar | Area;

/** Gives the value of any cell of a workbook, formulas computed from nothing but the inputs; the stored values are not looked at. */
export function calculator({ sheets }: Blueprint): (sheet: string, cell: string) => CellValue {
  const cells = new Map(
    sheets.flatMap(({ name, cells: own }) => own.map((cell): [string, typeof cell] => [`${name}!${toA1(cell)}`, cell])),
  );
  const known = new Map<string, Scalar>();
  const valueAt = (sheet: string, cell: string): Scalar => {
    const key = `${sheet}!${cell}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = cells.get(key);
    const value =
      found?.formula === undefined
        ? constant(found?.value ?? null)
        : // A formula that leads to an empty cell shows 0.
          (single(evaluate(parseFormula(found.formula), { sheet, valueAt })) ?? 0);
    known.set(key, value);
    return value;
  };
  return valueAt;
}

/** Dates stand in cells that no formula looks at; an empty text is a blank once it is written. */
function constant(value: CellValue): Scalar {
  if (value === "" || (typeof value === "object" && value !== null && "date" in value)) return null;
  return value;
}

interface Context {
  readonly sheet: string;
  readonly valueAt: (sheet: string, cell: string) => Scalar;
}

function fault(error: string): Fault {
  return { error };
}

function isFault(value: Result): value is Fault {
  return typeof value === "object" && value !== null && "error" in value;
}

function isArea(value: Result): value is Area {
  return typeof value === "object" && value !== null && "rows" in value;
}

function single(value: Result): Scalar {
  return isArea(value) ? (value.rows[0]?.[0] ?? null) : value;
}

/** One value of each, or, where blocks of one size are given, every cell of theirs in turn. */
function each(results: readonly Result[], compute: (values: readonly Scalar[]) => Scalar): Result {
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

function evaluate(expression: Expression, context: Context): Result {
  switch (expression.kind) {
    case "constant":
      return expression.value;
    case "array":
      return { rows: [expression.values] };
    case "reference":
      return areaOf(expression, context);
    case "negation":
      return each([evaluate(expression.of, context)], ([value = null]) => withNumbers([value], ([x = 0]) => -x));
    case "operation":
      return each(
        [evaluate(expression.left, context), evaluate(expression.right, context)],
        ([left = null, right = null]) => operate(expression.operator, left, right),
      );
    case "call": {
      const call = functions.get(expression.name);
      if (!call) throw new RangeError(`The calculator does not know ${expression.name}.`);
      return call(
        expression.parameters.map((parameter) => () => evaluate(parameter, context)),
        expression.parameters.map(({ kind }) => kind === "reference"),
      );
    }
  }
}

function areaOf({ sheet, range }: { sheet: string | null; range: string }, context: Context): Area {
  const block: Block | null = blockFromA1(range);
  if (!block) throw new RangeError(`Not a range: ${range}`);
  return {
    rows: Array.from({ length: block.bottom - block.top + 1 }, (_, row) =>
      Array.from({ length: block.right - block.left + 1 }, (__, column) =>
        context.valueAt(sheet ?? context.sheet, toA1({ row: block.top + row, column: block.left + column })),
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

function toText(value: Scalar): string | Fault {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(value) : value;
}

function toTruth(value: Scalar): boolean | Fault {
  if (typeof value === "string") {
    return /^(?:true|false)$/i.test(value) ? value.toLowerCase() === "true" : fault("#VALUE!");
  }
  return isFault(value) ? value : Boolean(value);
}

function withNumbers(values: readonly Scalar[], compute: (numbers: readonly number[]) => Scalar): Scalar {
  const numbers: number[] = [];
  for (const value of values) {
    const number = toNumber(value);
    if (typeof number !== "number") return number;
    numbers.push(number);
  }
  const outcome = compute(numbers);
  return typeof outcome === "number" && !Number.isFinite(outcome) ? fault("#NUM!") : outcome;
}

function operate(operator: Operator, left: Scalar, right: Scalar): Scalar {
  if (isFault(left)) return left;
  if (isFault(right)) return right;
  switch (operator) {
    case "&":
      return `${String(toText(left))}${String(toText(right))}`;
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
      return new Map([
        ["=", order === 0],
        ["<>", order !== 0],
        ["<", order < 0],
        [">", order > 0],
        ["<=", order <= 0],
        [">=", order >= 0],
      ]).get(operator) as boolean;
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

type Parameter = () => Result;
type Callable = (parameters: readonly Parameter[], areReferences: readonly boolean[]) => Result;

function at(parameters: readonly Parameter[], index: number): Result {
  const parameter = parameters[index];
  if (!parameter) throw new RangeError("A parameter is missing.");
  return parameter();
}

function values(area: Result): Scalar[] {
  return isArea(area) ? area.rows.flat() : [area];
}

function numbersIn(parameters: readonly Parameter[]): number[] | Fault {
  const all = parameters.flatMap((parameter) => values(parameter()));
  return all.find(isFault) ?? all.filter((value) => typeof value === "number");
}

function overNumbers(compute: (numbers: readonly number[]) => Scalar): Callable {
  return (parameters) => {
    const numbers = numbersIn(parameters);
    return Array.isArray(numbers) ? compute(numbers) : numbers;
  };
}

/** AND and OR look at everything: neither stops at what settles it. Texts and blanks in cells do not count. */
function logical(compute: (truths: readonly boolean[]) => boolean): Callable {
  return (parameters, areReferences) => {
    const truths: boolean[] = [];
    for (const [index, parameter] of parameters.entries()) {
      for (const value of values(parameter())) {
        if (areReferences[index] === true && (value === null || typeof value === "string")) continue;
        const truth = toTruth(value);
        if (typeof truth !== "boolean") return truth;
        truths.push(truth);
      }
    }
    return truths.length === 0 ? fault("#VALUE!") : compute(truths);
  };
}

function onText(compute: (texts: readonly string[]) => Scalar): Callable {
  return (parameters) =>
    each(
      parameters.map((parameter) => parameter()),
      (given) => {
        const texts = given.map(toText);
        return (
          texts.find((text) => typeof text !== "string") ?? compute(texts.filter((text) => typeof text === "string"))
        );
      },
    );
}

/** "*", "?" and "~" as MATCH and the criteria of COUNTIF take them. */
function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/~([*?~])|([*?])|[\\^$.|+()[\]{}/]/g, (mark, literal?: string, wild?: string) => {
    if (literal !== undefined) return `\\${literal}`;
    return wild === undefined ? `\\${mark}` : wild === "*" ? "[^]*" : "[^]";
  });
  return new RegExp(`^${source}$`, "iu");
}

function meets(criterion: Scalar): (value: Scalar) => boolean {
  if (typeof criterion === "number") return (value) => value === criterion;
  if (typeof criterion !== "string") throw new RangeError("The calculator does not know this criterion.");
  const [, operator = "", operand = ""] = /^(<>|<=|>=|<|>|=)?([^]*)$/.exec(criterion) ?? [];
  const number = operand.trim() === "" ? Number.NaN : Number(operand);
  if (operator === "" || operator === "=") {
    if (!Number.isNaN(number)) return (value) => value === number;
    const pattern = wildcard(operand);
    return (value) => typeof value === "string" && pattern.test(value);
  }
  if (operator === "<>" || Number.isNaN(number)) {
    throw new RangeError(`The calculator does not know the criterion ${criterion}.`);
  }
  return (value) => typeof value === "number" && operate(operator as Operator, value, number) === true;
}

/** The places at which every pair of range and criterion holds. */
function matching(parameters: readonly Parameter[]): boolean[] {
  const pairs = Array.from({ length: parameters.length / 2 }, (_, index) => ({
    cells: values(at(parameters, 2 * index)),
    test: meets(single(at(parameters, 2 * index + 1))),
  }));
  const length = pairs[0]?.cells.length ?? 0;
  if (pairs.some(({ cells }) => cells.length !== length)) throw new RangeError("Ranges of different lengths.");
  return Array.from({ length }, (_, index) => pairs.every(({ cells, test }) => test(cells[index] ?? null)));
}

/** An error among the cells that are added is the sum. */
function sumWhere(cells: readonly Scalar[], isIn: readonly boolean[]): Scalar {
  const chosen = cells.filter((_, index) => isIn[index]);
  return chosen.find(isFault) ?? chosen.reduce<number>((sum, cell) => sum + (typeof cell === "number" ? cell : 0), 0);
}

function matchIn(sought: Scalar, list: readonly Scalar[]): Scalar {
  if (isFault(sought)) return sought;
  const pattern = typeof sought === "string" ? wildcard(sought) : null;
  const index = list.findIndex((value) =>
    pattern ? typeof value === "string" && pattern.test(value) : value !== null && value === sought,
  );
  return index < 0 ? fault("#N/A") : index + 1;
}

const functions: ReadonlyMap<string, Callable> = new Map<string, Callable>([
  [
    "IF",
    (parameters) => {
      const truth = toTruth(single(at(parameters, 0)));
      if (isFault(truth)) return truth;
      return truth ? at(parameters, 1) : parameters.length < 3 ? false : at(parameters, 2);
    },
  ],
  [
    "IFERROR",
    (parameters) => {
      const value = single(at(parameters, 0));
      return isFault(value) ? at(parameters, 1) : value;
    },
  ],
  ["AND", logical((truths) => truths.every(Boolean))],
  ["OR", logical((truths) => truths.some(Boolean))],
  [
    "NOT",
    (parameters) => {
      const truth = toTruth(single(at(parameters, 0)));
      return isFault(truth) ? truth : !truth;
    },
  ],
  ["TRUE", () => true],
  ["FALSE", () => false],
  ["ISNUMBER", (parameters) => each([at(parameters, 0)], ([value = null]) => typeof value === "number")],
  [
    "N",
    (parameters) => {
      const value = single(at(parameters, 0));
      if (typeof value === "number" || isFault(value)) return value;
      return typeof value === "boolean" ? Number(value) : 0;
    },
  ],
  ["INT", (parameters) => withNumbers([single(at(parameters, 0))], ([x = 0]) => Math.floor(x))],
  ["TRIM", onText(([text = ""]) => text.replace(/^ +| +$/g, "").replace(/ +/g, " "))],
  ["LOWER", onText(([text = ""]) => text.toLowerCase())],
  ["SUBSTITUTE", onText(([text = "", old = "", put = ""]) => (old === "" ? text : text.replaceAll(old, put)))],
  [
    "FIND",
    onText(([sought = "", text = ""]) => {
      const index = text.indexOf(sought);
      return index < 0 ? fault("#VALUE!") : index + 1;
    }),
  ],
  ["MATCH", (parameters) => matchIn(single(at(parameters, 0)), values(at(parameters, 1)))],
  [
    "INDEX",
    (parameters) => {
      const place = single(at(parameters, 1));
      return withNumbers([place], ([index = 0]) => values(at(parameters, 0))[index - 1] ?? fault("#REF!"));
    },
  ],
  ["COLUMNS", (parameters) => (at(parameters, 0) as Area).rows[0]?.length ?? 0],
  ["COUNT", (parameters) => parameters.flatMap((one) => values(one())).filter((one) => typeof one === "number").length],
  ["COUNTA", (parameters) => parameters.flatMap((one) => values(one())).filter((one) => one !== null).length],
  ["COUNTIF", (parameters) => matching(parameters).filter(Boolean).length],
  ["COUNTIFS", (parameters) => matching(parameters).filter(Boolean).length],
  ["SUM", overNumbers((numbers) => numbers.reduce((sum, number) => sum + number, 0))],
  ["SUMPRODUCT", overNumbers((numbers) => numbers.reduce((sum, number) => sum + number, 0))],
  ["SUMIF", (parameters) => sumWhere(values(at(parameters, 0)), matching(parameters))],
  ["SUMIFS", ([first, ...rest]) => sumWhere(first ? values(first()) : [], matching(rest))],
  ["MAX", overNumbers((numbers) => (numbers.length === 0 ? 0 : Math.max(...numbers)))],
  ["MIN", overNumbers((numbers) => (numbers.length === 0 ? 0 : Math.min(...numbers)))],
  [
    "RANK",
    (parameters) => {
      const [own, order] = [single(at(parameters, 0)), parameters.length > 2 ? single(at(parameters, 2)) : 0];
      const all = numbersIn(parameters.slice(1, 2));
      if (!Array.isArray(all)) return all;
      return withNumbers([own], ([x = 0]) => 1 + all.filter((y) => (order === 0 ? y > x : y < x)).length);
    },
  ],
]);
