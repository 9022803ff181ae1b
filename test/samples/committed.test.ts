import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { merge } from "../../src/core/merge";
import { unitByCode } from "../../src/core/plan/lookups";
import { makeForm } from "../../src/core/form/make-form";
import { review } from "../../src/core/review";
import { sampleContents } from "../../src/samples/sample-contents";
import { sampleFaults, sampleMissing } from "../../src/samples/sample-faults";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { yenChau } from "../plans/opened";

function reviewsIn(folder: string) {
  const path = `samples/${folder}`;
  return readdirSync(path).map((name) => review(yenChau, readSnapshot(name, readFileSync(`${path}/${name}`))));
}

describe("the sample files in the repository", () => {
  it.each(yenChau.periods.map(({ id }) => [id]))(
    "%s: sixteen reports with nothing to find, alone or together",
    (id) => {
      const reviews = reviewsIn(id);
      expect(reviews.length).toBe(16);
      expect(reviews.flatMap(({ findings }) => findings)).toEqual([]);
      expect(merge(yenChau, reviews).findings).toEqual([]);
    },
  );

  it("with-faults: each fault is found by its rule, and nothing else", () => {
    const found = reviewsIn("with-faults").flatMap(({ file, findings }) =>
      findings.map(({ rule }) => `${file.split("-")[0] ?? ""} ${rule}`),
    );
    expect(found.sort()).toEqual(sampleFaults.map(({ unit, rule }) => `${unit} ${rule}`).sort());
    const together = merge(yenChau, reviewsIn("with-faults")).findings;
    expect(together.map(({ rule, code }) => `${code ?? ""} ${rule}`).sort()).toEqual(
      sampleMissing.map((unit) => `${unit} every-unit-reports`),
    );
  });

  it("are what `plan-monitor sample` makes today, byte for byte", async () => {
    for (const period of yenChau.periods) {
      for (const name of readdirSync(`samples/${period.id}`).slice(0, 4)) {
        const unit = unitByCode(yenChau, name.split("-")[0] ?? "");
        if (!unit) throw new RangeError(name);
        const made = await writeWorkbook(
          makeForm(yenChau, { unit, period }, sampleContents(yenChau, { unit, period, seed: 267 })),
        );
        expect(Buffer.from(made).equals(readFileSync(`samples/${period.id}/${name}`))).toBe(true);
      }
    }
  });
});
