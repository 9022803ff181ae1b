import type { Language, Phrase } from "../../core/language";
import type { Snapshot } from "../../core/snapshot";
import type {
  ConsolidationRequest,
  ConsolidationView,
  FeedbackManner,
  GivenFile,
  MadeOutcome,
  Planned,
} from "../../worker/engine";
import { frameWords } from "../../words/pane/frame";
import { made } from "../../words/made";
import { refusals } from "../../words/operations";
import { consolidationWords } from "../../words/pane/panels";
import { maxFileBytes } from "../../workbook/file-size";
import { realFiles } from "../state";
import {
  carryOut,
  changedMeanwhile,
  heedStop,
  recognize,
  run,
  tell,
  WorkEnded,
  type OpenBook,
  type Tools,
} from "./tools";

/** All files that were given stay in memory until they are laid together; thousands of reports are less. */
const maxBytesTogether = 500 * 1024 * 1024;

/** What the pane does with the reports of all units. */
export interface DistrictWork {
  /** Samples take the place of all files that were given, and other files the place of samples. */
  readonly giveFiles: (files: readonly File[], areSamples?: boolean) => Promise<void>;
  readonly clearFiles: () => void;
  readonly leaveOutFile: (name: string) => void;
  readonly allowErrors: (allowsErrors: boolean) => void;
  readonly consolidate: () => Promise<void>;
  readonly writeSummary: () => Promise<void>;
  readonly openSummary: () => Promise<void>;
  /** The open summary as the official report. */
  readonly draftReport: () => Promise<void>;
  /** Answers to the units as sheets of the open summary, and out of it again. */
  readonly putAnswers: () => Promise<void>;
  readonly takeAnswersOut: () => Promise<void>;
  /** Answers to the units of the last consolidation, in files. */
  readonly answerUnits: (as: FeedbackManner["as"]) => Promise<void>;
  /** The forms that follow on the open summary. */
  readonly nextForms: () => Promise<void>;
  readonly trace: () => Promise<void>;
  readonly stop: () => void;
}

type Asked = Pick<ConsolidationRequest, "files" | "allowsErrors">;

