import { describe, expect, it } from "@jest/globals";
import { isRefusal } from "../../src/core/apply-edits";
import { toA1 } from "../../src/core/cell";
import { patchWorkbook } from "../../src/workbook/xlsx/patch-workbook";
import { isReading, readReport } from "../../src/core/reading/read-report";
import { makeEngine } from "../../src/worker/make-engine";
import { givenPlan, planFiles, truongNguyen, yenChau } from "../plans/opened";
import { on, opened, planned, sampleFiles, written } from "./live";

/** The file with every cell that holds a text holding another. */
async function patched(bytes: Uint8Array, from: string, to: string): Promise<Uint8Array> {
  const { sheets } = opened({ name: "plan.xlsx", bytes });
  const edits = sheets.flatMap(({ name, rows }) =>
    [...rows].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { value }]) =>
        value === from
          ? [{ at: { sheet: name, cell: toA1({ row, column }) }, expect: { value }, put: { value: to } }]
          : [],
      ),
    ),
  );
  expect(edits.length).toBeGreaterThan(0);
  const outcome = await patchWorkbook(bytes, edits);
  if (isRefusal(outcome)) throw new Error(outcome.reason);
  return outcome.bytes;
}

describe("the plan in use", () => {
  it("is the program's own, then one from a file, then its own again", async () => {
    const engine = makeEngine();
    expect(await engine.plan()).toMatchObject({ isOwn: true, title: yenChau.title });
    const { units, periods } = await engine.plan();
    expect(units.map(({ code }) => code)).toEqual([...yenChau.units, yenChau.whole].map(({ code }) => code));
    expect(units[1]?.name).toBe("Xã Chiềng Đông");
    expect(periods.map(({ id }) => id)).toEqual(["2022-H1", "2022-Y"]);
    const opening = await engine.usePlan(givenPlan(planFiles.truongNguyen));
    expect(opening).toMatchObject({ kind: "opened", plan: { isOwn: false, title: truongNguyen.title } });
    expect(await engine.plan()).toMatchObject({ isOwn: false });
    expect(await engine.usePlan(null)).toMatchObject({ plan: { isOwn: true } });
  });

  it("becomes a workbook, is changed in it, and is used from it", async () => {
    const engine = makeEngine();
    const made = await engine.planBook();
    if (!made) throw new Error("no workbook");
    expect(made.fileName).toBe("ke-hoach-yen-chau-2022.xlsx");
    const use = (bytes: Uint8Array) => engine.usePlan({ name: "sua.xlsx", bytes });
    expect(await use(made.bytes)).toMatchObject({ kind: "opened", plan: { isOwn: false, title: yenChau.title } });
    expect(await engine.planBook()).toEqual(made);

    const changed = await patched(made.bytes, "Chiềng Đông", "Chiềng Tây");
    const outcome = await use(changed);
    expect(outcome).toMatchObject({ kind: "opened", remarks: [] });
    expect((await engine.plan()).units.map(({ name }) => name)).toContain("Xã Chiềng Tây");

    const faulty = await use(await patched(made.bytes, "04063", "04066"));
    expect(faulty.kind).toBe("faulty");
    if (faulty.kind === "faulty") expect(faulty.faults[0]?.vi).toMatch(/sheet|ô/);
    expect((await engine.plan()).units.map(({ name }) => name)).toContain("Xã Chiềng Tây");
  });

  it("is taken from the workbook that is open, which is no report then", async () => {
    const engine = makeEngine();
    const made = await engine.planBook();
    if (!made) throw new Error("no workbook");
    const book = opened({ name: made.fileName, bytes: await patched(made.bytes, "Chiềng Đông", "Chiềng Tây") });
    expect(await engine.recognize(book)).toEqual({ kind: "plan" });
    expect(await engine.check(book, on)).toMatchObject({ outcome: "unreadable", book: { kind: "plan" } });
    const refusal = { kind: "refused", why: { en: "This workbook is a plan and no report." } };
    expect(await engine.compute(book)).toMatchObject(refusal);
    expect(await engine.mendAll(book, on)).toMatchObject(refusal);
    expect(await engine.seal(book, on)).toMatchObject({ kind: expect.stringMatching(/refused|findings/) });
    expect(await engine.usePlanBook(book)).toMatchObject({ kind: "opened", plan: { isOwn: false } });
    expect((await engine.plan()).units.map(({ name }) => name)).toContain("Xã Chiềng Tây");
    const [report] = sampleFiles("2022-H1");
    if (!report) throw new Error("no sample");
    expect(await engine.usePlanBook(opened(report))).toMatchObject({ kind: "faulty" });
    expect((await engine.recognize(opened(report))).kind).toBe("report");
  });

  it("refuses a workbook that is none of a plan, and one that cannot be read", async () => {
    const engine = makeEngine();
    const [report] = sampleFiles("2022-H1");
    if (!report) throw new Error("no sample");
    expect(await engine.usePlan(report)).toMatchObject({
      kind: "faulty",
      faults: [{ en: expect.stringContaining("is no plan workbook") }],
    });
    expect(await engine.usePlan({ ...report, bytes: report.bytes.subarray(0, 9000) })).toMatchObject({
      kind: "faulty",
      faults: [{ en: expect.stringContaining("could not be read") }],
    });
  });

  it("stays where a file is faulty, and ten faults are told", async () => {
    const engine = makeEngine();
    const [unit] = yenChau.units;
    const text = JSON.stringify({ ...yenChau, units: Array.from({ length: 30 }, () => ({ ...unit, kind: 1 })) });
    const outcome = await engine.usePlan({ name: "a.json", bytes: new TextEncoder().encode(text) });
    if (outcome.kind !== "faulty") throw new Error("opened");
    expect(outcome.faults).toHaveLength(11);
    expect(outcome.faults.at(-1)?.vi).toMatch(/^… và \d+ chỗ nữa\.$/);
    expect(await engine.usePlan({ name: "a.json", bytes: new Uint8Array([123]) })).toMatchObject({
      kind: "faulty",
      faults: [{}],
    });
    expect(await engine.plan()).toMatchObject({ isOwn: true });
  });

  it("forgets what was consolidated by another", async () => {
    const engine = makeEngine();
    const request = { files: sampleFiles("2022-H1").slice(0, 2), book: null, allowsErrors: false, on };
    await engine.consolidate(request, () => undefined);
    expect(await engine.summaryBook()).not.toBeNull();
    await engine.usePlan(null);
    expect(await engine.summaryBook()).toBeNull();
  });
});

