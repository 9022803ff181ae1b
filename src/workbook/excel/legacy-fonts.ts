import { toA1, type Block, type Cell } from "../../core/cell";
import { decodeLegacy } from "../../core/legacy/decode-legacy";
import type { SheetSnapshot } from "../../core/snapshot";
import { legacyFont } from "../xlsx/styles";
import type { SheetPicture } from "./book-picture";

/**
 * Pictures that say of their texts which legacy font they stand in (law RD4). A sheet of one font has said so already.
 * Of one with several, the fonts of the cells are asked for only where a text could be of a legacy encoding: one more
 * sync, which most workbooks do without.
 */
export async function withLegacyFonts(
  context: Excel.RequestContext,
  sheets: readonly SheetPicture[],
): Promise<readonly SheetPicture[]> {
  const asked = new Map<string, { readonly block: Block; readonly fonts: Fonts }>();
  for (const { id, font, snapshot } of sheets) {
    const block = font === null ? doubtfulBlock(snapshot) : null;
    if (!block) continue;
    const { top, left, bottom, right } = block;
    const range = `${toA1({ row: top, column: left })}:${toA1({ row: bottom, column: right })}`;
    const cells = context.workbook.worksheets.getItem(id).getRange(range);
    asked.set(id, { block, fonts: cells.getCellProperties({ format: { font: { name: true } } }) });
  }
  if (asked.size === 0) return sheets;
  await context.sync();
  return sheets.map((sheet) => {
    const answer = asked.get(sheet.id);
    return answer ? { ...sheet, snapshot: withFonts(sheet.snapshot, answer.block, answer.fonts) } : sheet;
  });
}

type Fonts = OfficeExtension.ClientResult<Excel.CellProperties[][]>;

/** The block of all texts of a sheet in which one could be of a legacy encoding; null where none could. */
function doubtfulBlock({ rows }: SheetSnapshot): Block | null {
  const texts = [...rows].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, { value }]) => (typeof value === "string" ? [{ row, column, value }] : [])),
  );
  if (!texts.some(({ value }) => mayBeLegacy(value))) return null;
  const block = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const { row, column } of texts) {
    block.top = Math.min(block.top, row);
    block.left = Math.min(block.left, column);
    block.bottom = Math.max(block.bottom, row);
    block.right = Math.max(block.right, column);
  }
  return block;
}

function mayBeLegacy(text: string): boolean {
  return decodeLegacy(text, ".VnTime") !== null || decodeLegacy(text, "VNI-Times") !== null;
}

function withFonts(sheet: SheetSnapshot, { top, left }: Block, fonts: Fonts): SheetSnapshot {
  const rows = [...sheet.rows].map(([row, cells]): [number, ReadonlyMap<number, Cell>] => [
    row,
    new Map(
      [...cells].map(([column, cell]): [number, Cell] => {
        const font = legacyFont(fonts.value[row - top]?.[column - left]?.format?.font?.name);
        const isText = typeof cell.value === "string";
        return [column, font !== undefined && isText ? { ...cell, legacyFont: font } : cell];
      }),
    ),
  ]);
  return { ...sheet, rows: new Map(rows) };
}
