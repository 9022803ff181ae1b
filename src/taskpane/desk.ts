import type { LiveWorkbook } from "../workbook/workbook";
import type { Engine } from "../worker/engine";
import type { KeptSettings } from "./settings/kept-settings";

/** What the pane works with, wherever it stands: beside Excel, or beside the workbench's sheet. */
export interface Desk {
  readonly workbook: LiveWorkbook;
  readonly engine: Engine;
  /** Breaks off what the engine is doing; the next call starts afresh. */
  readonly stopEngine: () => void;
  /** The day, ISO `yyyy-mm-dd`. */
  readonly today: () => string;
  readonly keep: (settings: KeptSettings) => void;
}
