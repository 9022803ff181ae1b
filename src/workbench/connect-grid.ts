import { blockToA1, fromA1, reference, sameValue, type Block, type CellValue, type Place } from "../core/cell";
import type { EditRefusal } from "../core/edit";
import type { Phrase } from "../core/language";
import { typedInto } from "../words/typing";
import { differentCells } from "../workbook/file/differences";
import type { FileWorkbook } from "../workbook/file/open-file";
import type { Grid, ShownCell, Stop, TypedCell } from "./grid/grid";

/**
 * Lets the sheet and the file follow each other: what is typed goes into the file, and is taken back from the sheet where
 * the file refuses it; what changes in the file by other hands is shown. Gives the way to stop.
 */
export function connectGrid(
  door: FileWorkbook,
  grid: Pick<Grid, "put" | "show" | "onTyped" | "onCalculated">,
  onRefused: (refusal: EditRefusal) => void,
): Stop {
  /** What the sheet shows already, and the file is about to hold. */
  const shown = new Map<string, CellValue>();

  /** What was noted for one piece of work means nothing after it. */
  const forget = (cells: readonly { readonly at: Place }[]): void => {
    for (const { at } of cells) shown.delete(reference(at));
  };

  const stops = [
    grid.onTyped((cells) => {
      for (const { at, content } of cells) shown.set(reference(at), content.value);
      const edits = cells.map(({ at, before, content }) => ({ at, expect: before, put: content }));
      void door.change({ name: nameOf(cells), edits }).then((refusal) => {
        forget(cells);
        if (!refusal) return;
        grid.put(cells.map(({ at, before }) => ({ at, content: before })));
        onRefused(refusal);
      });
    }),
    grid.onCalculated((cells) => {
      for (const { at, value } of cells) shown.set(reference(at), value);
      void door.settle(cells).then(() => forget(cells));
    }),
    door.onChange((after, before) => {
      const cells = differentCells(before.snapshot, after.snapshot);
      if (cells === null || before.looks !== after.looks) void grid.show(after);
      else show(cells);
    }),
  ];

  function show(cells: readonly ShownCell[]): void {
    const others = cells.filter(({ at, content }) => {
      const value = shown.get(reference(at));
      return value === undefined || !sameValue(value, content.value);
    });
    if (others.length > 0) grid.put(others);
  }

  return () => {
    for (const stop of stops) stop();
  };
}

function nameOf(cells: readonly TypedCell[]): Phrase {
  const [first] = cells;
  const positions = cells.map(({ at }) => fromA1(at.cell)).filter((position) => position !== null);
  const block: Block = {
    top: Math.min(...positions.map(({ row }) => row)),
    left: Math.min(...positions.map(({ column }) => column)),
    bottom: Math.max(...positions.map(({ row }) => row)),
    right: Math.max(...positions.map(({ column }) => column)),
  };
  return typedInto(cells.length === 1 ? (first?.at.cell ?? "") : blockToA1(block), cells.length === 1);
}
