import { reference, type Place } from "../core/cell";
import type { CellContent } from "../core/edit";
import type { Phrase } from "../core/language";
import type { Desk } from "../taskpane/desk";
import { makeOperations } from "../taskpane/operations";
import type { Pane } from "../taskpane/pane-context";
import type { KeptSettings } from "../taskpane/settings/kept-settings";
import { initialState, type PaneState } from "../taskpane/state";
import { makeStore, until } from "../taskpane/store";
import { WorkEnded } from "../taskpane/work/tools";
import { benchWords, inputWords } from "../words/workbench";
import { consolidationWords } from "../words/pane/panels";
import { maxFileBytes } from "../workbook/file-size";
import type { LiveWorkbook, NewBook } from "../workbook/workbook";
import { askingOn } from "./asking";
import type { Answer, BenchState, View } from "./bench-state";
import { carriedPaneState, carryConsolidation } from "./carried-pane-state";
import type { OpenBook, OpenDoor } from "./door";
import type { Keeper, KeptWork } from "./keep/kept-work";
import { noWorkbook } from "./no-workbook";
import type { SaveFile, SavedTo } from "./save-file";

/** What the workbench works with; main.tsx has the real ones. */
export interface BenchTools {
  readonly desk: Omit<Desk, "workbook" | "finishTyping">;
  readonly settings: KeptSettings;
  readonly openDoor: OpenDoor;
  readonly saveFile: SaveFile;
  /** Ends what a person is typing in a field of the page, as if they had left it. */
  readonly endField: () => void;
  readonly keeper: Keeper;
}

/** Everything a person can do with files here; what they do with a workbook is the pane's. */
export interface Bench {
  readonly state: () => BenchState;
  readonly subscribe: (listener: () => void) => () => void;
  /** One is opened; several are given to the consolidation. */
  readonly giveFiles: (files: readonly File[]) => Promise<void>;
  readonly askSamples: () => void;
  readonly openSamples: (period: string) => Promise<void>;
  readonly newForm: () => void;
  readonly save: () => Promise<boolean>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly answer: (answer: Answer) => void;
  readonly findKept: () => Promise<void>;
  readonly reopenKept: (work: KeptWork) => Promise<void>;
  readonly discardKept: (work: KeptWork) => Promise<void>;
  readonly show: (view: View) => void;
  readonly type: (typed: Typed) => Promise<void>;
  readonly dismiss: () => void;
  readonly gridIs: (grid: BenchState["grid"]) => void;
  /** Brings another sheet into sight. */
  readonly turnTo: (sheet: string) => void;
  readonly sheetIs: (sheet: string | null) => void;
  /** Says what went wrong outside of a piece of work. */
  readonly fail: (what: Phrase) => void;
  /** Something would be lost if the page went away now. */
  readonly isUnsaved: () => boolean;
}

/** What a person typed in a field of the page. */
interface Typed {
  readonly at: Place;
  readonly expect: CellContent;
  readonly put: CellContent;
}

interface Opening {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Made here, so that no file of it is anywhere yet. */
  readonly isNew: boolean;
}

/** Where an open file is on the person's disk. */
interface OnDisk {
  /** Null before it is saved first. */
  savedTo: SavedTo | null;
  /** Made here and not saved yet. */
  isNew: boolean;
}

