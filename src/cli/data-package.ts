import { madeBy } from "../core/made-by";
import type { Plan } from "../core/plan/plan";
import { fields } from "./figure-table";

/** What a reader checks a file by. */
export interface Written {
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

export const figureFiles = { csv: "figures.csv", parquet: "figures.parquet", description: "datapackage.json" };

/** The Frictionless Data Package that says what stands in the tables: no clock, so that the same reports give the same bytes. */
export function dataPackage(plan: Plan, { csv, parquet }: { csv: Written; parquet: Written }): Readonly<object> {
  const primaryKey = ["file", "sheet", "cell"];
  return {
    // A tabular one may hold nothing but CSV.
    profile: "data-package",
    name: `plan-monitor-${plan.id.toLowerCase().replace(/[^a-z0-9._-]/g, "-")}`,
    title: plan.title.vi,
    generator: madeBy,
    description:
      "Figures of reports as they were read, one a line; both files hold the same. In the CSV, a text that a spreadsheet would take for a formula begins with an apostrophe.",
    resources: [
      {
        profile: "tabular-data-resource",
        name: "figures",
        path: figureFiles.csv,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        ...checked(csv),
        dialect: { delimiter: ",", quoteChar: '"', doubleQuote: true, lineTerminator: "\r\n", header: true },
        schema: { fields, missingValues: [""], primaryKey },
      },
      {
        profile: "data-resource",
        name: "figures-parquet",
        path: figureFiles.parquet,
        format: "parquet",
        mediatype: "application/vnd.apache.parquet",
        ...checked(parquet),
        schema: { fields, primaryKey },
      },
    ],
  };
}

function checked({ bytes, hash }: Written) {
  return { bytes, hash: `sha256:${hash}` };
}
