import { reference, type Place } from "../../core/cell";
import type { Language, Phrase } from "../../core/language";
import type { FormRequest, PlanFile, PlanOutcome } from "../../worker/engine";
import { EngineStopped } from "../../worker/wall/connect";
import { operationNames } from "../../words/operations";
import { whatStops } from "../../words/what-stops";
import { frameWords } from "../../words/pane/frame";
import { formWords, settingsWords } from "../../words/pane/panels";
import type { Screen } from "../state";
import { traceSelected } from "./district-work";
import { look, recognize, run, tell, WorkEnded, type Tools } from "./tools";

/** What the pane does whatever the open workbook is. */
export interface FrameWork {
  /** Looks at the open workbook for the first time. */
  readonly open: () => Promise<void>;
  /** Done once the first look is over, whatever it saw. */
  readonly whenOpen: () => Promise<void>;
  readonly go: (to: Screen) => void;
  readonly reveal: (place: Place) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly newForm: (of: FormRequest) => Promise<void>;
  readonly openSample: () => Promise<void>;
  readonly usePlan: (file: File | null) => Promise<void>;
  /** The plan that the open workbook holds. */
  readonly usePlanBook: () => Promise<void>;
  /** The plan in use, to be changed and used again. */
  readonly openPlanBook: () => Promise<void>;
  readonly chooseLanguage: (language: Language) => void;
  readonly dismiss: () => void;
}

export function frameWork(tools: Tools): FrameWork {
  const { desk, store } = tools;
  const usePlan = (name: Phrase, open: () => Promise<PlanOutcome>): Promise<void> =>
    run(tools, { what: frameWords.reading }, async () => {
      const outcome = await open();
      if (outcome.kind === "faulty") {
        store.dispatch({ type: "plan-refused", faults: outcome.faults });
        throw new WorkEnded(settingsWords.planFaulty(name));
      }
      store.dispatch({ type: "plan-opened", plan: outcome.plan });
      await recognize(tools);
      tell(tools, "done", settingsWords.planOpened(outcome.plan.title, outcome.remarks));
    });

  let lookedFirst: () => void = () => undefined;
  const firstLook = new Promise<void>((resolve) => (lookedFirst = resolve));

  return {
    open: async () => {
      await run(tools, { what: frameWords.reading, isAsked: false }, async () => {
        store.dispatch({ type: "plan-opened", plan: await desk.engine.plan() });
        await recognize(tools);
      });
      desk.workbook.onHint(lookAgainAfter(tools));
      lookedFirst();
    },
    whenOpen: () => firstLook,

    go: (to) => store.dispatch({ type: "went", to }),
    reveal: (place) => run(tools, { what: frameWords.tracing }, () => desk.workbook.reveal(place)),

    undo: () =>
      run(tools, { what: frameWords.undoing }, async () => {
        const undone = await desk.workbook.undo();
        if (undone.kind === "nothing-to-undo") throw new WorkEnded(frameWords.nothingToUndo);
        if (undone.kind === "user-changed") {
          throw new WorkEnded(frameWords.userChanged(undone.name, reference(undone.at)));
        }
        store.dispatch({ type: "book-changed" });
        if (isOfSummary(undone.name)) store.dispatch({ type: "summary-undone" });
        store.dispatch({ type: "undoable-found", undoable: await desk.workbook.undoable() });
        if (store.state().check) await look(tools, false);
        else await recognize(tools);
        tell(tools, "done", frameWords.undone(undone.name));
      }),

    newForm: (of) =>
      run(tools, { what: frameWords.making }, async () => {
        const book = await desk.engine.form(of);
        await desk.workbook.openNew(book);
        tell(tools, "done", formWords.made(book.fileName));
      }),

    openSample: () =>
      run(tools, { what: frameWords.making }, async () => {
        const book = await desk.engine.sample();
        await desk.workbook.openNew(book);
        tell(tools, "done", formWords.made(book.fileName));
      }),

    usePlan: (file) =>
      usePlan(fileNamed(file?.name ?? ""), async () => desk.engine.usePlan(file ? await planFile(file) : null)),
    usePlanBook: () => usePlan(settingsWords.thisBook, async () => desk.engine.usePlanBook(await desk.workbook.read())),

    openPlanBook: () =>
      run(tools, { what: frameWords.making }, async () => {
        const book = await desk.engine.planBook();
        if (!book) throw new WorkEnded(whatStops.planTooLargeForBook());
        await desk.workbook.openNew(book);
        tell(tools, "done", formWords.made(book.fileName));
      }),

    chooseLanguage: (language) => {
      store.dispatch({ type: "language-chosen", language });
      desk.keep({ language, showsMarks: store.state().showsMarks });
    },

    dismiss: () => store.dispatch({ type: "notice-dismissed" }),
  };
}

function isOfSummary(name: Phrase): boolean {
  return [operationNames.addSummary(), operationNames.updateSummary()].some(({ vi }) => vi === name.vi);
}

function fileNamed(name: string): Phrase {
  return { vi: `"${name}"`, en: `"${name}"` };
}

/** More than any plan; a larger file is refused before it is read. */
const planFileBytes = 8_000_000;

async function planFile(file: File): Promise<PlanFile> {
  if (file.size > planFileBytes) throw new WorkEnded(settingsWords.planFaulty(fileNamed(file.name)));
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Long enough to type on, short enough to be seen as an answer. */
const pause = 600;

/** Hints are only hints: what is true is read from the workbook, once the person has paused. */
function lookAgainAfter(tools: Tools): (hint: "changed" | "selected") => void {
  const { store } = tools;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasChanged = false;
  /** What was found is not looked for again while another thing is shown. */
  let isCheckStale = false;
  const lookAgain = async (): Promise<void> => {
    const { busy, screen, check } = store.state();
    if (busy) {
      wait();
      return;
    }
    const isChanged = hasChanged;
    hasChanged = false;
    try {
      if (isChanged && check && screen !== "consolidation") await look(tools, false);
      else if (isChanged) await recognize(tools);
      if (isChanged) isCheckStale = screen === "consolidation";
      if (screen === "trace") await traceSelected(tools);
    } catch (cause) {
      if (cause instanceof EngineStopped) store.dispatch({ type: "engine-stopped" });
      hasChanged ||= isChanged;
      // Nobody asked: while a cell is being edited the workbook cannot be read, and the next hint comes.
    }
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void lookAgain(), pause);
  };
  store.subscribe(() => {
    if (!isCheckStale || store.state().screen === "consolidation") return;
    [hasChanged, isCheckStale] = [true, false];
    wait();
  });
  return (hint) => {
    if (hint === "changed") hasChanged = true;
    wait();
  };
}
