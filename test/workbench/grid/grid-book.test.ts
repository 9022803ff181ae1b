import { describe, expect, it } from "@jest/globals";
import { gridBook } from "../../../src/workbench/grid/grid-book";
import { contentOf } from "../../../src/workbench/grid/univer-cell";
import { merge } from "../../../src/core/merge";
import { makeSummary } from "../../../src/core/consolidation/book/make-summary";
import { review } from "../../../src/core/review";
import { readLooks } from "../../../src/workbook/xlsx/read-looks";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { yenChau } from "../../plans/opened";
import { opened, sampleFiles } from "../../worker/live";
import { calculate } from "../../tools/univer";
import { writeFileSync } from "node:fs";

describe("x", () => {
  it("y", async () => {
    const files: {name:string,bytes:Uint8Array}[] = (["2022-H1","2022-Y","with-faults"] as const).flatMap((f) => sampleFiles(f));
    for (const f of ["2022-H1","2022-Y"] as const) {
      const { consolidation } = merge(yenChau, sampleFiles(f).map((x) => review(yenChau, opened(x))), { allowsErrors: true });
      if (!consolidation) throw new Error("none");
      const t=performance.now();
      const bytes = await writeWorkbook(makeSummary(consolidation));
      writeFileSync(`/tmp/looks/summary-${f}.xlsx`, bytes);
      files.push({ name: `summary-${f}`, bytes });
    }
    const books = [];
    const snapshots = [];
    for (const file of files) {
    const snapshot = opened(file);
    const t0=performance.now();
    const looks=readLooks(file.bytes);
    const t1=performance.now();
    let last=performance.now(), worst=0;
    const book = await gridBook({ snapshot, looks }, async () => { worst=Math.max(worst,performance.now()-last); last=performance.now(); });
    const t2=performance.now();
    books.push(book); snapshots.push(snapshot);
    if (file.name.startsWith("summary")||files.indexOf(file)<2) console.log(file.name, t1-t0,t2-t1,worst, JSON.stringify(book).length);
    }
    const all = await calculate(books);
    let n=0; const diffs: string[] = []; let last=0;
    for (const [i, results] of all.entries())
    for (const [sheet,r,c,v,t] of results) {
      n++;
      const cell = snapshots[i]?.sheets.find(({name})=>name===sheet)?.rows.get(r)?.get(c);
        const found = contentOf({f:"=x",v,t}, null).value;
        const a=cell?.value;
        if (typeof found==="number"&&typeof a==="number"&&found!==a&&Math.abs(found-a)<=1e-14*Math.abs(a)) {last++;continue;}
        if (JSON.stringify(found ?? "") !== JSON.stringify(cell?.value ?? "")) diffs.push(`${files[i]?.name} ${sheet} ${r},${c} ${JSON.stringify(cell?.value)} / ${JSON.stringify(found)} ${cell?.formula?.slice(0,80)}`);
    }
    console.log(n, last, diffs.length, diffs.slice(0, 30).join("\n"));
  },600_000);
});
