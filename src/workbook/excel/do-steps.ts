import { blockToA1, columnLetters, fromA1 } from "../../core/cell";
import { reservedPrefix } from "../reserved-sheets";
import { blocksOf } from "./blocks";
import { saidVisibility } from "./book-picture";
import type { CellStep, Step } from "./step";

/** Does the steps, one after another, as part of the batch that is being made; costs no sync. `names` are those there are. */
export function doSteps({ workbook }: Excel.RequestContext, steps: readonly Step[], names: Iterable<string>): void {
  const known = new Set([...names].map((name) => name.toLowerCase()));
  let gone = 0;
  for (const step of steps) {
    if (step.kind === "name") {
      nameCell(workbook.names, step, known);
      continue;
    }
    const sheet = workbook.worksheets.getItem(step.sheet);
    switch (step.kind) {
      case "cells":
        writeCells(sheet, step.cells);
        break;
      case "rename":
        sheet.name = step.to;
        break;
      case "see":
        sheet.visibility = saidVisibility(step.visibility);
        break;
      case "lines":
        for (const rows of runsOf(step.rows)) {
          sheet.getRange(`${rows.first + 1}:${rows.last + 1}`).rowHidden = step.isHidden;
        }
        for (const { first, last } of runsOf(step.columns)) {
          sheet.getRange(`${columnLetters(first)}:${columnLetters(last)}`).columnHidden = step.isHidden;
        }
        break;
      case "merge": {
        const range = sheet.getRange(step.block);
        if (step.isMerged) range.merge(false);
        else range.unmerge();
        break;
      }
      case "set-aside":
        sheet.name = step.kept;
        sheet.visibility = "VeryHidden";
        break;
      case "come-back":
        sheet.name = step.name;
        sheet.visibility = saidVisibility(step.visibility);
        sheet.position = step.place;
        break;
      case "give-way": {
        // It is deleted only when all else is done: what was deleted nobody can bring back.
        sheet.name = goneName(++gone);
        if (!step.back) {
          sheet.visibility = "VeryHidden";
          break;
        }
        const kept = workbook.worksheets.getItem(step.back.kept);
        kept.name = step.back.name;
        kept.visibility = saidVisibility(step.back.visibility);
        kept.position = step.back.place;
        sheet.visibility = "VeryHidden";
      }
    }
  }
}

/** Deletes a sheet of ours; Excel refuses to delete one that is very hidden. */
export function deleteSheet(sheet: Excel.Worksheet): void {
  sheet.visibility = "Hidden";
  sheet.delete();
}

/** The reserved name of a sheet that is on its way out. */
export function goneName(number: number): string {
  return `${reservedPrefix}gone_${number}`;
}

/** Contiguous cells in one write each; the format first, as it decides what a content becomes. */
export function writeCells(sheet: Excel.Worksheet, cells: readonly CellStep[]): void {
  const placed = cells.flatMap(({ cell, ...content }) => {
    const position = fromA1(cell);
    return position ? [{ ...position, ...content }] : [];
  });
  const formats = placed.flatMap(({ format, ...at }) => (format === undefined ? [] : [{ ...at, content: format }]));
  for (const { block, contents } of blocksOf(formats)) {
    sheet.getRange(blockToA1(block)).numberFormat = contents.map((row) => [...row]);
  }
  for (const { row, column, font } of placed) {
    if (font !== undefined) sheet.getCell(row, column).format.font.name = font;
  }
  for (const { block, contents } of blocksOf(placed.map(({ raw, ...at }) => ({ ...at, content: raw })))) {
    sheet.getRange(blockToA1(block)).formulas = contents.map((row) => [...row]);
  }
}

function nameCell(
  names: Excel.NamedItemCollection,
  { name, formula }: { readonly name: string; readonly formula: string | null },
  known: Set<string>,
): void {
  const isKnown = known.has(name.toLowerCase());
  if (formula === null) {
    if (isKnown) names.getItem(name).delete();
    known.delete(name.toLowerCase());
    return;
  }
  if (isKnown) names.getItem(name).formula = formula;
  else names.add(name, formula);
  known.add(name.toLowerCase());
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

/** 2, 3, 4, 7 → from 2 to 4, and 7. */
export function runsOf(indexes: readonly number[]): Lines[] {
  const runs: { first: number; last: number }[] = [];
  for (const index of [...new Set(indexes)].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last?.last === index - 1) last.last = index;
    else runs.push({ first: index, last: index });
  }
  return runs;
}
