import type { CellValue, Place } from "../../../../src/core/cell";
import { isUnreadable } from "../../../../src/core/snapshot";
import type { CalculatedCell, Grid, ShownBook, TypedCell } from "../../../../src/workbench/grid/grid";
import { openGrid } from "../../../../src/workbench/grid/open-grid";
import { readSnapshot } from "../../../../src/workbook/xlsx/read-snapshot";

export interface Told {
  typed: (readonly TypedCell[])[];
  calculated: CalculatedCell[];
  refused: Place[];
  selected: Place[];
  keys: string[];
}

export interface GridPage {
  grid: Grid;
  told: Told;
  show: (base64: string, inputs: readonly string[]) => Promise<void>;
  value: (place: Place) => CellValue;
}

declare global {
  interface Window {
    gridPage?: GridPage;
  }
}

const sheet = document.querySelector<HTMLElement>("#sheet");
if (sheet) {
  const language = location.hash === "#en" ? "en" : "vi";
  const grid = await openGrid({ container: sheet, language });
  const told: Told = { typed: [], calculated: [], refused: [], selected: [], keys: [] };
  grid.onTyped((cells) => told.typed.push(cells));
  grid.onCalculated((cells) => told.calculated.push(...cells));
  grid.onRefused((place) => told.refused.push(place));
  grid.onSelected((place) => told.selected.push(place));
  grid.onUndo(() => told.keys.push("undo"));
  grid.onRedo(() => told.keys.push("redo"));
  grid.onLeave((way) => {
    told.keys.push(way);
    document.querySelector<HTMLElement>(way === "after" ? "#after" : "#before")?.focus();
  });
  const contents = new Map<string, CellValue>();
  const keep = (cells: readonly CalculatedCell[]): void => {
    for (const { at, value } of cells) contents.set(`${at.sheet}!${at.cell}`, value);
  };
  grid.onTyped((cells) => keep(cells.map(({ at, content }) => ({ at, value: content.value }))));
  grid.onCalculated(keep);
  window.gridPage = {
    grid,
    told,
    show: async (base64, inputs) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const snapshot = readSnapshot("mau.xlsx", bytes);
      if (isUnreadable(snapshot)) throw new Error(snapshot.detail);
      await grid.show(bookOf(snapshot, inputs));
    },
    value: ({ sheet: name, cell }) => contents.get(`${name}!${cell}`) ?? null,
  };
}

/** Looks that say which columns of cells are inputs: "Sheet!F8:F20". */
function bookOf(snapshot: ShownBook["snapshot"], inputs: readonly string[]): ShownBook {
  const sheets = snapshot.sheets.map(({ name }) => {
    const cells = new Map<number, Map<number, number>>();
    for (const input of inputs) {
      const [on, block = ""] = input.split("!");
      const match = /^([A-Z])(\d+):([A-Z])(\d+)(?:=(.*))?$/.exec(block);
      if (on !== name || !match) continue;
      const [, left = "A", top = "1", right = "A", bottom = "1", look = "0"] = match;
      for (let row = Number(top) - 1; row < Number(bottom); row += 1) {
        const line = cells.get(row) ?? new Map<number, number>();
        for (let column = left.charCodeAt(0) - 65; column <= right.charCodeAt(0) - 65; column += 1)
          line.set(column, Number(look));
        cells.set(row, line);
      }
    }
    return {
      name,
      tab: null,
      defaultWidth: 9,
      defaultHeight: 16,
      widths: new Map(),
      heights: new Map(),
      freeze: { rows: 0, columns: 0 },
      hasGridlines: true,
      looks: [
        { isInput: true, format: "#,##0" },
        { isInput: true, format: "@" },
        { isInput: true, format: "dd/mm/yyyy" },
        { isInput: true, format: "#,##0.0##" },
      ],
      cells,
      lists: [],
      inputs: [],
      conditions: [],
    };
  });
  return { snapshot, looks: { sheets } };
}
