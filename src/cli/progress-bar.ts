import { SingleBar } from "cli-progress";
import type { Phrase } from "../core/language";
import type { Manner } from "./terminal";

/** Work shorter than this needs no bar. */
const patienceMilliseconds = 1000;

export interface ProgressBar {
  /** One more of the whole is done. */
  readonly tick: () => void;
  readonly stop: () => void;
}

/** A bar on a terminal's standard error, from the moment that the work takes longer than a second. */
export function progressBar({ language, isQuiet }: Manner, label: Phrase, total: number): ProgressBar {
  if (isQuiet || !process.stderr.isTTY) return { tick: () => undefined, stop: () => undefined };
  const begun = performance.now();
  const bar = new SingleBar({
    stream: process.stderr,
    format: `${label[language]} [{bar}] {value}/{total}`,
    clearOnComplete: true,
    hideCursor: false,
  });
  let done = 0;
  let isShown = false;
  return {
    tick: () => {
      done++;
      if (!isShown && performance.now() - begun > patienceMilliseconds) {
        isShown = true;
        bar.start(total, done);
      } else if (isShown) {
        bar.update(done);
        // The work in between leaves the bar's own timer no room.
        bar.render();
      }
    },
    stop: () => {
      if (isShown) bar.stop();
    },
  };
}
