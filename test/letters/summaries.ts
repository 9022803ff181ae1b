import { readFileSync, readdirSync } from "node:fs";
import { makeSummary } from "../../src/core/consolidation/book/make-summary";
import type { Consolidation } from "../../src/core/consolidation/consolidation";
import { merge } from "../../src/core/merge";
import { review } from "../../src/core/review";
import type { Snapshot } from "../../src/core/snapshot";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { yenChau } from "../plans/opened";
import { picture } from "../proof/books";

interface Summary {
  readonly consolidation: Consolidation;
  readonly summary: Snapshot;
}

const made = new Map<string, Promise<Summary>>();

/** A folder of the samples without some units' files, laid together once: its consolidation, and its summary as it is read back from its file. */
export function summaryOf(folder: string, without: readonly string[] = []): Promise<Summary> {
  const key = [folder, ...without].join(" ");
  const known = made.get(key) ?? makeOne(folder, without);
  made.set(key, known);
  return known;
}

async function makeOne(folder: string, without: readonly string[]): Promise<Summary> {
  const home = new URL(`../../samples/${folder}/`, import.meta.url);
  const files = readdirSync(home).filter(
    (file) => file.endsWith(".xlsx") && !without.includes(file.split("-")[0] ?? ""),
  );
  const reviews = files.map((file) => review(yenChau, readSnapshot(file, readFileSync(new URL(file, home)))));
  const { consolidation } = merge(yenChau, reviews);
  if (!consolidation) throw new Error(`${folder} gives no consolidation.`);
  return { consolidation, summary: picture(await writeWorkbook(makeSummary(consolidation)), "tong-hop.xlsx") };
}
