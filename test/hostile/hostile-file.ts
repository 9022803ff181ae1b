import type { Unreadable } from "../../src/core/snapshot";

/** What must come of a file, and nothing else. */
export type Expected =
  /** Read as if nothing were odd: the same figures, findings and indicators as of the clean file. */
  | "same"
  /** No reading, and why. */
  | Unreadable["reason"]
  /** Read, or no report, with findings of exactly these rules. */
  | readonly string[];

/** A file as a stranger's machine might send it. */
export interface HostileFile {
  /** Its name says what is odd about it. */
  readonly file: string;
  readonly make: () => Uint8Array;
  readonly expected: Expected;
}

export function hostile(file: string, expected: Expected, make: () => Uint8Array): HostileFile {
  return { file, expected, make };
}
