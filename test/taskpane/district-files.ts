import { readdirSync, readFileSync } from "node:fs";
import type { Snapshot } from "../../src/core/snapshot";
import { emptySheet } from "../workbook/empty-sheet";

/** A workbook as Excel opens it anew. */
export const blank: Snapshot = {
  file: "Book1.xlsx",
  sheets: [emptySheet("Sheet1")],
  names: new Map(),
};

const folder = "samples/2022-H1";

/** The names of the sample reports, one of each unit. */
export const names = readdirSync(folder);

export function bytesOf(name: string): Uint8Array<ArrayBuffer> {
  return bytesIn(folder, name);
}

export function fileOf(name: string): File {
  return fileIn(folder, name);
}

/** A report of the same period, with one fault in nearly each. */
export function faultyFileOf(name: string, as = name): File {
  return fileIn("samples/with-faults", name, as);
}

function bytesIn(where: string, name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(`${where}/${name}`));
}

function fileIn(where: string, name: string, as = name): File {
  const bytes = bytesIn(where, name);
  const file = new File([bytes], as);
  // jsdom's files cannot be read as every browser's can.
  return Object.assign(file, { arrayBuffer: () => Promise.resolve(bytes.buffer) });
}
