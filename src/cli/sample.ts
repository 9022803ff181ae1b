import { dirname, join } from "node:path";
import { makeForm } from "../core/form/make-form";
import { periodById } from "../core/plan/lookups";
import { sampleContents } from "../samples/sample-contents";
import { faultySample, sampleFaults, sampleMissing } from "../samples/sample-faults";
import { writeWorkbook } from "../workbook/xlsx/write-workbook";
import { outcomes } from "../words/outcomes";
import { reportFileName } from "./file-name";
import { labelOf } from "./inputs";
import type { Outcome } from "./outcome";
import { progressBar } from "./progress-bar";
import type { Session } from "./session";
import { writeFiles, type Output } from "./write-files";

/** The same for everyone, so that all have the same files. */
const seed = 267;

export interface SampleRequest {
  readonly folder: string;
  readonly mayReplace: boolean;
}

/** `sample -o DIR`: a made-up report of each unit for each period of the plan, in a folder a period. */
export async function makeSamples(session: Session, { folder, mayReplace }: SampleRequest): Promise<Outcome> {
  const { plan, language } = session;
  const outputs: Output[] = plan.periods.flatMap((period) =>
    [...plan.units, plan.whole].map((unit) => ({
      path: join(folder, period.id, reportFileName(unit, period)),
      make: () => writeWorkbook(makeForm(plan, { unit, period }, sampleContents(plan, { unit, period, seed }))),
    })),
  );
  outputs.push(...faultyOutputs(session, folder));
  const folders = [...new Set(outputs.map(({ path }) => dirname(path)))];
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

/** The plan that the faulty samples are of, and their period. */
const faultyPlan = { id: "yen-chau-2022", period: "2022-H1" };

/** The same reports with a typical fault in each of ten, and two missing; other plans have no such set. */
function faultyOutputs({ plan }: Session, folder: string): Output[] {
  const period = plan.id === faultyPlan.id ? periodById(plan, faultyPlan.period) : undefined;
  if (!period) return [];
  const faults = new Map(sampleFaults.map((fault) => [fault.unit, fault]));
  const senders = [...plan.units, plan.whole].filter(({ code }) => !sampleMissing.includes(code));
  return senders.map((unit) => {
    const fault = faults.get(unit.code);
    return {
      path: join(folder, "with-faults", reportFileName(unit, period)),
      make: () =>
        writeWorkbook(
          fault
            ? faultySample(plan, fault, { period, seed })
            : makeForm(plan, { unit, period }, sampleContents(plan, { unit, period, seed })),
        ),
    };
  });
}