export function districtWork(tools: Tools): DistrictWork {
  const { desk, store } = tools;
  const layTogether = async (book: Snapshot, asked: Asked): Promise<ConsolidationView> => {
    const request = { ...asked, book, on: desk.today() };
    const onProgress = (done: number, all: number): void => store.dispatch({ type: "advanced", done, all });
    const consolidation = await desk.engine.consolidate(request, onProgress);
    heedStop(tools);
    const { files, allowsErrors } = store.state();
    // The pane would show, and write, what nobody asks for any more.
    if (files !== asked.files || allowsErrors !== asked.allowsErrors) {
      throw new WorkEnded(consolidationWords.askedOtherwise);
    }
    return consolidation;
  };

  const write = async ({ snapshot, book }: OpenBook, { units, all }: ConsolidationView): Promise<void> => {
    const counted = units.filter(({ state, isWhole }) => state === "accepted" && !isWhole).length;
    if (book.kind === "report") {
      // A commune's report is no place for the summary of all.
      await openSummary(tools);
      return;
    }
    if (snapshot.sheets.length === 0) {
      // Nothing is open: what would be written into it is all of it, and as a file it is brought here at once.
      await openSummary(tools);
      store.dispatch({ type: "summary-written" });
      tell(tools, "done", consolidationWords.written(counted, all));
      return;
    }
    // From here on there is nothing to break off: it is written whole or not at all.
    store.dispatch({ type: "begun", what: frameWords.writing, canStop: false });
    const outcome = await desk.engine.summary(snapshot);
    if (outcome.kind === "refused") throw new WorkEnded(outcome.why);
    if (outcome.kind === "planned") await carryOut(tools, outcome.operation);
    store.dispatch({ type: "summary-written" });
    await recognize(tools);
    const said = outcome.kind === "planned" ? consolidationWords.written(counted, all) : consolidationWords.upToDate;
    const gone = outcome.kind === "planned" ? outcome.answersGone : 0;
    tell(tools, "done", gone === 0 ? said : sentences([said, made.answersWentStale(gone)]));
  };

  const language = (): Language => store.state().language;
  const make = (making: () => Promise<MadeOutcome>): Promise<void> =>
    run(tools, { what: frameWords.making, canStop: true }, async () => {
      const outcome = await making();
      heedStop(tools);
      if (outcome.kind === "refused") throw new WorkEnded(outcome.why);
      const { file, said } = outcome;
      const to = await desk.handOver(file);
      if (to === "nowhere") throw new WorkEnded(made.cannotDownload);
      tell(tools, "done", (to === "downloads" ? made.downloaded : made.opened)(said, file.fileName));
    });

  const changeAnswers = (
    what: Phrase,
    planning: (book: Snapshot) => Promise<Planned>,
    { done, nothing }: { readonly done: (count: number) => Phrase; readonly nothing: Phrase },
  ): Promise<void> =>
    run(tools, { what }, async () => {
      const planned = await planning(await desk.workbook.read());
      if (planned.kind === "refused") throw new WorkEnded(planned.why);
      if (planned.kind === "stale") throw changedMeanwhile(planned.refusal);
      if (planned.kind === "planned") await carryOut(tools, planned.operation);
      await recognize(tools);
      if (planned.kind !== "planned") tell(tools, "done", nothing);
      else tell(tools, "done", sentences([done(planned.count), ...(planned.remark ? [planned.remark] : [])]));
    });

  return {
    giveFiles: (files, areSamples = false) =>
      run(tools, { what: frameWords.reading, waits: true }, async () => {
        const tooLarge = files.filter(({ size }) => size > maxFileBytes);
        const taken = files.filter((file) => !tooLarge.includes(file));
        const earlier = areSamples ? [] : realFiles(store.state());
        const held = earlier.reduce((sum, { bytes }) => sum + bytes.length, 0);
        if (taken.reduce((sum, { size }) => sum + size, held) > maxBytesTogether)
          throw new WorkEnded(consolidationWords.tooMuch);
        const given: GivenFile[] = [];
        const unread: string[] = [];
        for (const file of taken) {
          const buffer = await file.arrayBuffer().catch(() => null);
          if (buffer) given.push({ name: file.name, bytes: new Uint8Array(buffer) });
          else unread.push(file.name);
        }
        if (given.length > 0) store.dispatch({ type: "files-given", files: given, areSamples });
        const untaken = [
          ...(tooLarge.length > 0 ? [consolidationWords.tooLarge(tooLarge.map(({ name }) => name))] : []),
          ...(unread.length > 0 ? [consolidationWords.notRead(unread)] : []),
        ];
        if (untaken.length > 0) throw new WorkEnded(sentences(untaken));
        const replaced = earlier.filter((one) => given.some((other) => isOtherOfName(one, other)));
        tell(
          tools,
          "done",
          consolidationWords.given(
            store.state().files.length,
            replaced.map(({ name }) => name),
          ),
        );
      }),

    leaveOutFile: (name) => store.dispatch({ type: "file-left-out", name }),
    clearFiles: () => store.dispatch({ type: "files-cleared" }),
    allowErrors: (allowsErrors) => store.dispatch({ type: "errors-allowed", allowsErrors }),

    consolidate: () => {
      const { files, allowsErrors } = store.state();
      return run(tools, { what: frameWords.consolidating, canStop: true }, async () => {
        store.dispatch({ type: "went", to: "consolidation" });
        // What the pane took the workbook for may be out of date, or nothing where the last look failed.
        const open = await recognize(tools);
        heedStop(tools);
        const hasReports = open.book.kind === "neither" && open.book.reports > 0;
        if (files.length === 0 && !hasReports) throw new WorkEnded(consolidationWords.nothingGiven);
        const consolidation = await layTogether(open.snapshot, { files, allowsErrors });
        store.dispatch({ type: "consolidated", consolidation });
        if (consolidation.state === "nothing") throw new WorkEnded(consolidationWords.nothingRead);
        if (consolidation.state === "undecided") throw new WorkEnded(consolidationWords.undecided);
        // What changes figures that are there already is shown before it is written.
        if (consolidation.state === "ready" && open.book.kind !== "summary") await write(open, consolidation);
        else tell(tools, "done", consolidationWords.notWritten(consolidation.received, consolidation.all));
      });
    },

    writeSummary: () =>
      run(tools, { what: frameWords.writing }, async () => {
        const { consolidation } = store.state();
        if (consolidation) await write(await recognize(tools), consolidation);
      }),

    openSummary: () => run(tools, { what: frameWords.making }, () => openSummary(tools)),

    draftReport: () =>
      make(async () => desk.engine.report(await desk.workbook.read(), { on: desk.today(), language: language() })),
    putAnswers: () =>
      changeAnswers(
        frameWords.answering,
        (book) => desk.engine.answers(book, { on: desk.today(), language: language() }),
        { done: made.answers, nothing: made.answersAreThere },
      ),
    takeAnswersOut: () =>
      changeAnswers(frameWords.takingOut, (book) => desk.engine.withoutAnswers(book), {
        done: made.answersTakenOut,
        nothing: made.noAnswers,
      }),
    answerUnits: (as) => make(() => desk.engine.feedback({ on: desk.today(), language: language(), as })),
    nextForms: () => make(async () => desk.engine.nextForms(await desk.workbook.read(), language())),

    trace: () =>
      run(tools, { what: frameWords.tracing }, async () => {
        store.dispatch({ type: "went", to: "trace" });
        await traceSelected(tools);
      }),

    stop: () => {
      store.dispatch({ type: "stop-pressed" });
      desk.stopEngine();
    },
  };
}

function isOtherOfName(one: GivenFile, other: GivenFile): boolean {
  const isSame = (): boolean =>
    one.bytes.length === other.bytes.length && one.bytes.every((byte, at) => byte === other.bytes[at]);
  return one.name === other.name && !isSame();
}

function sentences(all: readonly Phrase[]): Phrase {
  return { vi: all.map(({ vi }) => vi).join(" "), en: all.map(({ en }) => en).join(" ") };
}

async function openSummary({ desk, store }: Tools): Promise<void> {
  const book = await desk.engine.summaryBook();
  if (!book) throw new WorkEnded(refusals.nothingConsolidated());
  store.dispatch({ type: "summary-opens" });
  await desk.workbook.openNew(book);
}

/** Shows what stands behind the selected cell. */
export async function traceSelected({ desk, store }: Tools): Promise<void> {
  const at = await desk.workbook.selected();
  if (!at) return;
  const view = await desk.engine.trace(await desk.workbook.read(), at);
  store.dispatch({ type: "traced", at, view });
}
