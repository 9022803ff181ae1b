import { readdirSync } from "node:fs";
import { expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { makeEngine } from "../../src/worker/make-engine";
import { makeBook, makeSheet } from "../excel-host/book";
import { bookOfBytes } from "../excel-host/open-book";
import { browserForTests, inChromium, seriousFaults, takePicture } from "./browser";
import { openPaneInExcel, type Looks } from "./pane-in-excel";

const engine = makeEngine();
const { bytes } = await engine.sample();
const planBytes = (await engine.planBook())?.bytes ?? new Uint8Array();
const reports = readdirSync("samples/2022-H1").map((name) => `samples/2022-H1/${name}`);

const looks: readonly (Looks & { readonly name: string })[] = [
  { name: "light", language: "vi" },
  { name: "dark", language: "vi", theme: "dark" },
  { name: "high-contrast", language: "vi", isHighContrast: true },
  { name: "english", language: "en" },
  { name: "narrow", language: "vi", width: 320 },
];

async function isWiderThanPane(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const main = document.querySelector("main");
    return document.documentElement.scrollWidth > window.innerWidth || (main?.scrollWidth ?? 0) > window.innerWidth;
  });
}

inChromium("the looks of the pane", () => {
  const opened = browserForTests();

  it.each(looks)("$name: every panel fits, and axe finds nothing serious", async ({ name, ...look }) => {
    const word = look.language === "en" ? english : vietnamese;
    const report = await openPaneInExcel(opened(), await bookOfBytes(bytes), look);
    const faults: string[] = [];
    const inspect = async ({ page }: { readonly page: Page }, panel: string): Promise<void> => {
      await takePicture(page, `${name}-${panel}`);
      if (await isWiderThanPane(page)) faults.push(`${panel} is wider than the pane`);
      for (const fault of await seriousFaults(page)) faults.push(`${panel}: ${fault}`);
    };
    await inspect(report, "home");
    await report.press(word.check);
    await report.said();
    for (const details of await report.page.locator("details").all()) await details.locator("summary").click();
    await inspect(report, "check");
    await report.press(word.home);
    await report.press(word.compute);
    await report.said();
    await inspect(report, "progress");
    await report.press(word.settings);
    await inspect(report, "settings");
    await report.close();

    const blank = await openPaneInExcel(opened(), makeBook("Book1.xlsx", [makeSheet("Sheet1")]), look);
    await inspect(blank, "neither");
    await blank.press(word.newForm);
    await inspect(blank, "form");
    await blank.press(word.home);
    await blank.page.locator("input[type=file]").setInputFiles(reports);
    await blank.said();
    await blank.press(word.consolidate);
    await blank.said();
    await inspect(blank, "consolidation");
    await blank.press(word.home);
    await inspect(blank, "summary");
    await blank.close();

    const plan = await openPaneInExcel(opened(), await bookOfBytes(planBytes), look);
    await inspect(plan, "plan");
    await plan.close();
    expect(faults).toEqual([]);
  });

  it("keyboard only: checks, goes to a cell and comes home without a mouse", async () => {
    const { page, host, said, close } = await openPaneInExcel(opened(), await bookOfBytes(bytes));
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate(() => {
          const element = document.activeElement;
          return element?.tagName === "BUTTON" ? element.textContent : "";
        });
        if (focused.includes(name)) return;
      }
      throw new Error(`Tab never came to ${name}`);
    };
    await tabTo(vietnamese.check);
    await page.keyboard.press("Enter");
    expect(await said()).toContain("3 lỗi");
    // The new panel has the focus, so that a screen reader follows.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
    await tabTo("Đi đến ô");
    await page.keyboard.press("Enter");
    await said();
    expect(host.book.selections.size).toBeGreaterThan(0);
    await tabTo(vietnamese.home);
    await page.keyboard.press("Enter");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Theo dõi kế hoạch");
    await close();
  });
});

interface Verbs {
  readonly check: string;
  readonly compute: string;
  readonly home: string;
  readonly settings: string;
  readonly newForm: string;
  readonly consolidate: string;
}

const vietnamese: Verbs = {
  check: "Kiểm tra",
  compute: "Tính tiến độ",
  home: "Trang đầu",
  settings: "Cài đặt",
  newForm: "Tạo biểu mẫu",
  consolidate: "Tổng hợp",
};

const english: Verbs = {
  check: "Check",
  compute: "Compute progress",
  home: "Home",
  settings: "Settings",
  newForm: "New form",
  consolidate: "Consolidate",
};
