import type { LiveWorkbook } from "../workbook/workbook";
import type { Engine, MadeFile } from "../worker/engine";
import type { HandedTo } from "./hand-over";
import type { KeptSettings } from "./settings/kept-settings";

/** What the pane works with, wherever it stands: beside Excel, or beside the workbench's sheet. */
export interface Desk {
  readonly workbook: LiveWorkbook;
  /** Makes what is half typed part of the workbook, before what a person asks for is done with it. */
  readonly finishTyping: () => Promise<void>;
  readonly engine: Engine;
  /** Breaks off what the engine is doing; the next call starts afresh. */
  readonly stopEngine: () => void;
  /** The day, ISO `yyyy-mm-dd`. */
  readonly today: () => string;
  /** Gives a file that was made into the person's hands. */
  readonly handOver: (file: MadeFile) => Promise<HandedTo>;
  readonly keep: (settings: KeptSettings) => void;
}
