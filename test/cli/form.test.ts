import { beforeAll, describe, expect, it } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentsKey } from "../../src/core/form/contents";
import { openPlanText } from "../../src/core/plan/open-plan";
import { planFiles, planText } from "../plans/opened";
import { checkShape, formShape, parsed } from "./json-shapes";
import { filesIn, makeRoom, run } from "./program";
import { writeSample } from "./sample-file";

const room = makeRoom();

async function check(...files: readonly string[]) {
  return parsed(checkShape, (await run(["check", "--json", ...files], room)).stdout).files;
}

describe("form", () => {
  it("makes a blank form in which only figures, the reporter and the date are missing", async () => {
    const { code, stdout } = await run(["form", "--unit", "04063", "--period", "2022-H1", "-o", "one.xlsx"], room);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "Đã ghi: one.xlsx\n" });
    const [file] = await check("one.xlsx");
    expect(file).toMatchObject({ unit: "04063", period: "2022-H1", outcome: "errors" });
    expect(new Set(file?.findings.map(({ rule }) => rule))).toEqual(
      new Set(["figure-is-present", "report-date-is-plausible", "reporter-is-named"]),
    );
  });

  it("--all makes one for each unit and the whole, under names that every system takes", async () => {
    const { stdout } = await run(["form", "--all", "--period", "2022-Y", "-o", "all/forms", "--json"], room);
    const { files } = parsed(formShape, stdout);
    expect(files.map(({ file }) => file.replace("all/forms/", ""))).toEqual(filesIn(join(room, "all/forms")));
    expect(files).toHaveLength(16);
    expect(files.find(({ unit }) => unit === "04063")?.file).toBe("all/forms/04063-Chieng-Dong-2022-Y.xlsx");
    expect((await check("all/forms")).map(({ unit }) => unit)).toEqual(files.map(({ unit }) => unit));
  });

  it("--all replaces nothing unasked, not even the others when one is there", async () => {
    writeFileSync(join(room, "taken.txt"), "");
    await run(["form", "--all", "--period", "2022-H1", "-o", "some"], room);
    const names = filesIn(join(room, "some"));
    writeFileSync(join(room, "some", names[3] ?? ""), "mine");
    expect((await run(["form", "--all", "--period", "2022-H1", "-o", "some"], room)).code).toBe(2);
    expect(readFileSync(join(room, "some", names[3] ?? ""), "utf8")).toBe("mine");
    expect((await run(["form", "--all", "--period", "2022-H1", "-o", "some", "--force"], room)).code).toBe(0);
    expect(readFileSync(join(room, "some", names[3] ?? "")).length).toBeGreaterThan(10_000);
    expect(filesIn(join(room, "some"))).toEqual(names);
  });

  it("replaces a file only with --force", async () => {
    writeFileSync(join(room, "mine.xlsx"), "mine");
    const given = ["form", "--unit", "124", "--period", "2022-H1", "-o", "mine.xlsx"];
    expect((await run(given, room)).code).toBe(2);
    expect(readFileSync(join(room, "mine.xlsx"), "utf8")).toBe("mine");
    expect((await run([...given, "--force"], room)).code).toBe(0);
    expect((await check("mine.xlsx"))[0]?.unit).toBe("124");
  });
});

describe("form --from", () => {
  beforeAll(async () => {
    await writeSample(join(room, "half.xlsx"), { unit: "04063" });
  });

  it("an earlier report of the year carries the baseline and the openings, and says what stays blank", async () => {
    const given = ["form", "--unit", "04063", "--period", "2022-Y", "--from", "half.xlsx"];
    const { stdout } = await run([...given, "-o", "year.xlsx", "--json"], room);
    const { carried, left } = parsed(formShape, stdout);
    expect(carried).toMatchObject({ baseline: 47 });
    expect(carried).not.toHaveProperty("last_year");
    expect(left).toEqual([{ part: "last_year", reason: "another-period", codes: [] }]);
    const [file] = await check("year.xlsx");
    expect(file?.findings.some(({ cell }) => cell?.startsWith("D"))).toBe(false);
    const words = await run([...given, "-o", "words.xlsx"], room);
    expect(words.stdout).toMatch(/Đã lấy từ báo cáo trước: kỳ gốc \(47\)/);
    expect(words.stdout).toMatch(/Để trống cùng kỳ năm trước – báo cáo trước thuộc kỳ khác\./);
  });

  it("a folder and a summary give the unit's own report too", async () => {
    const given = ["form", "--unit", "04063", "--period", "2022-Y", "-o"];
    const { code } = await run(["consolidate", "half.xlsx", "-o", "whole.xlsx", "--force"], room);
    expect(code).toBeLessThan(2);
    await run([...given, "from-own.xlsx", "--from", "half.xlsx"], room);
    const { stdout } = await run([...given, "of-whole.xlsx", "--from", "whole.xlsx"], room);
    expect(stdout).toMatch(/Đã lấy từ báo cáo trước: kỳ gốc \(47\)/);
    expect(readFileSync(join(room, "of-whole.xlsx"))).toEqual(readFileSync(join(room, "from-own.xlsx")));
    const twice = await run([...given, "no.xlsx", "--from", "half.xlsx", "whole.xlsx"], room);
    expect(twice.code).toBe(2);
    expect(twice.stderr).toMatch(/Có hai báo cáo của Xã Chiềng Đông: "half.xlsx" và "whole.xlsx"/);
  });

  it("another unit's report gives nothing", async () => {
    const given = ["form", "--unit", "04066", "--period", "2022-Y", "--from", "half.xlsx", "-o", "other.xlsx"];
    const { code, stderr } = await run(given, room);
    expect(code).toBe(2);
    expect(stderr).toMatch(/báo cáo của đơn vị khác/);
    expect(filesIn(room)).not.toContain("other.xlsx");
  });

  it("the year before, read by the plan that it carries, gives last year and the baseline", async () => {
    const text = planText(planFiles.yenChau).replaceAll("2021-", "2020-").replaceAll("2022", "2021");
    const opened = openPlanText(text);
    if (!("plan" in opened)) throw new Error(JSON.stringify(opened.faults));
    // The samples are drawn for another year: here more people are poor than there are.
    const faulty = { unit: "04063", period: "2021-Y", plan: opened.plan };
    const people = ["baseline", "last_year", "actual"].map((key) =>
      contentsKey({ table: "elements", code: "S05", key }),
    );
    const changes = Object.fromEntries(people.map((key) => [key, 12_000]));
    await writeSample(join(room, "before.xlsx"), { ...faulty, changes });
    await writeSample(join(room, "faulty.xlsx"), faulty);
    const given = ["form", "--unit", "04063", "--period", "2022-Y", "-o", "next.xlsx", "--from"];
    const refused = await run([...given, "faulty.xlsx"], room);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(/"faulty\.xlsx" còn 3 lỗi/) });
    const { stdout } = await run([...given, "before.xlsx", "--json"], room);
    const { carried, left } = parsed(formShape, stdout);
    // The standard of last year's figures is another one in the plan of 2022: those stay blank.
    const onStandard = opened.plan.elements.filter(({ by, restsOnStandard }) => by === "commune" && restsOnStandard);
    expect(left).toEqual([
      { part: "last_year", reason: "another-standard", codes: onStandard.map(({ code }) => code) },
    ]);
    expect(carried).toMatchObject({ baseline: 47, last_year: 47 - onStandard.length });
  });
});
