import { createRoot } from "react-dom/client";
import { config } from "zod/mini";
import { readKept, writeKept } from "../taskpane/settings/kept-settings";
import { connectEngine } from "../worker/connect";
import { makeBench } from "./bench";
import { livingWindows, markAsLiving } from "./keep/living-windows";
import { openKeeper } from "./keep/kept-work";
import { savingOn, type FileHandle } from "./save-file";
import { startWorkerOf } from "./start-worker";
import { Workbench } from "./workbench";

/** Viet Nam's clock is seven hours ahead of UTC all year. */
const ahead = 7 * 60 * 60 * 1000;

// The page's policy lets nothing be compiled at run time.
config({ jitless: true });

void begin();

async function begin(): Promise<void> {
  const { default: engineCode } = await import("worker-code/engine.js");
  const { engine, stop } = connectEngine(() => startWorkerOf(engineCode));
  const id = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join("");
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  markAsLiving(id, locks);
  const bench = makeBench({
    desk: {
      engine,
      stopEngine: stop,
      today: () => new Date(Date.now() + ahead).toISOString().slice(0, 10),
      keep: (settings) => {
        document.documentElement.lang = settings.language;
        writeKept(window.localStorage, settings);
      },
    },
    settings: readKept(window.localStorage, navigator.language),
    openDoor: async (request) => (await import("./stand-in-door")).openStandIn(request),
    saveFile: savingOn({ pick: pickOf(window), download }),
    keeper: openKeeper(id, { now: Date.now, living: () => livingWindows(locks) }),
  });
  window.addEventListener("beforeunload", (event) => {
    if (bench.isUnsaved()) event.preventDefault();
  });
  createRoot(rootElement()).render(<Workbench bench={bench} mountGrid={() => undefined} />);
  await bench.findKept();
  if (isServed()) await navigator.serviceWorker.register("service-worker.js").catch(() => undefined);
}

/** From a disk, or over a connection that browsers hold for unsafe, nothing is kept offline. */
function isServed(): boolean {
  return window.location.protocol.startsWith("http") && "serviceWorker" in navigator;
}

function pickOf(page: object): ((options: object) => Promise<FileHandle>) | null {
  if (!("showSaveFilePicker" in page) || typeof page.showSaveFilePicker !== "function") return null;
  return page.showSaveFilePicker.bind(page) as (options: object) => Promise<FileHandle>;
}

function download(name: string, file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has begun to write by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function rootElement(): HTMLElement {
  const element = document.getElementById("root");
  if (!element) throw new Error("index.html has no element for the workbench.");
  return element;
}
