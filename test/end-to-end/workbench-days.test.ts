import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { fromA1, toA1, type CellValue } from "../../src/core/cell";
import { isUnreadable, type Snapshot } from "../../src/core/snapshot";
import { sampleContents } from "../../src/samples/sample-contents";
import { makeEngine } from "../../src/worker/make-engine";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { yenChau } from "../plans/opened";
import { recalculate } from "../tools/libreoffice";
import { fillForm } from "../tools/openpyxl";
import { browserForTests, inChromium, takePicture } from "./browser";
import { computeAndSeal } from "./day-steps";
import { communeWords, districtWords } from "./day-words";
import { dropFiles, fromDisk, openWorkbench, type OpenWorkbench } from "./workbench-in-browser";

/* The two days that commune-day.test.ts and district-day.test.ts spend in Excel, in the workbench. */

const folder = "samples/2022-H1";
const faulty = "samples/with-faults/04084-Chieng-On-2022-H1.xlsx";
const inOffice = process.env["PLAN_MONITOR_SOFFICE"] === undefined ? it.skip : it;
const inPython = process.env["PLAN_MONITOR_PYTHON"] === undefined ? it.skip : inOffice;

function read(bytes: Uint8Array): Snapshot {
  const snapshot = readSnapshot("saved.xlsx", bytes);
  if (isUnreadable(snapshot)) throw new Error(snapshot.reason);
  return snapshot;
}

function valueIn({ sheets }: Snapshot, sheet: string, cell: string): CellValue | undefined {
  const at = fromA1(cell);
  return at
    ? sheets
        .find(({ name }) => name === sheet)
        ?.rows.get(at.row)
        ?.get(at.column)?.value
    : undefined;
}

function isSame(one: CellValue | undefined, other: CellValue | undefined): boolean {
  if (typeof one === "number" && typeof other === "number")
    return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
  return JSON.stringify(one ?? "") === JSON.stringify(other ?? "");
}

/** What LibreOffice computes otherwise than the file has it stored, and how many formulas were looked at. */
async function otherThanLibreOffice(bytes: Uint8Array): Promise<{ readonly formulas: number; differences: string[] }> {
  const [computed] = await recalculate([bytes], { trustStored: false });
  const [own, others] = [read(bytes), read(computed ?? new Uint8Array())];
  let formulas = 0;
  const differences: string[] = [];
  for (const { name, rows } of own.sheets) {
    for (const [row, cells] of rows) {
      for (const [column, { formula, value }] of cells) {
        if (formula !== undefined) formulas += 1;
        const other = valueIn(others, name, toA1({ row, column }));
        if (!isSame(value, other))
          differences.push(
            `${name}!${toA1({ row, column })}: ${JSON.stringify(value)}, there ${JSON.stringify(other)}`,
          );
      }
    }
  }
  return { formulas, differences };
}

/** With the keyboard, from the toolbar into the sheet beside it. */
async function enterGrid(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Làm lại|Redo/ }).focus();
  for (let presses = 0; presses < 5; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.getAttribute("contenteditable") === "true")) return;
  }
  throw new Error("Tab does not come into the sheet.");
}

const spoken = (page: Page): Promise<string> => page.locator("[data-grid=spoken]").innerText();

/** Where the person is, as the sheet tells those who hear it. */
async function selectedIn(page: Page): Promise<string> {
  return /\b[A-Z]{1,2}\d+\b/.exec(await spoken(page))?.[0] ?? "";
}

/** With arrow keys, the way along column and row without merged cells. */
async function walkTo(page: Page, cell: string): Promise<void> {
  const wanted = fromA1(cell);
  for (let steps = 0; steps < 120; steps += 1) {
    const now = fromA1(await selectedIn(page));
    if (!wanted || !now) throw new Error(`Nothing is selected on the way to ${cell}: “${await spoken(page)}”.`);
    if (now.row === wanted.row && now.column === wanted.column) return;
    const key =
      now.row < wanted.row
        ? "ArrowDown"
        : now.row > wanted.row
          ? "ArrowUp"
          : now.column < wanted.column
            ? "ArrowRight"
            : "ArrowLeft";
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
  throw new Error(`The arrows do not come to ${cell}.`);
}

async function typeAt(page: Page, cell: string, text: string): Promise<void> {
  await walkTo(page, cell);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await page.waitForTimeout(300);
}

async function save(page: Page, button: string): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).first().click(),
  ]);
  return readFileSync(await download.path());
}

