import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { CDPSession, Page } from "playwright-core";

/** How long the page's thread was kept busy at a time while something was done, in milliseconds. */
export interface Busy {
  /** The longest stretch without a pause. */
  readonly longest: number;
  /** The most of one stretch in which nothing of the grid's library was at work. */
  readonly longestOwn: number;
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** The chunk that the grid's library was built into. */
const folder = join("dist", "workbench");
const chunksOfGrid = new Set(
  readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .filter((name) => readFileSync(join(folder, name), "utf8").includes("sheet.command.")),
);

/**
 * Measured by the browser's own profiler, once a millisecond: a stretch ends where the thread is idle. Work that we had
 * the grid do is the grid's, although we called it.
 */
export async function busyWhile(page: Page, work: () => Promise<void>): Promise<Busy> {
  const session = await page.context().newCDPSession(page);
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: 1000 });
  await session.send("Profiler.start");
  await work();
  return busyIn(await stopped(session));
}

async function stopped(session: CDPSession): Promise<Profile> {
  const { profile } = await session.send("Profiler.stop");
  await session.detach();
  return profile;
}

function busyIn({ nodes, samples = [], timeDeltas = [] }: Profile): Busy {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  const ofGrid = nodesOfGrid(nodes);
  let [longest, longestOwn, stretch, own] = [0, 0, 0, 0];
  let isGrid = false;
  for (const [index, sample] of samples.entries()) {
    const name = names.get(sample);
    if (name === "(idle)") [stretch, own, isGrid] = [0, 0, false];
    else {
      // Memory is collected, and the browser works, for whoever was at work before.
      if (name !== "(garbage collector)" && name !== "(program)") isGrid = ofGrid.has(sample);
      // A sample tells what was at work until the next one.
      const time = (timeDeltas[index + 1] ?? 0) / 1000;
      stretch += time;
      if (!isGrid) own += time;
      longest = Math.max(longest, stretch);
      longestOwn = Math.max(longestOwn, own);
    }
  }
  return { longest, longestOwn };
}

/** All calls below one of the library's functions are the library's. */
function nodesOfGrid(nodes: readonly ProfileNode[]): ReadonlySet<number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Set<number>();
  const mark = (id: number): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const child of byId.get(id)?.children ?? []) mark(child);
  };
  for (const { id, callFrame } of nodes) if (chunksOfGrid.has(basename(callFrame.url))) mark(id);
  return found;
}
