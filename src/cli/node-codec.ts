import { crc32, inflateRawSync } from "node:zlib";
import type { ZipCodec } from "../workbook/xlsx/zip-codec";

/** Node's own zlib, under the bounds of the portable way: it stops at the first byte beyond those announced. */
export const nodeCodec: ZipCodec = {
  inflate: (raw, size) => {
    try {
      const whole = inflateRawSync(raw, { maxOutputLength: Math.max(1, size) });
      return whole.length === size ? whole : null;
    } catch {
      return null;
    }
  },
  crc32,
};
