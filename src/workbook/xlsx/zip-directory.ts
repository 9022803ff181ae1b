import { maxEntries } from "./bounds";
import type { ArchiveFault } from "./fault";
import { isFault } from "./fault";

/** What the central directory says of one entry, not yet compared with the entry itself. */
export interface DirectoryRecord {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  /** Of last change, as DOS counts. */
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
  /** The whole record as it stands. */
  readonly record: Uint8Array;
}

export interface Directory {
  readonly records: readonly DirectoryRecord[];
  /** Where the directory starts, and the entries have ended. */
  readonly start: number;
}

const endSize = 22;
const end64Size = 56;
const locatorSize = 20;
const recordSize = 46;
const full16 = 0xffff;
const full32 = 0xffffffff;

/** The central directory of a zip archive, or why there is none to trust; more than 2,000 entries are refused. */
export function readDirectory(bytes: Uint8Array): Directory | ArchiveFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const frame = findFrame(view);
  if (isFault(frame)) return frame;
  const records: DirectoryRecord[] = [];
  for (let at = frame.start; at < frame.end;) {
    if (records.length === maxEntries) return { reason: "too-large", detail: `more than ${maxEntries} entries` };
    const record = readRecord(bytes, view, { at, end: frame.end });
    if (isFault(record)) return record;
    records.push(record);
    at += record.record.length;
  }
  if (records.length !== frame.count) return broken(`${records.length} entries where ${frame.count} are announced`);
  return { records, start: frame.start };
}

type Sizes = Pick<DirectoryRecord, "size" | "compressedSize" | "offset">;

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Frame {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

function findFrame(view: DataView): Frame | ArchiveFault {
  const at = findEnd(view);
  if (at === null) return broken("no end of the central directory");
  const locator = at - locatorSize;
  const is64 = locator >= 0 && view.getUint32(locator, true) === 0x07064b50;
  const frame = is64 ? frame64(view, locator) : frameAt(view, at);
  if (isFault(frame)) return frame;
  const isWhole = Number.isSafeInteger(frame.start) && frame.start >= 0 && frame.start <= frame.end;
  return isWhole ? frame : broken("the central directory is not where its end says");
}

/** The end record is the one whose comment reaches exactly to the end of the file. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - endSize;
  for (let at = last; at >= Math.max(0, last - full16); at--) {
    if (view.getUint32(at, true) === 0x06054b50 && at + endSize + view.getUint16(at + 20, true) === view.byteLength) {
      return at;
    }
  }
  return null;
}

function frameAt(view: DataView, at: number): Frame | ArchiveFault {
  const [disk, directoryDisk] = [view.getUint16(at + 4, true), view.getUint16(at + 6, true)];
  const [countHere, count] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  if (disk !== 0 || directoryDisk !== 0 || countHere !== count) return broken("an archive of several disks");
  const start = view.getUint32(at + 16, true);
  return start + view.getUint32(at + 12, true) === at ? { start, end: at, count } : broken("a directory out of place");
}

function frame64(view: DataView, locator: number): Frame | ArchiveFault {
  const at = long(view, locator + 8);
  if (at > locator - end64Size || view.getUint32(at, true) !== 0x06064b50) return broken("no zip64 end record");
  if (at + 12 + long(view, at + 4) !== locator) return broken("a zip64 end record out of place");
  const [countHere, count] = [long(view, at + 24), long(view, at + 32)];
  const disks = view.getUint32(at + 16, true) + view.getUint32(at + 20, true) + view.getUint32(locator + 4, true);
  if (disks !== 0 || countHere !== count) return broken("an archive of several disks");
  const start = long(view, at + 48);
  return start + long(view, at + 40) === at ? { start, end: at, count } : broken("a directory out of place");
}

function readRecord(
  bytes: Uint8Array,
  view: DataView,
  { at, end }: { readonly at: number; readonly end: number },
): DirectoryRecord | ArchiveFault {
  if (at + recordSize > end || view.getUint32(at, true) !== 0x02014b50) return broken(`no directory record at ${at}`);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const extraStart = at + recordSize + nameLength;
  const recordEnd = extraStart + extraLength + view.getUint16(at + 32, true);
  if (recordEnd > end) return broken(`a directory record beyond the directory at ${at}`);
  if (view.getUint16(at + 34, true) !== 0) return broken("an archive of several disks");
  const nameBytes = bytes.subarray(at + recordSize, extraStart);
  const sizes = readSizes(view, at, { start: extraStart, end: extraStart + extraLength });
  if (!sizes) return broken(`a zip64 size that is missing or beyond all bounds at ${at}`);
  return {
    name: new TextDecoder().decode(nameBytes),
    nameBytes,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    time: view.getUint16(at + 12, true),
    date: view.getUint16(at + 14, true),
    crc: view.getUint32(at + 16, true),
    ...sizes,
    record: bytes.subarray(at, recordEnd),
  };
}

/** Sizes and place; what does not fit in 32 bits stands in the zip64 extra field, in this order. */
function readSizes(view: DataView, at: number, extra: Span): Sizes | null {
  const { start, end } = findExtra64(view, extra) ?? { start: 0, end: 0 };
  const short = [at + 24, at + 20, at + 42].map((place) => view.getUint32(place, true));
  const isLong = short.map((size) => size === full32);
  if (isLong.filter(Boolean).length * 8 > end - start) return null;
  const sizes = short.map((size, index) =>
    isLong[index] === true ? long(view, start + 8 * isLong.slice(0, index).filter(Boolean).length) : size,
  );
  const [size = 0, compressedSize = 0, offset = 0] = sizes;
  return Math.max(...sizes) > 2 ** 52 ? null : { size, compressedSize, offset };
}

function findExtra64(view: DataView, extra: Span): Span | null {
  for (let at = extra.start; at + 4 <= extra.end;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && end <= extra.end) return { start: at + 4, end };
    at = end;
  }
  return null;
}

function long(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

function broken(detail: string): ArchiveFault {
  return { reason: "damaged", detail };
}
