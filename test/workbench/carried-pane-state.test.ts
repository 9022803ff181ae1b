import { expect, it } from "@jest/globals";
import { initialState, reduce, type Action } from "../../src/taskpane/state";
import { makeStore } from "../../src/taskpane/store";
import { carryConsolidation } from "../../src/workbench/carried-pane-state";
import type { ConsolidationView } from "../../src/worker/engine";

const begin = initialState({ language: "en", showsMarks: false });
const period = { vi: "6 tháng", en: "Six months" };
const consolidation: ConsolidationView = {
  period,
  units: [],
  received: 5,
  all: 15,
  findings: [],
  files: [],
  indicators: [],
  unused: 0,
  changes: [],
  state: "needs-a-look",
};
const consolidated: readonly Action[] = [
  { type: "went", to: "consolidation" },
  { type: "consolidated", consolidation },
];
const opens: readonly Action[] = [{ type: "begun", what: period, canStop: false }, { type: "summary-opens" }];

it.each([
  { name: "the summary just made", actions: [...consolidated, ...opens], isCarried: true },
  { name: "kept work", actions: consolidated, isCarried: false },
])("a summary that is opened is told to be written only where it was made of the consolidation: $name", async (one) => {
  const to = makeStore(begin);
  const book = { kind: "summary", period, received: 15, all: 15, answers: 0, areAnswersStale: false } as const;
  to.dispatch({ type: "recognized", book, undoable: null });
  await carryConsolidation(one.actions.reduce(reduce, begin), to);
  const { consolidation: shown, isWritten, notice } = to.state();
  expect([shown !== null, isWritten, notice !== null]).toEqual([one.isCarried, one.isCarried, one.isCarried]);
});