describe("new workbooks", () => {
  it("are blank forms of a unit and a period", async () => {
    const engine = makeEngine();
    const { fileName, bytes } = await engine.form({ unit: "04063", period: "2022-Y" });
    expect(fileName).toBe("04063-Chieng-Dong-2022-Y.xlsx");
    const reading = readReport(yenChau, opened({ name: fileName, bytes }));
    if (!isReading(reading)) throw new Error("no report");
    expect(reading).toMatchObject({ unit: { kind: "known", unit: { code: "04063" } }, period: { id: "2022-Y" } });
    await expect(engine.form({ unit: "04063", period: "2031-H1" })).rejects.toThrow(RangeError);
  });

  it("are the same sample each time, by any plan with a fault that a machine mends", async () => {
    const engine = makeEngine();
    expect(await engine.sample()).toEqual(await engine.sample());
    await engine.usePlan(givenPlan(planFiles.truongNguyen));
    const { fileName: name, bytes } = await engine.sample();
    const book = opened({ name, bytes });
    const view = await engine.check(book, on);
    expect(view.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["figure-is-present", "number-is-not-text", "total-is-the-sum-of-its-parts"]),
    );
    const after = await engine.check(written(book, planned(await engine.mendAll(book, on)).operation), on);
    expect(after.mendable).toBe(0);
  });
});

describe("what is no report", () => {
  const nothing = { merges: [], hiddenRows: new Set<number>(), hiddenColumns: new Set<number>(), isProtected: false };
  const sheet = { name: "Sheet1", visibility: "visible" as const, rows: new Map(), ...nothing };
  const book = { file: "so.xlsx", sheets: [sheet], names: new Map() };

  it("is told to be none, and nothing is done to it", async () => {
    const engine = makeEngine();
    expect(await engine.recognize(book)).toEqual({ kind: "neither", reports: 0 });
    const view = await engine.check(book, on);
    expect(view).toMatchObject({ outcome: "unreadable", counts: { error: 1 }, maySeal: false, indicators: [] });
    expect(await engine.mendAll(book, on)).toEqual({ kind: "nothing-to-do" });
    expect(await engine.compute(book)).toMatchObject({ kind: "refused" });
    expect(await engine.seal(book, on)).toMatchObject({ kind: "refused" });
    expect(await engine.trace(book, { sheet: "Sheet1", cell: "A1" })).toBeNull();
  });
});
