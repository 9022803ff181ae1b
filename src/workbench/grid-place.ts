import type { BenchState } from "./bench-state";
import type { Grid } from "./grid/grid";

/** Where the grid stands. It is loaded with the first workbook: the page is there long before it. */
export interface GridPlace {
  readonly mount: (container: HTMLElement) => void;
  /** Null where this browser cannot show it: the input table is there. */
  readonly grid: () => Promise<Grid | null>;
}

export function gridPlace(
  load: (container: HTMLElement) => Promise<Grid>,
  tell: (grid: BenchState["grid"]) => void,
): GridPlace {
  let container: HTMLElement | null = null;
  let asked: Promise<Grid | null> | null = null;
  const loaded = async (): Promise<Grid | null> => {
    if (!container) return null;
    tell("loading");
    try {
      const grid = await load(container);
      tell("ready");
      return grid;
    } catch {
      tell("failed");
      return null;
    }
  };
  return {
    mount: (element) => {
      container = element;
    },
    grid: () => (asked ??= loaded()),
  };
}
