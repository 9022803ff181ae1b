import { toA1 } from "../cell";
import type { Indicator, Plan } from "../plan/plan";
import { evidenceOf, type Evidence, type Pair } from "../progress/evidence";
import { cellAt, type SheetSnapshot, type Snapshot } from "../snapshot";
import type { Table } from "../form/table";
import { findTable, type KeyedSheet } from "./find-table";
import { plainText } from "../plain-text";
import { timesByColumn } from "../times";
import { readCell } from "../form/said";
import type { CellReading, StructureFault, SummaryReading } from "./reading";
import { reportsBelow } from "./read-received";

/** The keys by which the sheets of a summary are known; the sheets themselves are made by `consolidation/book`. */
const elementsSheet = keyed("summary-elements", "TH Số liệu", [...timesByColumn, "coverage"]);
const indicatorsSheet = keyed("summary-indicators", "TH Chỉ tiêu", [
  ...["numerator", "denominator", "both_numerator", "both_denominator"],
  ...["baseline_numerator", "baseline_denominator", "last_both_numerator", "last_both_denominator"],
  ...["last_year_numerator", "last_year_denominator", "group"],
]);

/** The table of pairs on a unit's own sheet, where summaries of a lower level are laid together (law CO9). */
export const evidenceId = "evidence";

/** That table by the keys that `consolidation/book` gives it. */
const unitPairs = keyed(evidenceId, "", [
  ...["numerator", "denominator", "both_numerator", "both_denominator", "baseline_numerator", "baseline_denominator"],
  ...["all_baseline_numerator", "all_baseline_denominator", "last_both_numerator", "last_both_denominator"],
  ...["last_year_numerator", "last_year_denominator", "all_last_year_numerator", "all_last_year_denominator"],
]);

function keyed(id: string, sheet: string, keys: readonly string[]): Table<string> {
  const columns = ["code", ...keys].map((key) => ({
    key,
    tiers: [],
    number: "",
    width: 0,
    content: "computed" as const,
  }));
  return { id, sheet, title: "", columns, rows: [] };
}

/** What a summary passes up to the next level: totals of elements, pairs of indicators (law CO9). */
export function readSummary(
  plan: Plan,
  snapshot: Snapshot,
  ownCode: string,
): { readonly reading: SummaryReading; readonly faults: readonly StructureFault[] } {
  const elements = findTable(snapshot.sheets, elementsSheet);
  const indicators = findTable(snapshot.sheets, indicatorsSheet);
  const faults: StructureFault[] = [];
  if (!elements) faults.push({ kind: "no-sheet", table: elementsSheet });
  if (!indicators) faults.push({ kind: "no-sheet", table: indicatorsSheet });
  return {
    faults,
    reading: {
      elements: elements ? readElements(plan, elements) : new Map(),
      evidence: indicators ? readEvidence(plan, indicators) : new Map(),
      below: reportsBelow(snapshot, ownCode),
    },
  };
}

function readElements(plan: Plan, keyed: KeyedSheet): SummaryReading["elements"] {
  const rows = rowsByCode(keyed);
  return new Map(
    plan.elements.flatMap(({ code }) => {
      const [row] = rows.get(code) ?? [];
      if (row === undefined) return [];
      return [[code, new Map(timesByColumn.map((time) => [time, readAt(keyed, row, time)] as const))] as const];
    }),
  );
}

/** The pairs that a summary of summaries keeps of one unit, from the part of its sheet that holds them (law CO9). */
export function readUnitPairs(plan: Plan, sheet: SheetSnapshot): SummaryReading["evidence"] {
  const keyed = findTable([sheet], unitPairs);
  const rows = keyed ? rowsByCode(keyed) : new Map<string, number[]>();
  return new Map(
    plan.indicators.flatMap((indicator) => {
      const [row] = rows.get(indicator.code) ?? [];
      if (!keyed || row === undefined) return [];
      const pair = pairsIn(keyed, row, indicator);
      return [[indicator.code, evidenceFrom(pair, { baseline: "all_baseline_", lastYear: "all_last_year_" })] as const];
    }),
  );
}

function readEvidence(plan: Plan, keyed: KeyedSheet): ReadonlyMap<string, Evidence<number>> {
  const rows = rowsByCode(keyed);
  return new Map(
    plan.indicators.flatMap((indicator) => {
      const row = (rows.get(indicator.code) ?? []).find((index) => isOfTheWhole(keyed, index));
      if (row === undefined) return [];
      const pair = pairsIn(keyed, row, indicator);
      return [[indicator.code, evidenceFrom(pair, { baseline: "baseline_", lastYear: "last_year_" })] as const];
    }),
  );
}

/** Rows of groups stay below: groups of the next level are made of its own units. */
function isOfTheWhole(keyed: KeyedSheet, row: number): boolean {
  const { said } = readAt(keyed, row, "group");
  return said.kind === "missing";
}

/** A pair by the prefix of its keys; null unless both sides are there (law AR2). */
type Pairs = (prefix: string) => Pair<number> | null;

function pairsIn(keyed: KeyedSheet, row: number, { measure }: Indicator): Pairs {
  return (prefix) => {
    const [n, d] = [numberAt(keyed, row, `${prefix}numerator`), numberAt(keyed, row, `${prefix}denominator`)];
    if (n === null) return null;
    if (measure.kind === "count") return { n, d: null };
    return d === null ? null : { n, d };
  };
}

/** `all` are the prefixes of the earlier pairs of every unit that has them, which may be more than compare with now (law CO4). */
function evidenceFrom(pair: Pairs, all: { readonly baseline: string; readonly lastYear: string }): Evidence<number> {
  const [both, baseline] = [pair("both_"), pair("baseline_")];
  const [lastBoth, lastYear] = [pair("last_both_"), pair("last_year_")];
  return {
    ...evidenceOf(pair(""), pair(all.baseline), pair(all.lastYear)),
    both: both && baseline ? { now: both, then: baseline } : null,
    lastBoth: lastBoth && lastYear ? { now: lastBoth, then: lastYear } : null,
  };
}

function rowsByCode({ sheet, keyRow, columns }: KeyedSheet): Map<string, number[]> {
  const column = columns.get("code") ?? 0;
  const rows = new Map<string, number[]>();
  for (const [row, cells] of sheet.rows) {
    const value = cells.get(column)?.value;
    if (row <= keyRow || typeof value !== "string") continue;
    const code = plainText(value);
    rows.set(code, [...(rows.get(code) ?? []), row]);
  }
  return rows;
}

function readAt({ sheet, columns }: KeyedSheet, row: number, key: string): CellReading {
  const column = columns.get(key) ?? -1;
  const cell = cellAt(sheet, row, column);
  return {
    at: { sheet: sheet.name, cell: toA1({ row, column: Math.max(0, column) }) },
    content: "computed",
    said: readCell(cell, "computed"),
    found: { value: cell?.value ?? null, ...(cell?.formula === undefined ? {} : { formula: cell.formula }) },
  };
}

function numberAt(keyed: KeyedSheet, row: number, key: string): number | null {
  const { said } = readAt(keyed, row, key);
  return said.kind === "number" ? said.number : null;
}
