import { describe, expect, it } from "@jest/globals";
import { initialState, reduce, type Action, type PaneState } from "../../src/taskpane/state";
import type { CheckView, FindingView, GivenFile } from "../../src/worker/engine";

const begin = initialState({ language: "vi", showsMarks: false });

function after(...actions: readonly Action[]): PaneState {
  return actions.reduce(reduce, begin);
}

function finding(key: string): FindingView {
  const words = { vi: key, en: key };
  return {
    key,
    rule: "count-is-whole",
    severity: "error",
    sheet: "Số liệu",
    cell: "F8",
    code: "S02",
    what: words,
    why: words,
    todo: words,
    mends: [],
    reason: null,
    canExplain: false,
  };
}

function checked(keys: readonly string[], isAsked = false): Action {
  const check: CheckView = {
    outcome: "errors",
    book: { kind: "neither", reports: 0 },
    counts: { error: keys.length, warning: 0, note: 0 },
    findings: keys.map(finding),
    unevaluated: [],
    indicators: [],
    mendable: 0,
    maySeal: false,
  };
  return { type: "checked", check, isAsked };
}

function file(name: string, byte: number): GivenFile {
  return { name, bytes: new Uint8Array([byte]) };
}

describe("findings that have gone", () => {
  const goneOf = ({ gone }: PaneState): string[] => gone.map(({ key }) => key);

  it("stay in sight, struck through, until the person checks again", () => {
    const mended = after(checked(["a", "b"], true), checked(["b"]));
    expect(goneOf(mended)).toEqual(["a"]);
    expect(goneOf(reduce(mended, checked(["b"])))).toEqual(["a"]);
    expect(goneOf(reduce(mended, checked([])))).toEqual(["a", "b"]);
    expect(goneOf(reduce(mended, checked(["b"], true)))).toEqual([]);
  });

  it("are findings again when they come back", () => {
    expect(goneOf(after(checked(["a"], true), checked([]), checked(["a"])))).toEqual([]);
  });
});

describe("files", () => {
  it("given again under the same name take the place of the first", () => {
    const { files } = after(
      { type: "files-given", files: [file("a.xlsx", 1), file("b.xlsx", 2)], areSamples: false },
      { type: "files-given", files: [file("a.xlsx", 3)], areSamples: false },
    );
    expect(files.map(({ name, bytes }) => [name, bytes[0]])).toEqual([
      ["b.xlsx", 2],
      ["a.xlsx", 3],
    ]);
  });

  it("that are written are not given a second time", () => {
    const { files, isWritten } = after(
      { type: "files-given", files: [file("a.xlsx", 1)], areSamples: false },
      { type: "summary-written" },
    );
    expect([files, isWritten]).toEqual([[], true]);
  });
});

describe("what is being done", () => {
  const begun: Action = { type: "begun", what: { vi: "Đang kiểm tra", en: "Checking" }, canStop: true };

  it("takes the last outcome away, and is over when it ends", () => {
    const working = after({ type: "told", notice: { tone: "done", text: { vi: "Xong.", en: "Done." } } }, begun);
    expect(working.notice).toBeNull();
    expect(reduce(working, { type: "advanced", done: 9, all: 15 }).busy).toMatchObject({ done: 9, all: 15 });
    expect(reduce(working, { type: "ended" }).busy).toBeNull();
  });

  it("is not brought back by a late word of progress", () => {
    expect(after(begun, { type: "ended" }, { type: "advanced", done: 9, all: 15 }).busy).toBeNull();
  });
});

it("another plan makes what was found by the first one void", () => {
  const plan = { title: { vi: "Kế hoạch", en: "Plan" }, isOwn: false, units: [], periods: [] };
  const state = after(checked(["a"], true), { type: "plan-opened", plan });
  expect([state.check, state.gone]).toEqual([null, []]);
});

describe("the outcome of the last action", () => {
  const done: Action = { type: "told", notice: { tone: "done", text: { vi: "Đã chốt.", en: "Sealed." } } };
  const failed: Action = {
    type: "told",
    notice: { tone: "failed", text: { vi: "Không ghi được.", en: "Not written." } },
  };

  it.each<[string, readonly Action[], boolean]>([
    ["stays while the workbook says the same", [checked(["a"]), done, checked(["a"])], true],
    ["goes when the workbook says something else since", [checked([]), done, checked(["a"])], false],
    ["stays where it tells of a failure", [checked([]), failed, checked(["a"])], true],
    ["is that of a check that was asked for", [checked([]), done, checked(["a"], true)], true],
    ["goes with the files that it was of", [failed, { type: "files-cleared" }], false],
    ["goes when errors are let in", [done, { type: "errors-allowed", allowsErrors: true }], false],
  ])("%s", (_case, actions, isThere) => {
    expect(after(...actions).notice !== null).toBe(isThere);
  });
});
