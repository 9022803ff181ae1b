import type { Blueprint, SheetBlueprint } from "../blueprint";
import type { CellValue } from "../cell";
import { unitName } from "../plan/lookups";
import type { Plan } from "../plan/plan";
import { textOf, valueAt } from "../plan/tree";
import { allocationColumns, allocationFamily, allocationSheet } from "./allocation-columns";
import { writePlanCell } from "./plan-cell";
import { familyColumn, type PlanColumnFamily, type PlanSheet } from "./plan-column";
import { planFieldsSheet } from "./plan-fields-sheet";
import { planSheet } from "./plan-layout";
import { planSheets } from "./plan-sheets";

/**
 * The plan as a workbook that an official can change: a sheet a list, a column an entry, the choices as lists. It holds
 * no formula; `openPlanBook` reads the same plan from it.
 */
export function makePlanBook(plan: Plan): Blueprint {
  const sheets = planSheets.map((sheet) => listSheet(plan, sheet));
  const indicators = planSheets.findIndex(({ list }) => list[0] === "indicators");
  sheets.splice(indicators + 1, 0, allocations(plan));
  return {
    title: `${plan.title.vi} (${plan.id})`,
    names: [],
    sheets: [planFieldsSheet(plan), ...sheets],
  };
}

function listSheet(plan: Plan, sheet: PlanSheet): SheetBlueprint {
  const entries = entriesOf(plan, sheet);
  const columns = [
    ...sheet.columns,
    ...sheet.families.flatMap((family) => namesIn(plan, family, entries).map((name) => familyColumn(family, name))),
  ];
  const rows = entries.map(({ entry, isWhole }) => {
    const kinds = (key: string): string => textOf(valueAt(entry, key.split(".")));
    return columns.map(({ key, content, path }): CellValue => {
      if (sheet.wholeIf?.key === key) return isWhole ? sheet.wholeIf.word : null;
      return content.kind === "shown" ? null : writePlanCell(valueAt(entry, path(kinds)), content);
    });
  });
  return planSheet(plan, { name: sheet.name, title: sheet.title, columns, rows, frozen: 1 });
}

interface Entry {
  readonly entry: unknown;
  readonly isWhole: boolean;
}

function entriesOf(plan: Plan, { list, wholeIf }: PlanSheet): Entry[] {
  const found = valueAt(plan, list);
  const entries = (Array.isArray(found) ? found : []).map((entry: unknown) => ({ entry, isWhole: false }));
  return wholeIf ? [{ entry: plan.whole, isWhole: true }, ...entries] : entries;
}

/** How many values an entry has at most, or all names that entries use; one more column invites the next value. */
function namesIn(plan: Plan, { key, path }: PlanColumnFamily, entries: readonly Entry[]): string[] {
  const found = entries.map(({ entry }) => valueAt(entry, path));
  if (key === "due") {
    return [...new Set([...plan.levels.slice(0, 2).map(({ id }) => id), ...found.flatMap(keysOf)])];
  }
  const most = found.reduce<number>((longest, value) => Math.max(longest, Array.isArray(value) ? value.length : 0), 0);
  if (key === "traits") return [...new Set(found.flatMap(keysOf))];
  return Array.from({ length: most + 1 }, (_, index) => String(index + 1));
}

function keysOf(value: unknown): string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

/** Units down, totals across. */
function allocations(plan: Plan): SheetBlueprint {
  const totals = plan.indicators.flatMap(({ code, name, target }) =>
    target.kind === "total" ? [{ code, name: name.vi, shares: new Map(Object.entries(target.allocation)) }] : [],
  );
  const columns = [
    ...allocationColumns,
    ...totals.map(({ code, name }) => ({ ...familyColumn(allocationFamily, code), note: name })),
  ];
  const rows = plan.units.map((unit): CellValue[] => [
    unit.code,
    unitName(unit),
    ...totals.map(({ shares }) => shares.get(unit.code) ?? null),
  ]);
  return planSheet(plan, {
    name: allocationSheet,
    title: "CHỈ TIÊU GIAO CHO TỪNG ĐƠN VỊ",
    columns,
    rows,
    frozen: 2,
  });
}
