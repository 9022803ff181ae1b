import { readdirSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { makeEngine } from "../../src/worker/make-engine";
import { openBrowser, servePane } from "../end-to-end/browser";
import { openPaneInExcel, type PaneInExcel } from "../end-to-end/pane-in-excel";
import { makeBook, makeSheet } from "../excel-host/book";
import { bookOfBytes } from "../excel-host/open-book";

/*
 * How long the pane keeps a person waiting, and how long it keeps the page from answering: a task of the page's own
 * thread that is longer than 50 ms is noted by the browser itself (PerformanceObserver, "longtask"). What the stand-in
 * Excel does is done in another process and is no part of it. Reading Microsoft's own script is told apart by the
 * browser's "long-animation-frame", which names the scripts that ran.
 */

const rounds = Number(process.env["BENCH_ROUNDS"] ?? "5");
const folder = "samples/2022-H1";

interface Measured {
  readonly action: string;
  readonly took: number;
  readonly longest: number;
}

const measured: Measured[] = [];
let browser: Browser;
let served: Awaited<ReturnType<typeof servePane>>;

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), servePane()]);
});
afterAll(async () => {
  await browser.close();
  served.server.close();
  const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
  const actions = [...new Set(measured.map(({ action }) => action))];
  const lines = actions.map((action) => {
    const own = measured.filter((one) => one.action === action);
    const took = median(own.map((one) => one.took));
    return `${action.padEnd(34)} ${took.toFixed(0).padStart(7)} ms   longest task ${Math.max(...own.map((one) => one.longest)).toFixed(0)} ms`;
  });
  process.stdout.write(
    `${cpus()[0]?.model ?? ""}, ${cpus().length} cores; ${rounds} rounds, median\n${lines.join("\n")}\n`,
  );
});

/** Since the last look: the longest task of the page's thread, in milliseconds; 0 where none was longer than 50. */
async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => {
    const seen = (globalThis as unknown as { longTasks: number[] }).longTasks;
    return Math.max(0, ...seen.splice(0));
  });
}

interface LongFrame extends PerformanceEntry {
  readonly scripts: readonly { readonly sourceURL: string; readonly duration: number }[];
}

/** The scripts of long frames so far: those of Microsoft, or all others. */
async function scriptsOf(page: Page, isOffice: boolean): Promise<readonly number[]> {
  const frames = await page.evaluate(() =>
    (performance.getEntriesByType("long-animation-frame") as LongFrame[]).map(({ scripts }) =>
      scripts.map(({ sourceURL, duration }) => ({ sourceURL, duration })),
    ),
  );
  const isMicrosofts = ({ sourceURL }: { readonly sourceURL: string }): boolean => /office\.js|excel-/.test(sourceURL);
  return frames.map((scripts) =>
    scripts.filter((script) => isMicrosofts(script) === isOffice).reduce((sum, { duration }) => sum + duration, 0),
  );
}

async function longestOwn(page: Page): Promise<number> {
  return Math.max(0, ...(await scriptsOf(page, false)));
}

async function readingOffice(page: Page): Promise<number> {
  return Math.max(0, ...(await scriptsOf(page, true)));
}

async function note(action: string, pane: PaneInExcel, work: () => Promise<void>): Promise<void> {
  const begun = performance.now();
  await work();
  measured.push({ action, took: performance.now() - begun, longest: await longestTask(pane.page) });
}

it("a commune's report", async () => {
  const { bytes } = await makeEngine().sample();
  for (let round = 0; round < rounds; round += 1) {
    const book = await bookOfBytes(bytes);
    const begun = performance.now();
    const pane = await openPaneInExcel({ browser, ...served }, book);
    const { press, said, page } = pane;
    const interactive = await page.evaluate(() => (globalThis as unknown as { interactiveAt: number }).interactiveAt);
    measured.push({ action: "opening the pane, until it answers", took: interactive, longest: await longestOwn(page) });
    measured.push({ action: "of it, Office's own script", took: await readingOffice(page), longest: 0 });
    await longestTask(page);
    measured.push({ action: "opening it, until the book is known", took: performance.now() - begun, longest: 0 });
    for (const [action, name] of [
      ["checking a report", "Kiểm tra"],
      ["mending what a machine mends", "Sửa tất cả"],
      ["undoing it", "Hoàn tác"],
    ] as const) {
      await note(action, pane, async () => {
        await press(name);
        // A count of errors bears no tick; what failed would bear a cross.
        expect(await said()).toMatch(/^[^✖]+$/);
      });
    }
    await pane.close();
  }
}, 600_000);

it("fifteen reports", async () => {
  const files = readdirSync(folder).map((name) => join(folder, name));
  for (let round = 0; round < rounds; round += 1) {
    const pane = await openPaneInExcel({ browser, ...served }, makeBook("Book1.xlsx", [makeSheet("Sheet1")]));
    await longestTask(pane.page);
    await note("reading sixteen files into the pane", pane, async () => {
      await pane.page.locator("input[type=file]").setInputFiles(files);
      await pane.said();
    });
    await note("one click: check, consolidate, write", pane, async () => {
      await pane.press("Tổng hợp");
      expect(await pane.said()).toContain("15/15");
    });
    await pane.close();
  }
}, 600_000);
