import { beforeAll, describe, expect, it } from "@jest/globals";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answersIn } from "../../src/core/consolidation/answer-sheets";
import { isUnreadable, type Snapshot } from "../../src/core/snapshot";
import { lintWorkbook } from "../../src/workbook/xlsx/lint";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { planOver } from "../bench/many-units.mjs";
import { yenChau } from "../plans/opened";
import { itWithLibreOffice, itWithValidator } from "../proof/tools";
import { toPdf } from "../tools/libreoffice";
import { pdfPages } from "../tools/pdf";
import { validate } from "../tools/validator";
import { changedEntries, patched } from "../workbook/xlsx/patching";
import { makeRoom, run } from "./program";

const room = makeRoom();
const day = ["--on", "2022-06-21"] as const;
const units = yenChau.units.length;

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(room, file)));

function snapshotOf(file: string): Snapshot {
  const snapshot = readSnapshot(file, bytesOf(file));
  if (isUnreadable(snapshot)) throw new Error(snapshot.detail);
  return snapshot;
}

/** What a command says of a summary, without the summary's own name. */
async function saidOf(file: string, ...parameters: readonly string[]): Promise<string> {
  const { code, stdout } = await run(parameters, room);
  return `${code} ${stdout.replaceAll(file, "summary.xlsx")}`;
}

const late = "samples/2022-H1/04093-Tu-Nang-2022-H1.xlsx";
const early = "samples/2022-H1/040[6-8]*.xlsx";

beforeAll(async () => {
  expect((await run(["sample", "-o", "samples"], room)).code).toBe(0);
  expect((await run(["consolidate", "samples/with-faults", "-o", "plain.xlsx"], room)).code).toBe(1);
  const answered = ["feedback", "samples/with-faults", "--into", "plain.xlsx", "-o", "answered.xlsx", ...day];
  expect(await run(answered, room)).toEqual({ code: 0, stdout: "Đã ghi: answered.xlsx\n", stderr: "" });
}, 300_000);

