import { render, screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { webLightTheme } from "@fluentui/react-components";
import type { Language } from "../../src/core/language";
import type { Snapshot } from "../../src/core/snapshot";
import { App } from "../../src/taskpane/app";
import { makeOperations } from "../../src/taskpane/operations";
import type { KeptSettings } from "../../src/taskpane/settings/kept-settings";
import { initialState } from "../../src/taskpane/state";
import { makeStore, type Store } from "../../src/taskpane/store";
import { openLiveMemory, type LiveMemory } from "../../src/workbook/memory";
import type { HandedTo } from "../../src/taskpane/hand-over";
import type { Engine, MadeFile } from "../../src/worker/engine";
import { makeEngine } from "../../src/worker/make-engine";

/** The pane beside a workbook in memory, with the real engine, and a person at it. */
export interface OpenPane {
  readonly book: LiveMemory;
  readonly store: Store;
  readonly user: UserEvent;
  readonly kept: KeptSettings[];
  /** What was made and handed over. */
  readonly handed: MadeFile[];
  /** Waits until the work at hand is done, and gives what the pane then says. */
  readonly said: () => Promise<string>;
}

export function openPane(
  snapshot: Snapshot,
  {
    language = "vi",
    engine = makeEngine(),
    stopEngine = () => undefined,
    handsTo = "downloads",
  }: {
    readonly language?: Language;
    readonly engine?: Engine;
    readonly stopEngine?: () => void;
    readonly handsTo?: HandedTo;
  } = {},
): OpenPane {
  const book = openLiveMemory(snapshot);
  const kept: KeptSettings[] = [];
  const handed: MadeFile[] = [];
  const desk = {
    workbook: book,
    engine,
    stopEngine,
    today: () => "2022-06-16",
    keep: (settings: KeptSettings) => void kept.push(settings),
    finishTyping: () => Promise.resolve(),
    handOver: (file: MadeFile) => {
      if (handsTo !== "nowhere") handed.push(file);
      return Promise.resolve(handsTo);
    },
  };
  const store = makeStore(initialState({ language, showsMarks: false }));
  const operations = makeOperations(desk, store);
  render(<App pane={{ store, operations }} theme={webLightTheme} />);
  const said = async (): Promise<string> => {
    await idle(store);
    const [status, alert] = [screen.getByRole("status"), screen.getByRole("alert")];
    return `${status.textContent}${alert.textContent}`.replaceAll("×", "");
  };
  return { book, store, user: userEvent.setup(), kept, handed, said };
}

/** Until nothing is being done any more, and the page shows it. */
async function idle(store: Store): Promise<void> {
  const { waitFor } = await import("@testing-library/react");
  await waitFor(
    () => {
      if (store.state().busy) throw new Error("still working");
    },
    { timeout: 20_000 },
  );
}
