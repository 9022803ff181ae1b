import { extname } from "node:path";
import { makePlanBook } from "../core/plan-book/make-plan-book";
import { canBeReadBack } from "../workbook/xlsx/bounds";
import { writeWorkbook } from "../workbook/xlsx/write-workbook";
import { outcomes } from "../words/outcomes";
import { planPicture } from "../words/plan-picture";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { labelOf } from "./inputs";
import { nodeCodec } from "./node-codec";
import type { Outcome } from "./outcome";
import { openPlanFile, type PlanFromFile, type PlanTrouble } from "./plan-file";
import { planLines } from "./plan-lines";
import type { Session } from "./session";
import { checkFree, writeFiles } from "./write-files";

export interface PlanRequest {
  readonly file: string;
  /** A plan file (.json) or plan workbook (.xlsx) to be made of it. */
  readonly output: string | undefined;
  readonly mayReplace: boolean;
}

/** `plan FILE`: what is wrong in a plan, or the plan in short to read through; with `-o` the same plan as the other kind of file. */
export async function checkPlan(session: Session, { file, output, mayReplace }: PlanRequest): Promise<Outcome> {
  const { language } = session;
  if (output !== undefined) {
    if (![".json", ".xlsx"].includes(extname(output).toLowerCase())) {
      throw new CannotBeDone(whatStops.planOutput(labelOf(output)));
    }
    await checkFree(output, mayReplace);
  }
  const opened = await openPlanFile(file);
  if ("troubles" in opened) return faultyOutcome(session, file, opened.troubles);
  const { plan, ignored } = opened;
  if (output !== undefined) {
    const bytes = await bytesOf(opened, output);
    await writeFiles([{ path: output, make: () => bytes }], { mayReplace });
  }
  return {
    code: 0,
    document: {
      version: 1,
      file: labelOf(file),
      plan: {
        id: plan.id,
        year: plan.year,
        units: plan.units.length,
        periods: plan.periods.map(({ id }) => id),
        elements: plan.elements.length,
        indicators: plan.indicators.length,
      },
      faults: [],
      ignored,
      written: output === undefined ? null : labelOf(output),
    },
    lines: planLines(plan, language),
    faults: [],
    remarks: [
      ...ignored.map(({ sheet, cell }) => planPicture.ignored(sheet, cell)),
      ...(output === undefined ? [] : [outcomes.written(labelOf(output))]),
    ].map((phrase) => phrase[language]),
  };
}

function faultyOutcome({ language }: Session, file: string, troubles: readonly PlanTrouble[]): Outcome {
  const lines = [whatStops.planIsFaulty(labelOf(file)), ...troubles.map(({ what }) => what)].map(
    (phrase) => phrase[language],
  );
  return {
    code: 1,
    document: {
      version: 1,
      file: labelOf(file),
      plan: null,
      faults: troubles.map(({ what, ...place }) => ({ ...place, what: what[language] })),
      ignored: [],
      written: null,
    },
    lines,
    faults: lines,
    remarks: [],
  };
}

async function bytesOf({ plan, json }: Extract<PlanFromFile, { plan: unknown }>, output: string): Promise<Uint8Array> {
  if (extname(output).toLowerCase() === ".json") {
    return new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`);
  }
  const book = makePlanBook(plan);
  if (!canBeReadBack(book)) throw new CannotBeDone(whatStops.planTooLargeForBook());
  return writeWorkbook(book, nodeCodec);
}
