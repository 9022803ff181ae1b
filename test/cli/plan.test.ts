import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { openPlanText } from "../../src/core/plan/open-plan";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { bookOf, write } from "../core/plan-book/books";
import { planFiles, planText, small } from "../plans/opened";
import { makeRoom, run } from "./program";

const room = makeRoom();
const plan = fileURLToPath(new URL(`../../${planFiles.small}`, import.meta.url));

function told(stdout: string): Record<string, unknown> {
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe("plan-monitor plan", () => {
  it("shows a right plan in short, in both languages", async () => {
    const vi = await run(["plan", plan], room);
    expect(vi.code).toBe(0);
    expect(vi.stdout).toContain("Đơn vị báo cáo (2)".replace("2", String(small.units.length)));
    expect(vi.stdout).toContain("giảm 3 điểm %");
    expect(vi.stdout).toContain("Kế hoạch không có lỗi.");
    const en = await run(["plan", plan, "--lang", "en"], room);
    expect(en.stdout).toContain("The plan has no faults.");
  });

  it("makes a workbook of it, which other commands take, and the same plan again", async () => {
    expect((await run(["plan", plan, "-o", "plan.xlsx"], room)).code).toBe(0);
    expect((await run(["plan", plan, "-o", "plan.xlsx"], room)).code).toBe(2);
    expect((await run(["plan", "plan.xlsx", "-o", "again.json"], room)).code).toBe(0);
    expect(openPlanText(readFileSync(join(room, "again.json"), "utf8"))).toEqual({ plan: small });
    const [unit, period] = [small.units[0]?.code ?? "", small.periods[0]?.id ?? ""];
    const form = await run(
      ["form", "--plan", "plan.xlsx", "--unit", unit, "--period", period, "-o", "form.xlsx"],
      room,
    );
    expect(form.code).toBe(0);
  });

  it("tells each fault of a workbook by sheet and cell, and writes nothing", async () => {
    const faulty = write(bookOf(small), { sheet: "Chỉ tiêu", entry: 1, key: "target.value", value: "ba" });
    writeFileSync(join(room, "faulty.xlsx"), await writeWorkbook(faulty));
    const { code, stdout } = await run(["plan", "faulty.xlsx", "-o", "none.json", "--json"], room);
    expect(code).toBe(1);
    expect(told(stdout)).toMatchObject({ plan: null, written: null, faults: [{ path: null, sheet: "Chỉ tiêu" }] });
    expect(() => readFileSync(join(room, "none.json"))).toThrow();
    const other = await run(["form", "--plan", "faulty.xlsx", "--all", "--period", "2022-H1", "-o", "x"], room);
    expect(other.code).toBe(2);
    expect(other.stderr).toContain("Sheet Chỉ tiêu, ô");
  });

  it("tells each fault of a plan file by its place in words and its path", async () => {
    const json = JSON.parse(planText(planFiles.small)) as { indicators: { target: { value?: unknown } }[] };
    const level = small.indicators.findIndex(({ target }) => target.kind === "level");
    const target = json.indicators[level]?.target;
    if (target) target.value = "95";
    writeFileSync(join(room, "faulty.json"), JSON.stringify(json));
    const { code, stdout } = await run(["plan", "faulty.json"], room);
    expect(code).toBe(1);
    const said = `Chỉ tiêu, mục thứ ${level + 1} (${small.indicators[level]?.code ?? ""}), Mục tiêu [indicators[${level}].target.value]: cần một số`;
    expect(stdout).toContain(said);
  });

  it.each([
    ["a file that is not there", ["plan", "nowhere.json"]],
    ["a workbook of another kind", ["plan", "form.xlsx"]],
    ["an output of another kind", ["plan", plan, "-o", "plan.docx"]],
  ])("cannot be done with %s", async (_, parameters) => {
    const { code, stderr } = await run(parameters, room);
    expect(code).toBe(2);
    expect(stderr).not.toContain("ngoài dự kiến");
    expect(stderr.trim()).not.toBe("");
  });
});
