import { isRefusal } from "../core/apply-edits";
import type { CellEdit } from "../core/edit";
import { recomputeEdits } from "../core/edits/recompute";
import { progressIn } from "../core/reading/reading-progress";
import { isReading, readReport } from "../core/reading/read-report";
import type { Reading } from "../core/reading/reading";
import { review } from "../core/review";
import { patchWorkbook } from "../workbook/xlsx/patch-workbook";
import { outcomes } from "../words/outcomes";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { complaintsOf } from "../core/rules/complaints";
import { indicatorLines } from "./indicator-lines";
import { indicatorJson } from "./indicator-json";
import { labelOf } from "./inputs";
import type { Outcome } from "./outcome";
import { openWorkbook } from "./open-workbook";
import type { Session } from "./session";
import { checkFree, writeFiles } from "./write-files";

export interface ComputeRequest {
  readonly file: string;
  readonly output: string;
  readonly mayReplace: boolean;
}

/** `compute FILE -o FILE`: the computed cells written again where they stand, all else in the file untouched. */
export async function computeReport(session: Session, request: ComputeRequest): Promise<Outcome> {
  const { plan, language } = session;
  const { file, output, mayReplace } = request;
  await checkFree(output, mayReplace);
  const { reading, bytes } = await openReport(session, file);
  const edits = recomputeEdits(plan, reading);
  const patched = await patchWorkbook(bytes, edits);
  if (isRefusal(patched)) {
    throw new CannotBeDone(whatStops.editRefused(labelOf(file), `${patched.at.sheet}!${patched.at.cell}`));
  }
  await writeFiles([{ path: output, make: () => patched.bytes }], { mayReplace });
  const progress = progressIn(plan, reading);
  return {
    code: 0,
    document: {
      version: 1,
      file: labelOf(output),
      changed: edits.map(editJson),
      indicators: progress.map(indicatorJson),
    },
    lines: [...indicatorLines(plan, progress, language), ""],
    faults: [],
    remarks: [outcomes.recomputed(edits.length)[language], outcomes.written(labelOf(output))[language]],
  };
}

async function openReport(
  { plan }: Session,
  file: string,
): Promise<{ readonly reading: Reading; readonly bytes: Uint8Array }> {
  const opened = await openWorkbook(file);
  if (!("snapshot" in opened)) throw new CannotBeDone(...complaintsOf([review(plan, opened)]));
  const reading = readReport(plan, opened.snapshot);
  if (!isReading(reading)) throw new CannotBeDone(...complaintsOf([review(plan, opened.snapshot)]));
  if (reading.summary) throw new CannotBeDone(whatStops.computesReportsOnly(labelOf(file)));
  if (reading.unit.kind !== "known" || !reading.period) throw new CannotBeDone(whatStops.notComputed(labelOf(file)));
  return { reading, bytes: opened.bytes };
}

function editJson({ at, expect, put }: CellEdit): Readonly<Record<string, unknown>> {
  return { sheet: at.sheet, cell: at.cell, before: expect, after: put };
}
