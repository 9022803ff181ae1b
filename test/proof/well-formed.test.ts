import { beforeAll, describe, expect, it } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSummary } from "../../src/core/consolidation/book/make-summary";
import type { Edit } from "../../src/core/edit";
import { recomputeEdits } from "../../src/core/edits/recompute";
import { makeForm } from "../../src/core/form/make-form";
import { merge } from "../../src/core/merge";
import type { Plan } from "../../src/core/plan/plan";
import { isReading, readReport } from "../../src/core/reading/read-report";
import type { Reading } from "../../src/core/reading/reading";
import { sampleContents } from "../../src/samples/sample-contents";
import { faultySample, sampleFaults } from "../../src/samples/sample-faults";
import { lintWorkbook } from "../../src/workbook/xlsx/lint";
import { patchWorkbook } from "../../src/workbook/xlsx/patch-workbook";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { truongNguyen, yenChau } from "../plans/opened";
import { validate } from "../tools/validator";
import { picture, reportFile, reviewFile } from "./books";
import { itWithValidator } from "./tools";

/** One of every kind of file that this program writes. */
async function everyKind(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const plan of [yenChau, truongNguyen]) {
    const [period] = plan.periods;
    if (!period) throw new Error("no period");
    for (const unit of [...plan.units, plan.whole]) {
      files.set(`blank ${plan.id} ${unit.code}`, await writeWorkbook(makeForm(plan, { unit, period })));
    }
    const reports = await Promise.all(
      [...plan.units, plan.whole].map((unit) =>
        reportFile(plan, { unit, period }, sampleContents(plan, { unit, period, seed: 267 })),
      ),
    );
    for (const { name, bytes } of reports.slice(0, 2)) files.set(`filled ${plan.id} ${name}`, bytes);
    for (const [name, taken] of [
      ["complete", reports],
      ["two missing", reports.slice(2)],
    ] as const) {
      const { consolidation } = merge(
        plan,
        taken.map((report) => reviewFile(plan, report)),
      );
      if (consolidation) files.set(`summary ${plan.id} ${name}`, await writeWorkbook(makeSummary(consolidation)));
    }
    const [first] = reports;
    if (first) {
      files.set(`patched ${plan.id}`, await patched(first.bytes));
      files.set(`computed again ${plan.id}`, await computedAgain(plan, first.bytes));
    }
  }
  const [period] = yenChau.periods;
  for (const fault of period ? sampleFaults : []) {
    if (period)
      files.set(`fault ${fault.rule}`, await writeWorkbook(faultySample(yenChau, fault, { period, seed: 267 })));
  }
  return files;
}

async function patched(bytes: Uint8Array): Promise<Uint8Array> {
  const at = { sheet: "Bìa", cell: "C12" };
  const outcome = await patchWorkbook(bytes, [{ at, expect: { value: null }, put: { value: "=1+1 là chữ" } }]);
  if ("bytes" in outcome) return outcome.bytes;
  const again = await patchWorkbook(bytes, [
    { at, expect: { value: outcome.found?.value ?? null }, put: { value: "=1+1 là chữ" } },
  ]);
  if (!("bytes" in again)) throw new Error(JSON.stringify(again));
  return again.bytes;
}

/** A figure changed by hand, its formulas' stored values stale, then `compute`. */
async function computedAgain(plan: Plan, bytes: Uint8Array): Promise<Uint8Array> {
  const stale = await withEdits(bytes, (reading) => {
    const cell = [...(reading.tables.get("elements")?.rows.values() ?? [])][0]?.cells.get("actual");
    return cell ? [{ at: cell.at, expect: cell.found, put: { value: 12_345 } }] : [];
  });
  return withEdits(stale, (reading) => {
    const edits = recomputeEdits(plan, reading);
    expect(edits.length).toBeGreaterThan(2);
    return edits;
  });

  async function withEdits(before: Uint8Array, make: (reading: Reading) => readonly Edit[]): Promise<Uint8Array> {
    const reading = readReport(plan, picture(before));
    if (!isReading(reading)) throw new Error("Not a report.");
    const outcome = await patchWorkbook(before, make(reading));
    if (!("bytes" in outcome)) throw new Error(JSON.stringify(outcome));
    return outcome.bytes;
  }
}

let files = new Map<string, Uint8Array>();

beforeAll(async () => {
  files = await everyKind();
});

function isForValidator([name]: readonly [string, Uint8Array]): boolean {
  if (!name.startsWith("blank")) return true;
  return [yenChau, truongNguyen].some((plan) =>
    [...plan.units.slice(0, 2), plan.whole].some(({ code }) => name === `blank ${plan.id} ${code}`),
  );
}

describe("every kind of file we write", () => {
  it("has nothing that our own lint complains of", () => {
    const complaints = [...files].flatMap(([name, bytes]) => lintWorkbook(bytes).map((one) => `${name}: ${one}`));
    expect(complaints).toEqual([]);
    expect(files.size).toBeGreaterThan(20);
  });

  itWithValidator(
    "passes the Open XML SDK's validator",
    async () => {
      const room = await mkdtemp(join(tmpdir(), "plan-monitor-valid-"));
      try {
        const paths = await Promise.all(
          // Blank forms of all units differ in what stands on them, not in how: three of each plan stand for them.
          [...files].filter(isForValidator).map(async ([, bytes], index) => {
            const path = join(room, `${index}.xlsx`);
            await writeFile(path, bytes);
            return path;
          }),
        );
        expect(await validate(paths)).toEqual([]);
      } finally {
        await rm(room, { recursive: true, force: true });
      }
    },
    180_000,
  );
});
