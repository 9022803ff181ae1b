import type { SheetBlueprint } from "../blueprint";
import type { CellValue } from "../cell";
import type { PutSheet } from "../edit";
import { periodHeading } from "../form/commune-tables";
import { contentsKey, type Contents } from "../form/contents";
import { coverSheet, planSheet, type CoverField } from "../form/cover";
import { typedFields } from "../form/cover-sheet";
import { makeForm } from "../form/make-form";
import { isTyped, type TableId } from "../form/table";
import type { Period, Plan, Unit } from "../plan/plan";
import { fieldShownByFont, hasDoubtfulText, shownByFont } from "../reading/legacy-texts";
import type { Reading, StructureFault } from "../reading/reading";
import type { SheetSnapshot, Snapshot } from "../snapshot";

/** A report as it was read, beside the workbook it was read from. */
export interface ReportInBook {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
  readonly reading: Reading;
}

/**
 * The edit that makes one data sheet anew, with every figure and text of the report in its place. Null where the unit
 * or the period is not known, where something on the sheet has no place in the form and would be lost, where only a legacy
 * font speaks for what a text is, and where a strange sheet has the form's name.
 */
export function remakeSheet(report: ReportInBook, table: TableId): PutSheet[] | null {
  const form = currentForm(report);
  const { reading } = report;
  const made = form?.sheets.find(({ id }) => id === table);
  if (!form || !made || reading.faults.some((fault) => wouldBeLost(fault, table))) return null;
  const kept = reading.tables.get(table);
  if (kept && hasDoubtfulText(kept)) return null;
  const edit = putSheet(report, form, made);
  return edit ? [edit] : null;
}

/** The edits that make the whole form anew, as `remakeSheet` does for one sheet; other sheets of the workbook stay. */
export function remakeForm(report: ReportInBook): PutSheet[] | null {
  const form = currentForm(report);
  const { plan, reading } = report;
  if (!form || reading.faults.some((fault) => wouldBeLost(fault, null))) return null;
  const isDoubtful = [...reading.cover.values()].some((field) => fieldShownByFont(plan, field)?.isDoubtful);
  if (isDoubtful || [...reading.tables.values()].some(hasDoubtfulText)) return null;
  const edits = form.sheets.map((sheet) => putSheet(report, form, sheet));
  return edits.every((edit) => edit !== null) ? edits : null;
}

/** Figures that stand where the form has no place for them. */
function wouldBeLost(fault: StructureFault, table: TableId | null): boolean {
  switch (fault.kind) {
    case "stray-figure":
    case "unknown-code":
    case "code-twice":
    case "column-twice":
      return table === null || fault.table.id === table;
    default:
      return false;
  }
}

interface MadeSheet {
  readonly id: TableId | "cover" | "plan";
  readonly blueprint: SheetBlueprint;
}

interface MadeForm {
  readonly sheets: readonly MadeSheet[];
  readonly names: PutSheet["names"];
}

function currentForm(report: ReportInBook): MadeForm | null {
  const { plan, reading } = report;
  const { unit, period } = reading;
  if (unit.kind !== "known" || !period || reading.summary) return null;
  const owner = { unit: unit.unit, period };
  const { sheets, names } = makeForm(plan, owner, contentsOf(report, owner));
  const ids = new Map<string, MadeSheet["id"]>([
    [coverSheet, "cover"],
    [planSheet, "plan"],
  ]);
  return {
    names,
    sheets: sheets.map((blueprint) => ({ id: ids.get(blueprint.name) ?? tableOf(blueprint), blueprint })),
  };
}

/** Its own hidden mark says which table a made sheet holds. */
function tableOf({ cells }: SheetBlueprint): TableId {
  const mark = cells.find(({ value }) => value === "pm_table");
  const found = cells.find((cell) => cell.row === mark?.row && cell.column === mark.column + 1);
  return found?.value as TableId;
}

/** All that was typed into a report, by what it is. A typed formula gives its value. */
function contentsOf(
  { plan, reading, snapshot }: ReportInBook,
  owner: { readonly unit: Unit; readonly period: Period },
): Contents {
  const cells = new Map<string, CellValue>();
  for (const [table, { rows }] of reading.tables) {
    for (const [code, row] of rows) {
      for (const [key, cell] of row.cells) {
        const { content, found } = cell;
        if (!isTyped(content) || found.value === null) continue;
        // The sheet that is made has an ordinary font: law RD4.
        cells.set(contentsKey({ table, code, key }), shownByFont(cell)?.text ?? found.value);
      }
    }
  }
  const cover = new Map<CoverField, CellValue>();
  for (const [field, cell] of reading.cover) {
    if (typedFields.has(field) && cell.found) cover.set(field, fieldShownByFont(plan, cell)?.text ?? cell.found.value);
  }
  const notice = noticeIn(snapshot, owner.period);
  return { cover, cells, ...(notice === null ? {} : { notice }) };
}

/** The line that stands behind the period under every title ("Số liệu minh họa"). */
function noticeIn({ sheets }: Snapshot, period: Period): string | null {
  const before = `${periodHeading(period)} – `;
  for (const { rows } of sheets) {
    for (const cells of rows.values()) {
      for (const { value } of cells.values()) {
        if (typeof value === "string" && value.startsWith(before)) return value.slice(before.length);
      }
    }
  }
  return null;
}

function putSheet({ snapshot, reading }: ReportInBook, form: MadeForm, made: MadeSheet): PutSheet | null {
  const { blueprint } = made;
  const old = snapshot.sheets.find(({ name }) => name === oldName(reading, made));
  const isTaken = snapshot.sheets.some(
    (sheet) => sheet !== old && sheet.name.toLowerCase() === blueprint.name.toLowerCase(),
  );
  if (isTaken) return null;
  return {
    kind: "put-sheet",
    sheet: blueprint,
    names: form.names.filter(({ sheet }) => sheet === blueprint.name),
    replaces: old ? { sheet: old.name, expect: old.rows } : null,
    after: old ? null : sheetBefore(snapshot.sheets, reading, { form, made }),
  };
}

function oldName(reading: Reading, { id }: MadeSheet): string | undefined {
  if (id === "plan") return planSheet;
  if (id === "cover") return reading.cover.get("pm_form")?.at?.sheet ?? coverSheet;
  return reading.tables.get(id)?.sheet;
}

/** The nearest sheet that comes before it in the form and is there. */
function sheetBefore(
  sheets: readonly SheetSnapshot[],
  reading: Reading,
  { form, made }: { readonly form: MadeForm; readonly made: MadeSheet },
): string | null {
  const names = new Set(sheets.map(({ name }) => name));
  const earlier = form.sheets.slice(0, form.sheets.indexOf(made)).reverse();
  for (const one of earlier) {
    const name = oldName(reading, one);
    if (name !== undefined && names.has(name)) return name;
  }
  return null;
}
