import { reference, type Place } from "../core/cell";
import type { Phrase } from "../core/language";
import { benchWords } from "../words/workbench";
import type { Files, OpenedFile } from "../workbook/file/files";
import { openFile, type SheetView } from "../workbook/file/open-file";
import { connectGrid } from "./connect-grid";
import type { OpenDoor } from "./door";
import type { Grid, Stop } from "./grid/grid";

export interface DoorTools {
  readonly files: Files;
  /** Null where there is no sheet to show files in. */
  readonly grid: () => Promise<Grid | null>;
  readonly onFailure: (what: Phrase) => void;
  /** The sheet that is in sight now. */
  readonly onSheet: (sheet: string | null) => void;
}

/** Opens files one after the other, and shows each in the sheet beside the pane, where there is one. */
export function doorOpener({ files, grid: askForGrid, onFailure, onSheet }: DoorTools): OpenDoor {
  return async ({ fileName, bytes, openNew, mayShow }) => {
    const opened = await files.open(fileName, bytes);
    if ("reason" in opened) return opened;
    const grid = await askForGrid();
    let isOpen = true;
    const door = openFile(opened, { files, view: { ...viewOf(grid, () => isOpen), openNew } });
    const refuse = ({ at }: { readonly at: Place }): void => onFailure(benchWords.refused(reference(at)));
    if (!(await (grid ? grid.show(opened, mayShow) : mayShow()))) return null;
    // Not before: what was still being typed when this file took the sheet belongs to the one that was shown until then.
    const stops = grid ? [connectGrid(door, grid, refuse), grid.onSelected(({ sheet }) => onSheet(sheet))] : [];
    onSheet(grid?.selected()?.sheet ?? null);
    let current: Pick<OpenedFile, "looks" | "charts"> = opened;
    door.onChange((after) => {
      current = after;
    });
    return {
      door: {
        ...door,
        bytes: async () => (await door.file()).bytes,
      },
      looks: () => current.looks,
      charts: () => current.charts,
      turnTo: (sheet) => void grid?.turnTo(sheet),
      finishTyping: async () => {
        await grid?.finishTyping();
        await door.read();
      },
      close: () => {
        isOpen = false;
        for (const stop of stops) stop();
      },
    };
  };
}

const nothing: Stop = () => undefined;

/** What the pane of a closed file still finds is not shown in the next one. */
function viewOf(grid: Grid | null, isOpen: () => boolean): Omit<SheetView, "openNew"> {
  const shown = (): Grid | null => (isOpen() ? grid : null);
  return {
    mark: (marks) => shown()?.mark(marks),
    reveal: (place) => void shown()?.reveal(place),
    selected: () => shown()?.selected() ?? null,
    onSelected: (listener) => grid?.onSelected(() => isOpen() && listener()) ?? nothing,
  };
}
