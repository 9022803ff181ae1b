import { initialState, type PaneState } from "../taskpane/state";
import { until, type Store } from "../taskpane/store";
import { consolidationWords } from "../words/pane/panels";

/** The state of the pane beside another workbook: nothing that was found in the one before; files that were given stay. */
export function carriedPaneState(before: PaneState): PaneState {
  const { files, filesAreSamples, allowsErrors } = before;
  return { ...initialState(before), files, filesAreSamples, allowsErrors };
}

/** Where what was opened is the summary just made, the pane goes on showing what it was made of. */
export async function carryConsolidation({ screen, consolidation, busy: then }: PaneState, to: Store): Promise<void> {
  // Kept work that is opened again may be a summary too, of other reports.
  if (!then?.isOpeningSummary) return;
  await until(to, ({ book, busy }) => book !== null && !busy);
  if (screen !== "consolidation" || !consolidation || to.state().book?.kind !== "summary") return;
  to.dispatch({ type: "went", to: "consolidation" });
  to.dispatch({ type: "consolidated", consolidation });
  to.dispatch({ type: "summary-written" });
  const text = consolidationWords.written(consolidation.received, consolidation.all);
  to.dispatch({ type: "told", notice: { tone: "done", text } });
}