const isOutside = (url: string): boolean => !/^(file|blob|data):/.test(url);

/** What was saved is what LibreOffice computes, in more formulas than so many; the page had no complaint and asked nobody. */
async function endsWell(
  { complaints, requests, close }: OpenWorkbench,
  { saved, formulas }: { readonly saved: Uint8Array; readonly formulas: number },
): Promise<void> {
  const others = await otherThanLibreOffice(saved);
  expect(others.differences).toEqual([]);
  expect(others.formulas).toBeGreaterThan(formulas);
  expect(complaints).toEqual([]);
  expect(requests.filter(isOutside)).toEqual([]);
  await close();
}

inChromium("a commune's day in the workbench", () => {
  const opened = browserForTests();

  inOffice.each(communeWords)(
    "in $language",
    async (words) => {
      const word = (name: string): string => words[name] ?? name;
      const { bytes, fileName } = await makeEngine().sample();
      const workbench = await openWorkbench(opened().browser, fromDisk, {
        locale: words.language === "vi" ? "vi-VN" : "en-US",
      });
      const { page, press, said } = workbench;
      const picture = (name: string): Promise<void> => takePicture(page, `workbench-commune-${words.language}-${name}`);
      await dropFiles(page, [{ name: fileName, bytes }]);
      await page.locator("header p", { hasText: fileName }).waitFor();
      await picture("opened");

      await press(word("check"));
      expect(await said()).toContain(word("counts"));
      await picture("check");

      const text = page.locator('[data-rule="number-is-not-text"]').first();
      await text.getByRole("button", { name: word("goToCell") }).click();
      await said();
      expect(await selectedIn(page)).toBe(await text.getAttribute("data-cell"));
      await picture("at-cell");

      await press(word("mendAll"));
      expect(await said()).toContain(word("mended"));
      await picture("mended");

      const warning = page.locator('[data-rule="missed-target-is-explained"]');
      await warning.getByRole("textbox").fill("Chưa đủ hồ sơ");
      await warning.getByRole("button", { name: word("explain") }).click();
      expect(await said()).toContain(word("explained"));

      const blank = page.locator('[data-rule="figure-is-present"][data-gone="false"]');
      const cell = (await blank.getAttribute("data-cell")) ?? "";
      await blank.getByRole("button", { name: word("goToCell") }).click();
      await said();
      await enterGrid(page);
      expect(await selectedIn(page)).toBe(cell);
      await typeAt(page, cell, "12");
      await page.getByRole("heading", { level: 2, name: word("none") }).waitFor();
      await picture("typed");

      await computeAndSeal(workbench, { word, picture });
      const sealed = read(await save(page, word("save")));

      await press(word("undo"));
      await said();
      await press(word("redo"));
      await page.waitForTimeout(500);
      await said();
      const saved = await save(page, word("save"));
      expect(read(saved).sheets).toEqual(sealed.sheets);
      expect(valueIn(sealed, "Số liệu", cell)).toBe(12);
      await endsWell(workbench, { saved, formulas: 300 });
    },
    300_000,
  );

  const chiengOn = (): Parameters<typeof sampleContents>[1] => {
    const unit = yenChau.units.find(({ code }) => code === "04084");
    const [period] = yenChau.periods;
    if (!unit || !period) throw new Error("The plan has no such commune.");
    return { unit, period, seed: 267 };
  };
  const sources: readonly (readonly [string, typeof inOffice, () => Promise<Uint8Array>])[] = [
    ["as this program wrote it", inOffice, () => Promise.resolve(readFileSync(faulty))],
    [
      "as LibreOffice wrote it anew",
      inOffice,
      async () => (await recalculate([faulty], { trustStored: false }))[0] ?? new Uint8Array(),
    ],
    [
      "as openpyxl filled it",
      inPython,
      async () => {
        const { cells, ...contents } = sampleContents(yenChau, chiengOn());
        const key = [...cells.keys()].find((one) => one.includes("S05") && one.includes("actual"));
        if (key === undefined) throw new Error("The sample has no S05.");
        return fillForm(yenChau, chiengOn(), { ...contents, cells: new Map([...cells, [key, "6.379"]]) });
      },
    ],
  ];

  for (const [name, inTool, source] of sources) {
    inTool(
      `a faulty report ${name}: one is mended, two typed, and totals follow`,
      async () => {
        const workbench = await openWorkbench(opened().browser, fromDisk);
        const { page, press, said } = workbench;
        await dropFiles(page, [{ name: "04084-Chieng-On.xlsx", bytes: await source() }]);
        await page.locator("header p", { hasText: "04084" }).waitFor();
        await press("Kiểm tra");
        await said();
        const fault = page.locator('[data-rule="number-is-not-text"]').first();
        await fault.getByRole("button", { name: "Đi đến ô" }).click();
        await said();
        await fault.getByRole("button", { name: /^Sửa/ }).click();
        await said();
        await page.locator('[data-rule="number-is-not-text"][data-gone="false"]').waitFor({ state: "detached" });
        await enterGrid(page);
        await typeAt(page, "F9", "1.234.567");
        await typeAt(page, "F52", "12,5");
        await said();
        await takePicture(page, `workbench-typed-${sources.findIndex(([one]) => one === name)}`);
        const saved = await save(page, "Lưu tệp");
        const snapshot = read(saved);
        expect(valueIn(snapshot, "Số liệu", "F13")).toBe(6379);
        expect(valueIn(snapshot, "Số liệu", "F9")).toBe(1_234_567);
        expect(valueIn(snapshot, "Số liệu", "F52")).toBe(12.5);
        await endsWell(workbench, { saved, formulas: 300 });
      },
      240_000,
    );
  }
});

