import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { carriedOfAll } from "../../src/cli/carried-of-all";
import { contentsFrom } from "../../src/cli/contents-from";
import type { Session } from "../../src/cli/session";
import { contentsKey } from "../../src/core/form/contents";
import { makeForm } from "../../src/core/form/make-form";
import { openPlan } from "../../src/core/plan/open-plan";
import type { Plan, Unit } from "../../src/core/plan/plan";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { cleanReport } from "../laws/clean-report";
import { oldUnits, planAfter, planBefore } from "../plans/merged-2025";
import { makeRoom } from "./program";

const room = makeRoom();
const session: Session = {
  plan: planAfter,
  isDefaultPlan: false,
  on: "2026-06-21",
  language: "vi",
  isJson: false,
  isQuiet: false,
};
const period = planAfter.periods[0];

/** Last year's reports of some old units, as files. */
async function reports(name: string, codes: readonly string[]): Promise<string> {
  const folder = join(room, name);
  mkdirSync(folder);
  const yearEnd = planBefore.periods.find(({ months }) => months === 12);
  for (const unit of planBefore.units.filter(({ code }) => codes.includes(code))) {
    if (!yearEnd) throw new Error("No year end.");
    const cells = new Map(cleanReport.cells);
    const form = makeForm(planBefore, { unit, period: yearEnd }, { ...cleanReport, cells });
    writeFileSync(join(folder, `${unit.code}.xlsx`), await writeWorkbook(form));
  }
  return folder;
}

const all = oldUnits.map(([code]) => code);

function carry(from: string, plan: Plan = planAfter) {
  if (!period) throw new Error("No period.");
  return carriedOfAll({ ...session, plan }, [from], { units: plan.units, period });
}

it("[PL3] one new unit's form takes the sums of its old ones alone, and says what is missing", async () => {
  const [unit] = planAfter.units;
  if (!unit || !period) throw new Error("no unit");
  const from = await reports("one", all);
  const one = await contentsFrom(session, [from], { unit, period });
  const { contents } = await carry(from);
  expect(one.cells).toEqual(contents.get(unit.code)?.cells);
  const [first = "", ...others] = unit.predecessors;
  expect(others.length).toBeGreaterThan(0);
  await expect(contentsFrom(session, [await reports("without-first", others)], { unit, period })).rejects.toThrow(
    `no report of the old unit ${first}`,
  );
});

describe("[PL3] the first forms after a merger", () => {
  it("have the sums of the old communes' last reports as their baseline", async () => {
    const { contents, lines } = await carry(await reports("all", all));
    const baseline = contentsKey({ table: "elements", code: "S02", key: "baseline" });
    const one = Number(cleanReport.cells.get(contentsKey({ table: "elements", code: "S02", key: "actual" })));
    expect(one).toBeGreaterThan(0);
    expect(planAfter.units.map(({ code }) => contents.get(code)?.cells.get(baseline))).toEqual([
      3 * one,
      2 * one,
      2 * one,
    ]);
    expect(lines.map(({ vi }) => vi).join("\n")).toContain("câu trả lời Có/Không của các đơn vị cũ không cộng được");
  });

  it("are blank where a report of an old commune is missing, and say which", async () => {
    const { contents, lines } = await carry(await reports("some", all.slice(0, 6)));
    expect([...contents.keys()]).toEqual(["04060", "04901"]);
    expect(lines.map(({ vi }) => vi)).toContainEqual(expect.stringContaining("chưa có báo cáo của đơn vị cũ 04078"));
  });

  it("are blank where an old commune was split, and say so", async () => {
    const units = planAfter.units.map((unit) =>
      unit.code === "04902" ? { ...unit, predecessors: [...unit.predecessors, "04072"] } : unit,
    );
    const outcome = openPlan({ ...planAfter, units });
    if (!("plan" in outcome)) throw new Error("No plan.");
    const { contents, lines } = await carry(await reports("split", all), outcome.plan);
    expect([...contents.keys()]).toEqual(["04060"]);
    expect(lines.filter(({ en }) => en.includes("was split between new units"))).toHaveLength(2);
  });

  /** The plan after the merger with other units: what its forms are blank or filled for, and the lines that say why. */
  async function withUnits(name: string, units: readonly Partial<Unit>[]) {
    const [first] = planAfter.units;
    const allocated = Object.fromEntries(units.map(({ code = "" }) => [code, 1] as const));
    const indicators = planAfter.indicators.map((indicator) =>
      indicator.target.kind === "total"
        ? { ...indicator, target: { ...indicator.target, allocation: allocated } }
        : indicator,
    );
    const outcome = openPlan({ ...planAfter, indicators, units: units.map((unit) => ({ ...first, ...unit })) });
    if (!("plan" in outcome)) throw new Error(JSON.stringify(outcome.faults));
    const { contents, lines } = await carry(await reports(name, all), outcome.plan);
    return { filled: [...contents.keys()], said: lines.map(({ vi }) => vi) };
  }

  it("are blank for a unit that goes on, a part of which went to another", async () => {
    const { filled, said } = await withUnits("part", [
      { code: "04072", name: "Chiềng Pằn", predecessors: [] },
      { code: "04902", name: "Viêng Hặc", predecessors: ["04072", "04075"] },
    ]);
    expect(filled).toEqual([]);
    expect(said.filter((line) => line.includes("04072 được chia cho nhiều đơn vị mới"))).toHaveLength(2);
  });

  it("are blank where a unit forgot itself in its list, which the line says", async () => {
    const { filled, said } = await withUnits("forgot", [
      { code: "04060", name: "Yên Bình", predecessors: ["04063"] },
      { code: "04902", name: "Viêng Hặc", predecessors: ["04075", "04078"] },
    ]);
    expect(filled).toEqual(["04902"]);
    expect(said).toContainEqual(expect.stringContaining("có báo cáo của chính 04060"));
  });

  it("say whose reports nobody takes anything from", async () => {
    const { filled, said } = await withUnits("nobody", [
      { code: "04060", name: "Bình Yên", predecessors: ["04063", "04066", "04069", "04072"] },
      { code: "04902", name: "Viêng Hặc", predecessors: ["04075"] },
    ]);
    expect(filled).toEqual(["04060", "04902"]);
    expect(said.at(-1)).toMatch(/^Không đơn vị nào lấy số liệu từ báo cáo của: .*04060.*, .*04078/);
    expect(said.at(-1)).not.toContain("04075");
  });
});
