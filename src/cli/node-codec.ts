import { promisify } from "node:util";
import { crc32, deflateRaw, inflateRawSync } from "node:zlib";
import type { ZipCodec } from "../workbook/xlsx/zip-codec";

const deflated = promisify<Uint8Array, { level: number }, Uint8Array>(deflateRaw);

// What Node takes at least.
const smallestChunk = 64;

/** Node's own zlib, under the bounds of the portable way: it stops at the first byte beyond those announced. */
export const nodeCodec: ZipCodec = {
  inflate: (raw, size) => {
    // Writers store an empty part so; zlib would wait for a first block.
    if (raw.length === 0) return size === 0 ? new Uint8Array(0) : null;
    try {
      // One byte of room more than announced: filled up, zlib would make room for as much again.
      const chunkSize = Math.max(smallestChunk, size + 1);
      const whole = inflateRawSync(raw, { maxOutputLength: Math.max(1, size), chunkSize });
      return whole.length === size ? whole : null;
    } catch {
      return null;
    }
  },
  // In a thread of its own: meanwhile the next sheet is described.
  deflate: (bytes) => deflated(bytes, { level: 6 }),
  crc32,
};
