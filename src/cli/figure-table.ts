import { elementsAskedOf } from "../core/plan/lookups";
import type { Plan } from "../core/plan/plan";
import { elementCell, figureOf, unitCodeOf, type Reading } from "../core/reading/reading";
import { csvLine, csvNumber, csvText } from "./csv";

const times = ["baseline", "last_year", "actual"] as const;

/** A figure of a report, or a place where none stands, by the names of the table's columns. */
export interface Figure {
  readonly unit: string | null;
  readonly period: string | null;
  readonly element: string;
  readonly column: (typeof times)[number];
  readonly value: number | null;
  readonly is_nil: boolean;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

/** A column as Frictionless Table Schema describes it. */
interface Field {
  readonly name: keyof Figure;
  readonly type: "string" | "number" | "boolean";
  readonly description: string;
  readonly constraints: { readonly required: boolean; readonly enum?: readonly string[] };
}

const [isRequired, mayBeEmpty] = [{ required: true }, { required: false }];

/** The columns of the table, in their order. */
export const fields: readonly Field[] = [
  {
    name: "unit",
    type: "string",
    description: "Code of the unit, as the plan has it; empty where the report names none that is known",
    constraints: mayBeEmpty,
  },
  {
    name: "period",
    type: "string",
    description: "Period of the report; empty where the report names none of the plan",
    constraints: mayBeEmpty,
  },
  {
    name: "element",
    type: "string",
    description: "Code of the element, as the plan has it",
    constraints: isRequired,
  },
  {
    name: "column",
    type: "string",
    description: "Which of the three figures it is",
    constraints: { required: true, enum: times },
  },
  {
    name: "value",
    type: "number",
    description: "The figure; yes is 1 and no is 0; empty where the cell holds none",
    constraints: mayBeEmpty,
  },
  {
    name: "is_nil",
    type: "boolean",
    description: "Whether the official wrote a dash for nothing; the value is 0 then",
    constraints: isRequired,
  },
  { name: "file", type: "string", description: "The file that the figure stands in", constraints: isRequired },
  { name: "sheet", type: "string", description: "The sheet that the figure stands on", constraints: isRequired },
  {
    name: "cell",
    type: "string",
    description: "The cell that the figure stands in, in A1 form",
    constraints: isRequired,
  },
];

/** One for each figure of a report's elements that has a cell; of a summary, for each of its totals. */
export function figuresIn(plan: Plan, reading: Reading): Figure[] {
  const unit = unitCodeOf(reading);
  const owner = { unit: unit ?? null, period: reading.period?.id ?? null, file: reading.file };
  const asked = reading.summary ? plan.elements : elementsAskedOf(plan, unit ?? "");
  return asked.flatMap(({ code }) =>
    times.flatMap((column) => {
      const cell = elementCell(reading, code, column);
      if (!cell) return [];
      return { ...owner, element: code, column, value: figureOf(cell), is_nil: cell.said.kind === "nil", ...cell.at };
    }),
  );
}

/** The line of headings. */
export const figureHeadings = csvLine(fields.map(({ name }) => name));

export function figureLine(figure: Figure): string {
  return csvLine(fields.map(({ name }) => csvField(figure[name])));
}

function csvField(value: string | number | boolean | null): string {
  if (value === null || typeof value === "number") return csvNumber(value);
  return typeof value === "string" ? csvText(value) : String(value);
}
