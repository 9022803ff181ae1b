import { config } from "zod/mini";
import type { Phrase } from "../core/language";
import { homeWords } from "../words/pane/frame";
import { openExcel } from "../workbook/excel/open-excel";
import type { LiveWorkbook } from "../workbook/workbook";
import type { MadeFile } from "../worker/engine";
import { connectEngine } from "../worker/wall/connect";
import { startWorker } from "../worker/start-worker";
import type { Desk } from "./desk";
import { makeOperations } from "./operations";
import { download, type HandedTo } from "./hand-over";
import { ribbonActions } from "./ribbon";
import { readKept, writeKept } from "./settings/kept-settings";
import { initialState } from "./state";
import { makeStore } from "./store";

/** The requirement set that manifest.xml names. */
const floor = "1.14";

/** Viet Nam's clock is seven hours ahead of UTC all year. */
const ahead = 7 * 60 * 60 * 1000;

// The page's policy lets nothing be compiled at run time.
config({ jitless: true });

void Office.onReady(({ host }) => {
  // Outside of Office the host is null, whatever the types say.
  if ((host as Office.HostType | null) !== Office.HostType.Excel) showPlainly(homeWords.needsExcel);
  else if (!Office.context.requirements.isSetSupported("ExcelApi", floor)) showPlainly(homeWords.tooOld);
  else void openPane();
});

async function openPane(): Promise<void> {
  const kept = readKept(window.localStorage, Office.context.displayLanguage);
  const { engine, stop } = connectEngine(startWorker);
  const workbook = openExcel();
  const desk: Desk = {
    workbook,
    engine,
    stopEngine: stop,
    today: () => new Date(Date.now() + ahead).toISOString().slice(0, 10),
    handOver: (file) => handOver(file, workbook),
    // Excel lets a pane read nothing while a cell is being edited.
    finishTyping: () => Promise.resolve(),
    keep: (settings) => writeKept(window.localStorage, settings),
  };
  const store = makeStore(initialState(kept));
  const operations = makeOperations(desk, store);
  for (const [id, act] of Object.entries(ribbonActions(operations))) {
    Office.actions.associate(id, (event: Office.AddinCommands.Event) => void pressed(act, event));
  }
  // What draws is loaded behind the buttons of the ribbon, so that no piece of the work keeps the page busy for long.
  const { mountPane } = await import(/* webpackChunkName: "pane" */ "./mount-pane");
  mountPane(rootElement(), { pane: { store, operations }, background: hostBackground() });
}

/** A workbook opens beside this one; Excel on Apple's machines lets a pane download nothing, and says nothing. */
async function handOver(file: MadeFile, { openNew }: Pick<LiveWorkbook, "openNew">): Promise<HandedTo> {
  if (file.fileName.endsWith(".xlsx")) {
    await openNew(file);
    return "new-workbook";
  }
  const { Mac, iOS } = Office.PlatformType;
  if ([Mac, iOS].includes(Office.context.platform)) return "nowhere";
  download(document, file);
  return "downloads";
}

async function pressed(act: () => Promise<void>, event: Office.AddinCommands.Event): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
    await act();
  } finally {
    event.completed();
  }
}

/** Hosts without themes have no `officeTheme`, whatever the types say. */
function hostBackground(): string | undefined {
  return (Office.context.officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor;
}

function showPlainly({ vi, en }: Phrase): void {
  const main = document.createElement("main");
  Object.assign(main.style, { padding: "16px", fontFamily: "Segoe UI, sans-serif" });
  main.append(paragraph("vi", vi), paragraph("en", en));
  rootElement().replaceChildren(main);
}

function paragraph(language: string, text: string): HTMLElement {
  const element = document.createElement("p");
  element.lang = language;
  element.textContent = text;
  return element;
}

function rootElement(): HTMLElement {
  const element = document.getElementById("root");
  if (!element) throw new Error("taskpane.html has no element for the pane.");
  return element;
}
