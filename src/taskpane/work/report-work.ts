import type { Snapshot } from "../../core/snapshot";
import type { Planned } from "../../worker/engine";
import { frameWords } from "../../words/pane/frame";
import { checkPanelWords, countsLine, progressWords } from "../../words/pane/panels";
import { carryOut, changedMeanwhile, look, run, tell, showMarks, WorkEnded, type Tools } from "./tools";

/** What the pane does with one commune's report. */
export interface ReportWork {
  readonly check: () => Promise<void>;
  readonly compute: () => Promise<void>;
  readonly mendAll: () => Promise<void>;
  readonly mendOne: (key: string, mend: number) => Promise<void>;
  readonly explain: (key: string, text: string) => Promise<void>;
  readonly seal: () => Promise<void>;
  readonly switchMarks: (showsMarks: boolean) => Promise<void>;
}

export function reportWork(tools: Tools): ReportWork {
  const { desk, store } = tools;

  const mend = (plan: (book: Snapshot) => Promise<Planned>): Promise<void> =>
    run(tools, { what: frameWords.mending }, async () => {
      const count = await write(tools, await plan(await desk.workbook.read()));
      await look(tools, false);
      tell(tools, "done", count === null ? checkPanelWords.nothingToMend : checkPanelWords.mended(count));
    });

  return {
    check: () =>
      run(tools, { what: frameWords.checking }, async () => {
        store.dispatch({ type: "went", to: "check" });
        const { check } = await look(tools, true);
        tell(tools, check.counts.error === 0 ? "done" : "told", countsLine(check.counts));
      }),

    compute: () =>
      run(tools, { what: frameWords.computing }, async () => {
        store.dispatch({ type: "went", to: "progress" });
        const written = await write(tools, await desk.engine.compute(await desk.workbook.read()));
        await look(tools, true);
        tell(tools, "done", progressWords.computed(written ?? 0));
      }),

    mendAll: () => mend((book) => desk.engine.mendAll(book, desk.today())),
    mendOne: (key, index) => mend((book) => desk.engine.mendOne(book, { key, mend: index, on: desk.today() })),

    explain: (key, text) =>
      run(tools, { what: frameWords.explaining }, async () => {
        const book = await desk.workbook.read();
        await write(tools, await desk.engine.explain(book, { key, text, on: desk.today() }));
        await look(tools, false);
        tell(tools, "done", checkPanelWords.explainedNow);
      }),

    seal: () =>
      run(tools, { what: frameWords.sealing }, async () => {
        const book = await desk.workbook.read();
        const sealing = await desk.engine.seal(book, desk.today());
        if (sealing.kind === "findings") {
          store.dispatch({ type: "went", to: "check" });
          await look(tools, true);
        }
        if (sealing.kind !== "planned") throw new WorkEnded(sealing.why);
        // Marks must not travel with a report that is sent.
        await desk.workbook.mark([]);
        store.dispatch({ type: "marks-switched", showsMarks: false });
        await carryOut(tools, sealing.operation);
        await look(tools, true);
        tell(tools, "done", checkPanelWords.sealed);
      }),

    switchMarks: async (showsMarks) => {
      store.dispatch({ type: "marks-switched", showsMarks });
      desk.keep({ language: store.state().language, showsMarks });
      await run(tools, { what: frameWords.checking, waits: true }, async () => {
        const { check } = store.state();
        if (!showsMarks) await desk.workbook.mark([]);
        else if (check) await showMarks(tools, check);
      });
    },
  };
}

/** Carries out what was planned; the count of what it did, or null where there was nothing to do. */
async function write(tools: Tools, planned: Planned): Promise<number | null> {
  if (planned.kind === "refused") throw new WorkEnded(planned.why);
  if (planned.kind === "stale") throw changedMeanwhile(planned.refusal);
  if (planned.kind === "nothing-to-do") return null;
  await carryOut(tools, planned.operation);
  return planned.count;
}
