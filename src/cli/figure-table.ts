import { createHash } from "node:crypto";
import { elementsAskedOf } from "../core/plan/lookups";
import type { Plan } from "../core/plan/plan";
import { elementCell, figureOf, unitCodeOf, type Reading } from "../core/reading/reading";
import { csvLine, csvNumber, csvText } from "./csv";

const times = ["baseline", "last_year", "actual"] as const;

/** The columns of the table, by the types of Frictionless Table Schema. */
const fields = [
  field("unit", "string", "Code of the unit, as the plan has it; empty where the report names none that is known"),
  field("period", "string", "Period of the report; empty where the report names none of the plan"),
  field("element", "string", "Code of the element, as the plan has it"),
  { ...field("column", "string", "Which of the three figures it is"), constraints: { enum: times } },
  field("value", "number", "The figure; yes is 1 and no is 0; empty where the cell holds none"),
  field("is_nil", "boolean", "Whether the official wrote a dash for nothing; the value is 0 then"),
  field("file", "string", "The file that the figure stands in"),
  field("sheet", "string", "The sheet that the figure stands on"),
  field("cell", "string", "The cell that the figure stands in, in A1 form"),
];

function field(name: string, type: string, description: string) {
  return { name, type, description };
}

export const figuresFile = "figures.csv";

/** The line of headings. */
export const figureHeadings = csvLine(fields.map(({ name }) => name));

/** A line for each figure of a report's elements that has a cell; of a summary, for each of its totals. */
export function figureLines(plan: Plan, reading: Reading): string[] {
  const unit = unitCodeOf(reading) ?? "";
  const owner = [unit, reading.period?.id ?? ""].map(csvText);
  return elementsAskedOf(plan, unit).flatMap(({ code }) =>
    times.flatMap((time) => {
      const cell = elementCell(reading, code, time);
      if (!cell) return [];
      const { at, said } = cell;
      const place = [reading.file, at.sheet, at.cell].map(csvText);
      return csvLine([...owner, csvText(code), time, csvNumber(figureOf(cell)), String(said.kind === "nil"), ...place]);
    }),
  );
}

/** The Frictionless Data Package that says what stands in the table: no clock, so that the same reports give the same bytes. */
export function dataPackage(plan: Plan, csv: Uint8Array): Readonly<Record<string, unknown>> {
  return {
    profile: "tabular-data-package",
    name: `plan-monitor-${plan.id.toLowerCase().replace(/[^a-z0-9._-]/g, "-")}`,
    title: plan.title.vi,
    description:
      "Figures of reports as they were read, one a line. A text that a spreadsheet would take for a formula begins with an apostrophe.",
    resources: [
      {
        profile: "tabular-data-resource",
        name: "figures",
        path: figuresFile,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: csv.length,
        hash: `sha256:${createHash("sha256").update(csv).digest("hex")}`,
        dialect: { delimiter: ",", quoteChar: '"', doubleQuote: true, lineTerminator: "\r\n", header: true },
        schema: { fields, missingValues: [""], primaryKey: ["file", "sheet", "cell"] },
      },
    ],
  };
}
