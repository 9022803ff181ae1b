import { unzipSync } from "fflate";
import { makeSummary } from "../../src/core/consolidation/book/make-summary";
import type { Review } from "../../src/core/finding";
import { makeForm } from "../../src/core/form/make-form";
import { merge } from "../../src/core/merge";
import type { Plan } from "../../src/core/plan/plan";
import { review } from "../../src/core/review";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { cleanReport } from "../laws/clean-report";
import { small, yenChau } from "../plans/opened";
import { opened, sampleFile } from "../worker/live";

/** A plan, and reports of other units beside which a harmed one is laid. */
export interface Land {
  readonly plan: Plan;
  readonly neighbours: readonly Review[];
}

/** A workbook that harm is done to, its parts unpacked once for all drawings. */
export interface HarmedFile {
  readonly land: Land;
  readonly bytes: Uint8Array;
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

export const occasion = { on: "2022-06-30", earlier: [] };

export function harmed(land: Land, bytes: Uint8Array): HarmedFile {
  return { land, bytes, parts: new Map(Object.entries(unzipSync(bytes))) };
}

/** The plan as it is: a tenth of a second for each look at a report. */
export const great: Land = {
  plan: yenChau,
  neighbours: ["04066", "04069"].map((unit) => review(yenChau, opened(sampleFile("2022-H1", unit)), occasion)),
};

const smallReports = await Promise.all(small.units.map((_, index) => smallReport(index, "2022-H1")));

/** A few rows of every sheet, and every kind of rule: many drawings in the time of one. */
export const little: Land = {
  plan: small,
  neighbours: smallReports
    .slice(1)
    .map((bytes, index) => review(small, readSnapshot(`${index}.xlsx`, bytes), occasion)),
};

/** Of the small plan: a report without a fault, one of the year, and a summary. */
export async function littleFiles(): Promise<HarmedFile[]> {
  const [clean = new Uint8Array()] = smallReports;
  const { consolidation } = merge(small, [
    review(small, readSnapshot("a.xlsx", clean), occasion),
    ...little.neighbours,
  ]);
  if (!consolidation) throw new Error("no summary");
  const all = [clean, await smallReport(0, "2022-Y"), await writeWorkbook(makeSummary(consolidation))];
  return all.map((bytes) => harmed(little, bytes));
}

function smallReport(index: number, periodId: string): Promise<Uint8Array> {
  const unit = small.units[index];
  const period = small.periods.find(({ id }) => id === periodId);
  if (!unit || !period) throw new RangeError(`no unit ${index} or no ${periodId}`);
  return writeWorkbook(makeForm(small, { unit, period }, cleanReport));
}
