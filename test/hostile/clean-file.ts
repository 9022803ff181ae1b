import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The report that every hostile file is made of: a commune's, without a fault. */
export const cleanFile = new Uint8Array(
  readFileSync(new URL("../../samples/2022-H1/04063-Chieng-Dong-2022-H1.xlsx", import.meta.url)),
);

/** A part as text, changed; null takes the part out, bytes stand as they are. */
export type Change = ((text: string) => string | Uint8Array) | string | Uint8Array | null;

export function cleanParts(): Record<string, Uint8Array> {
  return unzipSync(cleanFile);
}

/** A part of the clean report as text. */
export function cleanPart(name: string): string {
  const part = cleanParts()[name];
  if (!part) throw new RangeError(`no part ${name}`);
  return strFromU8(part);
}

export const sheetParts = [1, 2, 3, 4, 5, 6, 7, 8].map((index) => `xl/worksheets/sheet${index}.xml`);

/** Where the parts of the clean report hold what people wrote. */
export const cover = "xl/worksheets/sheet1.xml";
export const figures = "xl/worksheets/sheet2.xml";
export const strings = "xl/sharedStrings.xml";
export const workbook = "xl/workbook.xml";
export const links = "xl/_rels/workbook.xml.rels";

/** The parts of the clean report with these changes. A change of text that changes nothing is a fault of the maker. */
export function partsWith(changes: Readonly<Record<string, Change>>): Record<string, Uint8Array> {
  const parts = new Map(Object.entries(cleanParts()));
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) parts.delete(name);
    else if (typeof change === "function") parts.set(name, changed(name, change));
    else parts.set(name, typeof change === "string" ? strToU8(change) : change);
  }
  return Object.fromEntries(parts);
}

function changed(name: string, change: (text: string) => string | Uint8Array): Uint8Array {
  const before = cleanPart(name);
  const after = change(before);
  if (after === before) throw new Error(`${name} is as it was`);
  return typeof after === "string" ? strToU8(after) : after;
}

/** The file of the clean report with these changes. */
export function fileWith(changes: Readonly<Record<string, Change>>): Uint8Array {
  return zipSync(partsWith(changes), { mtime: new Date(2022, 5, 30) });
}

/** The same change in every worksheet. */
export function inSheets(change: (text: string) => string | Uint8Array): Record<string, Change> {
  return Object.fromEntries(sheetParts.map((name) => [name, change]));
}
