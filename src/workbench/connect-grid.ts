import { contentAt, sameContent } from "../core/apply-edits";
import { blockToA1, fromA1, reference, sameValue, type Block, type CellValue, type Place } from "../core/cell";
import type { CellContent, EditRefusal } from "../core/edit";
import type { Phrase } from "../core/language";
import type { Snapshot } from "../core/snapshot";
import { typedInto } from "../words/typing";
import { differentCells } from "../workbook/file/differences";
import type { FileWorkbook } from "../workbook/file/open-file";
import type { Grid, ShownCell, Stop, TypedCell } from "./grid/grid";

/**
 * Lets the sheet and the file follow each other: what is typed goes into the file, and where the file does not take it the
 * sheet shows what the file holds; what changes in the file by other hands is shown. Gives the way to stop.
 */
export function connectGrid(
  door: FileWorkbook,
  grid: Pick<Grid, "put" | "show" | "onTyped" | "onCalculated">,
  onRefused: (refusal: EditRefusal) => void,
): Stop {
  /** Cells whose typing the file has not taken yet, and how often; what it holds meanwhile is not what was typed last. */
  const awaited = new Map<string, number>();
  /** What formulas give in the sheet already, and the file is about to hold. */
  const calculated = new Map<string, CellValue>();
  let isStopped = false;

  const stops = [
    grid.onTyped((cells) => {
      for (const { at } of cells) awaited.set(reference(at), (awaited.get(reference(at)) ?? 0) + 1);
      void take(cells).then((refusal) => {
        const last = cells.filter(({ at }) => isLast(reference(at)));
        if (refusal && !isStopped) onRefused(refusal);
        return settleDown(last);
      });
    }),
    grid.onCalculated((cells) => {
      for (const { at, value } of cells) calculated.set(reference(at), value);
      const forget = (): void => {
        for (const { at } of cells) calculated.delete(reference(at));
      };
      void door.settle(cells).then(forget, forget);
    }),
    door.onChange((after, before) => {
      const cells = differentCells(before.snapshot, after.snapshot);
      if (cells === null || before.looks !== after.looks) void grid.show(after);
      else show(cells);
    }),
  ];

  /** A file that cannot be written at all must not leave in the sheet what nobody will save. */
  function take(cells: readonly TypedCell[]): Promise<EditRefusal | null> {
    const edits = cells.map(({ at, before, content }) => ({ at, expect: before, put: content }));
    const failed = (): EditRefusal | null => {
      const [first] = cells;
      return first ? { at: first.at, reason: "read-back-differs", found: first.before } : null;
    };
    return door.change({ name: nameOf(cells), edits }).catch(failed);
  }

  /** One typing less to wait for; whether it was the last of its cell. */
  function isLast(cell: string): boolean {
    const left = (awaited.get(cell) ?? 0) - 1;
    if (left > 0) awaited.set(cell, left);
    else awaited.delete(cell);
    return left <= 0;
  }

  async function settleDown(cells: readonly TypedCell[]): Promise<void> {
    const held = await door.read();
    if (isStopped) return;
    const others = cells.flatMap(({ at, content }) => {
      const holds = heldAt(held, at);
      if (!holds || awaited.has(reference(at)) || sameContent(holds, content)) return [];
      const isSameFormula = holds.formula !== undefined && holds.formula === content.formula;
      return isSameFormula ? [] : [{ at, content: holds }];
    });
    if (others.length > 0) grid.put(others);
  }

  function show(cells: readonly ShownCell[]): void {
    const others = cells.filter(({ at, content }) => {
      const value = calculated.get(reference(at));
      return !awaited.has(reference(at)) && (value === undefined || !sameValue(value, content.value));
    });
    if (others.length > 0) grid.put(others);
  }

  return () => {
    isStopped = true;
    for (const stop of stops) stop();
  };
}

function heldAt({ sheets }: Snapshot, { sheet, cell }: Place): CellContent | null {
  const found = sheets.find(({ name }) => name === sheet);
  const position = fromA1(cell);
  return found && position ? contentAt(found, position) : null;
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
