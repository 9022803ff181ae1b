import type { CellBlueprint } from "../blueprint";
import type { SheetEdit } from "../edit";
import { sheetMarks } from "../form/cover";
import type { Period } from "../plan/plan";
import { digestOf } from "../reading/canonical";
import { findMark } from "../reading/find-table";
import type { SheetSnapshot, Snapshot } from "../snapshot";
import type { UnitStatus } from "./consolidation";

/** A sheet of a summary that answers a unit. */
export interface AnswerSheet {
  readonly sheet: SheetSnapshot;
  readonly unit: string;
  /** The state of the summary that it was made from. */
  readonly state: string;
}

/** What such a sheet calls itself where data sheets name their table, so that no reading takes it for one. */
const answerTable = "answer";
const stateMark = "pm_state";

/** The hidden cells by which an answer is known again, whatever its sheet is called; from a column on, in the first row. */
export function answerMarks(
  { unit, period, state }: { readonly unit: string; readonly period: Period; readonly state: string },
  from: number,
): CellBlueprint[] {
  const marks = [sheetMarks.unit, unit, sheetMarks.period, period.id, sheetMarks.table, answerTable, stateMark, state];
  return marks.map((value, index) => ({ row: 0, column: from + index, value, look: { format: "@" } }));
}

/** How many columns the marks take. */
export const answerMarkColumns = 8;

/** The answers that stand in a workbook, in its order. */
export function answersIn({ sheets }: Snapshot): AnswerSheet[] {
  return sheets.flatMap((sheet) => {
    if (findMark(sheet, sheetMarks.table)?.text !== answerTable) return [];
    const textOf = (mark: string): string => findMark(sheet, mark)?.text ?? "";
    return [{ sheet, unit: textOf(sheetMarks.unit), state: textOf(stateMark) }];
  });
}

/** What takes answers out of their workbook again. */
export function withoutAnswers(answers: readonly AnswerSheet[]): SheetEdit[] {
  return answers.map(({ sheet: { name, rows } }) => ({ kind: "drop-sheet", sheet: name, expect: rows }));
}

/** A short name of what a summary rests on: which report each unit sent, and which of them count. */
export function stateOf(period: Period, units: readonly UnitStatus[]): string {
  const lines = units.map(({ unit, digest, reading }) => `${unit.code} ${digest ?? "-"} ${reading ? "in" : "out"}`);
  return digestOf([period.id, ...lines.sort()].join("\n")).slice(0, 8);
}
