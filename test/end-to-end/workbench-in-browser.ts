import type { AddressInfo, Server } from "node:net";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";
import { openContext } from "./browser";

/** The workbench as it was built, in a real browser. */
export interface OpenWorkbench {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything that went wrong in the page, and everything that its policy refused. */
  readonly complaints: readonly string[];
  /** Every address that was asked for. */
  readonly requests: readonly string[];
  readonly press: (name: string) => Promise<void>;
  /** What the pane says when the work at hand is done: its message, then all that it shows. */
  readonly said: () => Promise<string>;
  readonly close: () => Promise<void>;
}

const built = join("dist", "workbench");

/** As from a USB stick. */
export const fromDisk = pathToFileURL(resolve(built, "index.html")).href;

/** As from any web server, in a folder below its first. */
export async function serveWorkbench(port = 0): Promise<{ readonly address: string; readonly server: Server }> {
  const server = await serve({ folder: "dist", port, start: "workbench/", certificate: undefined });
  return { address: `http://localhost:${(server.address() as AddressInfo).port}/workbench/`, server };
}

export async function openWorkbench(
  browser: Browser,
  address: string,
  options: BrowserContextOptions & { readonly context?: BrowserContext } = {},
): Promise<OpenWorkbench> {
  const { context: given, ...rest } = options;
  const context =
    given ?? (await openContext(browser, { viewport: { width: 1280, height: 800 }, locale: "vi-VN", ...rest }));
  const page = await context.newPage();
  const [complaints, requests]: [string[], string[]] = [[], []];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.text().includes("Content Security Policy")) {
      complaints.push(message.text());
    }
  });
  page.on("request", (request) => requests.push(request.url()));
  // No one is there to answer the browser's own dialog; files are handed over as downloads.
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  await page.goto(address);
  await page.getByRole("tab", { name: /Theo dõi|Monitor/ }).waitFor();
  return {
    page,
    context,
    complaints,
    requests,
    press: (name) => page.getByRole("button", { name, exact: true }).first().click(),
    said: async () => {
      await page.waitForFunction(() => document.querySelector("main")?.getAttribute("aria-busy") === "false");
      const told = await page.locator("[role=tabpanel] [role=status], [role=tabpanel] [role=alert]").allInnerTexts();
      return [...told, await page.locator("main").innerText()].join("\n");
    },
    close: () => context.close(),
  };
}

/** Chooses files as a person does in the toolbar's dialog. */
export async function chooseFiles(page: Page, files: readonly string[]): Promise<void> {
  await page.locator("header input[type=file]").setInputFiles([...files]);
}

/** Drops files on the page's bar. */
export async function dropFiles(
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const held = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") }));
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, held);
  await page.dispatchEvent("header", "drop", { dataTransfer: data });
}
