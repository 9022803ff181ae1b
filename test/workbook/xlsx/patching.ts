import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { isRefusal } from "../../../src/core/apply-edits";
import type { Edit, EditRefusal } from "../../../src/core/edit";
import { openArchive } from "../../../src/workbook/xlsx/archive";
import { isFault } from "../../../src/workbook/xlsx/fault";
import { patchWorkbook } from "../../../src/workbook/xlsx/patch-workbook";

/** The bytes with the edits made; fails where they are refused. */
export async function patched(bytes: Uint8Array, edits: readonly Edit[]): Promise<Uint8Array> {
  const outcome = await patchWorkbook(bytes, edits);
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.bytes;
}

/** The refusal of the edits; fails where they are made. */
export async function refusalOf(bytes: Uint8Array, edits: readonly Edit[]): Promise<EditRefusal> {
  const outcome = await patchWorkbook(bytes, edits);
  if (!isRefusal(outcome)) throw new Error("not refused");
  return outcome;
}

/** The text of a part; empty where there is none. */
export function partOf(bytes: Uint8Array, path: string): string {
  return strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
}

/** The names of the entries that differ, headers and all. */
export function changedEntries(before: Uint8Array, after: Uint8Array): string[] {
  const [one, other] = [openArchive(before), openArchive(after)];
  if (isFault(one) || isFault(other)) throw new Error("no archive");
  const names = new Set([...one.entries.keys(), ...other.entries.keys()]);
  return [...names].filter((name) => {
    const [was, is] = [one.entries.get(name), other.entries.get(name)];
    return !was || !is || !Buffer.from(was.localRecord).equals(is.localRecord);
  });
}

/**
 * What openpyxl saved: "Biểu 1" with a table, a comment, merges, hidden rows 3 and 4, hidden columns E to H and texts in
 * legacy fonts; "Tổng hợp" with formulas, a list, a condition, a link and a chart that lead there; "Ẩn", hidden.
 */
export function linkedBook(): Uint8Array {
  return new Uint8Array(readFileSync(new URL("files/openpyxl-links.xlsx", import.meta.url)));
}
