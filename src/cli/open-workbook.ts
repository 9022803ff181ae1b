import { isUnreadable, type Snapshot, type Unreadable } from "../core/snapshot";
import { readSnapshot } from "../workbook/xlsx/read-snapshot";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { labelOf, type Input } from "./inputs";
import { nodeCodec } from "./node-codec";
import { aFolder, isNoBytes, readFileBytes, type NoBytes } from "./read-file";

/** A workbook that was opened, with its bytes for patching; or why there is none. */
export type Opened = { readonly snapshot: Snapshot; readonly bytes: Uint8Array } | Unreadable;

export interface OpenedInput {
  readonly input: Input;
  readonly opened: Opened;
}

/** Reads one workbook; whatever the file holds, the outcome is a snapshot or a reason (law RD8). A folder is no file. */
export async function openWorkbook(path: string): Promise<Opened> {
  return openBytes(labelOf(path), await readFileBytes(path));
}

/** The same of many, one after another. The disk fetches the next one while somebody works on the last. */
export async function* openInputs(inputs: readonly Input[]): AsyncGenerator<OpenedInput, void> {
  let ahead: Promise<Uint8Array | NoBytes> | undefined;
  for (const [index, input] of inputs.entries()) {
    const bytes = await (ahead ?? bytesOf(input));
    const following = inputs[index + 1];
    ahead = following && bytesOf(following);
    yield { input, opened: openBytes(input.label, bytes) };
  }
}

async function bytesOf({ path, absence }: Input): Promise<Uint8Array | NoBytes> {
  return absence === null ? readFileBytes(path) : { reason: absence, detail: "" };
}

function openBytes(label: string, bytes: Uint8Array | NoBytes): Opened {
  if (isNoBytes(bytes)) {
    if (bytes.detail === aFolder) throw new CannotBeDone(whatStops.isAFolder(label));
    return { file: label, ...bytes };
  }
  const snapshot = readSnapshot(label, bytes, nodeCodec);
  return isUnreadable(snapshot) ? snapshot : { snapshot, bytes };
}

/** What a review looks at: the cells, or why there are none. */
export function pictureOf(opened: Opened): Snapshot | Unreadable {
  return "snapshot" in opened ? opened.snapshot : opened;
}
