import { tablesOf } from "../form/commune-tables";
import { coverFields } from "../form/cover";
import type { TableId } from "../form/table";
import { periodById } from "../plan/lookups";
import type { Plan } from "../plan/plan";
import type { Snapshot, Unreadable } from "../snapshot";
import { readCover, readUnit } from "./read-cover";
import { readSummary } from "./read-summary";
import { readTable } from "./read-table";
import type { NotAReport, Reading, StructureFault, TableReading } from "./reading";

/**
 * Everything a workbook says by the plan, each figure with its cell (laws RD1 to RD8); or that it is no report at all.
 * Never throws.
 */
export function readReport(plan: Plan, snapshot: Snapshot): Reading | NotAReport {
  const cover = readCover(plan, snapshot);
  const unit = readUnit(plan, cover);
  const saidForm = cover.get("pm_form")?.text;
  const base = {
    file: snapshot.file,
    standards: null,
    formVersion: cover.get("pm_form_version")?.text ?? "",
    unit,
    period: periodById(plan, cover.get("pm_period")?.text ?? "") ?? null,
    cover,
  };
  if (saidForm === "summary") {
    const summary = readSummary(plan, snapshot);
    return { ...base, form: "summary", tables: new Map(), faults: summary.faults, summary: summary.reading };
  }
  const isWhole = unit.kind === "known" ? unit.unit.code === plan.whole.code : saidForm === "district";
  const unitCode = unit.kind === "known" ? unit.unit.code : isWhole ? plan.whole.code : (plan.units[0]?.code ?? "");
  const tables = new Map<TableId, TableReading>();
  const faults: StructureFault[] = [];
  for (const table of tablesOf(plan, unitCode)) {
    const outcome = readTable(snapshot.sheets, table);
    if (outcome.reading) tables.set(table.id, outcome.reading);
    faults.push(...outcome.faults);
  }
  const isOurs = tables.size > 0 || coverFields.some((field) => cover.get(field)?.at);
  if (!isOurs) {
    const sheets = snapshot.sheets.map((sheet) => sheet.name);
    return { file: snapshot.file, notAReport: true, sheets };
  }
  return { ...base, form: isWhole ? "district" : "commune", tables, faults, summary: null };
}

export function isReading(outcome: Reading | NotAReport | Unreadable): outcome is Reading {
  return !("notAReport" in outcome || "reason" in outcome);
}
