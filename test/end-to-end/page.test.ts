import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import type { BrowserContextOptions, Page } from "playwright-core";
import { root } from "../laws/source-files";
import { browserForTests, inChromium } from "./browser";

const officeHome = join(root, "node_modules/@microsoft/office-js/dist");
const opened = browserForTests();

interface VisitOptions extends BrowserContextOptions {
  readonly isCutOff?: boolean;
}

interface Visit {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly outside: readonly string[];
}

/** The page in an ordinary browser; Office's own script comes from Microsoft's package instead of its server. */
async function visit(before: (() => void) | null, options: VisitOptions = {}): Promise<Visit> {
  const { browser, address } = opened();
  const context = await browser.newContext(options);
  const [complaints, outside]: [string[], string[]] = [[], []];
  await context.route(
    (url) => !url.href.startsWith(new URL(address).origin),
    async (route) => {
      outside.push(route.request().url());
      const file = join(officeHome, new URL(route.request().url()).pathname.replace("/lib/1/hosted/", ""));
      if (options.isCutOff !== true && existsSync(file))
        await route.fulfill({ body: readFileSync(file), contentType: "text/javascript" });
      else await route.abort();
    },
  );
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) complaints.push(message.text());
  });
  await page.goto(address);
  return { page, complaints, outside };
}

inChromium("the pane's page in a browser", () => {
  it("loads itself and Office's script, breaks its own policy nowhere, and shows something", async () => {
    const { page, complaints, outside } = await visit(null);
    await page.locator("#root > *").first().waitFor();
    expect(complaints).toEqual([]);
    expect(outside[0]).toBe("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
    expect(outside.filter((url) => !url.startsWith("https://appsforoffice.microsoft.com/"))).toEqual([]);
    expect(await page.locator(".floor:visible").count()).toBe(0);
    await page.context().close();
  });

  it("may not send anything, not even to its own server", async () => {
    const { page, complaints } = await visit(null);
    const sent = await page.evaluate(() =>
      fetch("/manifest.xml").then(
        () => "sent",
        () => "refused",
      ),
    );
    expect(sent).toBe("refused");
    expect(complaints.join()).toContain("connect-src 'none'");
    await page.context().close();
  });
});

inChromium("what cannot run the pane", () => {
  const old: Record<string, () => void> = {
    "Internet Explorer 11": () => Object.defineProperty(document, "documentMode", { value: 11 }),
    "Safari 15": () => {
      const { RegExp: Real } = window;
      window.RegExp = function (pattern: string) {
        if (pattern.includes("(?<=")) throw new SyntaxError("Invalid regular expression: invalid group specifier name");
        return new Real(pattern);
      } as unknown as RegExpConstructor;
    },
    "an old WebView": () => Reflect.deleteProperty(Object, "hasOwn"),
  };

  it.each(Object.keys(old))("%s says what is needed, in both languages", async (name) => {
    const { page } = await visit(old[name] ?? null);
    const said = page.locator("#floor");
    await said.waitFor();
    const text = await said.innerText();
    expect(text).toContain("Excel 2021 trở lên, Microsoft 365, Excel trên web, Excel cho Mac");
    expect(text).toContain("Excel 2021 or later, Microsoft 365, Excel on the web, or Excel for Mac");
    expect(await page.locator("#root").isVisible()).toBe(false);
    await page.context().close();
  });

  it("a machine that does not reach Office's script says so, in both languages", async () => {
    const { page } = await visit(null, { isCutOff: true });
    const said = page.locator("#unreached");
    await said.waitFor();
    expect(await said.innerText()).toContain("Chưa tải được tệp office.js");
    expect(await said.innerText()).toContain("The file office.js could not be loaded");
    expect(await page.locator("#floor").isVisible()).toBe(false);
    await page.context().close();
  });

  it("a page without JavaScript says so", async () => {
    const { page } = await visit(null, { javaScriptEnabled: false });
    expect(await page.locator("body").innerText()).toContain("JavaScript is turned off");
    await page.context().close();
  });
});
