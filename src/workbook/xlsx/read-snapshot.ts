import { blockToA1, samePlace, toA1, type Place } from "../../core/cell";
import type { SheetSnapshot, Snapshot, Unreadable } from "../../core/snapshot";
import { isReserved } from "../reserved-sheets";
import { openArchive } from "./archive";
import { Allowance } from "./bounds";
import { damaged, isFault, PartError } from "./fault";
import { readSharedStrings } from "./shared-strings";
import { readSheet } from "./sheet-part";
import { readCellFormats } from "./styles";
import { portableCodec, type ZipCodec } from "./zip-codec";
import { readWorkbook, type DefinedBlock } from "./workbook-part";

/**
 * A still picture of an .xlsx file, or why there is none (laws RD7, RD8). Never throws, runs nothing, follows no link,
 * and takes no more memory and time than the bounds allow, whatever the bytes are. Sheets that Excel keeps for undo are left out.
 */
export function readSnapshot(file: string, bytes: Uint8Array, codec: ZipCodec = portableCodec): Snapshot | Unreadable {
  try {
    const opened = openArchive(bytes, codec);
    if (isFault(opened)) return { file, ...opened };
    const archive = { ...opened, allowance: new Allowance() };
    const workbook = readWorkbook(archive);
    const context = {
      strings: readSharedStrings(archive, workbook.sharedStringsPart),
      formats: readCellFormats(archive, workbook.stylesPart),
      countsFrom1904: workbook.countsFrom1904,
      allowance: archive.allowance,
    };
    const sheets = workbook.sheets.map(({ name, visibility, part }) => ({
      name,
      visibility,
      ...readSheet(archive, part, context),
    }));
    const own = sheets.filter(({ name, visibility }) => visibility === "visible" || !isReserved(name));
    return { file, sheets: own, names: cellNames(workbook.names, own) };
  } catch (cause) {
    if (cause instanceof PartError) return { file, reason: cause.reason, detail: cause.detail };
    // A fault of this program, not of the file; still the official gets a sentence and the log the cause.
    return { file, reason: "damaged", detail: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** Names that stand for one cell, or for one merged block, which is its first cell. */
function cellNames(names: readonly DefinedBlock[], sheets: readonly SheetSnapshot[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const merges = new Map(sheets.map((sheet) => [sheet.name, new Set(sheet.merges.map(blockToA1))]));
  for (const { name, sheet, block } of names) {
    const isOneCell = block.top === block.bottom && block.left === block.right;
    if (!merges.has(sheet) || !(isOneCell || merges.get(sheet)?.has(blockToA1(block)))) continue;
    const place = { sheet, cell: toA1({ row: block.top, column: block.left }) };
    const earlier = places.get(name);
    if (earlier && !samePlace(earlier, place)) throw damaged(`two meanings of the name ${name}`);
    places.set(name, place);
  }
  return places;
}
