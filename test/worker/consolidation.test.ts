import { describe, expect, it } from "@jest/globals";
import { toA1 } from "../../src/core/cell";
import { consolidate } from "../../src/core/consolidation/consolidate";
import { readCarried } from "../../src/core/consolidation/read-summary-book";
import { merge } from "../../src/core/merge";
import { review } from "../../src/core/review";
import type { Snapshot } from "../../src/core/snapshot";
import type { ConsolidationRequest, GivenFile } from "../../src/worker/engine";
import { makeEngine } from "../../src/worker/make-engine";
import { copiedTogether } from "../core/reading/copied-together";
import { yenChau } from "../plans/opened";
import { emptySheet } from "../workbook/empty-sheet";
import { on, opened, planned, sampleFile, sampleFiles, written } from "./live";

const engine = makeEngine();
const clean = sampleFiles("2022-H1");
const late = "04102";
const inTime = clean.filter(({ name }) => !name.startsWith(late));
const blank: Snapshot = { file: "so-moi.xlsx", sheets: [emptySheet("Sheet1")], names: new Map() };

function together(request: Partial<ConsolidationRequest>) {
  return engine.consolidate({ files: [], book: null, allowsErrors: false, on, ...request }, () => undefined);
}

function totalsOf(files: readonly GivenFile[]) {
  const reviews = files.map((file) => review(yenChau, opened(file), { on, earlier: [] }));
  const { consolidation } = merge(yenChau, reviews);
  if (!consolidation) throw new Error("nothing");
  return consolidation.elements.map(({ code, actual, baseline, coverage }) => ({ code, actual, baseline, coverage }));
}

function totalsIn(book: Snapshot) {
  const carried = readCarried(yenChau, book);
  if (!carried) throw new Error("no summary");
  const { elements } = consolidate(yenChau, carried.period, carried);
  return elements.map(({ code, actual, baseline, coverage }) => ({ code, actual, baseline, coverage }));
}

const made = new Map<readonly GivenFile[], Promise<Snapshot>>();

/** The summary of files, written into a workbook with nothing in it. */
function summaryOf(files: readonly GivenFile[]): Promise<Snapshot> {
  const known = made.get(files) ?? makeSummaryOf(files);
  made.set(files, known);
  return known;
}

async function makeSummaryOf(files: readonly GivenFile[]): Promise<Snapshot> {
  const own = makeEngine();
  await own.consolidate({ files, book: null, allowsErrors: false, on }, () => undefined);
  return written(blank, planned(await own.summary(blank)).operation);
}

describe("laying reports together", () => {
  it("tells of every unit and file, one after another", async () => {
    const progress: string[] = [];
    const request = { files: sampleFiles("with-faults"), book: null, allowsErrors: false, on };
    const view = await engine.consolidate(request, (done, all) => progress.push(`${done}/${all}`));
    expect(progress).toEqual(request.files.map((_, index) => `${index + 1}/14`));
    expect(structuredClone(view)).toEqual(view);
    expect(view).toMatchObject({ state: "needs-a-look", received: 13, all: 15, changes: [] });
    expect(view.units.map(({ code, state }) => `${code} ${state}`)).toContain("04093 missing");
    expect(view.units.map(({ code, state }) => `${code} ${state}`)).toContain("04084 refused");
    expect(view.units.map(({ code, state }) => `${code} ${state}`)).toContain("04066 accepted");
    expect(view.files.map(({ unit }) => unit)).toEqual(request.files.map(({ name }) => name.split("-")[0]));
    expect(view.indicators.map(({ code }) => code)).toEqual(yenChau.indicators.map(({ code }) => code));
  });

  it.each([
    ["clean reports", { files: clean }, "ready"],
    ["no files", { files: [] }, "nothing"],
    ["no workbooks", { files: [{ name: "a.xlsx", bytes: new Uint8Array([1, 2, 3]) }] }, "nothing"],
    ["reports and no workbook", { files: [...clean, { name: "a.xlsx", bytes: new Uint8Array(9) }] }, "needs-a-look"],
    ["one report twice", { files: [...clean, { ...sampleFile("2022-H1", late), name: "again.xlsx" }] }, "ready"],
    [
      "two reports of a unit",
      { files: [...clean, { ...sampleFile("with-faults", "04078"), name: "b.xlsx" }] },
      "undecided",
    ],
  ])("says how it stands with %s", async (_, request, state) => {
    const view = await together(request);
    expect(view.state).toBe(state);
    expect(view.files.length).toBe(request.files.length);
  });

  it("names the rule where two reports claim one unit, and writes nothing", async () => {
    const view = await together({ files: [...clean, { ...sampleFile("with-faults", "04078"), name: "b.xlsx" }] });
    expect(view.findings.map(({ rule }) => rule)).toContain("unit-reports-once");
    expect(view.indicators).toEqual([]);
    expect(await engine.summary(blank)).toMatchObject({ kind: "refused" });
    expect(await engine.summaryBook()).toBeNull();
  });

  it("[CO8] leaves reports with errors out unless they are allowed", async () => {
    const files = sampleFiles("with-faults");
    const states = async (allowsErrors: boolean) =>
      (await together({ files, allowsErrors })).units.find(({ code }) => code === "04084")?.state;
    expect([await states(false), await states(true)]).toEqual(["refused", "accepted"]);
  });
});