const communes = readdirSync(folder).filter((name) => !name.startsWith("124-"));
const isLate = (name: string): boolean => /04093|04096/.test(name);
const fileNamed = (name: string): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: readFileSync(join(folder, name)),
});

async function turnTo(page: Page, sheet: string): Promise<void> {
  await page.getByRole("tab", { name: sheet, exact: true }).click();
  await page.waitForTimeout(800);
}

inChromium("a district's day in the workbench", () => {
  const opened = browserForTests();

  inOffice.each(districtWords)(
    "in $language",
    async (words) => {
      const word = (name: string): string => words[name] ?? name;
      const workbench = await openWorkbench(opened().browser, fromDisk, {
        locale: words.language === "vi" ? "vi-VN" : "en-US",
      });
      const { page, press, said } = workbench;
      const picture = (name: string): Promise<void> =>
        takePicture(page, `workbench-district-${words.language}-${name}`);
      const onTime = communes.filter((name) => !isLate(name)).slice(1);
      const broken = {
        name: "04060-hong.xlsx",
        bytes: readFileSync(join(folder, communes[0] ?? "")).subarray(0, 20_000),
      };
      expect(onTime.length).toBe(12);
      await dropFiles(page, [...onTime.map(fileNamed), broken]);
      await page.getByText("13", { exact: false }).first().waitFor();
      await said();
      await press(word("consolidate"));
      expect(await said()).toContain(word("some"));
      expect(await page.getByText("04060-hong.xlsx").count()).toBe(1);
      await picture("units");

      await page.getByRole("button", { name: word("write"), exact: true }).click();
      await page.locator("header p", { hasText: "tong-hop" }).waitFor();
      await page.getByText(word("wroteSome"), { exact: false }).waitFor();
      await said();
      await picture("written");
      await turnTo(page, "TH Chỉ tiêu");
      await picture("indicators");
      await turnTo(page, word("charts"));
      await picture("charts");

      await dropFiles(page, communes.filter(isLate).map(fileNamed));
      await page.waitForTimeout(300);
      await said();
      await press(word("consolidate"));
      await said();
      await picture("changes");
      await page.getByRole("button", { name: word("write"), exact: true }).click();
      await page.getByText(word("wroteMore"), { exact: false }).waitFor();
      await said();
      await picture("written-again");

      await turnTo(page, "TH Số liệu");
      await enterGrid(page);
      await walkTo(page, "F12");
      await press(word("home"));
      await press(word("trace"));
      await said();
      await picture("trace");
      const parts = page.getByRole("list", { name: word("parts") }).getByRole("listitem");
      expect(await parts.count()).toBe(14);
      await parts.first().getByRole("button").click();
      await said();
      await picture("part");

      const more = await otherThanLibreOffice(await save(page, word("save")));
      expect(more.differences).toEqual([]);
      await press(word("undo"));
      await page.getByText(word("undone"), { exact: false }).first().waitFor();
      expect(await said()).toContain(word("undone"));
      const saved = await save(page, word("save"));
      await endsWell(workbench, { saved, formulas: 500 });
    },
    400_000,
  );
});
