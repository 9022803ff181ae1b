import { contentAt, sameContent } from "../core/apply-edits";
import type { Blueprint, SheetBlueprint } from "../core/blueprint";
import { blockToA1, toA1, type Block } from "../core/cell";
import { answersIn, stateOf, withoutAnswers, type AnswerSheet } from "../core/consolidation/answer-sheets";
import { landmarksOf } from "../core/consolidation/book/due-cells";
import { makeSummary, summaryInTurn } from "../core/consolidation/book/make-summary";
import type { Consolidation } from "../core/consolidation/consolidation";
import { isCellEdit, type CellContent, type CellEdit, type Edit, type PutSheet } from "../core/edit";
import { coverSheet, planSheet } from "../core/form/cover";
import { pictureOf } from "../core/picture";
import type { Plan } from "../core/plan/plan";
import type { Reading } from "../core/reading/reading";
import { sameFormula } from "../core/same-formula";
import { sameRows } from "../core/apply-sheet-edit";
import type { SheetSnapshot, Snapshot } from "../core/snapshot";
import type { NewBook } from "../workbook/workbook";
import { writeWorkbook } from "../workbook/xlsx/write-workbook";
import { checkWords } from "../words/outcomes";
import { operationNames, refusals } from "../words/operations";
import { refusalOf, type LastConsolidation } from "./consolidate-view";
import { operationOf } from "./draw-book";
import type { SummaryOutcome } from "./engine";
import { recognize } from "./recognize";

const summaryCover = "Bìa tổng hợp";

/** What writes the last consolidation into a workbook: new sheets at its end, or what differs in the summary that it is. */
export async function planSummary(plan: Plan, book: Snapshot, last: LastConsolidation): Promise<SummaryOutcome> {
  if (last.kind !== "done") return refusalOf(last);
  const { consolidation } = last;
  const found = recognize(plan, book);
  const isUpdate = found.kind === "summary";
  const why = isUpdate ? whyNotTheSame(consolidation, found.reading) : null;
  if (why) return { kind: "refused", why };
  const blueprint = withCover(makeSummary(consolidation), coverName(book, isUpdate ? found.reading : null));
  const taken = isUpdate ? [] : takenNames(blueprint, book);
  if (taken.length > 0) return { kind: "refused", why: refusals.namesAreTaken(taken) };
  const gone = staleAnswers(consolidation, book);
  const edits = [...(isUpdate ? updates(blueprint, book) : additions(blueprint, book)), ...withoutAnswers(gone)];
  if (edits.length === 0) return { kind: "nothing-to-do" };
  const cells = edits.filter(isCellEdit).length;
  const sheets = edits.length - cells - gone.length;
  const name = isUpdate ? operationNames.updateSummary() : operationNames.addSummary();
  return { kind: "planned", operation: await operationOf(name, [edits]), sheets, cells, answersGone: gone.length };
}

/** What was told to the units of other figures is not to stand beside these. */
function staleAnswers({ period, units }: Consolidation, book: Snapshot): AnswerSheet[] {
  const state = stateOf(period, units);
  return answersIn(book).filter((answer) => answer.state !== state);
}

/** The last consolidation as a workbook of its own; null where there is none. */
export async function summaryAsBook(last: LastConsolidation): Promise<NewBook | null> {
  if (last.kind !== "done") return null;
  const { consolidation } = last;
  return {
    fileName: `tong-hop-${consolidation.period.id}.xlsx`,
    bytes: await writeWorkbook(summaryInTurn(consolidation)),
  };
}

function whyNotTheSame({ plan, period }: Consolidation, { cover, period: there }: Reading) {
  const said = cover.get("pm_plan")?.text ?? "";
  if (said !== "" && said !== plan.id) return refusals.otherPlan();
  return there?.id === period.id ? null : refusals.otherPeriod(there?.name ?? checkWords.unknownPeriod, period.name);
}

/** A workbook with copied reports has a cover already: the summary's then goes by another name, and keeps it. */
function coverName({ sheets }: Snapshot, summary: Reading | null): string {
  const isTaken = (name: string): boolean => sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  return summary?.cover.get("pm_form")?.at?.sheet ?? (isTaken(coverSheet) ? summaryCover : coverSheet);
}

