import { zipSync } from "fflate";

// A zip's time has no zone: the local constructor gives the same bytes everywhere.
const packed = new Date(2022, 0, 1, 12);

/** Several files as one, for where only one can be handed over; the same bytes for the same files. Names are ours. */
export function writeZip(files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const entries = files.map(({ fileName, bytes }) => [fileName, bytes] as const);
  // Workbooks are packed already.
  return zipSync(Object.fromEntries(entries), { level: 0, mtime: packed });
}
