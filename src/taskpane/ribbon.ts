import type { Operations } from "./operations";

/** The ribbon's buttons, by the ids that manifest.xml gives them. */
export function ribbonActions(operations: Operations): Readonly<Record<string, () => Promise<void> | void>> {
  return {
    check: operations.check,
    computeProgress: operations.compute,
    consolidate: () => operations.go("consolidation"),
    seal: operations.seal,
    undo: operations.undo,
    newForm: () => operations.go("form"),
  };
}
