import { toA1, type Place } from "../../core/cell";
import type { SheetSnapshot, Snapshot, Unreadable } from "../../core/snapshot";
import { openArchive } from "./archive";
import { Allowance } from "./bounds";
import { isFault, PartError } from "./fault";
import { readSharedStrings } from "./shared-strings";
import { readSheet } from "./sheet-part";
import { readCellFormats } from "./styles";
import { readWorkbook, type DefinedBlock } from "./workbook-part";

/**
 * A still picture of an .xlsx file, or why there is none (laws RD7, RD8). Never throws, runs nothing, follows no link,
 * and takes no more memory and time than the bounds allow, whatever the bytes are.
 */
export function readSnapshot(file: string, bytes: Uint8Array): Snapshot | Unreadable {
  try {
    const archive = openArchive(bytes);
    if (isFault(archive)) return { file, ...archive };
    const workbook = readWorkbook(archive);
    const context = {
      strings: readSharedStrings(archive, workbook.sharedStringsPart),
      formats: readCellFormats(archive, workbook.stylesPart),
      countsFrom1904: workbook.countsFrom1904,
      allowance: new Allowance(),
    };
    const sheets = workbook.sheets.map(({ name, visibility, part }) => ({
      name,
      visibility,
      ...readSheet(archive, part, context),
    }));
    return { file, sheets, names: cellNames(workbook.names, sheets) };
  } catch (cause) {
    if (cause instanceof PartError) return { file, reason: cause.reason, detail: cause.detail };
    // A fault of this program, not of the file; still the official gets a sentence and the log the cause.
    return { file, reason: "damaged", detail: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** Names that stand for one cell, or for one merged block, which is its first cell. */
function cellNames(names: readonly DefinedBlock[], sheets: readonly SheetSnapshot[]): ReadonlyMap<string, Place> {
  const merges = new Map(sheets.map((sheet) => [sheet.name, sheet.merges]));
  return new Map(
    names.flatMap(({ name, sheet, block }): [string, Place][] => {
      const isOneCell = block.top === block.bottom && block.left === block.right;
      const isMerged = merges
        .get(sheet)
        ?.some(
          ({ top, left, bottom, right }) =>
            top === block.top && left === block.left && bottom === block.bottom && right === block.right,
        );
      if (!isOneCell && isMerged !== true) return [];
      return [[name, { sheet, cell: toA1({ row: block.top, column: block.left }) }]];
    }),
  );
}