describe("the summary in a workbook", () => {
  it("[CO5] reads back with the same totals, and writing it again changes nothing", async () => {
    await together({ files: clean });
    const outcome = planned(await engine.summary(blank));
    expect(outcome.cells).toBe(0);
    expect(outcome.sheets).toBe(outcome.operation.rounds.flat().length);
    const book = written(blank, outcome.operation);
    expect(book.sheets[0]?.name).toBe("Sheet1");
    expect(totalsIn(book)).toEqual(totalsOf(clean));
    expect(await engine.summary(book)).toEqual({ kind: "nothing-to-do" });
    const view = await engine.check(book, on);
    expect(view.findings).toEqual([]);
    expect(view.book).toMatchObject({ kind: "summary", received: 15, all: 15 });
    expect(view.indicators.every(({ at, coverage }) => at?.sheet === "TH Chỉ tiêu" && coverage !== null)).toBe(true);
  });

  it("is drawn as a file with the same sheets, and as a workbook of its own", async () => {
    await together({ files: clean });
    const { operation } = planned(await engine.summary(blank));
    const book = written(blank, operation);
    const drawn = opened({ name: "drawn.xlsx", bytes: operation.drawn?.bytes ?? new Uint8Array() });
    const own = await engine.summaryBook();
    expect(own?.fileName).toBe("tong-hop-2022-H1.xlsx");
    const alone = opened({ name: "own.xlsx", bytes: own?.bytes ?? new Uint8Array() });
    for (const other of [drawn, alone]) {
      expect(other.sheets.map(({ name }) => name)).toEqual(book.sheets.slice(1).map(({ name }) => name));
      expect(totalsIn(other)).toEqual(totalsIn(book));
    }
  });

  it("[CO6] takes a late report in by its own sheet and the cells that differ, and says what it changes", async () => {
    const before = await summaryOf(inTime);
    const view = await together({ files: [sampleFile("2022-H1", late)], book: before });
    expect(view.units.filter(({ isNew }) => isNew).map(({ code }) => code)).toEqual([late]);
    expect(view.received).toBe(15);
    const s01 = view.changes.find(({ code, unit }) => code === "S01" && unit === null);
    expect(s01?.before).not.toEqual(s01?.after);
    const { operation, sheets, cells } = planned(await engine.summary(before));
    expect(sheets).toBe(1);
    expect(cells).toBeGreaterThan(100);
    const after = written(before, operation);
    expect(totalsIn(after)).toEqual(totalsOf(clean));
    const whole = await summaryOf(clean);
    expect(after.sheets).toEqual(whole.sheets);
    expect((await engine.check(after, on)).findings).toEqual([]);
  });

  it("[CO6] shows a corrected report's own figures before and after", async () => {
    const before = await summaryOf(clean);
    const corrected = { ...sampleFile("with-faults", "04078"), name: "b.xlsx" };
    const view = await together({ files: [corrected], book: before, allowsErrors: true });
    expect(view.changes.find(({ code, unit }) => code === "S30" && unit === "Chiềng Hặc")?.after.vi).toBe("10,98");
  });

  it("is made anew sheet by sheet where a person changed how it is built", async () => {
    const before = await summaryOf(inTime);
    const sheets = before.sheets.map((sheet) =>
      sheet.name === "TH Số liệu"
        ? { ...sheet, rows: new Map([...sheet.rows].map(([row, cells]) => [row + 1, cells])) }
        : sheet,
    );
    const moved = { ...before, sheets: sheets.filter(({ name }) => name !== "TH Kinh phí") };
    await together({ files: clean });
    const { operation, sheets: put } = planned(await engine.summary(moved));
    expect(put).toBe(3);
    const whole = await summaryOf(clean);
    expect(written(moved, operation).sheets).toEqual(whole.sheets);
  });

  it("counts the files that no total stands on", async () => {
    const half = await summaryOf(clean);
    const year = sampleFile("2022-Y", late);
    const faulty = sampleFile("with-faults", "04063");
    const stray = { name: "a.xlsx", bytes: new Uint8Array(9) };
    const again = { ...sampleFile("2022-H1", late), name: "again.xlsx" };
    const unused = async (request: Partial<ConsolidationRequest>): Promise<number> => (await together(request)).unused;
    expect(await unused({ files: clean })).toBe(0);
    expect(await unused({ files: [...clean, again] })).toBe(0);
    expect(await unused({ files: [...clean, year, stray] })).toBe(2);
    expect(await unused({ files: [year, again], book: half })).toBe(1);
    // It has the name of the good one that stays; by itself it is left out in its unit's line.
    expect(await unused({ files: [faulty], book: half })).toBe(1);
    expect(await unused({ files: [faulty] })).toBe(0);
  });

  it("is not written over another period's, nor over sheets of the same names", async () => {
    const half = await summaryOf(clean);
    await together({ files: sampleFiles("2022-Y") });
    expect(await engine.summary(half)).toMatchObject({
      kind: "refused",
      why: { vi: expect.stringContaining("6 tháng") },
    });
    const taken = { ...blank, sheets: [emptySheet("th SỐ LIỆU"), emptySheet("Bìa"), emptySheet("Tú Nang")] };
    expect(await engine.summary(taken)).toMatchObject({
      kind: "refused",
      why: { vi: expect.stringContaining("“th SỐ LIỆU”, “Tú Nang”") },
    });
    expect(await makeEngine().summary(blank)).toMatchObject({ kind: "refused" });
  });
});

