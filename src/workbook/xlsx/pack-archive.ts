import type { ZipCodec } from "./zip-codec";
import { joined, putEnd, zipFormat } from "./zip-format";

const { localSignature, recordSignature, localHead, recordHead, endHead, deflated, versionForDeflate, tooWide } =
  zipFormat;
// 1 January 2022, 12 o'clock, as DOS counts: no clock, so that the same content gives the same bytes.
const day = ((2022 - 1980) << 9) | (1 << 5) | 1;
const time = 12 << 11;

/** A part deflated: what it was made of can be let go. */
export interface PackedPart {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  readonly data: Uint8Array;
}

export async function packPart(name: string, content: Uint8Array, codec: ZipCodec): Promise<PackedPart> {
  return { name, size: content.length, crc: codec.crc32(content), data: await codec.deflate(content) };
}

/** A zip archive of the parts in their order. Throws a RangeError beyond the 4 GB of which 32 bits can tell. */
export function packArchive(parts: readonly PackedPart[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let length = 0;
  for (const part of parts) {
    const name = new TextEncoder().encode(part.name);
    records.push(headOf(part, { name, offset: length }));
    for (const piece of [headOf(part, { name }), part.data]) {
      pieces.push(piece);
      length += piece.length;
    }
  }
  const directory = records.reduce((sum, record) => sum + record.length, 0);
  if (length + directory > tooWide) throw new RangeError(`an archive of ${length + directory} bytes`);
  const end = putEnd(new Uint8Array(endHead), { count: parts.length, start: length, size: directory });
  return joined([...pieces, ...records, end], length + directory + endHead);
}

/** What stands before a part's data, or, with the offset of that, its record in the directory. */
function headOf(
  { size, crc, data }: PackedPart,
  { name, offset }: { readonly name: Uint8Array; readonly offset?: number },
): Uint8Array {
  const isRecord = offset !== undefined;
  const start = isRecord ? recordHead : localHead;
  const head = new Uint8Array(start + name.length);
  const view = new DataView(head.buffer);
  view.setUint32(0, isRecord ? recordSignature : localSignature, true);
  if (isRecord) view.setUint16(4, versionForDeflate, true);
  const at = isRecord ? 6 : 4;
  view.setUint16(at, versionForDeflate, true);
  view.setUint16(at + 4, deflated, true);
  view.setUint16(at + 6, time, true);
  view.setUint16(at + 8, day, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, data.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
  if (isRecord) view.setUint32(42, offset, true);
  head.set(name, start);
  return head;
}
