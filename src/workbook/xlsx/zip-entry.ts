import type { ArchiveFault } from "./fault";
import { isFault } from "./fault";
import type { Directory, DirectoryRecord } from "./zip-directory";

/** One entry of a zip archive, with its bytes as they stand, so that it can be copied without being understood. */
export interface ArchiveEntry extends DirectoryRecord {
  /** The compressed bytes. */
  readonly raw: Uint8Array;
  /** From the local header to the end of the data descriptor, if there is one. */
  readonly localRecord: Uint8Array;
}

const headerSize = 30;
const full32 = 0xffffffff;
const encryptedFlags = 0x2041;
const descriptorFlag = 0x0008;

/**
 * The entries of a directory in its order, each found where the directory says and compared with its own header: one
 * byte changed in either shows. Overlapping entries, the way of the densest zip bombs, are refused.
 */
export function placeEntries(bytes: Uint8Array, directory: Directory): readonly ArchiveEntry[] | ArchiveFault {
  const entries = new Map<DirectoryRecord, ArchiveEntry>();
  let from = 0;
  for (const record of [...directory.records].sort((one, other) => one.offset - other.offset)) {
    const entry = placeEntry(bytes, record, { from, to: directory.start });
    if (isFault(entry)) return entry;
    entries.set(record, entry);
    from = record.offset + entry.localRecord.length;
  }
  return directory.records.flatMap((record) => entries.get(record) ?? []);
}

interface Room {
  readonly from: number;
  readonly to: number;
}

function placeEntry(bytes: Uint8Array, record: DirectoryRecord, { from, to }: Room): ArchiveEntry | ArchiveFault {
  const broken = (detail: string): ArchiveFault => ({ reason: "damaged", detail: `${record.name}: ${detail}` });
  const { offset, compressedSize, method } = record;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset < from || offset + headerSize > to) return broken("overlaps another entry");
  if (view.getUint32(offset, true) !== 0x04034b50) return broken("has no header where the directory says");
  const flags = view.getUint16(offset + 6, true);
  if ((flags | record.flags) & encryptedFlags) return { reason: "encrypted", detail: record.name };
  if (method !== 0 && method !== 8) return broken(`is compressed by method ${method}`);
  const nameEnd = offset + headerSize + view.getUint16(offset + 26, true);
  const start = nameEnd + view.getUint16(offset + 28, true);
  const end = start + compressedSize;
  if (end > to) return broken("reaches into the directory");
  if (!isSame(bytes.subarray(offset + headerSize, nameEnd), record.nameBytes) || !agrees(view, record)) {
    return broken("its header and the directory differ");
  }
  const isDescribed = (flags & descriptorFlag) !== 0;
  const recordEnd = end + (isDescribed ? descriptorSize(view, record, { from: end, to }) : 0);
  return { ...record, raw: bytes.subarray(start, end), localRecord: bytes.subarray(offset, recordEnd) };
}

function agrees(view: DataView, { offset, method, crc, compressedSize, size }: DirectoryRecord): boolean {
  if (view.getUint16(offset + 8, true) !== method) return false;
  const isDescribed = (view.getUint16(offset + 6, true) & descriptorFlag) !== 0;
  const isSaid = (at: number, expected: number, isSize: boolean): boolean => {
    const said = view.getUint32(at, true);
    return said === expected || (isDescribed && said === 0) || (isSize && said === full32);
  };
  return (
    isSaid(offset + 14, crc, false) && isSaid(offset + 18, compressedSize, true) && isSaid(offset + 22, size, true)
  );
}

/** The descriptor may or may not have a signature, and sizes of 4 or 8 bytes; some writers announce one and leave it out. */
function descriptorSize(view: DataView, { crc, compressedSize, size }: DirectoryRecord, { from, to }: Room): number {
  for (const [signed, width] of [
    [4, 4],
    [4, 8],
    [0, 4],
    [0, 8],
  ] as const) {
    const start = from + signed;
    const length = signed + 4 + 2 * width;
    if (from + length > to) continue;
    if (signed > 0 && view.getUint32(from, true) !== 0x08074b50) continue;
    const isIt =
      view.getUint32(start, true) === crc &&
      view.getUint32(start + 4, true) === compressedSize % 2 ** 32 &&
      view.getUint32(start + 4 + width, true) === size % 2 ** 32;
    if (isIt) return length;
  }
  return 0;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
