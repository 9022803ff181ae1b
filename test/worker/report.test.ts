import { describe, expect, it } from "@jest/globals";
import { isMendable, type Finding } from "../../src/core/finding";
import { mend } from "../../src/core/mend";
import { isRefusal } from "../../src/core/apply-edits";
import { review } from "../../src/core/review";
import { say } from "../../src/core/rules/say";
import type { CheckView } from "../../src/worker/engine";
import { makeEngine } from "../../src/worker/make-engine";
import type { Snapshot } from "../../src/core/snapshot";
import { yenChau } from "../plans/opened";
import { on, opened, planned, sampleFile, sampleFiles, written } from "./live";

const engine = makeEngine();

async function sample() {
  const { fileName: name, bytes } = await engine.sample();
  return { name, bytes };
}

function keysOf({ findings }: CheckView): string[] {
  return findings.map(({ key }) => key);
}

function told(finding: Finding) {
  const { rule, severity, sheet, cell, code, reason } = finding;
  const [vi, en] = [say(finding, "vi"), say(finding, "en")];
  return { rule, severity, sheet, cell, code, reason, what: { vi: vi.what, en: en.what } };
}

describe("one report", () => {
  it.each([...sampleFiles("with-faults"), ...sampleFiles("2022-Y")].map((file) => [file.name, file] as const))(
    "says of %s what the review says, as plain data",
    async (_, file) => {
      const book = opened(file);
      const view = await engine.check(book, on);
      const { outcome, findings, progress } = review(yenChau, book, { on, earlier: [] });
      expect(view.outcome).toBe(outcome);
      expect(
        view.findings.map(({ rule, severity, sheet, cell, code, reason, what }) => {
          return { rule, severity, sheet, cell, code, reason, what };
        }),
      ).toEqual(findings.map(told));
      expect(view.mendable).toBe(findings.filter(isMendable).length);
      expect(view.indicators.map(({ code, status, progress: percent }) => ({ code, status, percent }))).toEqual(
        progress.map(({ code, status, progress: percent }) => ({ code, status, percent })),
      );
      expect(new Set(view.findings.map(({ key }) => key)).size).toBe(view.findings.length);
      expect(structuredClone(view)).toEqual(view);
      expect(JSON.stringify(view)).not.toMatch(/undefined|NaN/);
    },
  );

  it("says where each indicator's value stands", async () => {
    const view = await engine.check(opened(sampleFile("2022-H1", "04063")), on);
    expect(view.indicators.length).toBeGreaterThan(10);
    for (const { at } of view.indicators) expect(at?.sheet).toBe("Chỉ tiêu");
  });

  it("gives each text whole, in both languages", async () => {
    const view = await engine.check(opened(sampleFile("2022-H1", "04063")), on);
    const c01 = view.indicators.find(({ code }) => code === "C01");
    expect(c01).toMatchObject({
      status: "on-track",
      statusWord: { vi: "đúng tiến độ", en: "on track" },
      value: { vi: "24,09%", en: "24.09%" },
      target: { vi: "giảm 3 điểm %", en: "fall of 3 points" },
      progressText: { vi: "61,08%", en: "61.08%" },
      change: { vi: "giảm 1,83 điểm % so với đầu kỳ", en: "a fall of 1.83 points since the baseline" },
      pace: { vi: "bình quân giảm 3,66 điểm %/năm", en: "a fall of 3.66 points a year on average" },
      forecast: { vi: "cả năm dự kiến 22,26%", en: "22.26% expected by year end" },
      needed: {
        vi: "cần giảm thêm 1,17 điểm % đến cuối năm",
        en: "a further fall of 1.17 points is needed by year end",
      },
      coverage: null,
    });
  });

  it("mends all that a machine can, of every sample with faults", async () => {
    for (const file of sampleFiles("with-faults")) {
      const book = opened(file);
      const before = await engine.check(book, on);
      const outcome = await engine.mendAll(book, on);
      if (before.mendable === 0) {
        expect(outcome.kind).toBe("nothing-to-do");
        continue;
      }
      const { operation, count } = planned(outcome);
      const core = mend(yenChau, book, { occasion: { on, earlier: [] }, choices: [] });
      if (isRefusal(core)) throw new Error(core.reason);
      expect(count).toBe(core.mended.length);
      expect(operation.name.vi).toBe(`Sửa ${count} lỗi`);
      expect(structuredClone(operation)).toEqual(operation);
      const after = await engine.check(written(book, operation), on);
      expect(after.mendable).toBe(0);
    }
  });

  it("mends one finding and leaves the others, whose keys stay", async () => {
    const book = opened(await sample());
    const before = await engine.check(book, on);
    const mendable = before.findings.filter(({ mends }) => mends.length === 1 && mends[0]?.isCertain);
    expect(mendable.map(({ rule }) => rule).sort()).toEqual(["number-is-not-text", "total-is-the-sum-of-its-parts"]);
    for (const { key } of mendable) {
      const { operation, count } = planned(await engine.mendOne(book, { key, mend: 0, on }));
      const after = await engine.check(written(book, operation), on);
      expect(count).toBe(1);
      expect(keysOf(after)).toEqual(keysOf(before).filter((one) => one !== key));
    }
    expect(await engine.mendOne(book, { key: "another", mend: 0, on })).toMatchObject({ kind: "refused" });
  });

  it("has a sample that tells a story: two mends, one blank to fill, one reason to give, then the seal", async () => {
    let book = opened(await sample());
    book = written(book, planned(await engine.mendAll(book, on)).operation);
    const left = await engine.check(book, on);
    expect(left.findings.map(({ rule, severity }) => ({ rule, severity }))).toEqual([
      { rule: "figure-is-present", severity: "error" },
      { rule: "missed-target-is-explained", severity: "warning" },
    ]);
    expect(left.maySeal).toBe(false);
    expect(await engine.seal(book, on)).toMatchObject({ kind: "findings", keys: keysOf(left) });
    const [blank, unexplained] = left.findings;
    if (!blank?.sheet || !blank.cell || !unexplained?.canExplain) throw new Error("no such findings");
    const at = { sheet: blank.sheet, cell: blank.cell };
    const edit = { at, expect: { value: null }, put: { value: 12 } };
    book = written(book, { name: { vi: "", en: "" }, rounds: [[edit]], drawn: null });
    const computed = planned(await engine.compute(book));
    book = written(book, computed.operation);
    expect(await engine.compute(book)).toEqual({ kind: "nothing-to-do" });
    const text = "  Mưa lũ kéo dài,\n chậm tiến độ  ";
    const explained = await engine.explain(book, { key: unexplained.key, text, on });
    book = written(book, planned(explained).operation);
    const ready = await engine.check(book, on);
    expect(ready.findings.map(({ rule }) => rule)).toEqual([]);
    expect(ready.maySeal).toBe(true);
    const sealing = planned(await engine.seal(book, on));
    book = written(book, sealing.operation);
    const sealed = await engine.check(book, on);
    expect(sealed.findings).toEqual([]);
    expect(sealed.book).toMatchObject({ kind: "report", sealedOn: on });
  });

  it("[ED7] writes a reason as text, behind what stands there, once", async () => {
    const book = opened(await sample());
    const explain = async (from: Snapshot, text: string) => {
      const warning = (await engine.check(from, on)).findings.find(({ canExplain }) => canExplain);
      return engine.explain(from, { key: warning?.key ?? "", text, on });
    };
    const first = written(book, planned(await explain(book, "=1+1")).operation);
    const said = (await engine.check(first, on)).findings.find(({ rule }) => rule === "text-is-not-a-formula");
    expect(said?.reason).toBe("=1+1");
    const again = { key: said?.key ?? "", on };
    const second = written(first, planned(await engine.explain(first, { ...again, text: "đúng thế" })).operation);
    expect((await engine.check(second, on)).findings.map(({ reason }) => reason)).toContain("=1+1; đúng thế");
    expect(await engine.explain(second, { ...again, text: " đúng  thế" })).toEqual({ kind: "nothing-to-do" });
  });

  it.each([
    ["nothing", " \n "],
    ["too long a reason", "a".repeat(1001)],
  ])("refuses %s as a reason", async (_, text) => {
    const book = opened(await sample());
    const warning = (await engine.check(book, on)).findings.find(({ canExplain }) => canExplain);
    expect(await engine.explain(book, { key: warning?.key ?? "", text, on })).toMatchObject({ kind: "refused" });
  });

  it("gives each explained warning its reason, until the report may be sealed", async () => {
    let book = opened(sampleFile("2022-H1", "04066"));
    const { reading } = review(yenChau, book);
    const rows = [...(reading?.tables.get("indicators")?.rows.values() ?? [])];
    const edits = rows
      .flatMap(({ cells }) => cells.get("explanation") ?? [])
      .map(({ at, found: expect }) => ({ at, expect, put: { value: null } }));
    book = written(book, { name: { vi: "", en: "" }, rounds: [edits], drawn: null });
    const before = await engine.check(book, on);
    const warnings = before.findings.filter(({ canExplain }) => canExplain);
    expect(warnings.length).toBeGreaterThan(3);
    expect(before.maySeal).toBe(false);
    for (const { key } of warnings) {
      book = written(book, planned(await engine.explain(book, { key, text: "Do thiên tai.", on })).operation);
    }
    expect(await engine.check(book, on)).toMatchObject({ maySeal: true });
  });
});
