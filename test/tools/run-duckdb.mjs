import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

/*
 * Runs SQL (a list of texts as JSON on standard input) in DuckDB, in the folder where it was started, and says what each
 * gives: { columns, rows }, with every value as JSON has it.
 */
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
const answers = [];
for (const sql of JSON.parse(readFileSync(0, "utf8"))) {
  const answer = await connection.runAndReadAll(sql);
  answers.push({ columns: answer.columnNames(), rows: answer.getRows().map((row) => row.map(plain)) });
}
process.stdout.write(JSON.stringify(answers));

/** Whole numbers of 64 bits come as BigInt, sums of them as wider ones. */
function plain(value) {
  return typeof value === "bigint" ? Number(value) : value;
}
