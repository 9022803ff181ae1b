import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";

/** How long the page's thread was kept busy at a time while something was done, in milliseconds. */
export interface Busy {
  /** The longest task. */
  readonly longest: number;
  /** The most of a long task in which nothing of the grid's library was at work. */
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

/** A task of the page's thread that was longer than 50 ms, in milliseconds of the page's clock. */
interface LongTask {
  readonly startTime: number;
  readonly duration: number;
}

/**
 * The browser tells which tasks were long, and its profiler, once a millisecond, what was at work in them. Work that we
 * had the grid do is the grid's, although we called it.
 */
export async function busyWhile(page: Page, work: () => Promise<void>): Promise<Busy> {
  await page.evaluate(() => {
    const seen = (globalThis as unknown as { longTasks?: unknown[] }).longTasks;
    if (seen) return void seen.splice(0);
    const longTasks: { startTime: number; duration: number }[] = [];
    Object.assign(globalThis, { longTasks });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) longTasks.push({ startTime, duration });
    }).observe({ type: "longtask" });
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: 1000 });
  await session.send("Profiler.start");
  const begun = await page.evaluate(() => performance.now());
  await work();
  const { profile } = await session.send("Profiler.stop");
  await session.detach();
  const tasks = await page.evaluate(() => (globalThis as unknown as { longTasks: LongTask[] }).longTasks);
  const own = ownTime(profile, begun);
  return {
    longest: Math.max(0, ...tasks.map(({ duration }) => duration)),
    longestOwn: Math.max(0, ...tasks.map((task) => own(task.startTime, task.startTime + task.duration))),
  };
}

/** How much between two moments of the page's clock was not the grid's. */
function ownTime(
  { nodes, samples = [], timeDeltas = [] }: Profile,
  begun: number,
): (from: number, to: number) => number {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  const ofGrid = nodesOfGrid(nodes);
  const own: { readonly from: number; readonly to: number }[] = [];
  let isGrid = false;
  let from = begun;
  for (const [index, sample] of samples.entries()) {
    const name = names.get(sample);
    // Memory is collected, and the browser works, for whoever was at work before.
    if (name !== "(garbage collector)" && name !== "(program)") isGrid = ofGrid.has(sample);
    // A sample tells what was at work until the next one.
    const to = from + (timeDeltas[index + 1] ?? 0) / 1000;
    if (!isGrid && name !== "(idle)") own.push({ from, to });
    from = to;
  }
  return (start, end) =>
    own.reduce((sum, one) => sum + Math.max(0, Math.min(end, one.to) - Math.max(start, one.from)), 0);
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
