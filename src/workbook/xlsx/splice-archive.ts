import { strFromU8, zipSync } from "fflate";

const localSignature = 0x04034b50;
const entrySignature = 0x02014b50;
const endSignature = 0x06054b50;
const localHead = 30;
const entryHead = 46;
const endHead = 22;
const encrypted = 0x0001;
const sizesFollowData = 0x0008;
const nameIsUnicode = 0x0800;
const tooWide = 0xffffffff;

/**
 * The archive with some entries replaced, or removed (`null`), and every other one copied byte for byte, headers and all.
 * Null for an archive that cannot be taken apart so: over 4 GB, encrypted, or without an entry that should change.
 */
export function spliceArchive(bytes: Uint8Array, changes: ReadonlyMap<string, Uint8Array | null>): Uint8Array | null {
  const directory = readDirectory(bytes);
  if (!directory) return null;
  const { entries, start, end } = directory;
  const names = new Set(entries.map(({ name }) => name));
  if ([...changes.keys()].some((name) => !names.has(name))) return null;

  const inOrder = [...entries].sort((one, other) => one.offset - other.offset);
  const heads = new Map<Entry, Uint8Array>();
  const pieces = [bytes.subarray(0, inOrder[0]?.offset)];
  let length = inOrder[0]?.offset ?? 0;
  const add = (piece: Uint8Array) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const [index, entry] of inOrder.entries()) {
    const change = changes.get(entry.name);
    if (change === null) continue;
    const local = bytes.subarray(entry.offset, inOrder[index + 1]?.offset ?? start);
    const packed = change ? pack(entry, local, change) : { head: entry.head.slice(), local };
    new DataView(packed.head.buffer).setUint32(42, length, true);
    heads.set(entry, packed.head);
    add(packed.local);
  }
  const directoryAt = length;
  for (const entry of entries) {
    const head = heads.get(entry);
    if (head) add(head);
  }
  add(closing(bytes.slice(end), { count: heads.size, start: directoryAt, size: length - directoryAt }));
  return joined(pieces, length);
}

interface Entry {
  readonly name: string;
  readonly offset: number;
  /** Its line in the directory, whole. */
  readonly head: Uint8Array;
}

interface Directory {
  /** In the directory's own order, which need not be that of the data. */
  readonly entries: readonly Entry[];
  readonly start: number;
  /** Where the closing record starts. */
  readonly end: number;
}

function readDirectory(bytes: Uint8Array): Directory | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - endHead;
  while (end >= 0 && view.getUint32(end, true) !== endSignature) end -= 1;
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + entryHead > end || view.getUint32(at, true) !== entrySignature) return null;
    const length =
      entryHead + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const flags = view.getUint16(at + 8, true);
    const offset = view.getUint32(at + 42, true);
    const isWide = [20, 24, 42].some((field) => view.getUint32(at + field, true) === tooWide);
    const isElsewhere = offset + localHead > start || view.getUint32(offset, true) !== localSignature;
    if (isWide || isElsewhere || flags & encrypted || at + length > end) return null;
    const nameAt = at + entryHead;
    const name = bytes.subarray(nameAt, nameAt + view.getUint16(at + 28, true));
    entries.push({ name: strFromU8(name, !(flags & nameIsUnicode)), offset, head: bytes.subarray(at, at + length) });
    at += length;
  }
  const areApart = new Set(entries.map(({ offset }) => offset)).size === entries.length;
  const areNamedOnce = new Set(entries.map(({ name }) => name)).size === entries.length;
  return entries.length > 0 && areApart && areNamedOnce ? { entries, start, end } : null;
}

/** An entry's headers and data with new content: its name and its time stay. */
function pack(entry: Entry, local: Uint8Array, content: Uint8Array): { head: Uint8Array; local: Uint8Array } {
  const fresh = zipSync({ content });
  const freshView = new DataView(fresh.buffer, fresh.byteOffset, fresh.byteLength);
  const dataAt = localHead + freshView.getUint16(26, true) + freshView.getUint16(28, true);
  const data = fresh.subarray(dataAt, dataAt + freshView.getUint32(18, true));
  const nameLength = new DataView(local.buffer, local.byteOffset).getUint16(26, true);
  const packed = joined([local.subarray(0, localHead + nameLength), data], localHead + nameLength + data.length);
  const directoryNameLength = new DataView(entry.head.buffer, entry.head.byteOffset).getUint16(28, true);
  const head = entry.head.slice(0, entryHead + directoryNameLength);
  for (const [header, first] of [
    [packed, 6],
    [head, 8],
  ] as const) {
    const view = new DataView(header.buffer);
    view.setUint16(first, view.getUint16(first, true) & ~sizesFollowData, true);
    view.setUint16(first + 2, freshView.getUint16(8, true), true);
    for (const field of [14, 18, 22]) view.setUint32(first + field - 6, freshView.getUint32(field, true), true);
  }
  // Extra fields and the comment spoke of the old content.
  new DataView(packed.buffer).setUint16(28, 0, true);
  new DataView(head.buffer).setUint32(30, 0, true);
  return { head, local: packed };
}

function closing(
  record: Uint8Array,
  directory: { readonly count: number; readonly start: number; readonly size: number },
): Uint8Array {
  const view = new DataView(record.buffer);
  view.setUint16(8, directory.count, true);
  view.setUint16(10, directory.count, true);
  view.setUint32(12, directory.size, true);
  view.setUint32(16, directory.start, true);
  return record;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
