import { createStore, del, entries, set } from "idb-keyval";
import * as z from "zod/mini";

/** Unsaved work that outlives the page, on this machine alone. */
export interface KeptWork {
  /** Of the window that left it. */
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When it was last kept, in milliseconds. */
  readonly at: number;
}

/** Larger files are not kept: a browser may refuse them, and no report comes near. */
const mostBytes = 30_000_000;
const mostWorks = 5;

const shape = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.custom<Uint8Array>((value) => ArrayBuffer.isView(value)),
  at: z.number(),
});

export interface Keeper {
  /** Keeps this window's work in place of what it kept before; a browser that forbids it keeps none. */
  readonly keep: (work: Pick<KeptWork, "name" | "bytes">) => Promise<void>;
  /** This window has nothing unsaved. */
  readonly clear: () => Promise<void>;
  /** What windows that are no longer open have left, the newest first. */
  readonly left: () => Promise<readonly KeptWork[]>;
  readonly discard: (id: string) => Promise<void>;
}

/** `id` names this window; `living` gives the names of windows that are still open. */
export function openKeeper(
  id: string,
  { now, living }: { readonly now: () => number; readonly living: () => Promise<ReadonlySet<string>> },
): Keeper {
  const store = createStore("plan-monitor-workbench", "unsaved");
  const works = async (): Promise<readonly KeptWork[]> => {
    const found = (await entries<string, unknown>(store)).flatMap(([, value]) => {
      const work = shape.safeParse(value);
      return work.success ? [work.data] : [];
    });
    return found.sort((a, b) => b.at - a.at);
  };
  return {
    keep: ({ name, bytes }) =>
      quietly(undefined, async () => {
        if (bytes.length > mostBytes) return;
        await set(id, { id, name, bytes, at: now() }, store);
        for (const old of (await works()).slice(mostWorks)) await del(old.id, store);
      }),
    clear: () => quietly(undefined, () => del(id, store)),
    left: () =>
      quietly([], async () => {
        const open = await living();
        return (await works()).filter((work) => work.id !== id && !open.has(work.id));
      }),
    discard: (other) => quietly(undefined, () => del(other, store)),
  };
}

/** Private windows have no storage, and full disks no room: the workbench works without. */
async function quietly<Outcome>(otherwise: Outcome, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}
