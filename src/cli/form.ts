import type { Contents } from "../core/form/contents";
import { makeForm } from "../core/form/make-form";
import { unitName } from "../core/plan/lookups";
import type { Period, Plan, Unit } from "../core/plan/plan";
import { writeWorkbook } from "../workbook/xlsx/write-workbook";
import { outcomes } from "../words/outcomes";
import { carriedPhrase, leftBlankPhrase } from "../words/carried-over";
import { whatStops } from "../words/what-stops";
import { join } from "node:path";
import { CannotBeDone } from "./cannot-be-done";
import type { CarriedOver } from "../core/reading/carrier";
import { carriedOfAll } from "./carried-of-all";
import { contentsFrom } from "./contents-from";
import { reportFileName } from "../core/plan/report-file-name";
import { findPeriod, findUnit } from "./find-unit";
import { labelOf } from "./inputs";
import { nodeCodec } from "./node-codec";
import type { Outcome } from "./outcome";
import { progressBar } from "./progress-bar";
import type { Session } from "./session";
import { checkFree, writeFiles, type Output } from "./write-files";

export interface FormRequest {
  readonly unit: string | undefined;
  readonly isForAll: boolean;
  readonly period: string;
  readonly output: string;
  /** Files and folders of earlier reports, and summaries that hold them. */
  readonly from: readonly string[];
  readonly mayReplace: boolean;
}

/** `form`: the blank form of one unit, or of each unit and the whole. */
export async function makeForms(session: Session, request: FormRequest): Promise<Outcome> {
  const { unit, isForAll } = request;
  if (isForAll === (unit !== undefined)) throw new CannotBeDone(whatStops.unitOrAll());
  const period = findPeriod(session.plan, request.period);
  return unit === undefined ? makeAll(session, request, period) : makeOne(session, request, { unit, period });
}

async function makeOne(
  session: Session,
  { output, from, mayReplace }: FormRequest,
  { unit: typed, period }: { readonly unit: string; readonly period: Period },
): Promise<Outcome> {
  const { plan, language } = session;
  const unit = findUnit(plan, typed);
  await checkFree(output, mayReplace);
  const carried = from.length === 0 ? null : await contentsFrom(session, from, { unit, period });
  const make = (): Promise<Uint8Array> => formBytes(plan, { unit, period }, carried ?? undefined);
  await writeFiles([{ path: output, make }], { mayReplace });
  const said = carried ? [carriedPhrase(carried.counts), ...carried.left.map(leftBlankPhrase), ...carried.remarks] : [];
  return {
    code: 0,
    document: {
      version: 1,
      files: [fileJson(output, unit, period)],
      ...(carried ? { carried: Object.fromEntries(carried.counts), left: carried.left } : {}),
    },
    lines: [],
    faults: [],
    remarks: [...said, outcomes.written(labelOf(output))].map((phrase) => phrase[language]),
  };
}

async function makeAll(
  session: Session,
  { output: folder, from, mayReplace }: FormRequest,
  period: Period,
): Promise<Outcome> {
  const { plan, language } = session;
  const units = [...plan.units, plan.whole];
  const carried = from.length === 0 ? null : await carriedOfAll(session, from, { units, period });
  const pathOf = (unit: Unit): string => join(folder, reportFileName(unit, period));
  const outputs: Output[] = units.map((unit) => ({
    path: pathOf(unit),
    make: () => formBytes(plan, { unit, period }, carried?.contents.get(unit.code)),
  }));
  const bar = progressBar(session, outcomes.making, outputs.length);
  await writeFiles(outputs, { mayReplace, folders: [folder], onMade: bar.tick }).finally(bar.stop);
  return {
    code: 0,
    document: {
      version: 1,
      files: units.map((unit) => ({
        ...fileJson(pathOf(unit), unit, period),
        ...(carried ? carriedJson(carried.contents.get(unit.code)) : {}),
      })),
    },
    lines: carried?.lines.map((line) => line[language]) ?? [],
    faults: [],
    remarks: [outcomes.writtenMany(outputs.length, labelOf(folder))[language]],
  };
}

function formBytes(
  plan: Plan,
  of: { readonly unit: Unit; readonly period: Period },
  contents?: Contents,
): Promise<Uint8Array> {
  return writeWorkbook(makeForm(plan, of, contents), nodeCodec);
}

function carriedJson(contents: CarriedOver | undefined): Readonly<Record<string, unknown>> {
  return contents ? { carried: Object.fromEntries(contents.counts), left: contents.left } : { carried: null, left: [] };
}

function fileJson(path: string, unit: Unit, period: Period): Readonly<Record<string, unknown>> {
  return { file: labelOf(path), unit: unit.code, name: unitName(unit), period: period.id };
}
