import type { Row, Table } from "../form/table";
import { isNumeric } from "../form/table";
import { folded, plainText } from "../plain-text";
import type { FoundTable } from "./found-table";
import { shownText } from "./shown-text";

/** Which line of a sheet holds which row of its table; lines are zero-based. */
export interface FoundRows {
  readonly lines: ReadonlyMap<string, number>;
  /** Codes that are gone, whose rows were found by what they are called or where villages stand. */
  readonly byLabel: readonly string[];
  readonly twice: readonly { readonly row: Row; readonly line: number }[];
  readonly unknown: readonly { readonly code: string; readonly line: number }[];
}

/** Something like "S01", "C06a" or "I-04": a code, not a heading or a footnote. */
const codeLike = /^[A-Z]{1,4}[-.]?\d{1,4}[a-z]?$/i;

/** A line below the headings with what its code cell says: "" where it says nothing. */
interface Line {
  readonly line: number;
  readonly code: string;
}

/** The rows of a table by their codes alone (law RD1). */
export function findCodedRows(found: FoundTable): FoundRows {
  const { lines, twice, unknown } = codedLines(found);
  return { lines, byLabel: [], twice, unknown };
}

/** The rows of a table by their codes; those that lost their code by their labels, or as villages. */
export function findRows(found: FoundTable): FoundRows {
  const { lines, twice, unknown, codeless } = codedLines(found);
  const labelled = rowsByLabel(found, lines, codeless);
  for (const [code, line] of labelled) lines.set(code, line);
  const villages = found.table.id === "households" ? villagesAmong(found, lines, codeless) : [];
  for (const [code, line] of villages) lines.set(code, line);
  const taken = new Set(lines.values());
  const first = Math.min(...lines.values());
  const strange = codeless.filter(
    (one) => one.code !== "" && one.line > first && !taken.has(one.line) && hasNumbers(found, one.line),
  );
  return {
    lines,
    byLabel: [...labelled.keys(), ...villages.map(([code]) => code)],
    twice,
    unknown: [...unknown, ...strange].sort((a, b) => a.line - b.line),
  };
}

interface CodedLines {
  readonly lines: Map<string, number>;
  readonly twice: readonly { readonly row: Row; readonly line: number }[];
  readonly unknown: readonly Line[];
  readonly codeless: readonly Line[];
}

function codedLines(found: FoundTable): CodedLines {
  const known = new Map(found.table.rows.map((row) => [row.code, row]));
  const lines = new Map<string, number>();
  const twice: { row: Row; line: number }[] = [];
  const codeless: Line[] = [];
  const unknown: Line[] = [];
  for (const one of linesOf(found)) {
    const row = known.get(one.code);
    if (row && lines.has(row.code)) twice.push({ row, line: one.line });
    else if (row) lines.set(row.code, one.line);
    else if (codeLike.test(one.code)) unknown.push(one);
    else codeless.push(one);
  }
  return { lines, twice, unknown, codeless };
}

/** Lines below the keys, from the top: a row with a code is known by it wherever it stands. */
function linesOf({ sheet, keyRow, columns }: FoundTable): Line[] {
  const column = columns.get("code");
  return [...sheet.rows.keys()]
    .filter((line) => line > (keyRow ?? -1))
    .sort((a, b) => a - b)
    .flatMap((line) => {
      const value = column === undefined ? null : (sheet.rows.get(line)?.get(column)?.value ?? null);
      return [{ line, code: value === null || typeof value === "object" ? "" : plainText(String(value)) }];
    });
}

/** The words of a row's label. */
function labelOn({ sheet, columns }: FoundTable, line: number): string {
  const column = columns.get("name");
  return column === undefined ? "" : folded(shownText(sheet.rows.get(line)?.get(column)));
}

/** Absent rows whose label stands on one line only, and is that of no other row. */
function rowsByLabel(
  found: FoundTable,
  present: ReadonlyMap<string, number>,
  codeless: readonly Line[],
): Map<string, number> {
  const below = codeless.filter(({ line }) => line >= (found.bodyTop ?? 0));
  const labelled = found.table.rows.filter(isLabelled(found.table));
  if (below.length === 0 || labelled.every(({ code }) => present.has(code))) return new Map();
  const labels = group(labelled, ({ label }) => folded(label.vi));
  const named = group(below, ({ line }) => labelOn(found, line));
  const rows = new Map<string, number>();
  for (const [label, lines] of named) {
    const [row, ...others] = labels.get(label) ?? [];
    const [line, ...more] = lines;
    if (label === "" || !row || !line || others.length > 0 || more.length > 0 || present.has(row.code)) continue;
    rows.set(row.code, line.line);
  }
  return rows;
}

/** A village goes by whatever name was typed. */
function isLabelled(table: Table): (row: Row) => boolean {
  return (row) => table.id !== "households" || row.isTotal === true;
}

function group<One>(all: readonly One[], by: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const name = by(one);
    const known = groups.get(name);
    if (known) known.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}

/**
 * Lines of villages that lost their codes, above the line of totals: one village row is as good as another. Without the
 * line of totals nothing below the last code is taken, so that totals are never taken for a village.
 */
function villagesAmong(
  found: FoundTable,
  present: ReadonlyMap<string, number>,
  codeless: readonly Line[],
): [code: string, line: number][] {
  const { rows } = found.table;
  const free = rows.filter((row) => row.isTotal !== true && !present.has(row.code)).map(({ code }) => code);
  const total = rows.find((row) => row.isTotal)?.code ?? "";
  const end = present.get(total) ?? Math.max(...present.values(), -1);
  const top = found.bodyTop ?? Math.min(...present.values());
  const taken = new Set(present.values());
  return codeless
    .filter(({ line }) => line >= top && line < end && !taken.has(line) && isInUse(found, line))
    .slice(0, free.length)
    .map(({ line }, index): [string, number] => [free[index] ?? "", line]);
}

/** Whether a line holds anything of its table, be it only formulas. */
function isInUse({ sheet, columns }: FoundTable, line: number): boolean {
  const cells = sheet.rows.get(line);
  return [...columns].some(([key, column]) => key !== "code" && cells?.has(column));
}

function hasNumbers({ sheet, table, columns }: FoundTable, line: number): boolean {
  return table.columns.some(({ key, content }) => {
    const at = columns.get(key);
    return at !== undefined && isNumeric(content) && typeof sheet.rows.get(line)?.get(at)?.value === "number";
  });
}
