import { describe, expect, it } from "@jest/globals";
import { makeSummary } from "../../../src/core/consolidation/book/make-summary";
import type { UnitStatus } from "../../../src/core/consolidation/consolidation";
import { readCarried, type Carried } from "../../../src/core/consolidation/read-summary-book";
import { receivedWords } from "../../../src/core/reading/received-words";
import type { Review } from "../../../src/core/finding";
import { merge, type MergeOptions, type Merged } from "../../../src/core/merge";
import { isReading, readReport } from "../../../src/core/reading/read-report";
import { cellAt, isUnreadable, type Snapshot } from "../../../src/core/snapshot";
import { firstLines, receiptLines } from "../../../src/letters/feedback/receipt-lines";
import { unitStandings } from "../../../src/letters/feedback/unit-standing";
import { reportingLines } from "../../../src/letters/report/reporting-part";
import { snapshotOf } from "../../../src/workbook/memory";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { yenChau } from "../../plans/opened";
import { reviewOf, reviewsOf } from "./reports";

const period = "2022-H1";
const late = { unit: "04063", period };
const [final, estimate] = ["Chính thức", "Ước thực hiện"];
const others = reviewsOf(yenChau, period, { without: [late.unit] });
const estimated = reviewOf(yenChau, late, { stage: estimate });

function laid(reviews: readonly Review[], options: MergeOptions = {}): Merged {
  return merge(yenChau, reviews, options);
}

function bookOf({ consolidation }: Merged): Snapshot {
  if (!consolidation) throw new Error("nothing");
  return snapshotOf(makeSummary(consolidation), "summary.xlsx");
}

function carriedBy(merged: Merged): Carried {
  const carried = readCarried(yenChau, bookOf(merged));
  if (!carried) throw new Error("no summary");
  return carried;
}

function statusOf({ consolidation }: Merged): UnitStatus {
  const status = consolidation?.units.find(({ unit }) => unit.code === late.unit);
  if (!status) throw new Error("no status");
  return status;
}

const strays = ({ findings }: Merged) =>
  findings.filter(({ rule }) => rule === "reports-are-of-one-period").map(({ code, facts }) => [code, facts["kind"]]);

describe("[CO6] the stage of a summary", () => {
  it("stands on its cover, in memory and as a file, and is that of its report to the next level", async () => {
    const merged = laid(others);
    if (!merged.consolidation) throw new Error("nothing");
    const file = readSnapshot("summary.xlsx", await writeWorkbook(makeSummary(merged.consolidation)));
    if (isUnreadable(file)) throw new Error(file.reason);
    for (const book of [bookOf(merged), file]) {
      expect(readCarried(yenChau, book)?.stage).toBe(final);
      const reading = readReport(yenChau, book);
      expect(isReading(reading) && reading.cover.get("pm_stage")?.text).toBe(final);
    }
  });

  it("holds for a later report, which does not count where it is of another one", () => {
    const updated = laid([estimated], { carried: carriedBy(laid(others)) });
    expect(strays(updated)).toEqual([[late.unit, "stage"]]);
    expect(statusOf(updated)).toMatchObject({ isReceived: true, reading: null, stage: estimate });
    expect(updated.consolidation?.stage).toBe(final);
    expect(updated.changes).toEqual([]);
  });

  it("holds against any number of later ones of another, and keeps what it has of their units", () => {
    const all = new Map(yenChau.units.map(({ code }) => [code, { stage: estimate }]));
    const later = reviewsOf(yenChau, period, { changes: all });
    const before = laid([...others, reviewOf(yenChau, late)]);
    const updated = laid(later, { carried: carriedBy(before) });
    expect(strays(updated).map(([code]) => code)).toEqual(yenChau.units.map(({ code }) => code));
    expect(updated.consolidation?.elements.map(({ actual }) => actual)).toEqual(
      before.consolidation?.elements.map(({ actual }) => actual),
    );
  });

  it("is that of the reports where an earlier version wrote none", () => {
    const carried = { ...carriedBy(laid(others)), stage: null };
    expect(strays(laid([estimated], { carried }))).toEqual([]);
    expect(statusOf(laid([estimated], { carried })).reading).not.toBeNull();
  });

  it("and of each report is told in Tình hình nộp, and whether it counts", () => {
    const refused = laid([...others, estimated]);
    const [book, again] = [bookOf(refused), carriedBy(refused)];
    const sheet = book.sheets.find(({ name }) => name === "Tình hình nộp");
    const row = [...(sheet?.rows ?? [])].find(([, cells]) => cells.get(0)?.value === late.unit)?.[0] ?? -1;
    expect(sheet && [2, 3].map((column) => cellAt(sheet, row, column)?.value)).toEqual([
      receivedWords.otherStage,
      estimate,
    ]);
    const kept = again.units.find(({ unit }) => unit.code === late.unit);
    expect(kept).toMatchObject({ isReceived: true, reading: null, stage: estimate });
  });

  it("[CO8] goes on saying that a report of another one was let in for as long as it counts", () => {
    const letIn = laid([...others, estimated], { allowsErrors: true });
    expect(statusOf(letIn).reading).not.toBeNull();
    const carried = carriedBy(letIn);
    expect(carried.allowsErrors).toBe(true);
    const [one] = others;
    const updated = laid(one ? [one] : [], { carried });
    expect(carriedBy(updated).allowsErrors).toBe(true);
    const mended = laid([reviewOf(yenChau, late)], { carried: carriedBy(updated) });
    expect(carriedBy(mended).allowsErrors).toBe(false);
  });
});

it("[CO8] a report of another stage that was let in is named in the official report", () => {
  const { consolidation } = laid([...others, estimated], { allowsErrors: true });
  if (!consolidation) throw new Error("nothing");
  expect(reportingLines({ consolidation, language: "vi" })).toContain(
    "Đã tính vào số liệu tổng hợp dù khác mức độ số liệu: xã Chiềng Đông.",
  );
});

describe("[CO8] a report that is left out for its stage", () => {
  const merged = laid([...others, estimated]);
  const { consolidation } = merged;
  if (!consolidation) throw new Error("nothing");
  const standing = unitStandings({ consolidation, reviews: [...others, estimated], findings: merged.findings }).find(
    ({ status: { unit } }) => unit.code === late.unit,
  );
  if (!standing) throw new Error("no standing");

  it("is told so, and not that it has errors", () => {
    const told = receiptLines(consolidation, standing).map(({ vi }) => vi);
    expect(told.at(-1)).toBe(
      "Báo cáo ghi mức độ số liệu “Ước thực hiện”, biểu tổng hợp theo mức độ “Chính thức”, nên số liệu chưa được tính; kết quả dưới đây không xếp hạng.",
    );
    expect(firstLines(consolidation, standing, "vi")[0]).toBe(
      "Sửa mức độ số liệu trên Bìa nếu ghi nhầm; nếu không, gửi báo cáo đúng mức độ số liệu.",
    );
  });

  it("is named so in the official report", () => {
    const lines = reportingLines({ consolidation, language: "vi" });
    expect(lines).toContain("Đã nộp nhưng khác mức độ số liệu, chưa tính vào số liệu tổng hợp: xã Chiềng Đông.");
    expect(lines.join(" ")).not.toContain("còn lỗi");
  });
});
