import type { Unreadable } from "../../core/snapshot";

/** Why bytes are no workbook: a reason for the official, a detail for the log. */
export type ArchiveFault = Omit<Unreadable, "file">;

/** Whether an outcome is a fault rather than what was asked for. */
export function isFault(outcome: object): outcome is ArchiveFault {
  return "reason" in outcome;
}

/** A fault found deep in a part, thrown because a running parser stops for nothing else; it ends at the reader's door. */
export class PartError extends Error {
  constructor(
    readonly reason: ArchiveFault["reason"],
    readonly detail: string,
  ) {
    super(`${reason}: ${detail}`);
  }
}

export function damaged(detail: string): PartError {
  return new PartError("damaged", detail);
}

export function tooLarge(detail: string): PartError {
  return new PartError("too-large", detail);
}
