import { deflateSync } from "fflate";
import { crc32 } from "../../../src/workbook/xlsx/crc32";

/** One entry of a zip archive, honest unless told otherwise. */
export interface PackedEntry {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly method?: 0 | 8 | 12;
  readonly flags?: number;
  /** Sizes and CRC stand after the data, as writers of streams do it. */
  readonly descriptor?: "signed" | "bare" | "left out";
  /** Sizes of 64 bits in the extra field. */
  readonly is64?: boolean;
  /** What the headers say instead of the truth. */
  readonly saysSize?: number;
  readonly saysCrc?: number;
  readonly localName?: string;
  /** The compressed bytes themselves, instead of what `data` compresses to. */
  readonly deflated?: Uint8Array;
}

const bytesOf = (data: string | Uint8Array): Uint8Array =>
  typeof data === "string" ? new TextEncoder().encode(data) : data;

/** Little-endian numbers of so many bytes each. */
function fields(...pairs: readonly (readonly [bytes: number, value: number])[]): Uint8Array {
  const whole = new Uint8Array(pairs.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of pairs) {
    for (let index = 0; index < bytes; index++) whole[at++] = Math.floor(value / 256 ** index) % 256;
  }
  return whole;
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** A zip archive, written byte by byte so that it can be wrong in one way at a time; its directory may be repeated. */
export function pack(
  entries: readonly PackedEntry[],
  { is64 = false, comment = "", count = entries.length, times = 1 } = {},
): Uint8Array {
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, record } = packEntry(entry, offset);
    body.push(local);
    for (let time = 0; time < times; time++) directory.push(record);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end64 = is64
    ? [
        fields(
          [4, 0x06064b50],
          [8, 44],
          [2, 45],
          [2, 45],
          [4, 0],
          [4, 0],
          [8, count],
          [8, count],
          [8, size],
          [8, offset],
        ),
        fields([4, 0x07064b50], [4, 0], [8, offset + size], [4, 1]),
      ]
    : [];
  const [shortCount, shortSize, shortOffset] = is64 ? [0xffff, 0xffffffff, 0xffffffff] : [count, size, offset];
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, shortCount],
    [2, shortCount],
    [4, shortSize],
    [4, shortOffset],
  );
  const note = bytesOf(comment);
  return joined([...body, ...directory, ...end64, end, fields([2, note.length]), note]);
}

function packEntry(entry: PackedEntry, offset: number): { local: Uint8Array; record: Uint8Array } {
  const { name, method = 8, flags = 0, descriptor, is64 = false } = entry;
  const data = bytesOf(entry.data);
  const raw = entry.deflated ?? (method === 8 ? deflateSync(data) : data);
  const size = entry.saysSize ?? data.length;
  const crc = entry.saysCrc ?? crc32(data);
  const allFlags = flags | (descriptor ? 8 : 0);
  const [nameBytes, localName] = [bytesOf(name), bytesOf(entry.localName ?? name)];
  const extra64 = is64 ? fields([2, 1], [2, 16], [8, size], [8, raw.length]) : new Uint8Array();
  const [saidSize, saidRaw] = is64 ? [0xffffffff, 0xffffffff] : [size, raw.length];
  const width = is64 ? 8 : 4;
  const local = joined([
    fields([4, 0x04034b50], [2, 20], [2, allFlags], [2, method], [4, 0x54de0000]),
    descriptor ? fields([4, 0], [4, 0], [4, 0]) : fields([4, crc], [4, saidRaw], [4, saidSize]),
    fields([2, localName.length], [2, descriptor ? 0 : extra64.length]),
    localName,
    descriptor ? new Uint8Array() : extra64,
    raw,
    ...(descriptor === "signed" ? [fields([4, 0x08074b50])] : []),
    ...(descriptor === "signed" || descriptor === "bare" ? [fields([4, crc], [width, raw.length], [width, size])] : []),
  ]);
  const record = joined([
    fields([4, 0x02014b50], [2, 20], [2, 20], [2, allFlags], [2, method], [4, 0x54de0000], [4, crc]),
    fields([4, saidRaw], [4, saidSize], [2, nameBytes.length], [2, extra64.length], [2, 0], [2, 0], [2, 0], [4, 0]),
    fields([4, offset]),
    nameBytes,
    extra64,
  ]);
  return { local, record };
}
