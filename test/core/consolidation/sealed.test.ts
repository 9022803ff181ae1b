import { describe, expect, it } from "@jest/globals";
import { makeSummary } from "../../../src/core/consolidation/book/make-summary";
import type { UnitStatus } from "../../../src/core/consolidation/consolidation";
import { readCarried } from "../../../src/core/consolidation/read-summary-book";
import type { Review } from "../../../src/core/finding";
import { merge, type Merged } from "../../../src/core/merge";
import { sealOf, sealText } from "../../../src/core/reading/seal";
import { snapshotOf } from "../../../src/workbook/memory";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { isUnreadable } from "../../../src/core/snapshot";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { yenChau } from "../../plans/opened";
import { elementKey, reviewOf, reviewsOf, type Changes } from "./reports";

const period = "2022-H1";
const of = { unit: "04063", period };

/** The seal of the unit's sample report as it is without changes. */
function seal(on = "2022-06-18"): string {
  const { reading } = reviewOf(yenChau, of);
  if (!reading) throw new Error("no reading");
  return sealText(sealOf(reading, on));
}

const others = reviewsOf(yenChau, period, { without: [of.unit] });
const sealed = reviewOf(yenChau, of, { seal: seal() });
const changes: Changes = { seal: seal(), cells: [[elementKey("S41"), 1000]] };
const broken = reviewOf(yenChau, of, changes);

function merged(reviews: readonly Review[], options: Parameters<typeof merge>[2] = {}): Merged {
  return merge(yenChau, [...others, ...reviews], options);
}

function statusOf({ consolidation }: Merged): UnitStatus {
  const status = consolidation?.units.find(({ unit }) => unit.code === of.unit);
  if (!status) throw new Error("no status");
  return status;
}

describe("sealed reports laid together", () => {
  it("[SE1] are known by the day of a seal that fits", () => {
    expect(statusOf(merged([sealed]))).toMatchObject({ sealedOn: "2022-06-18", counts: { error: 0 } });
    expect(statusOf(merged([reviewOf(yenChau, of)])).sealedOn).toBeNull();
  });

  it("[SE1] are refused where they have changed since, and not called sealed where they are let in", () => {
    expect(broken.findings.map(({ rule }) => rule)).toContain("sealed-report-is-unchanged");
    expect(statusOf(merged([broken]))).toMatchObject({ sealedOn: null, reading: null });
    expect(statusOf(merged([broken], { allowsErrors: true })).sealedOn).toBeNull();
  });

  it("[CO5] are one report with their copies that are not sealed, or wrongly, whatever the names", () => {
    const wrong = { seal: seal().replace(/[0-9a-f]{64}$/, "0".repeat(64)) };
    const outcomes = ["a.xlsx", "z.xlsx"].map((file) => {
      const copies = [reviewOf(yenChau, of, { file }), reviewOf(yenChau, of, { ...wrong, file: `0${file}` })];
      const outcome = merged([...copies, sealed]);
      return { isUndecided: outcome.isUndecided, sealedOn: statusOf(outcome).sealedOn, file: statusOf(outcome).file };
    });
    const one = { isUndecided: false, sealedOn: "2022-06-18", file: sealed.file };
    expect(outcomes).toEqual([one, one]);
  });

  it("[SE1] stand in the summary with their day, in memory and as a file, and are carried on", async () => {
    const { consolidation } = merged([sealed]);
    if (!consolidation) throw new Error("no consolidation");
    const book = makeSummary(consolidation);
    const file = readSnapshot("summary.xlsx", await writeWorkbook(book));
    if (isUnreadable(file)) throw new Error(file.reason);
    for (const picture of [snapshotOf(book, "summary.xlsx"), file]) {
      const carried = readCarried(yenChau, picture);
      const days = carried?.units.map(({ unit, sealedOn }) => [unit.code, sealedOn] as const);
      expect(days?.filter(([, day]) => day !== null)).toEqual([[of.unit, "2022-06-18"]]);
      expect(statusOf(merge(yenChau, others.slice(0, 1), { carried })).sealedOn).toBe("2022-06-18");
    }
  });
});
