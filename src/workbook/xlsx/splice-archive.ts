import { deflateSync } from "fflate";
import { crc32 } from "./crc32";
import { isFault } from "./fault";
import type { DirectoryRecord } from "./zip-directory";
import { readDirectory } from "./zip-directory";
import { joined, putEnd, zipFormat } from "./zip-format";

const { localSignature, recordSignature, endSignature, localHead, recordHead, endHead } = zipFormat;
const { deflated, versionForDeflate, tooWide } = zipFormat;
const encrypted = 0x0001;
const sizesFollowData = 0x0008;
const nameIsUtf8 = 0x0800;
// 1 January 1980, as DOS counts.
const firstDay = 0x0021;

/**
 * The archive with some entries replaced, removed (`null`) or added, and every other one copied byte for byte, headers and
 * all. Null for an archive that cannot be taken apart so: over 4 GB, encrypted, or without an entry that should go.
 */
export function spliceArchive(given: Uint8Array, changes: ReadonlyMap<string, Uint8Array | null>): Uint8Array | null {
  // The slice of a Buffer of Node is no copy, and writing into one would change what was given.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  const directory = readDirectory(bytes);
  if (isFault(directory)) return null;
  const { records, start } = directory;
  const inOrder = [...records].sort((one, other) => one.offset - other.offset);
  const names = new Set(records.map(({ name }) => name));
  const missing = [...changes].filter(([name]) => !names.has(name));
  if (names.size !== records.length || missing.some(([, content]) => content === null)) return null;
  if (!inOrder.every((record, index) => isPlain(bytes, record, inOrder[index + 1]?.offset ?? start))) return null;

  const heads = new Map<DirectoryRecord, Uint8Array>();
  const pieces = [bytes.subarray(0, inOrder[0]?.offset)];
  let length = inOrder[0]?.offset ?? 0;
  const add = (piece: Uint8Array) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const [index, record] of inOrder.entries()) {
    const change = changes.get(record.name);
    if (change === null) continue;
    const local = bytes.subarray(record.offset, inOrder[index + 1]?.offset ?? start);
    const packed = change ? pack(record, local, change) : { head: record.record.slice(), local };
    new DataView(packed.head.buffer).setUint32(42, length, true);
    heads.set(record, packed.head);
    add(packed.local);
  }
  const added = missing.flatMap(([name, content]) => {
    if (!content) return [];
    const packed = packNew(name, content, records[0]);
    new DataView(packed.head.buffer).setUint32(42, length, true);
    add(packed.local);
    return [packed.head];
  });
  const directoryAt = length;
  // In the directory's own order, which need not be that of the data.
  for (const record of records) {
    const head = heads.get(record);
    if (head) add(head);
  }
  for (const head of added) add(head);
  const end = start + records.reduce((sum, { record }) => sum + record.length, 0);
  add(closing(bytes.slice(end), { count: heads.size + added.length, start: directoryAt, size: length - directoryAt }));
  return joined(pieces, length);
}

/** Whether the entry's data can be copied or replaced: in the clear, with a place of its own that 32 bits can tell. */
function isPlain(bytes: Uint8Array, { offset, record, flags }: DirectoryRecord, next: number): boolean {
  const isApart = offset + localHead <= next;
  const stated = new DataView(record.buffer, record.byteOffset).getUint32(42, true);
  const local = new DataView(bytes.buffer, bytes.byteOffset);
  return isApart && stated !== tooWide && !(flags & encrypted) && local.getUint32(offset, true) === localSignature;
}

/** An entry's headers and data with new content: its name and its time stay. */
function pack(
  { record, nameBytes }: Pick<DirectoryRecord, "record" | "nameBytes">,
  local: Uint8Array,
  content: Uint8Array,
): { head: Uint8Array; local: Uint8Array } {
  const data = deflateSync(content);
  const nameLength = new DataView(local.buffer, local.byteOffset).getUint16(26, true);
  const packed = joined([local.subarray(0, localHead + nameLength), data], localHead + nameLength + data.length);
  const head = record.slice(0, recordHead + nameBytes.length);
  for (const [header, flagsAt] of [
    [packed, 6],
    [head, 8],
  ] as const) {
    const view = new DataView(header.buffer);
    view.setUint16(flagsAt, view.getUint16(flagsAt, true) & ~sizesFollowData, true);
    view.setUint16(flagsAt + 2, deflated, true);
    view.setUint32(flagsAt + 8, crc32(content), true);
    view.setUint32(flagsAt + 12, data.length, true);
    view.setUint32(flagsAt + 16, content.length, true);
  }
  // Extra fields and the comment spoke of the old content.
  new DataView(packed.buffer).setUint16(28, 0, true);
  new DataView(head.buffer).setUint32(30, 0, true);
  return { head, local: packed };
}

/** An entry that was not there, of the same time as another one: a clock would make the same edits give other bytes. */
function packNew(name: string, content: Uint8Array, beside: DirectoryRecord | undefined): ReturnType<typeof pack> {
  const nameBytes = new TextEncoder().encode(name);
  const local = new Uint8Array(localHead + nameBytes.length);
  const record = new Uint8Array(recordHead + nameBytes.length);
  for (const { header, signature, start, nameAt } of [
    { header: local, signature: localSignature, start: 4, nameAt: localHead },
    { header: record, signature: recordSignature, start: 6, nameAt: recordHead },
  ]) {
    const view = new DataView(header.buffer);
    view.setUint32(0, signature, true);
    view.setUint16(start, versionForDeflate, true);
    view.setUint16(start + 2, nameIsUtf8, true);
    view.setUint16(start + 6, beside?.time ?? 0, true);
    view.setUint16(start + 8, beside?.date ?? firstDay, true);
    view.setUint16(start + 22, nameBytes.length, true);
    header.set(nameBytes, nameAt);
  }
  return pack({ record, nameBytes }, local, content);
}

/** The record that ends the archive; a zip64 one gives way to a plain one, for which there is room here. */
function closing(
  stated: Uint8Array,
  directory: { readonly count: number; readonly start: number; readonly size: number },
): Uint8Array {
  const isPlainEnd = new DataView(stated.buffer).getUint32(0, true) === endSignature;
  return putEnd(isPlainEnd ? stated : new Uint8Array(endHead), directory);
}