describe("reports copied into one workbook", () => {
  const [whole, few] = [clean, clean.slice(1, 4)];
  const book = copiedTogether(few.map(opened));

  it("are counted, and neither checked nor mended as one", async () => {
    expect(await engine.recognize(book)).toEqual({ kind: "neither", reports: 3 });
    const view = await engine.check(book, on);
    expect(view).toMatchObject({ outcome: "unreadable", maySeal: false, indicators: [] });
    expect(view.findings.map(({ rule }) => rule)).toEqual(["workbook-is-a-standard-report"]);
    for (const outcome of [engine.mendAll(book, on), engine.compute(book), engine.seal(book, on)]) {
      expect(await outcome).toMatchObject({ kind: "refused", why: { vi: expect.stringContaining("3 đơn vị") } });
    }
  });

  it("count as their files do, alone or beside others", async () => {
    const view = await together({ book });
    expect(view).toMatchObject({ state: "needs-a-look", received: 3 });
    expect(view.files.map(({ unit, outcome, findings }) => [unit, outcome, findings])).toEqual(
      ["04063", "04066", "04069"].map((unit) => [unit, "ok", []]),
    );
    const mixed = await together({ book, files: whole.filter((file) => !few.includes(file)) });
    const files = await together({ files: whole });
    expect(mixed.indicators).toEqual(files.indicators);
    expect(mixed.state).toBe("ready");
  });

  it("may have the summary written behind them, which late files go into", async () => {
    await together({ book });
    const first = written(book, planned(await engine.summary(book)).operation);
    expect(first.sheets.slice(0, book.sheets.length)).toEqual(book.sheets);
    expect(await engine.recognize(first)).toMatchObject({ kind: "summary", received: 3 });
    expect(await engine.summary(first)).toEqual({ kind: "nothing-to-do" });
    const late = whole.slice(4, 6);
    const view = await together({ book: first, files: late });
    expect(view.received).toBe(5);
    const second = written(first, planned(await engine.summary(first)).operation);
    expect(totalsIn(second)).toEqual(totalsOf([...few, ...late]));
    const trace = await engine.trace(second, placeOf(second, "TH Số liệu", "S01"));
    expect(trace?.parts.map(({ at }) => at?.sheet).sort()).toEqual(trace?.parts.map(({ unit }) => unit).sort());
  });
});