export function makeBench({ desk, settings, openDoor, saveFile, endField, keeper }: BenchTools): Bench {
  const listeners = new Set<() => void>();
  let openings: Promise<unknown> = Promise.resolve();
  let onDisk: OnDisk = { savedTo: null, isNew: false };
  /** Done when the file has what was typed last in a field of the page. */
  let typed: Promise<void> = Promise.resolve();
  const openNew = (book: NewBook): Promise<void> => openMade(book);
  let state: BenchState = {
    book: null,
    pane: paneBeside(noWorkbook(openNew), initialState(settings)),
    paneNumber: 0,
    view: "sheet",
    wanted: null,
    question: null,
    kept: [],
    opening: null,
    notice: null,
    grid: "none",
    sheet: null,
  };

  const asking = askingOn({ asked: () => state.question, change });

  function change(part: Partial<BenchState>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  function tell(tone: "done" | "failed", text: Phrase): void {
    change({ notice: { tone, text } });
  }

  function paneBeside(workbook: LiveWorkbook, begin: PaneState): Pane {
    const shown: LiveWorkbook = {
      ...workbook,
      reveal: async (place) => {
        // Where windows are narrow the sheet is out of sight; without it, the input table has the cell.
        change({
          wanted: place,
          view: state.grid === "failed" ? "inputs" : state.view === "pane" ? "sheet" : state.view,
        });
        await workbook.reveal(place);
      },
    };
    const store = makeStore(begin);
    return { store, operations: makeOperations({ ...desk, workbook: shown, finishTyping }, store) };
  }

  /** As the door knows it: the state's flag follows a little later. */
  const isUnsaved = (): boolean => state.book !== null && (onDisk.isNew || state.book.open.door.isUnsaved());

  /** What is half typed, in the sheet or beside it, becomes part of the file. */
  async function finishTyping(): Promise<void> {
    const { book } = state;
    endField();
    await typed;
    await book?.open.finishTyping();
  }

  async function put({ at, expect, put }: Typed): Promise<void> {
    const { book } = state;
    if (!book) return;
    const name = inputWords.typed(at.cell);
    try {
      await book.open.finishTyping();
      const refusal = await book.open.door.change({ name, edits: [{ at, expect, put }] });
      if (refusal) tell("failed", benchWords.refused(reference(refusal.at)));
    } catch {
      tell("failed", benchWords.refused(reference(at)));
    }
  }

  /** Asks about unsaved work for as long as there is some; false where the person would rather stay. */
  function leaving(): () => Promise<boolean> {
    let isGivenUp = false;
    return async function mayLeave(): Promise<boolean> {
      const { book } = state;
      if (!book) return true;
      await finishTyping();
      if (isGivenUp || !isUnsaved()) return true;
      const answer = await asking.askUnsaved(book.name);
      isGivenUp = answer === "discard";
      // The sheet may have been typed in while the file was written.
      return answer === "save" ? (await save()) && mayLeave() : isGivenUp;
    };
  }

  /** One file at a time, since one question is asked at a time. False where it was not opened; why is told. */
  function open(opening: Opening): Promise<boolean> {
    const opened = openings.then(() => openInTurn(opening));
    openings = opened.catch(() => undefined);
    return opened;
  }

  async function openInTurn({ name, bytes, isNew }: Opening): Promise<boolean> {
    const mayLeave = leaving();
    try {
      if (!(await mayLeave())) return false;
      change({ opening: name, notice: null });
      const opened = await openDoor({ fileName: name, bytes, openNew, mayShow: mayLeave });
      if (!opened) return false;
      if ("reason" in opened) {
        tell("failed", benchWords.cannotOpen(name, await desk.engine.sayUnreadable(opened)));
        return false;
      }
      state.book?.open.close();
      onDisk = { savedTo: null, isNew };
      await begin(name, opened);
      return true;
    } catch {
      tell("failed", benchWords.brokeDown(name));
      return false;
    } finally {
      change({ opening: null });
    }
  }

  /** A folder cannot be read, nor a file that is gone by now. */
  async function openFrom(file: File): Promise<void> {
    const buffer = await file.arrayBuffer().catch(() => null);
    if (buffer) await open({ name: file.name, bytes: new Uint8Array(buffer), isNew: false });
    else tell("failed", benchWords.brokeDown(file.name));
  }

  async function begin(name: string, open: OpenBook): Promise<void> {
    const before = state.pane.store.state();
    const pane = paneBeside(open.door, carriedPaneState(before));
    const book = { name, open, isUnsaved: onDisk.isNew, undoable: null, redoable: null, revision: 0 };
    change({
      book,
      pane,
      paneNumber: state.paneNumber + 1,
      wanted: null,
      view: state.view === "inputs" ? "inputs" : "sheet",
    });
    open.door.onChange(() => void refresh(open));
    if (onDisk.isNew) void carryConsolidation(before, pane.store);
    await refresh(open);
  }

  /** What the toolbar shows, and what is kept, follow every change. */
  async function refresh(open: OpenBook): Promise<void> {
    const [undoable, redoable] = [await open.door.undoable(), await open.door.redoable()];
    const { book, pane } = state;
    if (book?.open !== open) return;
    const isUnsavedNow = isUnsaved();
    change({ book: { ...book, undoable, redoable, isUnsaved: isUnsavedNow, revision: book.revision + 1 } });
    pane.store.dispatch({ type: "undoable-found", undoable });
    if (isUnsavedNow) await keeper.keep({ name: book.name, bytes: await open.door.bytes() });
    else await keeper.clear();
  }

  async function openMade({ fileName, bytes }: NewBook): Promise<void> {
    if (!(await open({ name: fileName, bytes, isNew: true }))) throw new WorkEnded(benchWords.notOpened);
  }

  async function save(): Promise<boolean> {
    // Another file may be open when this one is written.
    const [{ book }, place] = [state, onDisk];
    if (!book) return false;
    try {
      await finishTyping();
      const bytes = await book.open.door.bytes();
      const to = await saveFile({ name: book.name, bytes, to: place.savedTo });
      if (!to) return false;
      [place.savedTo, place.isNew] = [to, false];
      book.open.door.saved(bytes);
      if (state.book?.open === book.open) change({ book: { ...state.book, name: to.name } });
      await refresh(book.open);
      tell("done", benchWords.saved(to.name));
      return true;
    } catch {
      tell("failed", benchWords.notSaved);
      return false;
    }
  }

  /** The pane does one thing at a time, and what is asked for meanwhile is lost; what it does may open a file, with another pane. */
  async function freePane(): Promise<Pane> {
    const { pane } = state;
    await until(pane.store, ({ busy }) => !busy);
    return pane === state.pane ? pane : freePane();
  }

  async function consolidateThese(files: readonly File[], areSamples = false): Promise<void> {
    change({ view: "pane", notice: null });
    const { operations } = await freePane();
    operations.go("consolidation");
    await operations.giveFiles(files, areSamples);
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    giveFiles: async (files) => {
      const [file, ...others] = files;
      if (!file) return;
      if (others.length > 0) await consolidateThese(files);
      else if (file.size > maxFileBytes) tell("failed", consolidationWords.tooLarge([file.name]));
      else await openFrom(file);
    },
    askSamples: () => void asking.askSamples(false),
    openSamples: async (period) => {
      const question = asking.askSamples(true);
      try {
        const books = await desk.engine.samples(period);
        const files = books.map(({ fileName, bytes }) => new File([copyOf(bytes)], fileName));
        await consolidateThese(files, true);
      } catch {
        tell("failed", benchWords.brokeDown(period));
      } finally {
        asking.takeBack(question);
      }
    },
    newForm: () => {
      change({ view: "pane" });
      state.pane.operations.go("form");
    },
    save,
    undo: () => state.pane.operations.undo(),
    redo: async () => {
      const { book } = state;
      if (!book) return;
      await book.open.finishTyping();
      await book.open.door.redo();
    },
    answer: asking.answer,
    findKept: async () => change({ kept: await keeper.left() }),
    reopenKept: async ({ id, name, bytes }) => {
      if (!(await open({ name, bytes, isNew: true }))) return;
      change({ kept: state.kept.filter((work) => work.id !== id) });
      await keeper.discard(id);
    },
    discardKept: async ({ id }) => {
      change({ kept: state.kept.filter((work) => work.id !== id) });
      await keeper.discard(id);
    },
    show: (view) => change({ view }),
    type: (cell) => (typed = put(cell)),
    dismiss: () => change({ notice: null }),
    gridIs: (grid) => change({ grid }),
    turnTo: (sheet) => state.book?.open.turnTo(sheet),
    sheetIs: (sheet) => change({ sheet }),
    fail: (what) => tell("failed", what),
    isUnsaved,
  };
}

/** A buffer of its own: the engine's may be shared. */
function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