describe("feedback --into", () => {
  it("[ED5] puts a sheet a unit behind those of the summary, and leaves every part of those as it is", () => {
    const [plain, answered] = [snapshotOf("plain.xlsx"), snapshotOf("answered.xlsx")];
    const own = plain.sheets.length;
    expect(answered.sheets.slice(0, own)).toEqual(plain.sheets);
    expect(answersIn(answered).map(({ unit }) => unit)).toEqual(yenChau.units.map(({ code }) => code));
    expect(answersIn(answered).map(({ sheet }) => sheet)).toEqual(answered.sheets.slice(own));
    const names = answered.sheets.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.filter((name) => name.length > 31)).toEqual([]);
    const changed = changedEntries(bytesOf("plain.xlsx"), bytesOf("answered.xlsx"));
    expect(changed.filter((part) => !/worksheets\/sheet\d+\.xml$/.test(part)).sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
    ]);
    expect(changed).toHaveLength(4 + units);
    expect(lintWorkbook(bytesOf("answered.xlsx"))).toEqual([]);
  });

  it.each([
    ["check", ["check", "FILE", "--json"]],
    ["trace", ["trace", "FILE", "C01", "--json"]],
    ["form --from", ["form", "--unit", "04063", "--period", "2022-Y", "--from", "FILE", "-o", "form.xlsx", "--force"]],
    ["report", ["report", "FILE", "-o", "form.docx", "--force", "--json", ...day]],
    ["export", ["export", "FILE", "-o", "table", "--force", "--json"]],
    ["check --previous", ["check", "samples/2022-H1/04063-Chieng-Dong-2022-H1.xlsx", "--previous", "FILE", "--json"]],
    ["consolidate --update", ["consolidate", late, "--update", "FILE", "-o", "newer.xlsx", "--force", "--json"]],
  ] as const)("makes no difference to %s", async (_, parameters) => {
    const withFile = (file: string) => parameters.map((word) => (word === "FILE" ? file : word));
    const written = () =>
      [parameters[parameters.indexOf("-o" as never) + 1] ?? ""].filter((path) => path.includes("."));
    const plain = await saidOf("plain.xlsx", ...withFile("plain.xlsx"));
    const first = written().map((path) => (existsSync(join(room, path)) ? bytesOf(path) : null));
    expect(await saidOf("answered.xlsx", ...withFile("answered.xlsx"))).toBe(plain);
    expect(written().map((path) => (existsSync(join(room, path)) ? bytesOf(path) : null))).toEqual(first);
  });

  it("[CO9] makes no difference to the next level, whose report the summary is", async () => {
    const plan = { ...(planOver([yenChau.whole], "14") as object), periods: yenChau.periods };
    writeFileSync(join(room, "province.json"), JSON.stringify(plan));
    const ofProvince = async (summary: string) => {
      copyFileSync(join(room, summary), join(room, "district.xlsx"));
      const received = ["consolidate", "district.xlsx", "--plan", "province.json", "-o", "province.xlsx"];
      const said = await run([...received, "--force", "--json", ...day], room);
      return { ...said, written: Buffer.from(bytesOf("province.xlsx")).toString("base64") };
    };
    const plain = await ofProvince("plain.xlsx");
    const { elements } = JSON.parse(plain.stdout) as { elements: { total: number | null }[] };
    expect(elements.filter(({ total }) => total !== null).length).toBeGreaterThan(20);
    expect(await ofProvince("answered.xlsx")).toEqual(plain);
  });

  itWithValidator("is a workbook as Excel wants it, and stays one when its answers are replaced", async () => {
    const again = ["feedback", "--into", "answered.xlsx", "-o", "replaced.xlsx", "--lang", "en", ...day];
    const { code, stdout } = await run(again, room);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /^15 older feedback sheets .* replaced\.\nThe sheets of 13 units do not tell .*\nWritten: replaced\.xlsx\n$/,
      ),
    });
    const replaced = snapshotOf("replaced.xlsx");
    expect(replaced.sheets).toHaveLength(snapshotOf("plain.xlsx").sheets.length + units);
    expect(answersIn(replaced).map(({ sheet }) => sheet.name)).toEqual(
      Array.from({ length: units }, () => expect.stringMatching(/^Feedback /)),
    );
    expect(lintWorkbook(bytesOf("replaced.xlsx"))).toEqual([]);
    expect(await validate(["answered.xlsx", "replaced.xlsx"].map((file) => join(room, file)))).toEqual([]);
  });

  it("[ED4] twice is once", async () => {
    const again = ["feedback", "samples/with-faults", "--into", "answered.xlsx", "-o", "twice.xlsx", ...day];
    expect((await run(again, room)).code).toBe(0);
    expect(Buffer.from(bytesOf("twice.xlsx")).equals(bytesOf("answered.xlsx"))).toBe(true);
  });

  itWithLibreOffice(
    "prints one page of A4 for each unit, each counted by itself",
    async () => {
      const [pdf = new Uint8Array()] = await toPdf([join(room, "answered.xlsx")]);
      const answers = pdfPages(pdf).filter((page) => /^\s*Trang \d+\s*$/m.test(page));
      expect(answers).toHaveLength(units);
      for (const page of answers) {
        expect(page).toContain("PHIẾU PHẢN HỒI BÁO CÁO");
        expect(page).toMatch(/^\s*Trang 1\s*$/m);
        expect(page).toMatch(/Theo biểu tổng hợp đã tính \d+\/15 đơn vị \(trạng thái [0-9a-f]{8}\)/);
      }
    },
    300_000,
  );

  itWithLibreOffice(
    "is English to the foot of the page, in a workbook of its own, too",
    async () => {
      const own = ["feedback", "samples/with-faults", "-o", "own.xlsx", "--one-file", "--lang", "en", ...day];
      expect((await run(own, room)).code).toBe(0);
      const [pdf = new Uint8Array()] = await toPdf([join(room, "own.xlsx")]);
      const pages = pdfPages(pdf);
      expect(pages).toHaveLength(units);
      for (const page of pages) expect(page).toMatch(/^\s*Page 1\s*$/m);
      expect(pages.join("\n")).not.toContain("Trang");
    },
    300_000,
  );

  it("leaves no answer in a summary to which a late report came, and says so; the late one is merged before it is answered", async () => {
    expect((await run(["consolidate", early, "-o", "first.xlsx"], room)).code).toBeLessThan(2);
    expect((await run(["feedback", early, "--into", "first.xlsx", "-o", "told.xlsx", ...day], room)).code).toBe(0);
    const [before] = answersIn(snapshotOf("told.xlsx"));
    const tooEarly = await run(["feedback", late, "--into", "told.xlsx", "-o", "not.xlsx", "--lang", "en"], room);
    expect(tooEarly).toMatchObject({ code: 2, stderr: expect.stringContaining("Merge it first") });
    expect(existsSync(join(room, "not.xlsx"))).toBe(false);
    const merged = await run(["consolidate", late, "--update", "told.xlsx", "-o", "newer-told.xlsx"], room);
    expect(merged.code).toBeLessThan(2);
    expect(merged.stdout).toContain("Biểu cũ có 15 phiếu phản hồi; biểu mới không có");
    expect(answersIn(snapshotOf("newer-told.xlsx"))).toEqual([]);
    const anew = ["feedback", early, late, "--into", "newer-told.xlsx", "-o", "told-anew.xlsx", ...day];
    expect((await run(anew, room)).code).toBe(0);
    const [after] = answersIn(snapshotOf("told-anew.xlsx"));
    expect(after?.state).toMatch(/^[0-9a-f]{8}$/);
    expect(after?.state).not.toBe(before?.state);
  });

  it("refuses what is no summary, a file that is there, a formula that would be broken, and to answer nothing", async () => {
    const why = async (...parameters: string[]) => {
      const { code, stderr, stdout } = await run([...parameters, "--lang", "en"], room);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      return stderr;
    };
    expect(await why("feedback", "--into", late, "-o", "no.xlsx")).toContain("is not a summary");
    expect(await why("feedback", "--into", "plain.xlsx", "-o", "answered.xlsx")).toContain("is there already");
    expect(await why("feedback", "-o", "no")).toContain("Name the reports to answer");
    const [answer] = answersIn(snapshotOf("answered.xlsx"));
    const formula = `'${answer?.sheet.name ?? ""}'!A5`;
    const [cover] = snapshotOf("answered.xlsx").sheets;
    const at = { sheet: cover?.name ?? "", cell: "Z99" };
    const led = await patched(bytesOf("answered.xlsx"), [
      { at, expect: { value: null }, put: { value: null, formula } },
    ]);
    writeFileSync(join(room, "led.xlsx"), led);
    const said = await why("feedback", "--into", "led.xlsx", "-o", "no.xlsx");
    expect(said).toContain(`The cell ${at.sheet}!${at.cell}`);
    expect(existsSync(join(room, "no.xlsx"))).toBe(false);
  });
});
