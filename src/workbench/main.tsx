import { createRoot } from "react-dom/client";
import { config } from "zod/mini";
import { readKept, writeKept } from "../taskpane/settings/kept-settings";
import { download } from "../taskpane/hand-over";
import { connectEngine } from "../worker/wall/connect";
import { connectFiles } from "../worker/wall/connect-files";
import { makeBench, type Bench } from "./bench";
import { endField } from "./end-field";
import type { Grid } from "./grid/grid";
import { gridPlace } from "./grid-place";
import { livingWindows, markAsLiving } from "./keep/living-windows";
import { openKeeper } from "./keep/kept-work";
import { doorOpener } from "./open-door";
import { savingOn, type FileHandle } from "./save-file";
import { startWorkerOf } from "./start-worker";
import { benchWords } from "../words/workbench";
import { Workbench } from "./workbench";

/** Viet Nam's clock is seven hours ahead of UTC all year. */
const ahead = 7 * 60 * 60 * 1000;

// The page's policy lets nothing be compiled at run time.
config({ jitless: true });

void begin();

async function begin(): Promise<void> {
  const [{ default: engineCode }, { default: filesCode }] = await Promise.all([
    import("worker-code/engine.js"),
    import("worker-code/files.js"),
  ]);
  const { engine, stop } = connectEngine(() => startWorkerOf(engineCode));
  const settings = readKept(window.localStorage, navigator.language);
  const place = gridPlace(
    async (container) => {
      const { openGrid } = await import("./grid/open-grid");
      const { language } = bench.state().pane.store.state();
      const grid = await openGrid({ container, language });
      followKeys(grid, bench);
      return grid;
    },
    (grid) => bench.gridIs(grid),
  );
  const id = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join("");
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  markAsLiving(id, locks);
  const bench: Bench = makeBench({
    desk: {
      engine,
      stopEngine: stop,
      today: () => new Date(Date.now() + ahead).toISOString().slice(0, 10),
      handOver: (file) => {
        // The summary that it was made of stays open.
        download(document, file);
        return Promise.resolve("downloads");
      },
      keep: (settings) => writeKept(window.localStorage, settings),
    },
    settings,
    openDoor: doorOpener({
      files: connectFiles(() => startWorkerOf(filesCode)),
      grid: place.grid,
      onFailure: (what) => bench.fail(what),
      onSheet: (sheet) => bench.sheetIs(sheet),
    }),
    saveFile: savingOn({ pick: pickOf(window), download: (file) => download(document, file) }),
    endField: () => endField(document),
    keeper: openKeeper(id, { now: Date.now, living: () => livingWindows(locks) }),
  });
  window.addEventListener("beforeunload", (event) => {
    if (bench.isUnsaved()) event.preventDefault();
  });
  createRoot(rootElement()).render(<Workbench bench={bench} mountGrid={place.mount} />);
  await bench.findKept();
  if (isServed()) await navigator.serviceWorker.register("service-worker.js").catch(() => undefined);
}

/** What the sheet leaves to the page: history is the file's, and F6 goes on to the pane. */
function followKeys(grid: Grid, bench: Bench): void {
  grid.onUndo(() => void bench.undo());
  grid.onRedo(() => void bench.redo());
  grid.onRefused(({ cell }) => bench.fail(benchWords.locked(cell)));
  grid.onLeave((way) => document.getElementById(way === "after" ? "view-pane" : "open-file")?.focus());
}

/** From a disk, or over a connection that browsers hold for unsafe, nothing is kept offline. */
function isServed(): boolean {
  return window.location.protocol.startsWith("http") && "serviceWorker" in navigator;
}

function pickOf(page: object): ((options: object) => Promise<FileHandle>) | null {
  if (!("showSaveFilePicker" in page) || typeof page.showSaveFilePicker !== "function") return null;
  return page.showSaveFilePicker.bind(page) as (options: object) => Promise<FileHandle>;
}

function rootElement(): HTMLElement {
  const element = document.getElementById("root");
  if (!element) throw new Error("index.html has no element for the workbench.");
  return element;
}
