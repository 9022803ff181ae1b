import { beforeAll, describe, expect, it } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkShape, parsed } from "./json-shapes";
import { makeRoom, run } from "./program";
import { writeSample } from "./sample-file";

const room = makeRoom();

beforeAll(async () => {
  await writeSample(join(room, "faulty/a.xlsx"), {
    unit: "04066",
    changes: { "elements/S05/actual": "4.812", "elements/S42/actual": "x", "elements/S30/actual": 10.98 },
  });
  await writeSample(join(room, "faulty/b.xlsx"), { unit: "04069", changes: { "funds/K01/planned": "1.234" } });
  await writeSample(join(room, "clean.xlsx"), { unit: "04063" });
  await writeSample(join(room, "earlier/h1.xlsx"), { unit: "04063" });
  await writeSample(join(room, "year.xlsx"), { unit: "04063", period: "2022-Y" });
});

describe("check --mend", () => {
  it("[ED6] writes a copy in which all is mended that a machine can mend, and leaves the file as it was", async () => {
    const before = readFileSync(join(room, "faulty/a.xlsx"));
    const { code, stdout } = await run(["check", "faulty/a.xlsx", "--mend", "-o", "a.xlsx", "--json"], room);
    const [file] = parsed(checkShape, stdout).files;
    expect(code).toBe(1);
    expect(readFileSync(join(room, "faulty/a.xlsx")).equals(before)).toBe(true);
    const mended = file?.mended;
    expect(mended?.mends.map(({ rule, cell, becomes }) => [rule, cell, becomes])).toEqual(
      expect.arrayContaining([
        ["number-is-not-text", "F13", "4.812"],
        ["choice-is-from-the-list", "F48", "Có"],
      ]),
    );
    expect(mended?.findings.map(({ rule }) => rule)).toContain("count-is-whole");
    expect(
      mended?.findings.filter(({ mends: [first, ...others] }) => first?.certain === true && others.length === 0),
    ).toEqual([]);
    const again = await run(["check", "a.xlsx", "--json"], room);
    expect(parsed(checkShape, again.stdout).files[0]?.findings).toEqual(mended?.findings);
  });

  it("asks where a text means two things, and does what is chosen", async () => {
    const asked = await run(["check", "faulty/b.xlsx"], room);
    const [, cell = ""] = /--choose "(Kinh phí![A-Z]+\d+)=1"/.exec(asked.stdout) ?? [];
    expect(asked.stdout).toMatch(/Có thể sửa thành: \(1\) .+; \(2\) /);
    const left = await run(["check", "faulty/b.xlsx", "--mend", "-o", "left.xlsx"], room);
    expect(left.code).toBe(1);
    const chosen = await run(
      ["check", "faulty/b.xlsx", "--mend", "-o", "b.xlsx", "--choose", `${cell}=1`, "--json"],
      room,
    );
    const [file] = parsed(checkShape, chosen.stdout).files;
    expect(file?.mended?.mends.map(({ rule }) => rule)).toContain("number-has-one-meaning");
    expect(file?.mended?.findings.map(({ rule }) => rule)).not.toContain("number-has-one-meaning");
  });

  it("writes copies of many files into a folder, and of a clean one the very same", async () => {
    const { code } = await run(["check", "faulty", "clean.xlsx", "--mend", "-o", "all"], room);
    expect(code).toBe(1);
    for (const name of ["a.xlsx", "b.xlsx", "clean.xlsx"]) expect(existsSync(join(room, "all", name))).toBe(true);
    expect(readFileSync(join(room, "all/clean.xlsx")).equals(readFileSync(join(room, "clean.xlsx")))).toBe(true);
  });

  it("does not overwrite, and writes nothing where there is nothing to read", async () => {
    const taken = await run(["check", "faulty/a.xlsx", "--mend", "-o", "clean.xlsx"], room);
    expect(taken).toMatchObject({ code: 2, stderr: expect.stringMatching(/Đã có "clean.xlsx"/) });
    const nowhere = await run(["check", "nowhere.xlsx", "--mend", "-o", "nothing.xlsx"], room);
    expect(nowhere.code).toBe(2);
    expect(existsSync(join(room, "nothing.xlsx"))).toBe(false);
  });
});

describe("check --previous", () => {
  const rulesOf = async (words: readonly string[]): Promise<{ found: string[]; open: string[] }> => {
    const { stdout } = await run(["check", ...words, "--json"], room);
    const [file] = parsed(checkShape, stdout).files;
    return {
      found: (file?.findings ?? []).map(({ rule }) => rule),
      open: (file?.notEvaluated ?? []).map(({ rule, because }) => `${rule}: ${because}`),
    };
  };

  it("without an earlier report the rules over time say that they were not evaluated", async () => {
    const { found, open } = await rulesOf(["year.xlsx"]);
    expect(found).toEqual([]);
    expect(open).toEqual(
      expect.arrayContaining([
        "baseline-is-unchanged: no-earlier-report",
        "year-is-not-below-half-year: no-earlier-report",
      ]),
    );
  });

  it("with one they are, from a file or a folder", async () => {
    for (const previous of ["earlier/h1.xlsx", "earlier"]) {
      const { found, open } = await rulesOf(["year.xlsx", "--previous", previous]);
      expect(found).toEqual([]);
      expect(open.filter((one) => one.includes("no-earlier-report"))).toEqual([]);
    }
  });

  it("finds a baseline that was another one then", async () => {
    await writeSample(join(room, "other/h1.xlsx"), { unit: "04063", changes: { "elements/S41/baseline": 1301 } });
    const { found } = await rulesOf(["year.xlsx", "--previous", "other"]);
    expect(new Set(found)).toEqual(new Set(["baseline-is-unchanged"]));
  });

  it("ends with 2 where the earlier report cannot be read", async () => {
    const { code, stderr } = await run(["check", "year.xlsx", "--previous", "nowhere.xlsx"], room);
    expect(code).toBe(2);
    expect(stderr).toMatch(/nowhere\.xlsx/);
  });
});
