import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { applyEdits, isRefusal } from "../../src/core/apply-edits";
import { isUnreadable, type Snapshot } from "../../src/core/snapshot";
import type { GivenFile } from "../../src/worker/engine";
import type { Operation } from "../../src/workbook/workbook";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";

/** The day on which everything is checked. */
export const on = "2022-06-30";

const samples = fileURLToPath(new URL("../../samples/", import.meta.url));

/** The workbooks of one folder of samples, as a person drops them. */
export function sampleFiles(folder: "2022-H1" | "2022-Y" | "with-faults"): GivenFile[] {
  return readdirSync(`${samples}${folder}`)
    .filter((name) => name.endsWith(".xlsx"))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${samples}${folder}/${name}`)) }));
}

export function sampleFile(folder: "2022-H1" | "2022-Y" | "with-faults", unit: string): GivenFile {
  const found = sampleFiles(folder).find(({ name }) => name.startsWith(unit));
  if (!found) throw new RangeError(`No sample of ${unit}`);
  return found;
}

export function opened({ name, bytes }: GivenFile): Snapshot {
  const snapshot = readSnapshot(name, bytes);
  if (isUnreadable(snapshot)) throw new Error(`${name}: ${snapshot.reason}`);
  return snapshot;
}

/** The workbook with an operation written into it; throws where anything is refused. */
export function written(book: Snapshot, { rounds }: Operation): Snapshot {
  return rounds.reduce((before, edits) => {
    const after = applyEdits(before, edits);
    if (isRefusal(after)) throw new Error(`${after.reason} at ${after.at.sheet}!${after.at.cell}`);
    return after;
  }, book);
}

/** What is to be written, or the reason why there is nothing as an error. */
export function planned<Outcome extends { readonly kind: string }>(
  outcome: Outcome,
): Extract<Outcome, { readonly kind: "planned" }> {
  if (outcome.kind !== "planned") throw new Error(JSON.stringify(outcome));
  return outcome as Extract<Outcome, { readonly kind: "planned" }>;
}
