import { contentAt } from "../../src/core/apply-edits";
import { fromA1, type Place } from "../../src/core/cell";
import type { CellContent } from "../../src/core/edit";
import type { Snapshot } from "../../src/core/snapshot";
import { makeBench, type Bench, type BenchTools } from "../../src/workbench/bench";
import type { OpenBook } from "../../src/workbench/door";
import type { Grid, TypedCell } from "../../src/workbench/grid/grid";
import { doorOpener } from "../../src/workbench/open-door";
import type { SaveFile } from "../../src/workbench/save-file";
import type { Files } from "../../src/workbook/file/files";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { makeFiles } from "../../src/worker/make-files";
import { contractBlueprint } from "../workbook/contract-book";
import { deskOfDay, keeperIn, type KeptWorks } from "./bench-parts";

/** A cell that is 4321 in every file opened here. */
export const poor: Place = { sheet: "Số liệu", cell: "C3" };
const untouched: CellContent = { value: 4321 };

/** The workbench with real files and doors, and a sheet that draws nothing. */
export interface FileBench {
  readonly bench: Bench;
  readonly sheet: PaperSheet;
  readonly kept: Readonly<KeptWorks>;
  /** Of the file that is opened, whatever its name. */
  readonly bytes: Uint8Array;
  /** Opens a file of this name, as if it had been dropped on the page. */
  readonly give: (name: string) => Promise<void>;
  readonly book: () => OpenBook;
}

interface Trial {
  readonly saveFile?: SaveFile;
  readonly files?: Partial<Files>;
  readonly endField?: BenchTools["endField"];
}

export async function openFiles({ saveFile, files, endField = () => undefined }: Trial = {}): Promise<FileBench> {
  const bytes = new Uint8Array(await writeWorkbook(contractBlueprint));
  const sheet = new PaperSheet();
  const kept: KeptWorks = new Map();
  const bench: Bench = makeBench({
    desk: deskOfDay(),
    settings: { language: "vi", showsMarks: false },
    openDoor: doorOpener({
      files: { ...makeFiles(), ...files },
      grid: () => Promise.resolve(sheet),
      onFailure: (what) => bench.fail(what),
      onSheet: () => undefined,
    }),
    saveFile: saveFile ?? (({ name }) => Promise.resolve({ name, handle: null })),
    endField,
    keeper: keeperIn(kept),
  });
  return {
    bench,
    sheet,
    kept,
    bytes,
    give: (name) => bench.giveFiles([new File([bytes], name)]),
    book: () => {
      const { book } = bench.state();
      if (!book) throw new Error("Nothing is open.");
      return book.open;
    },
  };
}

const stop = (): void => undefined;

/** A sheet that calculates nothing; a test types in it. */
export class PaperSheet implements Grid {
  readonly #typed = new Set<(cells: readonly TypedCell[]) => void>();
  readonly #selected = new Set<(place: Place) => void>();
  #editing: () => void = stop;
  /** What has to be waited for before another book is seen. */
  slowly: Promise<void> = Promise.resolve();
  marked = 0;
  revealed: readonly Place[] = [];

  /** Leaves a figure in the cell's editor. */
  halfType(...typed: Parameters<PaperSheet["type"]>): void {
    this.#editing = () => this.type(...typed);
  }

  type(value: number, before: CellContent = untouched): void {
    for (const listener of [...this.#typed]) listener([{ at: poor, before, content: { value } }]);
  }

  select(place: Place): void {
    for (const listener of [...this.#selected]) listener(place);
  }

  readonly show = async (...[, mayShow]: Parameters<Grid["show"]>): Promise<boolean> => {
    await this.finishTyping();
    await this.slowly;
    return mayShow ? mayShow() : true;
  };
  readonly finishTyping = (): Promise<void> => {
    const end = this.#editing;
    this.#editing = stop;
    end();
    return Promise.resolve();
  };
  readonly mark: Grid["mark"] = (marks) => void (this.marked = marks.length);
  readonly reveal = (place: Place): boolean => {
    this.revealed = [...this.revealed, place];
    return true;
  };
  readonly onTyped: Grid["onTyped"] = (listener) => {
    this.#typed.add(listener);
    return () => this.#typed.delete(listener);
  };
  readonly onSelected: Grid["onSelected"] = (listener) => {
    this.#selected.add(listener);
    return () => this.#selected.delete(listener);
  };
  readonly onCalculated = () => stop;
  readonly onRefused = () => stop;
  readonly onUndo = () => stop;
  readonly onRedo = () => stop;
  readonly onLeave = () => stop;
  readonly put = stop;
  readonly focus = stop;
  readonly close = stop;
  readonly turnTo = () => true;
  readonly selected = () => null;
}

/** What the cell holds in the file that is open. */
export async function heldBy({ door }: OpenBook): Promise<CellContent["value"]> {
  return poorIn(await door.read());
}

/** What the cell holds in a file. */
export function heldIn(file: { readonly bytes: Uint8Array } | undefined): CellContent["value"] {
  if (!file) return null;
  const snapshot = readSnapshot("a.xlsx", file.bytes);
  if ("reason" in snapshot) throw new Error(snapshot.detail);
  return poorIn(snapshot);
}

function poorIn({ sheets }: Snapshot): CellContent["value"] {
  const found = sheets.find(({ name }) => name === poor.sheet);
  const position = fromA1(poor.cell);
  return found && position ? contentAt(found, position).value : null;
}
