import { strToU8 } from "fflate";
import type { BlueprintInTurn } from "../../core/blueprint";
import { bookTables } from "./book-tables";
import { packArchive, packPart, type PackedPart } from "./pack-archive";
import { chartPart } from "./write-chart";
import { writeFrame, type SheetOutline } from "./write-frame";
import { writeSheet } from "./write-sheet";
import { portableCodec, type ZipCodec } from "./zip-codec";

/**
 * A new .xlsx workbook as the blueprint describes it: the same bytes for the same blueprint and codec. Each sheet is packed as soon
 * as it is described, and let go. Throws a RangeError for what no workbook can hold: a choice with a comma, an infinite
 * number, too long a text.
 */
export async function writeWorkbook(
  { title, names, sheets }: BlueprintInTurn,
  codec: ZipCodec = portableCodec,
): Promise<Uint8Array> {
  const tables = bookTables();
  const packed = new Map<string, PackedPart>();
  let packing: Promise<unknown> = Promise.resolve();
  const put = async (name: string, xml: string): Promise<void> => {
    // One part at a time: they would pile up in memory.
    await packing;
    packing = packPart(name, strToU8(xml), codec).then((part) => packed.set(name, part));
  };
  const outlines: SheetOutline[] = [];
  let charts = 0;
  for (const sheet of sheets) {
    outlines.push({ name: sheet.name, visibility: sheet.visibility, print: sheet.print, charts: sheet.charts ?? [] });
    await put(`xl/worksheets/sheet${outlines.length}.xml`, writeSheet(sheet, tables));
    for (const chart of sheet.charts ?? []) {
      charts += 1;
      await put(`xl/charts/chart${charts}.xml`, chartPart(chart, sheet));
    }
  }
  const frame = await writeFrame({ title, names, outlines, tables }, codec);
  await packing;
  return packArchive(
    await Promise.all([...frame].map(async ([name, bytes]) => packed.get(name) ?? packPart(name, bytes, codec))),
  );
}
