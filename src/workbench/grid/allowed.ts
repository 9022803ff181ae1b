/**
 * What a person may do in the grid: look around, and give contents to cells. All else is refused, since what cannot be
 * saved must not be possible (law ED5).
 */
const commands: ReadonlySet<string> = new Set([
  "sheet.command.set-range-values",
  "sheet.command.select-range",
  "sheet.command.select-all",
  "sheet.command.move-selection",
  "sheet.command.move-selection-enter-tab",
  "sheet.command.expand-selection",
  "sheet.command.scroll-view",
  "sheet.command.scroll-view-reset",
  "sheet.command.scroll-to-cell",
  "sheet.command.set-scroll-relative",
  "sheet.command.set-zoom-ratio",
  "sheet.command.change-zoom-ratio",
  "sheet.command.set-worksheet-activate",
  "sheet.command.delta-column-width",
  "sheet.command.set-worksheet-col-width",
  "univer.command.copy",
]);

/** Refused although their family is allowed: each opens something through which the workbook's make-up could change. */
const closed: ReadonlySet<string> = new Set([
  "sheet.operation.rename-sheet",
  "sheet.operation.set-format-painter",
  "sheet.operation.open.numfmt.panel",
  "sheet.operation.open.conditional.formatting.panel",
  "data-validation.operation.open-validation-panel",
  "sheet-permission.operation.openDialog",
  "sheet-permission.operation.openPanel",
  "formula-ui.operation.insert-function",
  "formula-ui.operation.more-functions",
]);

/** What the editor of a single cell does; none of it reaches the sheet but through `set-range-values`. */
const editingCommands: ReadonlySet<string> = new Set([
  "doc.command.replace-snapshot",
  "doc.command.cover-content",
  "doc.command.replace-content",
  "doc.command.break-line",
  "doc.command.delete-left",
  "doc.command.delete-right",
  "doc.command.delete-text",
  "doc.command.update-text",
  "doc.command.enter",
  "doc.command.ime-input",
  "doc.command.insert-text",
  "doc.command.inner-cut",
  "doc.command.inner-paste",
  "doc.command.merge-two-paragraph",
  "doc.command.replace-selection",
  "doc.command.replace-text-runs",
  "doc.command.select-all",
]);

/** Changes below the commands: what a command that is allowed may do to the book. */
const mutations: ReadonlySet<string> = new Set([
  "sheet.mutation.set-worksheet-col-width",
  "sheet.mutation.set-worksheet-row-auto-height",
  "sheet.mutation.empty",
  // Univer's name for "the formula of a condition is to be calculated", also for colours.
  "sheet.mutation.data-validation-formula-mark-dirty",
]);

/** Whether Univer may carry a command out while a person is at work. */
export function isAllowed(id: string): boolean {
  if (id.includes(".mutation.")) return mutations.has(id) || !id.startsWith("sheet.mutation.");
  if (id.includes(".operation.")) return !closed.has(id);
  return commands.has(id) || editingCommands.has(id);
}
