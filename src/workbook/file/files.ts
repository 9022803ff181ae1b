import type { Edit, EditRefusal } from "../../core/edit";
import type { Snapshot, Unreadable } from "../../core/snapshot";
import type { BookCharts } from "../charts";
import type { BookLooks } from "../looks";

/** Reads and patches .xlsx files, and keeps nothing: bytes come and go. In a page it stands behind the wall of a worker. */
export interface Files {
  readonly open: (file: string, bytes: Uint8Array) => Promise<OpenedFile | Unreadable>;
  /** Rounds of edits, each expecting what the one before it left; all of them or, at the first refusal, none (law ED2). */
  readonly patch: (file: NamedBytes, rounds: readonly (readonly Edit[])[]) => Promise<PatchedFile | EditRefusal>;
}

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file and what it holds. */
export interface OpenedFile extends NamedBytes {
  readonly snapshot: Snapshot;
  readonly looks: BookLooks;
  readonly charts: BookCharts;
}

export interface PatchedFile {
  readonly bytes: Uint8Array;
  readonly snapshot: Snapshot;
  /** Null where they are as before: edits of cells change neither looks nor what charts show. */
  readonly drawn: { readonly looks: BookLooks; readonly charts: BookCharts } | null;
}
