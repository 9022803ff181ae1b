import { toA1, type Block } from "../cell";
import { contentOf, isTyped } from "../form/table";
import type { SheetSnapshot } from "../snapshot";
import type { StructureFault, TableReading } from "./reading";

/** Merged cells that cover two inputs or more: all but the first lose what was typed. */
export function mergedInputs({ merges, name }: SheetSnapshot, reading: TableReading): StructureFault[] {
  return merges
    .filter((block) => inputsUnder(block, reading) >= 2)
    .map((block) => ({
      kind: "merged",
      table: reading.table,
      at: { sheet: name, cell: toA1({ row: block.top, column: block.left }) },
      block,
    }));
}

function inputsUnder({ top, left, bottom, right }: Block, { table, rows, columns }: TableReading): number {
  const covered = table.columns.filter(({ key }) => {
    const column = columns.get(key) ?? -1;
    return column >= left && column <= right;
  });
  if (covered.length === 0) return 0;
  let inputs = 0;
  for (const { row, index } of rows.values()) {
    if (index < top || index > bottom) continue;
    inputs += covered.filter((column) => isTyped(contentOf(row, column))).length;
  }
  return inputs;
}
