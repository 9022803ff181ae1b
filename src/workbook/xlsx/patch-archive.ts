import type { PendingEdit } from "../../core/apply-edits";
import type { Snapshot } from "../../core/snapshot";
import { cellAt } from "../../core/snapshot";
import { demandCalculation, dropCalculationChain } from "./calculation";
import { PackageDraft } from "./package-draft";
import { patchSheet } from "./patch-sheet";
import { patchStyles } from "./patch-styles";
import { followHeaders } from "./patch-tables";
import { readWorkbook } from "./workbook-part";

/** Edits of cells that were checked against the workbook, and what is known of it. */
export interface ArchivePatch {
  readonly pending: readonly PendingEdit[];
  readonly before: Snapshot;
  /** Whether any formula is in the workbook after the edits. */
  readonly hasFormulas: boolean;
}

/** The archive with the parts patched that the edits touch, or the edit that cannot be made; may throw a CannotPatch. */
export function patchArchive(bytes: Uint8Array, patch: ArchivePatch): Uint8Array | PendingEdit {
  const draft = PackageDraft.open(bytes);
  const workbook = readWorkbook(draft);
  const { stylesPart, countsFrom1904 } = workbook;
  const styles = patchStyles(stylesPart === null ? null : draft.text(stylesPart));
  for (const { name, part } of workbook.sheets) {
    const edits = patch.pending.filter(({ at }) => at.sheet === name);
    const sheet = patch.before.sheets.find((candidate) => candidate.name === name);
    const [first] = edits;
    if (!first || !sheet) continue;
    const patched = patchSheet(draft.text(part), {
      edits,
      cellBefore: ({ row, column }) => cellAt(sheet, row, column),
      styleFor: styles.styleFor,
      countsFrom1904,
    });
    if (typeof patched !== "string") return patched ?? first;
    // What a sheet without tables is related to is not asked: the part that says it may be no XML.
    const refused = patched.includes("tablePart") ? followHeaders(draft, part, edits) : null;
    if (refused) return refused;
    draft.write(part, patched);
  }
  const patchedStyles = styles.patched();
  if (patchedStyles !== null && stylesPart !== null) draft.write(stylesPart, patchedStyles);
  if (patch.hasFormulas) demandCalculation(draft);
  const { pending } = patch;
  if (pending.some(({ put, found }) => (put.formula === undefined) !== (found.formula === undefined))) {
    dropCalculationChain(draft);
  }
  return draft.bytes();
}
