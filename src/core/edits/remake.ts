import type { SheetBlueprint } from "../blueprint";
import { applyEdits, isRefusal } from "../apply-edits";
import type { PutSheet, SheetEdit } from "../edit";
import { tablesOf } from "../form/commune-tables";
import { coverSheet, formVersion, planSheet } from "../form/cover";
import { makeForm } from "../form/make-form";
import type { Table, TableId } from "../form/table";
import type { Plan } from "../plan/plan";
import { fieldShownByFont } from "../reading/legacy-texts";
import { unitsNamed } from "../reading/read-cover";
import type { Reading } from "../reading/reading";
import type { SheetSnapshot } from "../snapshot";
import { hasStrays, isMovable, isReadByOthers, keepsPlaces, textsBeside } from "./remake-losses";
import { contentsOf, type ReportInBook } from "./report-contents";

/** Sheets made anew, and what would go with the old ones: words and dates that stand beside the form's own. */
export interface Remade {
  readonly edits: readonly SheetEdit[];
  readonly lost: readonly string[];
}

/** Makes sheets of a report anew; each is made once, so that all who ask get the very same edits. */
export interface Remaker {
  readonly sheet: (table: TableId) => Remade | null;
  readonly form: () => Remade | null;
}

export function remakerOf(report: ReportInBook): Remaker {
  const known = new Map<TableId | null, Remade | null>();
  const once = (key: TableId | null, make: () => Remade | null): Remade | null => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    known.set(key, made);
    return made;
  };
  return {
    sheet: (table) => once(table, () => remakeSheet(report, table)),
    form: () => once(null, () => remakeForm(report)),
  };
}

/**
 * The edit that makes one data sheet anew, with every figure and text of the report in its place. Null where the unit
 * or the period is in doubt, where a figure on the sheet has no place in the form and would be lost, where only a legacy
 * font speaks for what a text is, where formulas of the official's own would lead elsewhere, and where a strange sheet
 * has the form's name.
 */
function remakeSheet(report: ReportInBook, table: TableId): Remade | null {
  const { reading, snapshot } = report;
  const form = mayBeCurrent(reading) ? currentForm(report) : null;
  const made = form?.sheets.find(({ id }) => id === table);
  const old = reading.tables.get(table);
  const sheets = old ? [old.sheet] : [];
  if (!form || !made || hasStrays(reading.faults, table) || (old && !isMovable(reading, old))) return null;
  if (old && !keepsPlaces(old, form.tables) && isReadByOthers(snapshot.sheets, reading, sheets)) return null;
  const edit = putSheet({ sheets: snapshot.sheets, nameOf: (one) => nameNow(reading, one) }, form, made);
  return edit && { edits: [edit], lost: lostFrom(report, [made]) };
}

/** One sheet of the current form does not belong among those of another version. */
function mayBeCurrent({ formVersion: said }: Reading): boolean {
  return said === "" || said === formVersion;
}

/** The edits that make the whole form anew, as `remakeSheet` does for one sheet; other sheets of the workbook stay. */
function remakeForm(report: ReportInBook): Remade | null {
  const form = currentForm(report);
  const { plan, reading, snapshot } = report;
  const old = [...reading.tables.values()];
  if (!form || old.some((table) => hasStrays(reading.faults, table.table.id) || !isMovable(reading, table)))
    return null;
  if ([...reading.cover.values()].some((field) => fieldShownByFont(plan, field)?.isDoubtful)) return null;
  const sheets = old.map(({ sheet }) => sheet);
  if (!old.every((table) => keepsPlaces(table, form.tables)) && isReadByOthers(snapshot.sheets, reading, sheets))
    return null;
  const renames = form.sheets.flatMap((made): RenameSheet[] => {
    const name = nameNow(reading, made);
    return name === undefined || name === made.blueprint.name
      ? []
      : [{ kind: "rename-sheet", sheet: name, to: made.blueprint.name }];
  });
  // Renaming rewrites the formulas of sheets that are still to give way: what those hold is told as it is by then.
  const renamed = applyEdits(snapshot, renames);
  if (isRefusal(renamed)) return null;
  const book: Book = {
    sheets: renamed.sheets,
    nameOf: (made) => (nameNow(reading, made) === undefined ? undefined : made.blueprint.name),
  };
  const edits = form.sheets.map((sheet) => putSheet(book, form, sheet));
  if (!edits.every((edit) => edit !== null)) return null;
  return { edits: [...renames, ...edits], lost: lostFrom(report, form.sheets) };
}

