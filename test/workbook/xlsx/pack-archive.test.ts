import { describe, expect, it } from "@jest/globals";
import { strToU8, unzipSync, zipSync } from "fflate";
import fc from "fast-check";
import { nodeCodec } from "../../../src/cli/node-codec";
import { packArchive, packPart } from "../../../src/workbook/xlsx/pack-archive";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { portableCodec, type ZipCodec } from "../../../src/workbook/xlsx/zip-codec";
import { fullBlueprint } from "./full-blueprint";

const codecs: readonly (readonly [string, ZipCodec])[] = [
  ["portable", portableCodec],
  ["Node's", nodeCodec],
];

async function packed(parts: Readonly<Record<string, Uint8Array>>, codec: ZipCodec): Promise<Uint8Array> {
  const all = Object.entries(parts).map(([name, content]) => packPart(name, content, codec));
  return packArchive(await Promise.all(all));
}

describe("an archive", () => {
  it.each(codecs)("of any parts is unpacked to the same parts in their order: the %s codec", async (_, codec) => {
    const name = fc.stringMatching(/^[a-z]{1,8}\.xml$/);
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, fc.uint8Array({ maxLength: 300 })), async (parts) => {
        const found = unzipSync(await packed(parts, codec));
        expect(Object.entries(found)).toEqual(Object.entries(parts));
      }),
    );
  });

  it("is to the byte what the library of the portable codec makes of the same parts", async () => {
    const parts = { "[Content_Types].xml": strToU8("<Types/>"), "xl/workbook.xml": strToU8("a".repeat(5000)) };
    const made = zipSync(parts, { mtime: new Date(2022, 0, 1, 12), level: 6 });
    expect(Buffer.from(await packed(parts, portableCodec)).equals(made)).toBe(true);
  });

  it("of a workbook holds the same parts, whichever codec packed them", async () => {
    const [portable, node] = await Promise.all(codecs.map(async ([, codec]) => writeWorkbook(fullBlueprint, codec)));
    expect(unzipSync(node ?? new Uint8Array())).toEqual(unzipSync(portable ?? new Uint8Array()));
  });
});
