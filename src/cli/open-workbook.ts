import { isUnreadable, type Snapshot, type Unreadable } from "../core/snapshot";
import { readSnapshot } from "../workbook/xlsx/read-snapshot";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { labelOf } from "./inputs";
import { nodeCodec } from "./node-codec";
import { aFolder, isNoBytes, readFileBytes } from "./read-file";

/** A workbook that was opened, with its bytes for patching; or why there is none. */
export type Opened = { readonly snapshot: Snapshot; readonly bytes: Uint8Array } | Unreadable;

/** Reads one workbook; whatever the file holds, the outcome is a snapshot or a reason (law RD8). A folder is no file. */
export async function openWorkbook(path: string, label: string = labelOf(path)): Promise<Opened> {
  const bytes = await readFileBytes(path);
  if (isNoBytes(bytes)) {
    if (bytes.detail === aFolder) throw new CannotBeDone(whatStops.isAFolder(label));
    return { file: label, ...bytes };
  }
  const snapshot = readSnapshot(label, bytes, nodeCodec);
  return isUnreadable(snapshot) ? snapshot : { snapshot, bytes };
}
