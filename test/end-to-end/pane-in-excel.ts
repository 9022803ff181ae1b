import type { Browser, Page } from "playwright-core";
import type { HostBook } from "../excel-host/book";
import { makeHost, type ExcelHost } from "../excel-host/host";
import { installHost } from "../excel-host/install-host";
import { openContext } from "./browser";

export interface Looks {
  readonly language?: "vi" | "en";
  readonly theme?: "light" | "dark";
  readonly isHighContrast?: boolean;
  /** Of the pane, in pixels. */
  readonly width?: number;
  /** Where the machine stands and how it writes; the pane's language is Excel's. */
  readonly machine?: { readonly locale: string; readonly timezoneId: string };
}

/** The built pane in a real browser, Microsoft's client in it, our host behind that. */
export interface PaneInExcel {
  readonly page: Page;
  readonly host: ExcelHost;
  /** Everything that went wrong in the page, and everything it asked of other machines. */
  readonly complaints: readonly string[];
  readonly press: (name: string) => Promise<void>;
  /** What the pane says when the work at hand is done. */
  readonly said: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Where office.js comes from; it is answered from the npm package, and everything else that leaves is a complaint. */
const microsoft = "https://appsforoffice.microsoft.com/";

export async function openPaneInExcel(
  { browser, address }: { readonly browser: Browser; readonly address: string },
  book: HostBook,
  { language = "vi", theme = "light", isHighContrast = false, width = 340, machine }: Looks = {},
): Promise<PaneInExcel> {
  const host = makeHost(book);
  const context = await openContext(browser, {
    viewport: { width, height: 720 },
    locale: language === "vi" ? "vi-VN" : "en-US",
    ...machine,
    ...(isHighContrast && { forcedColors: "active" as const }),
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(new URL(address).origin) && !url.startsWith(microsoft) && !url.startsWith("data:")) {
      complaints.push(`asked for ${url}`);
    }
  });
  // For benchmarks: when the first button stands there, and how long the page's thread was busy at a time.
  await page.addInitScript(() => {
    const longTasks: number[] = [];
    Object.assign(globalThis, { longTasks });
    new MutationObserver((_, observer) => {
      if (!document.querySelector("#root button")) return;
      Object.assign(globalThis, { interactiveAt: performance.now() });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
    new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
      buffered: true,
    });
  });
  await installHost(page, host, { locale: language === "vi" ? "vi-VN" : "en-US", theme });
  await page.goto(address);
  await page.getByRole("heading", { level: 2 }).waitFor();
  const said = async (): Promise<string> => {
    await page.waitForFunction(() => document.querySelector("main")?.getAttribute("aria-busy") === "false");
    const [status, alert] = [page.getByRole("status"), page.getByRole("alert")];
    return `${await status.innerText()}${await alert.innerText()}`.replaceAll("×", "").trim();
  };
  await said();
  return {
    page,
    host,
    complaints,
    press: (name) => page.getByRole("button", { name, exact: true }).first().click(),
    said,
    close: () => context.close(),
  };
}
