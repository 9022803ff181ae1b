import type { Operations } from "./operations";

/**
 * The ribbon's buttons, by the ids that manifest.xml gives them. The first that is pressed opens the pane, which has to
 * look at the workbook before it can do anything else.
 */
export function ribbonActions(operations: Operations): Readonly<Record<string, () => Promise<void>>> {
  const onceOpen = (act: () => Promise<void> | void) => async (): Promise<void> => {
    await operations.whenOpen();
    await act();
  };
  return {
    check: onceOpen(operations.check),
    computeProgress: onceOpen(operations.compute),
    consolidate: onceOpen(() => operations.go("consolidation")),
    seal: onceOpen(operations.seal),
    undo: onceOpen(operations.undo),
    newForm: onceOpen(() => operations.go("form")),
  };
}
