import type { Plan } from "../plan/plan";
import { tablesOf } from "./commune-tables";
import { formVersion } from "./cover";
import type { Column, Table, TableId } from "./table";

/** The versions of the form that are read, from the oldest on; the last is the one that is made. */
export const formVersions = ["0", formVersion] as const;
export type FormVersion = (typeof formVersions)[number];

/** The version of the form that a report says it has, where it is one that is known. */
export function knownVersion(said: string): FormVersion | null {
  return formVersions.find((version) => version === said) ?? null;
}

/**
 * The data sheets of a unit's form as a version of it had them; keys and codes are the same in all of them. Version 0,
 * of the trial, had plain names of sheets, no sheet of shortfalls, and the status before the measures.
 */
export function tablesOfVersion(plan: Plan, unit: string, version: FormVersion): readonly Table[] {
  const tables = tablesOf(plan, unit);
  if (version === formVersion) return tables;
  return tables.flatMap((table) => {
    const sheet = trialSheets[table.id];
    return sheet === null ? [] : [{ ...table, sheet, columns: trialColumns(table) }];
  });
}

const trialSheets: Readonly<Record<TableId, string | null>> = {
  elements: "So lieu",
  indicators: "Chi tieu",
  households: "Ho ngheo",
  shortfalls: null,
  tasks: "Nhiem vu",
  funds: "Kinh phi",
};

/** Columns of Chỉ tiêu that came first, behind code, name and unit of measure. */
const trialOrder = ["code", "name", "unit", "target", "value", "status", "progress"];

function trialColumns({ id, columns }: Table): readonly Column[] {
  if (id !== "indicators") return columns;
  const first = trialOrder.flatMap((key) => columns.filter((column) => column.key === key));
  return [...first, ...columns.filter((column) => !first.includes(column))];
}
