import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect } from "@jest/globals";
import { itWithDuckdb } from "../proof/tools";
import { query, type Answer } from "../tools/duckdb";
import { root } from "../laws/source-files";
import { consolidateShape, parsed } from "./json-shapes";
import { makeRoom, run } from "./program";

const room = makeRoom();
const page = readFileSync(join(root, "docs/export.md"), "utf8");

/** The queries of the page, each with the answer that stands below it. */
const examples = [...page.matchAll(/^```sql\n([\s\S]*?)^```\n\n((?:\|.*\n)*)/gm)].map(([, sql = "", answer = ""]) => ({
  sql,
  answer: answer
    .trimEnd()
    .split("\n")
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    ),
}));

/** An answer as the page writes it. */
function asTable({ columns, rows }: Answer): string[][] {
  return [columns, ...rows.map((row) => row.map(String))];
}

beforeAll(async () => {
  cpSync(join(root, "samples/2022-H1"), join(room, "reports"), { recursive: true });
  const { code } = await run(["export", "reports", "-o", "table"], room);
  expect(code).toBe(0);
});

describe("DuckDB", () => {
  itWithDuckdb.each(["table/figures.parquet", "table/figures.csv"])(
    "finds in %s the totals of the consolidation, to the last digit",
    async (file) => {
      const { stdout } = await run(
        ["consolidate", "reports", "-o", "s.xlsx", "--allow-errors", "--json", "--force"],
        room,
      );
      const totals = parsed(consolidateShape, stdout).elements.filter(({ total }) => total !== null);
      expect(totals.length).toBeGreaterThan(40);
      const [sums] = await query(room, [
        `SELECT element, sum(value) FROM '${file}' WHERE "column" = 'actual' GROUP BY element HAVING count(value) > 0`,
      ]);
      const sumOf = new Map(sums?.rows.map(([element, sum]) => [element, sum]));
      expect(totals.map(({ code }) => [code, sumOf.get(code)])).toEqual(totals.map(({ code, total }) => [code, total]));
    },
  );

  itWithDuckdb("answers the queries of docs/export.md as the page says", async () => {
    expect(examples).toHaveLength(5);
    const answers = await query(
      room,
      examples.map(({ sql }) => sql),
    );
    expect(answers.map(asTable)).toEqual(examples.map(({ answer: [headings = [], , ...rows] }) => [headings, ...rows]));
  });

  itWithDuckdb("knows the columns by the types of the page", async () => {
    const told = [...page.matchAll(/^\| `(\w+)` +\| (string|double|boolean)(, may be null)? +\|/gm)];
    const types = { string: "VARCHAR", double: "DOUBLE", boolean: "BOOLEAN" };
    const [described, nulls] = await query(room, [
      "SELECT column_name, column_type FROM (DESCRIBE FROM 'table/figures.parquet')",
      "SELECT name, repetition_type FROM parquet_schema('table/figures.parquet') WHERE type IS NOT NULL",
    ]);
    expect(described?.rows).toEqual(told.map(([, name, type = "string"]) => [name, types[type as keyof typeof types]]));
    expect(nulls?.rows).toEqual(told.map(([, name, , mayBeNull]) => [name, mayBeNull ? "OPTIONAL" : "REQUIRED"]));
  });
});
