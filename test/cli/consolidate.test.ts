import { beforeAll, describe, expect, it } from "@jest/globals";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sampleFaults, sampleMissing } from "../../src/samples/sample-faults";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { yenChau } from "../plans/opened";
import { consolidateShape, parsed, traceShape } from "./json-shapes";
import { filesIn, makeRoom, run } from "./program";
import { writeSample } from "./sample-file";

const room = makeRoom();
const badWords = /undefined|NaN|Infinity|\[object/;

beforeAll(async () => {
  expect(await run(["sample", "-o", "samples"], room, { TZ: "Asia/Ho_Chi_Minh" })).toMatchObject({
    code: 0,
    stderr: "",
  });
});

/** The document of a consolidation, and its exit code. */
async function consolidate(...parameters: readonly string[]) {
  const { code, stdout, stderr } = await run(["consolidate", "--json", ...parameters], room);
  return { code, stderr, ...parsed(consolidateShape, stdout) };
}

describe("sample", () => {
  it("makes sixteen reports for each period and the faulty set, with two missing", () => {
    const files = filesIn(join(room, "samples"));
    expect(files.filter((file) => file.startsWith("2022-H1/"))).toHaveLength(16);
    expect(files.filter((file) => file.startsWith("2022-Y/"))).toHaveLength(16);
    expect(files.filter((file) => file.startsWith("with-faults/"))).toHaveLength(14);
    expect(files).toHaveLength(46 + 3);
    expect(files.every((file) => /^[A-Za-z0-9./-]+$/.test(file))).toBe(true);
  });

  it("makes the very files of this repository, wherever and whenever it runs", () => {
    const kept = fileURLToPath(new URL("../../samples", import.meta.url));
    const files = filesIn(join(room, "samples"));
    expect(filesIn(kept)).toEqual(files);
    const differing = files
      .filter((file) => file.endsWith(".xlsx"))
      .filter((file) => !readFileSync(join(kept, file)).equals(readFileSync(join(room, "samples", file))));
    expect(differing).toEqual([]);
  });

  it("replaces nothing unasked", async () => {
    expect(await run(["sample", "-o", "samples"], room)).toMatchObject({ code: 2, stdout: "" });
  });
});

describe.each(["2022-H1", "2022-Y"])("consolidate, clean samples of %s", (period) => {
  const output = `clean-${period}.xlsx`;

  it("ends with 0, and every total is the sum of its parts", async () => {
    const outcome = await consolidate(`samples/${period}`, "-o", output);
    expect(outcome).toMatchObject({ code: 0, period, findings: [] });
    expect(outcome.units.map(({ code, received, onTime }) => [code, received, onTime])).toEqual(
      [...yenChau.units, yenChau.whole].map(({ code }) => [code, true, true]),
    );
    expect(outcome.elements.map(({ code }) => code)).toEqual(yenChau.elements.map(({ code }) => code));
    for (const { total, parts, coverage, missing } of outcome.elements) {
      expect(total).toBe(parts.reduce((sum, { value }) => sum + value, 0));
      expect(coverage).toEqual([parts.length, parts.length]);
      expect(missing).toEqual([]);
    }
    expect(outcome.indicators.every(({ provisional }) => !provisional)).toBe(true);
    expect(outcome.indicators.filter(({ code }) => code === "C02").map(({ group }) => group)).toEqual(["kv3"]);
    expect(readSnapshot(output, readFileSync(join(room, output)))).toHaveProperty("sheets");
  });

  it("[CO5] gives the same JSON and the same workbook in any order of files, its own output among them", async () => {
    const folder = `samples/${period}`;
    const files = readdirSync(join(room, folder)).map((name) => `${folder}/${name}`);
    const reversed = await run(["consolidate", "--json", ...files.reverse(), "-o", `reversed-${period}.xlsx`], room);
    copyFileSync(join(room, output), join(room, folder, "tong-hop.xlsx"));
    const again = await run(["consolidate", "--json", folder, "-o", `${folder}/tong-hop.xlsx`, "--force"], room);
    const [first, ...others] = [output, `reversed-${period}.xlsx`, `${folder}/tong-hop.xlsx`].map((file) =>
      readFileSync(join(room, file)),
    );
    rmSync(join(room, folder, "tong-hop.xlsx"));
    expect(again.stdout).toBe(reversed.stdout);
    expect(others.map((bytes) => first?.equals(bytes))).toEqual([true, true]);
  });
});

describe("what consolidate prints for people", () => {
  it.each([
    ["vi", [/Đơn vị .*Lỗi +Cảnh báo/, /Đánh giá +Độ phủ/, /Đã ghi: words-vi\.xlsx\n$/]],
    ["en", [/Unit .*Errors +Warnings/, /Status +Coverage/, /Written: words-en\.xlsx\n$/]],
  ] as const)("is units, then indicators, then the path (%s)", async (language, [units, indicators, path]) => {
    const { code, stdout, stderr } = await run(
      ["consolidate", "samples/2022-H1", "-o", `words-${language}.xlsx`, "--lang", language],
      room,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(units);
    expect(stdout).toMatch(indicators);
    expect(stdout).toMatch(path);
    // The codes of groups are told below the table.
    expect(stdout).toMatch(new RegExp(`^kv3: ${yenChau.groups[0]?.name[language] ?? "-"}$`, "m"));
    expect(stdout.search(units)).toBeLessThan(stdout.search(indicators));
    expect(stdout).not.toMatch(badWords);
    for (const { code: unit } of [...yenChau.units, yenChau.whole])
      expect(stdout).toMatch(new RegExp(`^${unit} `, "m"));
    for (const { code: indicator } of yenChau.indicators) expect(stdout).toMatch(new RegExp(`^${indicator} `, "m"));
  });

  it("is nothing with --quiet where nothing is wrong", async () => {
    const outcome = await run(["consolidate", "samples/2022-H1", "-o", "quiet.xlsx", "--quiet"], room);
    expect(outcome).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

describe("consolidate, the faulty samples", () => {
  it("[CO2] [CO8] ends with 1, writes the summary, and names in every total who is missing", async () => {
    const outcome = await consolidate("samples/with-faults", "-o", "faults.xlsx");
    expect(outcome.code).toBe(1);
    expect(existsSync(join(room, "faults.xlsx"))).toBe(true);
    const refused = sampleFaults.filter(({ rule }) => rule !== "figure-is-present").map(({ unit }) => unit);
    const blank = sampleFaults.filter(({ rule }) => rule === "figure-is-present");
    for (const { code, missing, coverage, parts } of outcome.elements) {
      const blankHere = blank.filter(({ cell }) => "code" in cell && cell.code === code).map(({ unit }) => unit);
      const expected = ["S34", "S35"].includes(code) ? [] : [...refused, ...sampleMissing, ...blankHere].sort();
      expect({ code, missing }).toEqual({ code, missing: expected });
      expect(coverage).toEqual([parts.length, parts.length + missing.length]);
    }
    expect(outcome.units.filter(({ received }) => !received).map(({ code }) => code)).toEqual(sampleMissing);
    expect(outcome.findings.map(({ rule, code }) => [rule, code])).toEqual(
      sampleMissing.map((code) => ["every-unit-reports", code]),
    );
  });

  it("shows the first errors of each file and the names of the missing", async () => {
    const { code, stdout } = await run(["consolidate", "samples/with-faults", "-o", "shown.xlsx"], room);
    expect(code).toBe(1);
    for (const { unit } of sampleFaults)
      expect(stdout).toMatch(new RegExp(`^ +samples/with-faults/${unit}.*\n +✖ `, "m"));
    expect(stdout).toMatch(/\[1\] Chưa có số liệu: .*Tú Nang, Lóng Phiêng/);
    expect(stdout).not.toMatch(badWords);
  });

  it("[CO8] lets reports with errors in where that is asked for", async () => {
    const { elements } = await consolidate("samples/with-faults", "-o", "allowed.xlsx", "--allow-errors");
    expect(elements.find(({ code }) => code === "S01")?.coverage).toEqual([13, 15]);
    expect(elements.find(({ code }) => code === "S31")?.coverage).toEqual([12, 15]);
  });
});

describe("two reports of one unit", () => {
  it("[CO6] that differ stop everything: nothing is written", async () => {
    await writeSample(join(room, "rivals/other.xlsx"), { unit: "04063", changes: { "elements/S10/actual": 60 } });
    const given = ["samples/2022-H1/04063*.xlsx", "rivals", "-o", "rivals.xlsx"];
    const outcome = await consolidate(...given);
    expect(outcome).toMatchObject({ code: 1, elements: [], indicators: [] });
    const errors = outcome.findings.filter(({ severity }) => severity === "error");
    expect(errors).toMatchObject([{ rule: "unit-reports-once", code: "04063" }]);
    const { code, stdout } = await run(["consolidate", ...given], room);
    expect(code).toBe(1);
    expect(stdout).toMatch(/Chưa ghi biểu tổng hợp/);
    expect(existsSync(join(room, "rivals.xlsx"))).toBe(false);
  });

  it("[CO5] that say the same are one", async () => {
    mkdirSync(join(room, "twice"), { recursive: true });
    copyFileSync(join(room, "samples/2022-H1/04063-Chieng-Dong-2022-H1.xlsx"), join(room, "twice/z.xlsx"));
    const given = ["consolidate", "--json", "samples/2022-H1/0406*.xlsx"];
    const once = await run([...given, "-o", "once.xlsx"], room);
    const twice = await run([...given, "twice", "-o", "twice.xlsx"], room);
    expect(twice.stdout).toBe(once.stdout);
  });
});

describe("late reports", () => {
  const late = "samples/2022-H1/04084-Chieng-On-2022-H1.xlsx";

  beforeAll(async () => {
    const { code } = await run(["consolidate", "samples/2022-H1/0406*.xlsx", "-o", "early.xlsx"], room);
    expect(code).toBe(0);
  });

  it("[CO6] are laid beside an existing summary, and what changed is listed", async () => {
    const whole = await consolidate("samples/2022-H1/0406*.xlsx", late, "-o", "whole.xlsx");
    const outcome = await consolidate(late, "--update", "early.xlsx", "-o", "updated.xlsx");
    expect(outcome.code).toBe(0);
    expect(outcome.elements.map(({ code, total }) => [code, total])).toEqual(
      whole.elements.map(({ code, total }) => [code, total]),
    );
    const change = outcome.changes?.find(({ kind, code }) => kind === "element" && code === "S01");
    const part = whole.elements.find(({ code }) => code === "S01")?.parts.find(({ unit }) => unit === "04084")?.value;
    expect((change?.after ?? 0) - (change?.before ?? 0)).toBe(part);
  });

  it("[CO5] change nothing a second time; the summary may be replaced in place", async () => {
    copyFileSync(join(room, "early.xlsx"), join(room, "in-place.xlsx"));
    const update = [late, "--update", "in-place.xlsx", "-o", "in-place.xlsx", "--force"];
    expect((await consolidate(...update)).changes).not.toEqual([]);
    expect((await consolidate(...update)).changes).toEqual([]);
    expect((await run(["consolidate", ...update], room)).stdout).toContain("Không có số nào thay đổi.");
  });
});

describe("trace", () => {
  const reports = ["consolidate", "--json", "samples/2022-H1", "-o", "traced.xlsx"];
  let elements: ReturnType<typeof consolidateShape.parse>["elements"] = [];

  beforeAll(async () => {
    elements = parsed(consolidateShape, (await run(reports, room)).stdout).elements;
  });

  it("[CO7] names unit, file, sheet, cell and value of every figure behind a total", async () => {
    for (const code of ["S01", "S35", "S42"]) {
      const { stdout } = await run(["trace", "traced.xlsx", code, "--json"], room);
      const [traced, ...others] = parsed(traceShape, stdout).totals;
      const element = elements.find((one) => one.code === code);
      expect(others).toEqual([]);
      expect(traced).toMatchObject({ code, total: element?.total, coverage: element?.coverage, missing: [] });
      const byUnit = (one: { unit: string }, other: { unit: string }): number => (one.unit < other.unit ? -1 : 1);
      const parts = traced?.parts.map(({ unit, file, sheet, cell, value }) => ({ unit, file, sheet, cell, value }));
      // A summary is sent on: it keeps the names of files, not where they lay.
      const expected = element?.parts.map((part) => ({ ...part, file: part.file.split("/").at(-1) ?? "" }));
      expect(parts?.sort(byUnit)).toEqual(expected?.sort(byUnit));
    }
  });

  it("shows both sides of an indicator, in words too", async () => {
    const { totals } = parsed(traceShape, (await run(["trace", "traced.xlsx", "c01", "--json"], room)).stdout);
    expect(totals.map(({ code }) => code)).toEqual(["S02", "S01"]);
    const { code, stdout } = await run(["trace", "traced.xlsx", "C01"], room);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^S02 Số hộ nghèo – Tổng: [\d.]+ hộ \(15\/15\)$/m);
    expect(stdout).toMatch(/04063 +Chiềng Đông .*04063-Chieng-Dong-2022-H1\.xlsx +Số liệu +F10$/m);
    expect(stdout).not.toMatch(badWords);
  });

  it("of an unknown code names the nearest ones", async () => {
    const { code, stderr } = await run(["trace", "traced.xlsx", "S99"], room);
    expect(code).toBe(2);
    expect(stderr).toMatch(/không có mã số liệu hay chỉ tiêu "S99".* S09/);
  });

  it("of a report, not a summary, says so", async () => {
    const { code, stderr } = await run(["trace", "samples/2022-H1/124-Huyen-Yen-Chau-2022-H1.xlsx", "S01"], room);
    expect(code).toBe(2);
    expect(stderr).toMatch(/không phải là biểu tổng hợp/);
  });
});

describe("another plan", () => {
  it("has samples, forms and a summary of its own, with no change of code", async () => {
    const plan = join(room, "plan.json");
    writeFileSync(plan, readFileSync(new URL("../plans/truong-nguyen-2026.json", import.meta.url)));
    expect((await run(["sample", "--plan", plan, "-o", "other"], room)).code).toBe(0);
    expect(filesIn(join(room, "other")).filter((file) => !file.includes("/"))).toEqual(["2026-Q1", "2026-Y"]);
    const { code, period, indicators } = await consolidate("--plan", plan, "other/2026-Q1", "-o", "other.xlsx");
    expect({ code, period }).toEqual({ code: 0, period: "2026-Q1" });
    expect(indicators.every(({ group }) => group === null)).toBe(true);
    const { code: ofYenChau } = await run(["check", "other/2026-Q1"], room);
    expect(ofYenChau).toBe(1);
  });
});
