import { coverFields, formVersion } from "../form/cover";
import type { Table, TableId } from "../form/table";
import { knownVersion, tablesOfVersion } from "../form/versions";
import { periodById } from "../plan/lookups";
import type { Plan } from "../plan/plan";
import type { SheetSnapshot, Snapshot, Unreadable } from "../snapshot";
import { plainText } from "../plain-text";
import { findTables } from "./find-tables";
import { findRows } from "./found-rows";
import { hiddenLines, hiddenSheets } from "./hidden-figures";
import { mergedInputs } from "./merged-inputs";
import { standardsInside } from "./plan-inside";
import { readCover, readUnit } from "./read-cover";
import { readSummary } from "./read-summary";
import { readFoundTable } from "./read-table";
import type { NotAReport, Reading, StructureFault, TableReading } from "./reading";
import { secondSheets } from "./second-sheets";
import { strayFaults, strayFiguresIn } from "./stray-figures";

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
    standards: standardsInside(snapshot),
    formVersion: cover.get("pm_form_version")?.text ?? "",
    unit,
    period: periodById(plan, cover.get("pm_period")?.text ?? "") ?? null,
    cover,
  };
  if (saidForm === "summary") {
    const summary = readSummary(plan, snapshot, cover.get("pm_unit_code")?.text ?? "");
    return { ...base, form: "summary", tables: new Map(), faults: summary.faults, summary: summary.reading };
  }
  const isWhole = unit.kind === "known" ? unit.unit.code === plan.whole.code : saidForm === "district";
  const unitCode = unit.kind === "known" ? unit.unit.code : isWhole ? plan.whole.code : (plan.units[0]?.code ?? "");
  const { tables, faults } = readTables(plan, snapshot, { unit: unitCode, version: base.formVersion });
  const isOurs = tables.size > 0 || coverFields.some((field) => cover.get(field)?.at);
  if (!isOurs) {
    const sheets = snapshot.sheets.map((sheet) => sheet.name);
    return { file: snapshot.file, notAReport: true, sheets };
  }
  return { ...base, form: isWhole ? "district" : "commune", tables, faults, summary: null };
}

/** The data sheets, and all that is not as the form was made. */
function readTables(
  plan: Plan,
  { sheets }: Snapshot,
  { unit, version }: { readonly unit: string; readonly version: string },
): { tables: Map<TableId, TableReading>; faults: StructureFault[] } {
  const wanted = tablesOfVersion(plan, unit, knownVersion(version) ?? formVersion);
  const found = findTables(sheets, wanted);
  const tables = new Map<TableId, TableReading>();
  const faults: StructureFault[] = [];
  for (const table of wanted) {
    const one = found.get(table.id);
    if (!one) {
      faults.push({ kind: "no-sheet", table });
      continue;
    }
    const { sheet } = one;
    const rows = findRows(one);
    const outcome = readFoundTable(one, rows);
    const strays = strayFiguresIn(one, rows);
    tables.set(table.id, outcome.reading);
    if (plainText(sheet.name) !== table.sheet) faults.push(renamed(sheet, table, sheets));
    faults.push(
      ...outcome.faults,
      ...strayFaults(one, strays),
      ...mergedInputs(sheet, outcome.reading),
      ...hiddenLines({ sheet, reading: outcome.reading, strays }),
    );
  }
  return { tables, faults: [...faults, ...secondSheets(sheets, tables), ...hiddenSheets(sheets, tables)] };
}

function renamed(sheet: SheetSnapshot, table: Table, sheets: readonly SheetSnapshot[]): StructureFault {
  const taken = table.sheet.toLowerCase();
  const isNameFree = sheets.every((other) => other === sheet || other.name.toLowerCase() !== taken);
  return { kind: "renamed", table, sheet: sheet.name, isNameFree };
}

export function isReading(outcome: Reading | NotAReport | Unreadable): outcome is Reading {
  return !("notAReport" in outcome || "reason" in outcome);
}