function lostFrom({ snapshot, reading }: ReportInBook, sheets: readonly MadeSheet[]): string[] {
  return sheets
    .filter(({ id }) => id !== "plan")
    .flatMap((made) => {
      const old = snapshot.sheets.find(({ name }) => name === nameNow(reading, made));
      return old ? textsBeside(old, reading, made.blueprint) : [];
    });
}

interface MadeSheet {
  readonly id: TableId | "cover" | "plan";
  readonly blueprint: SheetBlueprint;
}

interface MadeForm {
  readonly tables: readonly Table[];
  readonly sheets: readonly MadeSheet[];
  readonly names: PutSheet["names"];
}

function currentForm(report: ReportInBook): MadeForm | null {
  const { plan, reading } = report;
  const { unit, period } = reading;
  if (unit.kind !== "known" || !period || reading.summary || isInDoubt(plan, reading)) return null;
  const owner = { unit: unit.unit, period };
  const { sheets, names } = makeForm(plan, owner, contentsOf(report, owner));
  const ids = new Map<string, MadeSheet["id"]>([
    [coverSheet, "cover"],
    [planSheet, "plan"],
  ]);
  return {
    names,
    tables: tablesOf(plan, unit.unit.code),
    sheets: sheets.map((blueprint) => ({ id: ids.get(blueprint.name) ?? tableOf(blueprint), blueprint })),
  };
}

/** A form of another plan, or a cover whose name and code are of two units: making it anew would hide that. */
function isInDoubt(plan: Plan, { cover, unit }: Reading): boolean {
  const said = cover.get("pm_plan")?.text ?? "";
  const name = cover.get("pm_unit_name")?.text ?? "";
  const isNamed = unit.kind === "known" && unitsNamed(plan, name).includes(unit.unit);
  return (said !== "" && said !== plan.id) || (name !== "" && !isNamed);
}

/** Its own hidden mark says which table a made sheet holds. */
function tableOf({ cells }: SheetBlueprint): TableId {
  const mark = cells.find(({ value }) => value === "pm_table");
  const found = cells.find((cell) => cell.row === mark?.row && cell.column === mark.column + 1);
  return found?.value as TableId;
}

type RenameSheet = Extract<SheetEdit, { kind: "rename-sheet" }>;

/** A workbook in which sheets give way, and the names that they have there. */
interface Book {
  readonly sheets: readonly SheetSnapshot[];
  readonly nameOf: (made: MadeSheet) => string | undefined;
}

function putSheet(book: Book, form: MadeForm, made: MadeSheet): PutSheet | null {
  const { blueprint } = made;
  const old = book.sheets.find(({ name }) => name === book.nameOf(made));
  const isTaken = book.sheets.some(
    (sheet) => sheet !== old && sheet.name.toLowerCase() === blueprint.name.toLowerCase(),
  );
  if (isTaken) return null;
  return {
    kind: "put-sheet",
    sheet: blueprint,
    names: form.names.filter(({ sheet }) => sheet === blueprint.name),
    replaces: old ? { sheet: old.name, expect: old.rows } : null,
    after: old ? null : sheetBefore(book, form, made),
  };
}

/** The name of the sheet that a made one takes the place of; undefined where there is none. */
function nameNow(reading: Reading, { id }: MadeSheet): string | undefined {
  if (id === "plan") return planSheet;
  if (id === "cover") return reading.cover.get("pm_form")?.at?.sheet ?? coverSheet;
  return reading.tables.get(id)?.sheet;
}

/** The nearest sheet that comes before it in the form and is there, or will be when its turn comes. */
function sheetBefore(book: Book, form: MadeForm, made: MadeSheet): string | null {
  const names = new Set(book.sheets.map(({ name }) => name));
  const earlier = form.sheets.slice(0, form.sheets.indexOf(made)).reverse();
  for (const one of earlier) {
    const name = book.nameOf(one);
    if (name !== undefined && names.has(name)) return name;
  }
  return null;
}
