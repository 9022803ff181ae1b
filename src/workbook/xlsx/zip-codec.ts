import { deflateSync, Inflate } from "fflate";
import { crc32 } from "./crc32";

/** How the bytes of an archive's entries are inflated, deflated and compared: a platform may have a faster way than the portable one. */
export interface ZipCodec {
  /** The inflated bytes; null as soon as the stream breaks, or gives more bytes or fewer than announced. */
  readonly inflate: (raw: Uint8Array, size: number) => Uint8Array | null;
  readonly deflate: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  /** Unsigned, as zip archives count it. */
  readonly crc32: (bytes: Uint8Array) => number;
}

// What one step may inflate to, whatever was declared: 16 KiB of deflate never hold more than 17 MB.
const stepBytes = 16 * 1024;

function inflate(raw: Uint8Array, size: number): Uint8Array | null {
  const whole = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((piece) => {
    if (filled + piece.length <= size) whole.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at < raw.length && filled <= size; at += stepBytes) {
      stream.push(raw.subarray(at, at + stepBytes), at + stepBytes >= raw.length);
    }
  } catch {
    return null;
  }
  return filled === size ? whole : null;
}

function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 6 });
}

/** Needs nothing but the language: for the pane, the workbench and every test. */
export const portableCodec: ZipCodec = { inflate, deflate, crc32 };
