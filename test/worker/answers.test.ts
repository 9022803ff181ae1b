import { describe, expect, it } from "@jest/globals";
import { answersIn } from "../../src/core/consolidation/answer-sheets";
import { isCellEdit } from "../../src/core/edit";
import type { Snapshot } from "../../src/core/snapshot";
import type { Engine, GivenFile } from "../../src/worker/engine";
import { makeEngine } from "../../src/worker/make-engine";
import { on, opened, planned, sampleFiles, written } from "./live";

const all = sampleFiles("2022-H1");
const late = all.filter(({ name }) => name.startsWith("04093"));
const early = all.filter((file) => !late.includes(file));
const manner = { on, language: "vi" } as const;

function consolidate(engine: Engine, files: readonly GivenFile[], book: Snapshot | null) {
  return engine.consolidate({ files, book, allowsErrors: false, on }, () => undefined);
}

/** A summary without the late report, with the answers in it, and the engine that made both. */
async function answered() {
  const engine = makeEngine();
  await consolidate(engine, early, null);
  const made = await engine.summaryBook();
  if (!made) throw new Error("no summary");
  const plain = opened({ name: made.fileName, bytes: made.bytes });
  const outcome = planned(await engine.answers(plain, manner));
  return { engine, plain, outcome, book: written(plain, outcome.operation) };
}

const ofEarly = answered();

describe("answers in the open summary", () => {
  it("are one operation, and make no difference to what the summary is", async () => {
    const { engine, plain, outcome, book } = await ofEarly;
    expect(outcome).toMatchObject({ count: 15, operation: { name: { en: "Write the feedback sheets" } } });
    expect(outcome.remark).toBeUndefined();
    expect(book.sheets.slice(0, plain.sheets.length)).toEqual(plain.sheets);
    const view = await engine.recognize(plain);
    expect(view).toMatchObject({ kind: "summary", received: 14, answers: 0, areAnswersStale: false });
    expect(await engine.recognize(book)).toEqual({ ...view, answers: 15 });
    expect({ ...(await engine.check(book, on)), book: null }).toEqual({
      ...(await engine.check(plain, on)),
      book: null,
    });
    expect((await engine.report(book, manner)).kind).toBe("made");
    expect(await engine.answers(book, manner)).toEqual({ kind: "nothing-to-do" });
  });

  it("[ED3] go again as one operation", async () => {
    const { engine, plain, book } = await ofEarly;
    const out = planned(await engine.withoutAnswers(book));
    expect(out.count).toBe(15);
    expect(written(book, out.operation)).toEqual(plain);
    expect(await engine.withoutAnswers(plain)).toEqual({ kind: "nothing-to-do" });
  });

  it("go with the figures that they were made from, and are made anew from the newer ones only once these are written", async () => {
    const { book } = await ofEarly;
    const engine = makeEngine();
    await consolidate(engine, late, book);
    const tooEarly = await engine.answers(book, manner);
    expect(tooEarly.kind === "refused" && tooEarly.why.en).toContain("Write the summary first");
    const update = planned(await engine.summary(book));
    expect(update.answersGone).toBe(15);
    const newer = written(book, update.operation);
    expect(await engine.recognize(newer)).toMatchObject({ received: 15, answers: 0 });
    const again = planned(await engine.answers(newer, manner));
    // Only the late report was given: what was found in the others is no longer known.
    expect(again.remark?.en).toContain("The feedback for 14 units does not tell the places to mend");
    const files = await engine.feedback({ ...manner, as: "files" });
    expect(files.kind === "made" && files.said.vi).toMatch(
      /^Đã lập phiếu phản hồi cho 15 đơn vị\. Phiếu của 14 đơn vị/,
    );
    const anew = written(newer, again.operation);
    expect(await engine.recognize(anew)).toMatchObject({ answers: 15, areAnswersStale: false });
    expect(await engine.summary(anew)).toEqual({ kind: "nothing-to-do" });
  });

  it("are said to be of earlier figures where another program left them standing", async () => {
    const { book } = await ofEarly;
    const engine = makeEngine();
    await consolidate(engine, late, book);
    const { operation } = planned(await engine.summary(book));
    const kept = operation.rounds.map((edits) =>
      edits.filter((edit) => isCellEdit(edit) || edit.kind !== "drop-sheet"),
    );
    const left = written(book, { ...operation, rounds: kept });
    expect(answersIn(left)).toHaveLength(15);
    expect(await engine.recognize(left)).toMatchObject({ received: 15, answers: 15, areAnswersStale: true });
    // What stands there is put right by the next press.
    expect(planned(await engine.summary(left)).answersGone).toBe(15);
  });

  it("need a summary, and a consolidation that knows the findings", async () => {
    const { plain } = await ofEarly;
    const engine = makeEngine();
    const why = async (book: Snapshot) => {
      const outcome = await engine.answers(book, manner);
      return outcome.kind === "refused" ? outcome.why.en : outcome.kind;
    };
    expect(await why(plain)).toContain("Nothing was consolidated yet");
    const [report] = all;
    if (report) expect(await why(opened(report))).toContain("no summary by this plan");
  });
});
