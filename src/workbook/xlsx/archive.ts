import { type Allowance, bytesFreeOfRatio, maxArchiveBytes, maxPartBytes, maxRatio } from "./bounds";
import type { ArchiveFault } from "./fault";
import { isFault } from "./fault";
import { sniff } from "./sniff";
import { portableCodec, type ZipCodec } from "./zip-codec";
import type { DirectoryRecord } from "./zip-directory";
import { readDirectory } from "./zip-directory";
import type { ArchiveEntry } from "./zip-entry";
import { placeEntries } from "./zip-entry";

/** The parts of a package, whatever case, slashes and leading slash their names are written with. */
export interface PartSource {
  /** Undefined where there is no such part. */
  readonly find: (part: string) => { readonly name: string } | undefined;
  /** The bytes of a part, inflated, their CRC-32 compared; a fault where there is none or they are not whole. */
  readonly read: (part: string) => Uint8Array | ArchiveFault;
  /** What all parts together may ask for; where there is none, each part by itself. */
  readonly allowance?: Allowance;
}

export interface Archive extends PartSource {
  /** By name as found, in the order of the central directory. */
  readonly entries: ReadonlyMap<string, ArchiveEntry>;
  readonly find: (part: string) => ArchiveEntry | undefined;
}

/**
 * Opens a zip archive without inflating any of it, or says what the bytes are instead. Refused: entries beyond the
 * bounds, encrypted, doubled or overlapping ones, and any whose own header differs from the central directory.
 */
export function openArchive(bytes: Uint8Array, codec: ZipCodec = portableCodec): Archive | ArchiveFault {
  const other = sniff(bytes);
  if (other) return other;
  const directory = readDirectory(bytes);
  if (isFault(directory)) return directory;
  const tooMuch = boundsFault(directory.records);
  if (tooMuch) return tooMuch;
  const placed = placeEntries(bytes, directory);
  if (isFault(placed)) return placed;

  const entries = new Map<string, ArchiveEntry>();
  const parts = new Map<string, ArchiveEntry>();
  for (const entry of placed) {
    const key = partKey(entry.name);
    if (parts.has(key)) return { reason: "damaged", detail: `two entries named ${entry.name}` };
    entries.set(entry.name, entry);
    parts.set(key, entry);
  }
  const find = (part: string) => entries.get(part) ?? parts.get(partKey(part));
  const read = (part: string) => {
    const entry = find(part);
    return entry ? inflate(entry, codec) : { reason: "damaged" as const, detail: `no part ${part}` };
  };
  return { entries, find, read };
}

/** Part names differ by more than the case of their letters (ECMA-376 part 2); old .NET writes backslashes. */
export function partKey(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

function boundsFault(records: readonly DirectoryRecord[]): ArchiveFault | null {
  let total = 0;
  for (const { name, size, compressedSize } of records) {
    total += size;
    if (size > maxPartBytes) return { reason: "too-large", detail: `${name} has ${size} bytes` };
    if (size > bytesFreeOfRatio && size > compressedSize * maxRatio) {
      return { reason: "too-large", detail: `${name} swells ${compressedSize} bytes to ${size}` };
    }
  }
  return total > maxArchiveBytes ? { reason: "too-large", detail: `${total} bytes in all` } : null;
}

function inflate({ name, method, raw, size, crc }: ArchiveEntry, codec: ZipCodec): Uint8Array | ArchiveFault {
  const broken = (detail: string): ArchiveFault => ({ reason: "damaged", detail: `${name}: ${detail}` });
  const whole = method === 0 ? raw : codec.inflate(raw, size);
  if (whole?.length !== size) return broken(`does not inflate to the ${size} bytes announced`);
  return codec.crc32(whole) === crc ? whole : broken("the CRC-32 differs");
}
