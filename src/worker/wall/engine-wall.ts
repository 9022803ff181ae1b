import type { Snapshot } from "../../core/snapshot";
import type { BookHead, SheetPieces } from "./book-pieces";
import type { ConsolidationRequest, Engine } from "../engine";

/** A workbook that was handed over before, by its number: the next question about it need not bring it again. */
export interface HandedBook {
  readonly handed: number;
}

type AboutABook =
  | "usePlanBook"
  | "recognize"
  | "check"
  | "mendAll"
  | "mendOne"
  | "explain"
  | "compute"
  | "seal"
  | "summary"
  | "report"
  | "answers"
  | "withoutAnswers"
  | "nextForms"
  | "trace";

/** The engine as it crosses the wall of a worker: a workbook comes first, message by message, then what is asked about it. */
export type EngineWall = Omit<Engine, AboutABook | "consolidate"> & {
  readonly [Name in AboutABook]: Engine[Name] extends (book: Snapshot, ...rest: infer Rest) => infer Outcome
    ? (book: HandedBook, ...rest: Rest) => Outcome
    : never;
} & {
  readonly consolidate: (
    request: Omit<ConsolidationRequest, "book"> & { readonly book: HandedBook | null },
    onProgress: (done: number, all: number) => void,
  ) => ReturnType<Engine["consolidate"]>;
  readonly take: (pieces: SheetPieces) => Promise<void>;
  /** That was all of it; the workbook that was handed over before is forgotten. */
  readonly taken: (head: BookHead) => Promise<HandedBook>;
};