function withCover({ title, sheets, names }: Blueprint, name: string): Blueprint {
  const renamed = (sheet: string): string => (sheet === coverSheet ? name : sheet);
  return {
    title,
    sheets: sheets.map((sheet) => ({ ...sheet, name: renamed(sheet.name) })),
    names: names.map((one) => ({ ...one, sheet: renamed(one.sheet) })),
  };
}

/** The plan inside may be there already, in the very same words. */
function takenNames({ sheets }: Blueprint, book: Snapshot): string[] {
  const there = new Map(book.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  return sheets.flatMap((sheet) => {
    const found = there.get(sheet.name.toLowerCase());
    return !found || isSharedPlan(sheet, found) ? [] : [found.name];
  });
}

function isSharedPlan(sheet: SheetBlueprint, found: SheetSnapshot): boolean {
  return sheet.name === planSheet && found.name === planSheet && sameRows(pictureOf(sheet).rows, found.rows);
}

/** All sheets at the end, one behind the other. */
function additions(blueprint: Blueprint, book: Snapshot): PutSheet[] {
  const there = new Set(book.sheets.map(({ name }) => name.toLowerCase()));
  let after = book.sheets.at(-1)?.name ?? null;
  return blueprint.sheets
    .filter(({ name }) => !there.has(name.toLowerCase()))
    .map((sheet) => {
      const put = putSheet(blueprint, sheet, { replaces: null, after });
      after = sheet.name;
      return put;
    });
}

function putSheet({ names }: Blueprint, sheet: SheetBlueprint, place: Pick<PutSheet, "replaces" | "after">): PutSheet {
  return { kind: "put-sheet", sheet, names: names.filter((name) => name.sheet === sheet.name), ...place };
}

/** Cells where a sheet is built as it was, the whole sheet where it is not (law ED5). */
function updates(blueprint: Blueprint, book: Snapshot): Edit[] {
  const found = new Map(book.sheets.map((sheet) => [sheet.name, sheet]));
  const cells: CellEdit[] = [];
  const sheets: PutSheet[] = [];
  let after: string | null = null;
  for (const sheet of blueprint.sheets) {
    const old = found.get(sheet.name);
    if (old && isBuiltAlike(sheet, old)) cells.push(...cellUpdates(sheet, old));
    else {
      const replaces = old ? { sheet: old.name, expect: old.rows } : null;
      sheets.push(putSheet(blueprint, sheet, { replaces, after }));
    }
    after = sheet.name;
  }
  return [...cells, ...sheets];
}

/** The plan inside is one text in pieces: it is the same, or it is made anew. */
function isBuiltAlike(sheet: SheetBlueprint, old: SheetSnapshot): boolean {
  if (sheet.name === planSheet) return sameRows(pictureOf(sheet).rows, old.rows);
  const isThere = ({ row, column, value }: SheetBlueprint["cells"][number]): boolean =>
    sameContent(contentAt(old, { row, column }), { value });
  return sameMerges(sheet.merges, old.merges) && landmarksOf(sheet).every(isThere);
}

function sameMerges(one: readonly Block[], other: readonly Block[]): boolean {
  const all = (blocks: readonly Block[]): string => blocks.map(blockToA1).sort().join(" ");
  return all(one) === all(other);
}

function cellUpdates(sheet: SheetBlueprint, old: SheetSnapshot): CellEdit[] {
  return sheet.cells.flatMap(({ row, column, value, formula }): CellEdit[] => {
    const expect = contentAt(old, { row, column });
    const put = formula === undefined ? { value } : { value, formula };
    return isSame(expect, put) ? [] : [{ at: { sheet: old.name, cell: toA1({ row, column }) }, expect, put }];
  });
}

/** Programs write one formula in several ways when they save: such a cell is left as it is. */
function isSame(found: CellContent, put: CellContent): boolean {
  if (found.formula === undefined || put.formula === undefined || !sameFormula(found.formula, put.formula)) {
    return sameContent(found, put);
  }
  return sameContent({ ...found, formula: put.formula }, put);
}
