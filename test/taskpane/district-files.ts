import { readdirSync, readFileSync } from "node:fs";
import type { Snapshot } from "../../src/core/snapshot";

/** A workbook as Excel opens it anew. */
export const blank: Snapshot = {
  file: "Book1.xlsx",
  sheets: [
    {
      name: "Sheet1",
      visibility: "visible",
      rows: new Map(),
      merges: [],
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      isProtected: false,
    },
  ],
  names: new Map(),
};

const folder = "samples/2022-H1";

/** The names of the sample reports, one of each unit. */
export const names = readdirSync(folder);

export function bytesOf(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(`${folder}/${name}`));
}

export function fileOf(name: string): File {
  const bytes = bytesOf(name);
  const file = new File([bytes], name);
  // jsdom's files cannot be read as every browser's can.
  return Object.assign(file, { arrayBuffer: () => Promise.resolve(bytes.buffer) });
}
