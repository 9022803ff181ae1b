import type { Operator } from "./formula-syntax";
import {
  each,
  fault,
  isArea,
  isFault,
  operate,
  single,
  toText,
  toTruth,
  withNumbers,
  type Area,
  type Fault,
  type Result,
  type Scalar,
} from "./formula-values";

export type Parameter = () => Result;
export type Callable = (parameters: readonly Parameter[], areReferences: readonly boolean[]) => Result;

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

/** The functions of our formulas, by name. */
export const functions: ReadonlyMap<string, Callable> = new Map<string, Callable>([
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
  [
    "MID",
    onText(([text = "", from = "", count = ""]) => text.slice(Number(from) - 1, Number(from) - 1 + Number(count))),
  ],
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
