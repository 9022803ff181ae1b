import { expose, type Endpoint } from "comlink";
import type { Snapshot } from "../../core/snapshot";
import type { BookCharts } from "../../workbook/charts";
import type { Files } from "../../workbook/file/files";
import type { BookLooks } from "../../workbook/looks";
import { looksInPieces, sheetsInPieces } from "./book-pieces";
import type { Coming, ComingPieces, FilesWall } from "./files-wall";

interface Sent {
  readonly bytes: Uint8Array;
  readonly snapshot: Snapshot;
  readonly drawn: { readonly looks: BookLooks; readonly charts: BookCharts } | null;
}

/** Answers for files at one end of a wall; without an end named, as the worker that this runs in. */
export function exposeFiles(files: Files, end?: Endpoint): void {
  const underWay = new Map<number, Generator<ComingPieces, void>>();
  let last = 0;

  function send(sent: Sent): Coming {
    last += 1;
    underWay.set(last, piecesOf(sent));
    const { file, names } = sent.snapshot;
    return { coming: last, bytes: sent.bytes, head: { file, names }, charts: sent.drawn?.charts ?? null };
  }

  const answers: FilesWall = {
    open: async (name, given) => {
      const opened = await files.open(name, given);
      if ("reason" in opened) return opened;
      const { bytes, snapshot, looks, charts } = opened;
      return send({ bytes, snapshot, drawn: { looks, charts } });
    },
    patch: async (file, rounds) => {
      const patched = await files.patch(file, rounds);
      return "reason" in patched ? patched : send(patched);
    },
    next: (coming) => {
      const { value } = underWay.get(coming)?.next() ?? { value: undefined };
      if (!value) underWay.delete(coming);
      return Promise.resolve(value ?? null);
    },
  };
  expose(answers, end);
}

function* piecesOf({ snapshot, drawn }: Sent): Generator<ComingPieces, void> {
  for (const pieces of sheetsInPieces(snapshot)) yield { of: "sheets", pieces };
  if (drawn) for (const pieces of looksInPieces(drawn.looks)) yield { of: "looks", pieces };
}
