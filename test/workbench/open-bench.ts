import { makeForm } from "../../src/core/form/make-form";
import type { CellEdit } from "../../src/core/edit";
import type { Phrase } from "../../src/core/language";
import { sampleContents } from "../../src/samples/sample-contents";
import { makeBench, type Bench } from "../../src/workbench/bench";
import type { Door, OpenDoor } from "../../src/workbench/door";
import type { KeptWork } from "../../src/workbench/keep/kept-work";
import type { SaveRequest, SavedTo } from "../../src/workbench/save-file";
import { openLiveMemory, snapshotOf } from "../../src/workbook/memory";
import { yenChau } from "../plans/opened";
import { deskOfDay, keeperIn, type KeptWorks } from "./bench-parts";
import { looksOf } from "./looks-of";

const [, unit = yenChau.whole] = yenChau.units;
const [period] = yenChau.periods;
if (!period) throw new Error("The plan has no period.");
const form = makeForm(yenChau, { unit, period }, sampleContents(yenChau, { unit, period, seed: 267 }));

/** The workbench with the real engine and a workbook in memory, whatever file is opened; "bad.xlsx" is none. */
export interface OpenBench {
  readonly bench: Bench;
  readonly saved: readonly SaveRequest[];
  readonly kept: Readonly<KeptWorks>;
  readonly changes: readonly CellEdit[];
}

interface Trial {
  /** What the dialog for saving gives. */
  readonly savesTo?: SavedTo | null;
  readonly left?: readonly KeptWork[];
  readonly endField?: () => void;
}

export function openBench({
  savesTo = { name: "saved.xlsx", handle: null },
  left = [],
  endField = () => undefined,
}: Trial = {}): OpenBench {
  const saved: SaveRequest[] = [];
  const kept: KeptWorks = new Map();
  const changes: CellEdit[] = [];
  const openDoor: OpenDoor = async ({ fileName, openNew, mayShow }) => {
    if (fileName === "bad.xlsx") return { file: fileName, reason: "encrypted", detail: "" };
    if (!(await mayShow())) return null;
    const door = doorOver(changes, openNew);
    const close = (): void => undefined;
    return {
      door,
      looks: () => looksOf(form),
      charts: () => new Map(),
      turnTo: () => undefined,
      finishTyping: () => Promise.resolve(),
      close,
    };
  };
  const bench = makeBench({
    desk: deskOfDay(),
    settings: { language: "vi", showsMarks: false },
    openDoor,
    saveFile: (request) => {
      saved.push(request);
      return Promise.resolve(savesTo);
    },
    endField,
    keeper: keeperIn(kept, left),
  });
  return { bench, saved, kept, changes };
}

/** A door without a file: what is typed counts as unsaved until it is saved. */
function doorOver(changes: CellEdit[], openNew: Door["openNew"]): Door {
  const memory = openLiveMemory(snapshotOf(form, "form.xlsx"));
  const listeners = new Set<() => void>();
  let isUnsaved = false;
  const changed = (): void => {
    isUnsaved = true;
    for (const listener of listeners) listener();
  };
  return {
    ...memory,
    openNew,
    write: async (operation) => {
      const refusal = await memory.write(operation);
      if (!refusal) changed();
      return refusal;
    },
    change: async ({ name, edits }: { readonly name: Phrase; readonly edits: readonly CellEdit[] }) => {
      changes.push(...edits);
      const refusal = await memory.write({ name, rounds: [edits], drawn: null });
      if (!refusal) changed();
      return refusal;
    },
    redo: () => Promise.resolve(),
    redoable: () => Promise.resolve(null),
    bytes: () => new Uint8Array([80, 75]),
    isUnsaved: () => isUnsaved,
    saved: () => {
      isUnsaved = false;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** jsdom's files cannot be read as bytes. */
export function aFile(name: string): File {
  const bytes = new Uint8Array([80, 75]);
  return Object.assign(new File([bytes], name), { arrayBuffer: () => Promise.resolve(bytes.buffer) });
}

/** Until the workbench's state is such. */
export async function whenBench({ subscribe }: Bench, isSo: () => boolean): Promise<void> {
  if (isSo()) return;
  await new Promise<void>((resolve) => {
    const stop = subscribe(() => {
      if (!isSo()) return;
      stop();
      resolve();
    });
  });
}
