import { readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { colours } from "../../src/core/form/looks";
import { isUnreadable } from "../../src/core/snapshot";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { browserForTests, inChromium, seriousFaults, takePicture } from "./browser";
import { chooseFiles, fromDisk, openWorkbench, serveWorkbench } from "./workbench-in-browser";

const report = "samples/2022-H1/04063-Chieng-Dong-2022-H1.xlsx";
const other = "samples/2022-H1/04066-Sap-Vat-2022-H1.xlsx";
const faulty = "samples/with-faults/04084-Chieng-On-2022-H1.xlsx";
const input = "Tổng số hộ dân cư · hộ; Thực hiện kỳ báo cáo";

async function openReport(page: Page, file: string, heading: RegExp): Promise<void> {
  await chooseFiles(page, [file]);
  await page.getByRole("heading", { name: heading }).waitFor();
}

/** Through the table, as without a mouse and without seeing the sheet. */
async function typeInto(page: Page, text: string): Promise<void> {
  await page.getByRole("tab", { name: "Bảng ô nhập" }).click();
  await page.getByLabel("Trang tính").selectOption("Số liệu");
  const field = page.getByLabel(input);
  await field.fill(text);
  await field.press("Enter");
  await page.getByText("chưa lưu").waitFor();
}

inChromium("work in the workbench", () => {
  const opened = browserForTests();

  it("typing in the input table changes the file, which is saved with it and nothing else", async () => {
    const { page, press, complaints, close } = await openWorkbench(opened().browser, fromDisk);
    await openReport(page, report, /Chiềng Đông/);
    await typeInto(page, "1.234.567");
    const [download] = await Promise.all([page.waitForEvent("download"), press("Lưu tệp")]);
    expect(download.suggestedFilename()).toBe("04063-Chieng-Dong-2022-H1.xlsx");
    const saved = readSnapshot("saved", readFileSync(await download.path()));
    if (isUnreadable(saved)) throw new Error(saved.reason);
    const sheet = saved.sheets.find(({ name }) => name === "Số liệu");
    expect(sheet?.rows.get(8)?.get(5)?.value).toBe(1_234_567);
    await page.getByText("Đã lưu", { exact: false }).waitFor();
    expect(await page.getByText("chưa lưu").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it("Ctrl+Z takes back what was typed, Ctrl+Y does it again, Ctrl+S saves", async () => {
    const { page, complaints, close } = await openWorkbench(opened().browser, fromDisk);
    await openReport(page, report, /Chiềng Đông/);
    await typeInto(page, "1711");
    await page.getByRole("tab", { name: "Bảng ô nhập" }).focus();
    await page.keyboard.press("Control+z");
    await page.waitForFunction(
      (label) => document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)?.value === "1710",
      `S01 · ${input}`,
    );
    await page.keyboard.press("Control+y");
    await page.waitForFunction(
      (label) => document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)?.value === "1711",
      `S01 · ${input}`,
    );
    await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("draws colours that depend on formulas: what is right is green, and nothing of a clean report is red", async () => {
    const { page, complaints, close } = await openWorkbench(opened().browser, fromDisk, {
      viewport: { width: 1900, height: 900 },
    });
    await openReport(page, report, /Chiềng Đông/);
    await page.getByRole("tab", { name: "Số liệu", exact: true }).click();
    const drawn = (colour: readonly number[]): Promise<number> =>
      page.evaluate((wanted) => {
        const canvas = [...document.querySelectorAll("canvas")].sort((a, b) => b.width - a.width)[0];
        const data = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let count = 0;
        for (let at = 0; at < data.length; at += 4)
          if (wanted.every((part, index) => Math.abs((data[at + index] ?? 0) - part) < 24)) count += 1;
        return count;
      }, colour);
    const rgb = (colour: string): number[] => [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    for (let tries = 0; tries < 50 && (await drawn(rgb(colours.good))) < 50; tries += 1) await page.waitForTimeout(200);
    await takePicture(page, "workbench-colours");
    expect(await drawn(rgb(colours.good))).toBeGreaterThan(50);
    expect(await drawn(rgb(colours.bad))).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it("asks before unsaved work gives way to another file", async () => {
    const { page, press, complaints, close } = await openWorkbench(opened().browser, fromDisk);
    await openReport(page, report, /Chiềng Đông/);
    await typeInto(page, "1711");
    await chooseFiles(page, [other]);
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain("04063-Chieng-Dong-2022-H1.xlsx");
    await takePicture(page, "workbench-unsaved");
    expect(await seriousFaults(page)).toEqual([]);
    await press("Thôi");
    await dialog.waitFor({ state: "detached" });
    expect(await page.locator("header p").innerText()).toContain("04063");
    await chooseFiles(page, [other]);
    await press("Không lưu");
    await page.locator("header p", { hasText: "04066" }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("asks before the page is left with unsaved work, and not without", async () => {
    const { page, close } = await openWorkbench(opened().browser, fromDisk);
    await openReport(page, report, /Chiềng Đông/);
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    expect(asked).toEqual([]);
    await openReport(page, report, /Chiềng Đông/);
    await typeInto(page, "1711");
    await page.reload();
    expect(asked).toEqual(["beforeunload"]);
    await close();
  });

  it.each(["from a disk", "from a server"])(
    "%s: keeps unsaved work through a reload, offers it, and forgets it",
    async (from) => {
      const served = from === "from a server" ? await serveWorkbench() : null;
      const { page, press, complaints, close } = await openWorkbench(opened().browser, served?.address ?? fromDisk);
      page.on("dialog", (dialog) => void dialog.accept());
      await openReport(page, report, /Chiềng Đông/);
      await typeInto(page, "1711");
      await page.waitForTimeout(300);
      await page.reload();
      await page.getByText("Lần trước còn việc chưa lưu: 04063-Chieng-Dong-2022-H1.xlsx").waitFor();
      await takePicture(page, "workbench-kept");
      await press("Mở lại");
      await page.getByRole("heading", { name: /Chiềng Đông/ }).waitFor();
      await page.getByRole("tab", { name: "Bảng ô nhập" }).click();
      await page.getByLabel("Trang tính").selectOption("Số liệu");
      expect(await page.getByLabel(input).inputValue()).toBe("1711");
      expect(await page.locator("header p").innerText()).toContain("chưa lưu");
      await page.reload();
      await press("Bỏ");
      await page.reload();
      await page.getByRole("heading", { name: "Bắt đầu" }).waitFor();
      await page.waitForTimeout(300);
      expect(await page.getByText("Lần trước còn").count()).toBe(0);
      expect(complaints).toEqual([]);
      await close();
      served?.server.close();
    },
  );

  it("says why a file cannot be opened, and leaves the open one", async () => {
    const { page, complaints, close } = await openWorkbench(opened().browser, fromDisk);
    await openReport(page, report, /Chiềng Đông/);
    await chooseFiles(page, ["package.json"]);
    await page.getByRole("alert").getByText("Không mở được package.json.", { exact: false }).waitFor();
    expect(await page.locator("header p").innerText()).toContain("04063");
    expect(complaints).toEqual([]);
    await close();
  });
});

const looks = [
  { name: "light", options: {} },
  { name: "dark", options: { colorScheme: "dark" } },
  { name: "forced-colours", options: { forcedColors: "active" } },
  { name: "narrow", options: { viewport: { width: 320, height: 640 } } },
  { name: "english", options: { locale: "en-US" } },
] as const;

inChromium("the looks of the workbench", () => {
  const opened = browserForTests();

  it.each(looks)("$name: every part fits, and axe finds nothing serious", async ({ name, options }) => {
    const { page, close, complaints } = await openWorkbench(opened().browser, fromDisk, options);
    const faults: string[] = [];
    const inspect = async (part: string): Promise<void> => {
      await takePicture(page, `workbench-${name}-${part}`);
      if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
        faults.push(`${part} is too wide`);
      for (const fault of await seriousFaults(page)) faults.push(`${part}: ${fault}`);
    };
    await page.waitForFunction(() => document.querySelector("main")?.getAttribute("aria-busy") === "false");
    await inspect("start");
    await chooseFiles(page, [faulty]);
    const tab = (vi: string, en: string) => page.getByRole("tab", { name: name === "english" ? en : vi });
    await page.locator("header p", { hasText: "04084" }).waitFor();
    await tab("Theo dõi", "Monitor").click();
    await page
      .getByRole("button", { name: name === "english" ? "Check" : "Kiểm tra", exact: true })
      .first()
      .click();
    await page.waitForFunction(() => document.querySelector("main")?.getAttribute("aria-busy") === "false");
    await inspect("check");
    await tab("Bảng ô nhập", "Input table").click();
    await page.locator("table input").first().waitFor();
    await inspect("inputs");
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("keyboard only: opens the samples, comes to the pane, to the input table and into a cell", async () => {
    const { page, close } = await openWorkbench(opened().browser, fromDisk);
    await openReport(page, report, /Chiềng Đông/);
    const tabTo = async (wanted: string): Promise<void> => {
      for (let presses = 0; presses < 60; presses += 1) {
        // In the sheet the Tab key goes from cell to cell, as in every spreadsheet; F6 leads on.
        const isInSheet = await page.evaluate(
          () => document.activeElement?.closest("[contenteditable=true]") instanceof Element,
        );
        await page.keyboard.press(isInSheet ? "F6" : "Tab");
        const focused = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return "";
          return `${element.textContent} ${element.getAttribute("aria-label") ?? ""}`;
        });
        if (focused.includes(wanted)) return;
      }
      throw new Error(`Tab never came to ${wanted}`);
    };
    await tabTo("Mở bộ mẫu");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await tabTo("Theo dõi");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.locator("table input").first().waitFor();
    const isInTable = (): Promise<boolean> =>
      page.evaluate(() => document.activeElement?.matches("table input, table select") === true);
    for (let presses = 0; presses < 20 && !(await isInTable()); presses += 1) await page.keyboard.press("Tab");
    expect(await isInTable()).toBe(true);
    await close();
  });
});
