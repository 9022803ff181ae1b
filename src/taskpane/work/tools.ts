import { reference } from "../../core/cell";
import type { EditRefusal } from "../../core/edit";
import type { Phrase } from "../../core/language";
import type { Snapshot } from "../../core/snapshot";
import { WorkbookTrouble, type Operation } from "../../workbook/workbook";
import { EngineStopped } from "../../worker/wall/connect";
import type { BookView, CheckView } from "../../worker/engine";
import { frameWords } from "../../words/pane/frame";
import { troublePhrase } from "../../words/troubles";
import type { Desk } from "../desk";
import type { Notice } from "../state";
import { until, type Store } from "../store";

/** What every piece of work is done with. */
export interface Tools {
  readonly desk: Desk;
  readonly store: Store;
}

/** A sentence that ends the work at hand and is shown as it is. */
export class WorkEnded extends Error {
  constructor(readonly phrase: Phrase) {
    super(phrase.en);
    this.name = "WorkEnded";
  }
}

export function tell({ store }: Tools, tone: Notice["tone"], text: Phrase): void {
  store.dispatch({ type: "told", notice: { tone, text } });
}

/**
 * Does one piece of work at a time: what is asked for meanwhile is left, or `waits` until it can be done. Shows
 * that it is being done, and says in one sentence what went wrong.
 */
export async function run(
  tools: Tools,
  {
    what,
    canStop = false,
    waits = false,
    isAsked = true,
  }: { readonly what: Phrase; readonly canStop?: boolean; readonly waits?: boolean; readonly isAsked?: boolean },
  work: () => Promise<void>,
): Promise<void> {
  const { store } = tools;
  while (store.state().busy) {
    if (!waits) return;
    await until(store, ({ busy }) => !busy);
  }
  store.dispatch({ type: "begun", what, canStop });
  try {
    if (isAsked) await tools.desk.finishTyping();
    await work();
  } catch (cause) {
    if (cause instanceof EngineStopped) store.dispatch({ type: "engine-stopped" });
    // Whoever pressed Stop got what they asked for.
    if (cause instanceof EngineStopped && !cause.isFault) tell(tools, "done", frameWords.stopped);
    else tell(tools, "failed", phraseOf(cause, store.state().busy?.hasChangedBook === true));
  } finally {
    store.dispatch({ type: "ended" });
  }
}

/** Ends the work where Stop was pressed while the engine had nothing to break off. */
export function heedStop({ store }: Tools): void {
  if (store.state().busy?.isStopped) throw new EngineStopped(false, "stopped");
}

function phraseOf(cause: unknown, hasChangedBook: boolean): Phrase {
  if (cause instanceof WorkEnded) return cause.phrase;
  // Every other sentence would have it that nothing was written.
  if (hasChangedBook) return frameWords.doneUnseen;
  if (cause instanceof WorkbookTrouble) {
    return troublePhrase({ kind: cause.kind, sheet: cause.about.sheet, isUnsure: cause.about.isUnsure });
  }
  return cause instanceof EngineStopped ? frameWords.engineFellOver : frameWords.unforeseen;
}

/** Writes an operation whole; ends the work where the workbook is no longer what was looked at. */
export async function carryOut({ desk, store }: Tools, operation: Operation): Promise<void> {
  const refusal = await desk.workbook.write(operation);
  if (refusal) throw changedMeanwhile(refusal);
  store.dispatch({ type: "book-changed" });
  store.dispatch({ type: "undoable-found", undoable: await desk.workbook.undoable() });
}

export function changedMeanwhile({ at, reason }: EditRefusal): WorkEnded {
  const { changedMeanwhile: changed, sheetIsNeeded } = frameWords;
  return new WorkEnded((reason === "sheet-is-needed" ? sheetIsNeeded : changed)(reference(at)));
}

/** The open workbook as it was just read, and what it is. */
export interface OpenBook {
  readonly snapshot: Snapshot;
  readonly book: BookView;
}

/** Looks at what the open workbook is by now. */
export async function recognize({ desk, store }: Tools): Promise<OpenBook> {
  const snapshot = await desk.workbook.read();
  const book = await desk.engine.recognize(snapshot);
  store.dispatch({ type: "recognized", book, undoable: await desk.workbook.undoable() });
  return { snapshot, book };
}

/** Reads and checks the open workbook, and shows what is found. */
export async function look(tools: Tools, isAsked: boolean): Promise<{ snapshot: Snapshot; check: CheckView }> {
  const { desk, store } = tools;
  const snapshot = await desk.workbook.read();
  const check = await desk.engine.check(snapshot, desk.today());
  store.dispatch({ type: "checked", check, isAsked });
  await showMarks(tools, check);
  return { snapshot, check };
}

export async function showMarks({ desk, store }: Tools, check: CheckView): Promise<void> {
  if (!store.state().showsMarks) return;
  const marks = check.findings.flatMap(({ sheet, cell, severity }) =>
    sheet === null || cell === null ? [] : [{ at: { sheet, cell }, severity }],
  );
  await desk.workbook.mark(marks);
}