describe("copied reports behind a summary", () => {
  it("are taken again where they were changed, and only those", async () => {
    const book = copiedTogether(clean.slice(1, 4).map(opened));
    await together({ book });
    const first = written(book, planned(await engine.summary(book)).operation);
    expect((await together({ book: first })).units.filter(({ isNew }) => isNew)).toEqual([]);
    const at = { sheet: "Số liệu (2)", cell: "F55" };
    const before = valueAt(first, at);
    const edit = { at, expect: { value: Number(before) }, put: { value: Number(before) - 1 } };
    const changed = written(first, { name: { vi: "", en: "" }, rounds: [[edit]], drawn: null });
    const view = await together({ book: changed });
    expect(view.units.filter(({ isNew }) => isNew).map(({ code }) => code)).toEqual(["04066"]);
    expect(view.changes.map(({ code, unit }) => [code, unit])).toContainEqual(["S49", "Sập Vạt"]);
  });
});

describe("the figures behind a total", () => {
  it("[CO7] add up to it, each with its place in this workbook and in its own file", async () => {
    const book = await summaryOf(clean);
    const at = placeOf(book, "TH Số liệu", "S01");
    const trace = await engine.trace(book, at);
    expect(trace).toMatchObject({ code: "S01", coverage: { vi: "15/15 đơn vị" }, missing: [] });
    const total = trace?.parts.reduce((sum, { value }) => sum + numberIn(value.vi), 0);
    expect(total).toBe(numberIn(trace?.total.vi ?? ""));
    for (const { at: place, value, source } of trace?.parts ?? []) {
      expect(valueAt(book, place)).toBe(numberIn(value.vi));
      expect(source?.sheet).toBe("Số liệu");
    }
  });

  it.each([
    ["TH Số liệu", "S02"],
    ["TH Số liệu", "S42"],
    ["TH Chỉ tiêu", "C01"],
    ["TH Chỉ tiêu", "C08a"],
    ["TH Chỉ tiêu", "C09"],
    ["TH Theo đơn vị", "C01"],
    ["Sập Vạt", "S02"],
  ])("[CO7] are those of the selected cell, whatever time and units it is of: %s, %s", async (sheet, code) => {
    const book = await summaryOf(inTime);
    const row = Number(/\d+/.exec(placeOf(book, sheet, code).cell)?.[0]);
    const cells = book.sheets.find(({ name }) => name === sheet)?.rows.get(row - 1);
    let [ofCells, blanks] = [0, 0];
    for (const [column, { value }] of cells ?? []) {
      const trace = await engine.trace(book, { sheet, cell: toA1({ row: row - 1, column }) });
      if (!trace?.isOfCell) continue;
      if (typeof value !== "number") {
        expect(trace).toMatchObject({ parts: [], total: { vi: "chưa có" } });
        blanks++;
        continue;
      }
      ofCells++;
      expect(toldBy(trace.total.vi)).toBeCloseTo(value, 2);
      if (sheet !== "TH Số liệu") continue;
      expect(trace.parts.reduce((sum, part) => sum + toldBy(part.value.vi), 0)).toBe(value);
      for (const { at, value: own } of trace.parts) {
        expect(String(valueAt(book, at)).toLowerCase()).toBe(own.vi.replaceAll(".", ""));
      }
    }
    expect(ofCells).toBeGreaterThan(1);
    // A unit of these has not reported.
    if (sheet === "TH Số liệu") expect(blanks).toBeGreaterThan(0);
  });

  it.each([
    ["a group", "actual.kv3", "Số hộ nghèo, 10 xã khu vực III"],
    ["one unit", "actual.04063", "Số hộ nghèo"],
    ["a unit that is not asked for it: the row", "actual.124", "Số hộ nghèo"],
  ])("are named for what they are of: %s", async (_case, key, name) => {
    const book = await summaryOf(inTime);
    const { sheet, cell } = placeOf(book, "TH Số liệu", "S02");
    const keys = book.sheets.find((one) => one.name === sheet)?.rows.get(0) ?? new Map<number, { value: unknown }>();
    const column = [...keys].find(([, { value }]) => value === key)?.[0];
    if (column === undefined) throw new RangeError(key);
    const trace = await engine.trace(book, { sheet, cell: toA1({ row: Number(/\d+/.exec(cell)?.[0]) - 1, column }) });
    expect(trace).toMatchObject({ name: { vi: name }, isOfCell: key !== "actual.124" });
    if (key === "actual.124") expect(trace?.coverage.vi).toBe("14/15 đơn vị, tạm tính");
  });

  it.each([
    ["TH Chỉ tiêu", "C01"],
    ["TH Theo đơn vị", "C01"],
  ])("lead from a rate on %s to the pairs of the units", async (sheet, code) => {
    const book = await summaryOf(inTime);
    const at = { ...placeOf(book, sheet, code), cell: placeOf(book, sheet, code).cell.replace("F", "B") };
    const trace = await engine.trace(book, at);
    expect(trace).toMatchObject({ code, coverage: { vi: "14/15 đơn vị, tạm tính" }, missing: ["Chiềng Tương"] });
    expect(trace?.parts).toHaveLength(14);
    const [first] = trace?.parts ?? [];
    expect(first?.value.vi).toMatch(/^[\d.]+\/[\d.]+ \([\d,]+%\)$/);
    expect(valueAt(book, first?.at ?? null)).toBe(numberIn(first?.value.vi.split("/")[0] ?? ""));
  });

  it("lead from a side of a rate to that side's element", async () => {
    const book = await summaryOf(clean);
    const { cell, sheet } = placeOf(book, "TH Chỉ tiêu", "C01");
    const codeAt = async (column: string) =>
      (await engine.trace(book, { sheet, cell: cell.replace("F", column) }))?.code;
    expect([await codeAt("E"), await codeAt("F"), await codeAt("G")]).toEqual(["S02", "S01", "C01"]);
  });

  it("lead from a unit's own figure to its file, and from anything else nowhere", async () => {
    const book = await summaryOf(clean);
    const trace = await engine.trace(book, placeOf(book, "Chiềng Đông", "S01"));
    expect(trace?.parts).toMatchObject([
      { unit: "Chiềng Đông", file: "04063-Chieng-Dong-2022-H1.xlsx", source: { sheet: "Số liệu", cell: "F9" } },
    ]);
    expect(await engine.trace(book, { sheet: "TH Số liệu", cell: "A1" })).toBeNull();
    expect(await engine.trace(book, { sheet: "Sheet1", cell: "B2" })).toBeNull();
    expect(await engine.trace(opened(sampleFile("2022-H1", late)), { sheet: "Số liệu", cell: "F9" })).toBeNull();
  });
});

/** The number in "1.289", "có", "24,96%" or "612/4.312 (14,19%)". */
function toldBy(text: string): number {
  if (text === "có" || text === "không") return Number(text === "có");
  return numberIn((/\(([\d,]+)%\)/.exec(text)?.[1] ?? text).replace("%", ""));
}

function placeOf(book: Snapshot, sheet: string, code: string) {
  const row = [...(book.sheets.find(({ name }) => name === sheet)?.rows ?? [])].find(
    ([, cells]) => cells.get(0)?.value === code,
  )?.[0];
  return { sheet, cell: `F${Number(row) + 1}` };
}

function valueAt(book: Snapshot, place: { sheet: string; cell: string } | null): unknown {
  const [, column = "", row = ""] = /^([A-Z])(\d+)$/.exec(place?.cell ?? "") ?? [];
  const cells = book.sheets.find(({ name }) => name === place?.sheet)?.rows.get(Number(row) - 1);
  return cells?.get(column.charCodeAt(0) - 65)?.value;
}

function numberIn(text: string): number {
  return Number(text.replaceAll(".", "").replace(",", "."));
}
