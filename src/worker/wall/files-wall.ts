import type { Edit, EditRefusal } from "../../core/edit";
import type { Unreadable } from "../../core/snapshot";
import type { BookCharts } from "../../workbook/charts";
import type { NamedBytes } from "../../workbook/file/files";
import type { BookHead, LooksPieces, SheetPieces } from "./book-pieces";

/** `Files` as they cross the wall of a worker: what is large is asked for message by message. */
export interface FilesWall {
  readonly open: (file: string, bytes: Uint8Array) => Promise<Coming | Unreadable>;
  readonly patch: (file: NamedBytes, rounds: readonly (readonly Edit[])[]) => Promise<Coming | EditRefusal>;
  /** The next message of what is coming; null behind the last. */
  readonly next: (coming: number) => Promise<ComingPieces | null>;
}

/** A file that was read, without its sheets. */
export interface Coming {
  readonly coming: number;
  readonly bytes: Uint8Array;
  readonly head: BookHead;
  /** Null where looks and charts are as they were. */
  readonly charts: BookCharts | null;
}

export type ComingPieces =
  { readonly of: "sheets"; readonly pieces: SheetPieces } | { readonly of: "looks"; readonly pieces: LooksPieces };
