import { consolidationWords } from "../words/pane/panels";
import { initialState, type PaneState } from "../taskpane/state";

/**
 * The state of the pane beside another workbook: nothing that was found in the one before. Files that were given stay; a
 * consolidation stays where it is what was opened.
 */
export function carriedPaneState(before: PaneState, { isSummary }: { readonly isSummary: boolean }): PaneState {
  const fresh = { ...initialState(before), plan: before.plan };
  const { consolidation, files, allowsErrors, screen } = before;
  if (!isSummary || !consolidation || screen !== "consolidation") return { ...fresh, files, allowsErrors };
  const text = consolidationWords.written(consolidation.received, consolidation.all);
  return { ...fresh, consolidation, screen, isWritten: true, notice: { tone: "done", text } };
}
