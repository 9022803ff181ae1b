import type { Blueprint } from "../../src/core/blueprint";
import { blockFromA1, toA1, type CellValue } from "../../src/core/cell";
import type { CellContent } from "../../src/core/edit";
import { functions } from "./formula-functions";
import { parseFormula, type Expression } from "./formula-syntax";
import { each, operate, single, withNumbers, type Area, type Result, type Scalar } from "./formula-values";

/*
 * The few functions of our formulas as Excel computes them, in plain IEEE doubles: no tolerance anywhere, so that a
 * verdict which hangs on one shows. Its own, since LibreOffice's subtraction is tolerant and the engines that are not
 * weigh more than what we need of them.
 */

/** Gives the value of any cell of a workbook, formulas computed from nothing but the inputs; the stored values are not looked at. */
export function calculator({ sheets }: Blueprint): (sheet: string, cell: string) => CellValue {
  const cells = new Map(
    sheets.flatMap(({ name, cells: own }) => own.map((cell): [string, typeof cell] => [`${name}!${toA1(cell)}`, cell])),
  );
  return cellValues((sheet, cell) => cells.get(`${sheet}!${cell}`) ?? { value: null });
}

/** The same for cells that are kept elsewhere: a cell with a formula is computed, another is what it holds. */
export function cellValues(
  contentAt: (sheet: string, cell: string) => CellContent,
): (sheet: string, cell: string) => Scalar {
  const known = new Map<string, Scalar>();
  const valueAt = (sheet: string, cell: string): Scalar => {
    const key = `${sheet}!${cell}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const { value: stored, formula } = contentAt(sheet, cell);
    const value =
      formula === undefined
        ? constant(stored)
        : // A formula that leads to an empty cell shows 0.
          (single(evaluate(parseFormula(formula), { sheet, valueAt })) ?? 0);
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
  const block = blockFromA1(range);
  if (!block) throw new RangeError(`Not a range: ${range}`);
  return {
    rows: Array.from({ length: block.bottom - block.top + 1 }, (_, row) =>
      Array.from({ length: block.right - block.left + 1 }, (__, column) =>
        context.valueAt(sheet ?? context.sheet, toA1({ row: block.top + row, column: block.left + column })),
      ),
    ),
  };
}
