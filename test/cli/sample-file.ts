import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { CellValue } from "../../src/core/cell";
import type { Contents } from "../../src/core/form/contents";
import { makeForm } from "../../src/core/form/make-form";
import { periodById, unitByCode } from "../../src/core/plan/lookups";
import type { Period, Plan, Unit } from "../../src/core/plan/plan";
import { sampleContents } from "../../src/samples/sample-contents";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { yenChau } from "../plans/opened";

/** Which sample report a file holds, and what stands in it otherwise (by `contentsKey`; null leaves a cell blank). */
export interface SampleFile {
  readonly unit: string;
  readonly period?: string;
  readonly plan?: Plan;
  readonly changes?: Readonly<Record<string, CellValue>>;
}

/** Writes a sample report, the same one that the program makes, to a path. */
export async function writeSample(
  path: string,
  { unit, period = "2022-H1", plan = yenChau, changes = {} }: SampleFile,
) {
  const of = ownerIn(plan, unit, period);
  const sample = sampleContents(plan, { ...of, seed: 267 });
  const cells = new Map(sample.cells);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) cells.delete(key);
    else cells.set(key, value);
  }
  const contents: Contents = { ...sample, cells };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await writeWorkbook(makeForm(plan, of, contents)));
}

export function ownerIn(plan: Plan, unitCode: string, periodId: string): { unit: Unit; period: Period } {
  const [unit, period] = [unitByCode(plan, unitCode), periodById(plan, periodId)];
  if (!unit || !period) throw new Error(`No ${unitCode} or no ${periodId} in ${plan.id}`);
  return { unit, period };
}
