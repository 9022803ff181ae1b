import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { chromium, type Browser, type Page } from "playwright-core";
import { makeBook, makeSheet } from "./book";
import { makeHost, type ExcelHost } from "./host";
import { installHost, officeUrl, type PageOptions } from "./install-host";

const executablePath = process.env["PLAN_MONITOR_CHROMIUM"];
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const url = "https://pane.invalid/";
const html = `<!doctype html><title>Pane</title><script src="${officeUrl}office.js"></script>`;

(executablePath === undefined ? describe.skip : describe)("the stand-in host in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ args: flags, ...(executablePath !== undefined && { executablePath }) });
  });
  afterAll(async () => {
    await browser.close();
  });

  async function shown(options: PageOptions = {}): Promise<{ page: Page; host: ExcelHost; requests: string[] }> {
    const host = makeHost(makeBook("Chiềng Đông.xlsx", [makeSheet("Bìa")]));
    const page = await (await browser.newContext()).newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await installHost(page, host, { ...options, page: { url, html } });
    await page.goto(url);
    return { page, host, requests };
  }

  it("is Excel for Windows to the page", async () => {
    const { page, requests } = await shown({ theme: "dark" });
    const seen = await page.evaluate(async () => {
      const info = await Office.onReady();
      const { requirements, displayLanguage, officeTheme } = Office.context;
      return {
        info: [info.host, info.platform],
        sets: ["1.9", "1.14", "1.15"].map((version) => requirements.isSetSupported("ExcelApi", version)),
        displayLanguage,
        background: officeTheme.bodyBackgroundColor,
      };
    });
    expect(requests.slice(1).every((request) => request.startsWith(officeUrl))).toBe(true);
    expect(seen).toEqual({
      info: ["Excel", "PC"],
      sets: [true, true, false],
      displayLanguage: "vi-VN",
      background: "#262626",
    });
  });

  it("carries out what the page asks, and tells it of what happens", async () => {
    const { page, host } = await shown();
    const values = await page.evaluate(async () => {
      await Office.onReady();
      return Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Bìa");
        sheet.load("id");
        sheet.onChanged.add((event) => {
          document.title = event.address;
          return Promise.resolve();
        });
        const range = sheet.getRange("B4:C4");
        range.values = [["Xã", 12]];
        range.load("values");
        await context.sync();
        return range.values;
      });
    });
    expect(values).toEqual([["Xã", 12]]);
    expect(host.sheet("Bìa").cells.at(3, 2)?.value).toBe(12);
    host.user.type("Bìa", "D9", "5");
    await page.waitForFunction(() => document.title === "D9");
  });

  it("keeps the settings that belong to the document", async () => {
    const { page, host } = await shown();
    await page.evaluate(async () => {
      await Office.onReady();
      Office.context.document.settings.set("ngôn ngữ", "en");
      await new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
    });
    expect([...host.documentSettings.keys()]).toEqual(["ngôn ngữ"]);
    const again = await page.context().newPage();
    await installHost(again, host, { page: { url, html } });
    await again.goto(url);
    const kept = await again.evaluate(async () => {
      await Office.onReady();
      return String(Office.context.document.settings.get("ngôn ngữ"));
    });
    expect(kept).toBe("en");
  });

  it("fails as Excel does", async () => {
    const { page, host } = await shown();
    host.failNext({ kind: "cell-being-edited" });
    const code = await page.evaluate(async () => {
      await Office.onReady();
      try {
        await Excel.run(async (context) => {
          context.workbook.worksheets.load("items/name");
          await context.sync();
        });
        return "";
      } catch (error) {
        return error instanceof OfficeExtension.Error ? error.code : String(error);
      }
    });
    expect(code).toBe("InvalidOperationInCellEditMode");
  });
});
