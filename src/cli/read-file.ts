import { readFile, stat } from "node:fs/promises";
import type { Unreadable } from "../core/snapshot";
import { maxFileBytes } from "../workbook/file-size";

/** Why the bytes of a file are not to be had. */
export interface NoBytes {
  readonly reason: Extract<Unreadable["reason"], "not-found" | "no-permission" | "too-large" | "not-a-workbook">;
  readonly detail: string;
}

/** The detail where a file was wanted and a folder is there. */
export const aFolder = "a folder";

/** The bytes of a regular file of at most 50 MB. */
export async function readFileBytes(path: string): Promise<Uint8Array | NoBytes> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { reason: "not-a-workbook", detail: aFolder };
    // A pipe or a device may never end.
    if (!found.isFile()) return { reason: "not-a-workbook", detail: "not a regular file" };
    if (found.size > maxFileBytes) return { reason: "too-large", detail: `${found.size} bytes` };
    return await readFile(path);
  } catch (error) {
    const code = errorCode(error);
    return { reason: isAbsence(code) ? "not-found" : "no-permission", detail: code };
  }
}

export function isNoBytes(outcome: Uint8Array | NoBytes): outcome is NoBytes {
  return "reason" in outcome;
}

/** The system's name of an error ("ENOENT"), or "" for one that is not the system's. */
export function errorCode(error: unknown): string {
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return hasCode && typeof error.code === "string" ? error.code : "";
}

/** Names that no file can have are no files either. */
export function isAbsence(code: string): boolean {
  return ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP", "EINVAL"].includes(code);
}
