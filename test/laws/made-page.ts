import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "@jest/globals";

/** Set by `npm run docs`: the pages are written; otherwise they are only compared. */
const isWriting = process.env["WRITE_DOCS"] === "1";

/** Holds a page of the docs that is made from the program to what the program makes of it now. */
export function expectPage(path: string, text: string): void {
  const url = new URL(`../../${path}`, import.meta.url);
  if (isWriting) writeFileSync(url, text);
  expect(readFileSync(url, "utf8")).toBe(text);
}
