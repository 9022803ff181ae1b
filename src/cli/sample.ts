import { join } from "node:path";
import { makeForm } from "../core/form/make-form";
import type { Period, Plan, Unit } from "../core/plan/plan";
import { sampleContents } from "../samples/sample-contents";
import { faultySample, sampleFaults, sampleMissing } from "../samples/sample-faults";
import { writeWorkbook } from "../workbook/xlsx/write-workbook";
import { outcomes } from "../words/outcomes";
import { reportFileName } from "../core/plan/report-file-name";
import { labelOf } from "./inputs";
import type { Outcome } from "./outcome";
import { progressBar } from "./progress-bar";
import type { Session } from "./session";
import { writeFiles, type Output } from "./write-files";

/** So that everyone has the same files. */
const seed = 267;

export interface SampleRequest {
  readonly folder: string;
  readonly mayReplace: boolean;
}

/**
 * `sample -o DIR`: a made-up report of each unit for each period of the plan, in a folder a period; of the program's own
 * plan also the faulty set, in which some units have one typical fault and some have sent nothing.
 */
export async function makeSamples(session: Session, { folder, mayReplace }: SampleRequest): Promise<Outcome> {
  const { plan, language, isDefaultPlan } = session;
  const sets = plan.periods.map((period) => cleanSet(plan, period, join(folder, period.id)));
  const [first] = plan.periods;
  if (isDefaultPlan && first) sets.push(faultySet(plan, first, join(folder, "with-faults")));
  const outputs = sets.flatMap((set) => set.outputs);
  const folders = sets.map((set) => set.folder);
  const bar = progressBar(session, outcomes.making, outputs.length);
  await writeFiles(outputs, { mayReplace, folders, onMade: bar.tick }).finally(bar.stop);
  return {
    code: 0,
    document: { version: 1, files: outputs.map(({ path }) => labelOf(path)) },
    lines: [],
    faults: [],
    remarks: [outcomes.writtenMany(outputs.length, labelOf(folder))[language]],
  };
}

interface SampleSet {
  readonly folder: string;
  readonly outputs: readonly Output[];
}

function cleanSet(plan: Plan, period: Period, folder: string): SampleSet {
  const outputs = [...plan.units, plan.whole].map((unit) => sample(plan, { unit, period, folder }));
  return { folder, outputs };
}

function faultySet(plan: Plan, period: Period, folder: string): SampleSet {
  const units = [...plan.units, plan.whole].filter(({ code }) => !sampleMissing.includes(code));
  const outputs = units.map((unit) => {
    const clean = sample(plan, { unit, period, folder });
    const fault = sampleFaults.find((one) => one.unit === unit.code);
    return fault ? { ...clean, make: () => writeWorkbook(faultySample(plan, fault, { period, seed })) } : clean;
  });
  return { folder, outputs };
}

interface SampleFile {
  readonly unit: Unit;
  readonly period: Period;
  readonly folder: string;
}

function sample(plan: Plan, { unit, period, folder }: SampleFile): Output {
  return {
    path: join(folder, reportFileName(unit, period)),
    make: () => writeWorkbook(makeForm(plan, { unit, period }, sampleContents(plan, { unit, period, seed }))),
  };
}
