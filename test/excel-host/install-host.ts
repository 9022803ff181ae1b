import { createRequire } from "node:module";
import { dirname, join, normalize, sep } from "node:path";
import type { Page } from "playwright-core";
import { installDesktop, type DesktopBridge, type DesktopPage, type PageAnswer } from "./desktop-page";
import type { EventEntry } from "./events";
import type { ExcelHost } from "./host";

export interface PageOptions {
  /** The language of Excel: "vi-VN" unless said otherwise. */
  readonly locale?: string;
  readonly theme?: "light" | "dark";
  /** What the page itself comes from, if not from a server: "https://pane.invalid/" and its text. */
  readonly page?: { readonly url: string; readonly html: string };
}

/** Where pages load Office from. */
export const officeUrl = "https://appsforoffice.microsoft.com/lib/1/hosted/";

/**
 * Puts a page of Chromium before the host, as Excel for Windows shows a pane; call it before the page loads. Office's
 * scripts come from the npm package, whatever the network.
 */
export async function installHost(page: Page, host: ExcelHost, options: PageOptions = {}): Promise<void> {
  const { locale = "vi-VN", theme = "light" } = options;
  await page.exposeFunction("answerExcel", (requestText: string) => answered(host, requestText));
  await page.exposeFunction("keepOfficeSettings", (settings: readonly (readonly [string, string])[]) => {
    host.documentSettings.clear();
    for (const [key, value] of settings) host.documentSettings.set(key, value);
  });
  const desktop: DesktopPage = {
    locale,
    requirementSets: JSON.stringify({ ExcelApi: host.apiVersion, SharedRuntime: "1.1", RibbonApi: "1.1" }),
    theme: JSON.stringify(themes[theme]),
    documentUrl: `C:\\Users\\${host.book.fileName}`,
    documentSettings: [...host.documentSettings],
  };
  await page.addInitScript(installDesktop, desktop);
  const stop = host.onEvents((entries) => void tell(page, entries));
  page.on("close", stop);
  await page.route(`${officeUrl}**`, (route) => route.fulfill({ path: scriptAt(route.request().url()) }));
  if (options.page) {
    const { url, html } = options.page;
    await page.route(url, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  }
}

async function answered(host: ExcelHost, requestText: string): Promise<PageAnswer> {
  const answer = await host.answer(requestText);
  if (answer.kind === "silence") return null;
  return answer.kind === "error" ? answer.error.officeCode : answer.text;
}

async function tell(page: Page, entries: readonly EventEntry[]): Promise<void> {
  if (page.isClosed()) return;
  await page.evaluate((told) => (globalThis as unknown as DesktopBridge).tellExcelEvents?.(told), entries);
}

/** The package's file behind an address; nothing outside it. */
function scriptAt(url: string): string {
  const require = createRequire(join(process.cwd(), "package.json"));
  const folder = dirname(require.resolve("@microsoft/office-js/dist/office.js"));
  const path = normalize(join(folder, decodeURIComponent(new URL(url).pathname.replace("/lib/1/hosted/", ""))));
  if (!path.startsWith(folder + sep)) throw new RangeError(`Outside the package: ${url}`);
  return path;
}

/** Colours as numbers, red first, as Excel tells them of its themes. */
const themes = {
  light: {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0x000000,
    controlBackgroundColor: 0xf3f2f1,
    controlForegroundColor: 0x262626,
  },
  dark: {
    bodyBackgroundColor: 0x262626,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x363636,
    controlForegroundColor: 0xf0f0f0,
  },
};
