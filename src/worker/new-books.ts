import { makeForm } from "../core/form/make-form";
import { periodById, unitByCode } from "../core/plan/lookups";
import type { Plan } from "../core/plan/plan";
import { reportFileName } from "../core/plan/report-file-name";
import { demoReport } from "../samples/demo-report";
import { sampleContents } from "../samples/sample-contents";
import { writeWorkbook } from "../workbook/xlsx/write-workbook";
import type { NewBook } from "../workbook/workbook";
import type { FormRequest } from "./engine";

/** So that everyone has the same sample. */
const seed = 267;

/** A unit's blank form; throws a RangeError for a unit or a period that the plan does not have. */
export async function blankForm(plan: Plan, of: FormRequest): Promise<NewBook> {
  const unit = unitByCode(plan, of.unit);
  const period = periodById(plan, of.period);
  if (!unit || !period) throw new RangeError(`The plan has no unit ${of.unit} or no period ${of.period}.`);
  return { fileName: reportFileName(unit, period), bytes: await writeWorkbook(makeForm(plan, { unit, period })) };
}

/** A made-up report with faults. */
export async function sampleBook(plan: Plan): Promise<NewBook> {
  const { unit, period, form } = demoReport(plan, seed);
  return { fileName: reportFileName(unit, period), bytes: await writeWorkbook(form) };
}

/** A clean made-up report of each unit and of the whole, so that nothing is missing; throws a RangeError for a period that the plan does not have. */
export async function sampleBooks(plan: Plan, periodId: string): Promise<readonly NewBook[]> {
  const period = periodById(plan, periodId);
  if (!period) throw new RangeError(`The plan has no period ${periodId}.`);
  const books: NewBook[] = [];
  for (const unit of [...plan.units, plan.whole]) {
    const form = makeForm(plan, { unit, period }, sampleContents(plan, { unit, period, seed }));
    books.push({ fileName: reportFileName(unit, period), bytes: await writeWorkbook(form) });
  }
  return books;
}
