import { basename, join } from "node:path";
import { isRefusal } from "../core/apply-edits";
import type { Language } from "../core/language";
import { mend, type Choice, type MendedFinding } from "../core/mend";
import { review, type Occasion } from "../core/review";
import type { Review } from "../core/finding";
import { say } from "../core/rules/say";
import { patchWorkbook } from "../workbook/xlsx/patch-workbook";
import { mendWords } from "../words/mends";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { labelOf, type Input } from "./inputs";
import { openInputs, pictureOf } from "./open-workbook";
import type { Session } from "./session";
import { checkFree, writeFiles, type Output } from "./write-files";

export interface MendRequest {
  readonly output: string;
  /** Whether `output` is a folder that copies go into under their own names. */
  readonly isFolder: boolean;
  readonly mayReplace: boolean;
  readonly choices: readonly Choice[];
  readonly occasion: Occasion;
}

/** A file before and after its mends; `output` is null where it could not be read, and nothing is written. */
export interface MendedFile {
  readonly before: Review;
  readonly after: Review;
  readonly mended: readonly MendedFinding[];
  readonly output: string | null;
}

/**
 * Writes mended copies: of one file under the name given, of several into a folder of that name. Each round of mends is
 * one operation on the file's own parts, checked by reading it back (laws ED5, ED8). All copies are written or none.
 */
export async function mendFiles(
  { plan }: Session,
  inputs: readonly Input[],
  { output, isFolder, mayReplace, choices, occasion }: MendRequest,
): Promise<MendedFile[]> {
  const outputs: Output[] = [];
  const files: MendedFile[] = [];
  if (!isFolder) await checkFree(output, mayReplace);
  for await (const { input, opened } of openInputs(inputs)) {
    const before = review(plan, pictureOf(opened), occasion);
    if (!("snapshot" in opened) || before.reading === null) {
      files.push({ before, after: before, mended: [], output: null });
      continue;
    }
    const mended = mend(plan, opened.snapshot, { occasion, choices });
    if (isRefusal(mended)) throw refused(input.label, mended.at);
    let bytes = opened.bytes;
    for (const edits of mended.rounds) {
      const patched = await patchWorkbook(bytes, edits);
      if (isRefusal(patched)) throw refused(input.label, patched.at);
      bytes = patched.bytes;
    }
    const to = isFolder ? join(output, basename(input.path)) : output;
    if (outputs.some((other) => other.path === to))
      throw new CannotBeDone(whatStops.sameNameTwice(basename(input.path)));
    outputs.push({ path: to, make: () => bytes });
    files.push({ before, after: mended.review, mended: mended.mended, output: labelOf(to) });
  }
  await writeFiles(outputs, { mayReplace, ...(isFolder ? { folders: [output] } : {}) });
  return files;
}

function refused(file: string, at: { readonly sheet: string; readonly cell: string }): CannotBeDone {
  return new CannotBeDone(whatStops.editRefused(file, `${at.sheet}!${at.cell}`));
}

/** What was put right, one line each. */
export function mendedLines(mended: readonly MendedFinding[], language: Language): string[] {
  if (mended.length === 0) return [];
  return [
    `  ${mendWords.mended[language]}`,
    ...mended.map(({ finding, mend: { becomes } }) => {
      const place = [finding.sheet, finding.cell].filter((part) => part !== null).join("!");
      return `    ✓ ${place === "" ? "" : `${place}  `}${say(finding, language).what} → ${becomes[language]}`;
    }),
  ];
}
