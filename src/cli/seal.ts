import { isRefusal } from "../core/apply-edits";
import { sealingOf, type Sealing } from "../core/seal";
import { review } from "../core/review";
import { patchWorkbook } from "../workbook/xlsx/patch-workbook";
import { outcomes } from "../words/outcomes";
import { sealWords } from "../words/seal";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { complaintsOf } from "../core/rules/complaints";
import { findingJson } from "./finding-json";
import { labelOf } from "./inputs";
import type { Outcome } from "./outcome";
import { openWorkbook, pictureOf } from "./open-workbook";
import { reviewLines } from "./review-lines";
import type { Session } from "./session";
import { checkFree, writeFiles } from "./write-files";

export interface SealRequest {
  readonly file: string;
  readonly output: string;
  readonly mayReplace: boolean;
}

type Stopped = Exclude<Sealing["kind"], "may-be-sealed" | "findings">;

/** `seal FILE -o FILE`: a sealed copy of a report that may be sent (laws SE1, SE2); only the seal's cell differs. */
export async function sealReport(session: Session, { file, output, mayReplace }: SealRequest): Promise<Outcome> {
  const { plan, language, on } = session;
  await checkFree(output, mayReplace);
  const opened = await openWorkbook(file);
  const reviewed = review(plan, pictureOf(opened), { on, earlier: [] });
  const sealing = sealingOf(reviewed, on);
  if (sealing.kind === "unreadable" || !("snapshot" in opened)) throw new CannotBeDone(...complaintsOf([reviewed]));
  if (sealing.kind === "findings") {
    const { findings } = sealing;
    const lines = reviewLines({ ...reviewed, findings, unevaluated: [] }, language);
    return {
      code: 1,
      document: {
        version: 1,
        file: null,
        sealed: null,
        findings: findings.map((finding) => findingJson(finding, language)),
      },
      lines,
      faults: lines,
      remarks: [sealWords.notSealed[language]],
    };
  }
  if (sealing.kind !== "may-be-sealed") throw new CannotBeDone(stopped(sealing.kind, labelOf(file)));
  const patched = await patchWorkbook(opened.bytes, [sealing.edit]);
  if (isRefusal(patched)) {
    throw new CannotBeDone(whatStops.editRefused(labelOf(file), `${patched.at.sheet}!${patched.at.cell}`));
  }
  await writeFiles([{ path: output, make: () => patched.bytes }], { mayReplace });
  return {
    code: 0,
    document: { version: 1, file: labelOf(output), sealed: sealing.seal, findings: [] },
    lines: [sealWords.sealed(sealing.seal)[language], sealWords.proves[language]],
    faults: [],
    remarks: [outcomes.written(labelOf(output))[language]],
  };
}

function stopped(kind: Stopped, file: string) {
  if (kind === "summary") return sealWords.summary(file);
  return kind === "no-field-for-the-seal" ? sealWords.noField(file) : whatStops.notComputed(file);
}
