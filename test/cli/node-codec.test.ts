import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { deflateRawSync } from "node:zlib";
import { nodeCodec } from "../../src/cli/node-codec";
import { portableCodec } from "../../src/workbook/xlsx/zip-codec";

/** Bytes that deflate packs well and badly. */
const content = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 20 }), fc.nat(4000)).map(([bytes, times]) => {
    return new Uint8Array(times).map((_, index) => bytes[index % bytes.length] ?? 0);
  }),
);

function given(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString("hex");
}

describe("Node's own zlib", () => {
  it("[RD7] gives what the portable way gives: the bytes, or nothing for any size but theirs", () => {
    fc.assert(
      fc.property(content, fc.integer({ min: -3, max: 3 }), (bytes, off) => {
        const raw = deflateRawSync(bytes);
        const size = Math.max(0, bytes.length + off);
        const inflated = given(nodeCodec.inflate(raw, size));
        expect(inflated).toBe(size === bytes.length ? given(bytes) : null);
        expect(given(portableCodec.inflate(raw, size))).toBe(inflated);
      }),
    );
  });

  it("[RD7] gives nothing for a stream that breaks off, as the portable way", () => {
    fc.assert(
      fc.property(content, fc.nat(), (bytes, cut) => {
        const raw = deflateRawSync(bytes);
        const part = raw.subarray(0, cut % raw.length);
        const isEmpty = part.length === 0 && bytes.length === 0;
        expect(given(nodeCodec.inflate(part, bytes.length))).toBe(isEmpty ? "" : null);
        expect(given(portableCodec.inflate(part, bytes.length))).toBe(isEmpty ? "" : null);
      }),
    );
  });

  it("[RD7] takes no notice of what stands behind the stream's end, as the portable way", () => {
    fc.assert(
      fc.property(content, fc.uint8Array({ minLength: 1, maxLength: 50_000 }), (bytes, more) => {
        const raw = Buffer.concat([deflateRawSync(bytes), more]);
        expect(given(nodeCodec.inflate(raw, bytes.length))).toBe(given(portableCodec.inflate(raw, bytes.length)));
      }),
    );
  });

  it("[RD7] stops at the first byte beyond those announced: a bomb costs nothing", () => {
    const bomb = deflateRawSync(new Uint8Array(64 * 1024 * 1024));
    const before = process.memoryUsage.rss();
    for (let time = 0; time < 20; time++) expect(nodeCodec.inflate(bomb, 1000)).toBeNull();
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1024 * 1024);
  });

  it("counts the same CRC-32", () => {
    fc.assert(fc.property(content, (bytes) => expect(nodeCodec.crc32(bytes)).toBe(portableCodec.crc32(bytes))));
  });
});
