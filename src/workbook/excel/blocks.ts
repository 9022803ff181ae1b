import type { Block, Position } from "../../core/cell";

/** What stands in a block of cells, row by row. */
export interface Filled<Content> {
  readonly block: Block;
  readonly contents: readonly (readonly Content[])[];
}

/** Cells (each once) laid together into as few blocks as rows that lie side by side allow: one block is one write. */
export function blocksOf<Content>(cells: readonly (Position & { readonly content: Content })[]): Filled<Content>[] {
  const byPlace = [...cells].sort((one, other) => one.row - other.row || one.column - other.column);
  const runs: Run<Content>[] = [];
  for (const { row, column, content } of byPlace) {
    const last = runs.at(-1);
    if (last?.row === row && last.left + last.contents.length === column) last.contents.push(content);
    else runs.push({ row, left: column, contents: [content] });
  }
  const open = new Map<string, Stack<Content>>();
  const blocks: Stack<Content>[] = [];
  for (const { row, left, contents } of runs) {
    const key = `${left}:${contents.length}`;
    const above = open.get(key);
    if (above && above.top + above.contents.length === row) {
      above.contents.push(contents);
      continue;
    }
    const stack = { top: row, left, contents: [contents] };
    open.set(key, stack);
    blocks.push(stack);
  }
  return blocks.map(({ top, left, contents }) => {
    const bottom = top + contents.length - 1;
    return { block: { top, left, bottom, right: left + (contents[0]?.length ?? 1) - 1 }, contents };
  });
}

interface Run<Content> {
  readonly row: number;
  readonly left: number;
  readonly contents: Content[];
}

interface Stack<Content> {
  readonly top: number;
  readonly left: number;
  readonly contents: (readonly Content[])[];
}
