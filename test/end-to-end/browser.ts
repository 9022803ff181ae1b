import { mkdirSync } from "node:fs";
import type { AddressInfo, Server } from "node:net";
import { join } from "node:path";
import axe from "axe-core";
import { afterAll, beforeAll, describe } from "@jest/globals";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";

const program = process.env["PLAN_MONITOR_CHROMIUM"];

/** Tests in a real browser; left out where there is none. */
export const inChromium = program === undefined ? describe.skip : describe;

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** One browser and one server for all tests of a file; to be asked for inside a test. */
export function browserForTests(): () => { readonly browser: Browser; readonly address: string } {
  let opened: { readonly browser: Browser; readonly address: string; readonly server: Server } | null = null;
  const open = program === undefined ? () => undefined : beforeAll;
  open(async () => {
    const [browser, served] = await Promise.all([openBrowser(), servePane()]);
    opened = { browser, ...served };
  });
  afterAll(async () => {
    await opened?.browser.close();
    opened?.server.close();
  });
  return () => {
    if (!opened) throw new Error("The browser opens when the tests begin.");
    return opened;
  };
}

export function openBrowser(): Promise<Browser> {
  if (program === undefined) throw new Error("PLAN_MONITOR_CHROMIUM is not set.");
  const { LC_ALL, LC_CTYPE, LANG } = process.env;
  // Where no locale is told, it cannot open a file in a folder with a Vietnamese name, and says nothing.
  const locale = [LC_ALL, LC_CTYPE, LANG].some((told) => told) ? {} : { LC_ALL: "C.UTF-8" };
  return chromium.launch({ executablePath: program, args: flags, env: { ...process.env, ...locale } });
}

/** A machine that tests many things at once may take longer than the half minute that is usual; each test has its own end. */
export async function openContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(120_000);
  return context;
}

/** The pane as it was built, at an address of this machine. */
export async function servePane(): Promise<{ readonly address: string; readonly server: Server }> {
  const server = await serve({
    folder: join("dist", "taskpane"),
    port: 0,
    start: "taskpane.html",
    certificate: undefined,
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://localhost:${port}/taskpane.html`, server };
}

const pictures = join("out", "pictures");

/** Keeps a picture of the page for people to look at. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: "disabled" });
}

/** What axe finds serious or critical, as "rule: element". */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // Fluent's own stops at the ends of a group of keys are seen by nobody; to preload styles would be a request.
  const { violations } = await page.evaluate(() =>
    axe.run({ exclude: [["[data-tabster-dummy]"]] }, { preload: false }),
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
