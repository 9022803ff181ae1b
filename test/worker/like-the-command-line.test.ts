import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { makeEngine } from "../../src/worker/make-engine";
import type { FindingView } from "../../src/worker/engine";
import { makeRoom, run } from "../cli/program";
import { on, opened, planned, sampleFiles, written } from "./live";

const room = makeRoom();
const engine = makeEngine();

interface ToldFinding {
  readonly rule: string;
  readonly cell: string | null;
  readonly what: string;
}

/** What the command line prints as JSON. */
async function document(parameters: readonly string[]): Promise<Record<string, unknown>> {
  const { stdout } = await run([...parameters, "--json", "--on", on], room);
  return JSON.parse(stdout) as Record<string, unknown>;
}

function short(findings: readonly FindingView[]): ToldFinding[] {
  return findings.map(({ rule, cell, what }) => ({ rule, cell, what: what.vi }));
}

function shortJson(findings: readonly ToldFinding[]): ToldFinding[] {
  return findings.map(({ rule, cell, what }) => ({ rule, cell, what }));
}

describe("the engine and the command line", () => {
  it("say the same of the same files: findings, indicators, units, changes, figures behind a total", async () => {
    const files = sampleFiles("with-faults");
    for (const { name, bytes } of files) writeFileSync(join(room, name), bytes);
    const checked = (await document(["check", ...files.map(({ name }) => name)])) as {
      files: { findings: ToldFinding[]; indicators: { code: string; status: string; progress: number | null }[] }[];
    };
    for (const [index, file] of files.entries()) {
      const view = await engine.check(opened(file), on);
      const told = checked.files[index];
      expect(short(view.findings)).toEqual(shortJson(told?.findings ?? []));
      expect(view.indicators.map(({ code, status, progress }) => ({ code, status, progress }))).toEqual(
        told?.indicators.map(({ code, status, progress }) => ({ code, status, progress })),
      );
    }

    const [late, ...early] = files.slice(2);
    if (!late) throw new Error("no files");
    const names = early.map(({ name }) => name);
    const first = await document(["consolidate", ...names, "-o", "tong-hop.xlsx"]);
    sameConsolidation(first, await engine.consolidate(request({ files: early }), () => undefined));
    const summary = await engine.summaryBook();
    const book = opened({ name: "tong-hop.xlsx", bytes: summary?.bytes ?? new Uint8Array() });

    const second = await document(["consolidate", late.name, "--update", "tong-hop.xlsx", "-o", "moi.xlsx"]);
    const view = await engine.consolidate(request({ files: [late], book }), () => undefined);
    sameConsolidation(second, view);
    const changes = second["changes"] as { code: string; kind: string; group: string | null; unit: string | null }[];
    const wanted = changes.filter(
      ({ kind, code, group }) => kind !== "indicator" || group === (code === "C02" ? "kv3" : null),
    );
    expect(view.changes.map(({ code }) => code)).toEqual(wanted.map(({ code }) => code));

    const updated = written(book, planned(await engine.summary(book)).operation);
    const traced = (await document(["trace", "moi.xlsx", "S01"])) as {
      totals: { total: number; parts: { name: string; file: string; sheet: string; cell: string }[] }[];
    };
    const trace = await engine.trace(updated, { sheet: "TH Số liệu", cell: cellOf(updated, "S01") });
    expect(trace?.parts.map(({ unit, file, source }) => ({ name: unit, file, ...source }))).toEqual(
      traced.totals[0]?.parts.map(({ name, file, sheet, cell }) => ({ name, file, sheet, cell })),
    );
  }, 240_000);
});

function request(of: Partial<Parameters<typeof engine.consolidate>[0]>) {
  return { files: [], book: null, allowsErrors: false, on, ...of };
}

function sameConsolidation(told: Record<string, unknown>, view: Awaited<ReturnType<typeof engine.consolidate>>): void {
  const units = told["units"] as { code: string; received: boolean; onTime: boolean | null; counts: unknown }[];
  expect(view.units.map(({ code, state, isOnTime, counts }) => [code, state !== "missing", isOnTime, counts])).toEqual(
    units.map(({ code, received, onTime, counts }) => [code, received, onTime, counts]),
  );
  expect(short(view.findings)).toEqual(shortJson(told["findings"] as ToldFinding[]));
  const indicators = told["indicators"] as { code: string; group: string | null; status: string; progress: number }[];
  const main = indicators.filter(({ code, group }) => group === (code === "C02" ? "kv3" : null));
  expect(view.indicators.map(({ code, status, progress }) => ({ code, status, progress }))).toEqual(
    main.map(({ code, status, progress }) => ({ code, status, progress })),
  );
}

function cellOf(book: ReturnType<typeof opened>, code: string): string {
  const sheet = book.sheets.find(({ name }) => name === "TH Số liệu");
  const row = [...(sheet?.rows ?? [])].find(([, cells]) => cells.get(0)?.value === code)?.[0];
  return `F${Number(row) + 1}`;
}
