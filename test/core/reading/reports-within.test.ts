import { describe, expect, it } from "@jest/globals";
import { makeForm } from "../../../src/core/form/make-form";
import { merge } from "../../../src/core/merge";
import { periodById, unitByCode } from "../../../src/core/plan/lookups";
import { canonicalReading } from "../../../src/core/reading/canonical";
import { isReading, readReport } from "../../../src/core/reading/read-report";
import { reportsWithin } from "../../../src/core/reading/reports-within";
import { makeSummary } from "../../../src/core/consolidation/book/make-summary";
import { review } from "../../../src/core/review";
import type { Snapshot } from "../../../src/core/snapshot";
import { sampleContents } from "../../../src/samples/sample-contents";
import { snapshotOf } from "../../../src/workbook/memory";
import { yenChau } from "../../plans/opened";
import { rewritten } from "../../matrix/clean-form";
import { copiedTogether } from "./copied-together";

function sample(code: string, periodId = "2022-H1"): Snapshot {
  const [unit, period] = [unitByCode(yenChau, code), periodById(yenChau, periodId)];
  if (!unit || !period) throw new RangeError(code);
  const contents = sampleContents(yenChau, { unit, period, seed: 267 });
  return snapshotOf(makeForm(yenChau, { unit, period }, contents), `${code}.xlsx`);
}

function saying(snapshot: Snapshot): string {
  const reading = readReport(yenChau, snapshot);
  if (!isReading(reading)) throw new Error("no report");
  return canonicalReading(reading);
}

/** The report with another value in a field of its cover. */
function withCover(report: Snapshot, field: string, value: string): Snapshot {
  const place = report.names.get(field);
  if (!place) throw new RangeError(field);
  return rewritten(report, place, { value });
}

const units = ["04063", "04066", "04069"];

describe("reports copied into one workbook", () => {
  it("[RD1] are told apart by the marks of their sheets, and say what their files say", () => {
    const files = units.map((code) => sample(code));
    const within = reportsWithin(yenChau, copiedTogether(files));
    expect(within.map(({ file }) => file)).toEqual([
      "so-tong.xlsx – Xã Chiềng Đông",
      "so-tong.xlsx – Xã Sập Vạt",
      "so-tong.xlsx – Xã Chiềng Sàng",
    ]);
    expect(within.map(saying)).toEqual(files.map(saying));
    for (const report of within) {
      const rules = review(yenChau, report, { on: null, earlier: [] }).findings.map(({ rule }) => rule);
      expect(rules.filter((rule) => rule !== "sheet-keeps-its-name")).toEqual([]);
    }
  });

  it("whose order is mixed are sorted by unit", () => {
    const book = copiedTogether(units.map((code) => sample(code)));
    const mixed = { ...book, sheets: [...book.sheets].sort((a, b) => (a.name < b.name ? -1 : 1)) };
    const wanted = reportsWithin(yenChau, book).map(saying).sort();
    expect(reportsWithin(yenChau, mixed).map(saying).sort()).toEqual(wanted);
  });

  it("may have left their covers behind", () => {
    const book = copiedTogether(
      units.map((code) => sample(code)),
      (sheet) => sheet !== "Bìa",
    );
    const within = reportsWithin(yenChau, book);
    expect(within.map((one) => readReport(yenChau, one)).map((one) => isReading(one) && one.unit)).toMatchObject(
      units.map((code) => ({ kind: "known", unit: { code } })),
    );
  });

  it("of two periods are two reports, and so are two copies of one", () => {
    const [one, year] = [sample("04063"), sample("04063", "2022-Y")];
    expect(reportsWithin(yenChau, copiedTogether([one, year])).map(saying)).toEqual([one, year].map(saying));
    const twice = reportsWithin(yenChau, copiedTogether([one, one]));
    expect(twice.map(({ file }) => file)).toEqual([
      "so-tong.xlsx – Xã Chiềng Đông",
      "so-tong.xlsx – Xã Chiềng Đông (2)",
    ]);
    expect(twice.map(saying)).toEqual([saying(one), saying(one)]);
  });

  it("are one where the cover, or a sheet, says another period or unit than the rest: no half of it counts", () => {
    const [report, other] = [sample("04063"), sample("04066")];
    const slips = [
      withCover(report, "pm_period", "2022-Y"),
      withCover(report, "pm_unit_code", "04066"),
      {
        ...report,
        sheets: report.sheets.map((own) =>
          own.name === "Hộ nghèo" ? (other.sheets.find(({ name }) => name === own.name) ?? own) : own,
        ),
      },
    ];
    for (const slip of slips) {
      const within = reportsWithin(yenChau, slip);
      expect(within.map(saying)).toEqual([saying(slip)]);
      const rules = review(yenChau, slip, { on: null, earlier: [] }).findings.map(({ rule }) => rule);
      expect(rules).toContain("sheets-are-of-one-report");
    }
  });

  it("keep their covers, whatever those say, beside others", () => {
    const slip = withCover(sample("04066"), "pm_period", "2022-Y");
    const files = [sample("04063"), slip, sample("04069")];
    for (const order of [files, [slip, ...files.filter((file) => file !== slip)]]) {
      expect(reportsWithin(yenChau, copiedTogether(order)).map(saying).sort()).toEqual(order.map(saying).sort());
    }
  });

  it("are not found in a report by itself but that one, and not in a summary", () => {
    const one = sample("04063");
    expect(reportsWithin(yenChau, one).map(saying)).toEqual([saying(one)]);
    const { consolidation } = merge(
      yenChau,
      [one, sample("124")].map((snapshot) => review(yenChau, snapshot)),
    );
    if (!consolidation) throw new Error("no consolidation");
    expect(reportsWithin(yenChau, snapshotOf(makeSummary(consolidation), "tong-hop.xlsx"))).toEqual([]);
  });
});
