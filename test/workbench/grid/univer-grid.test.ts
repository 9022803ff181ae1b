import { readFileSync, rmSync } from "node:fs";
import type { AddressInfo, Server } from "node:net";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { serve } from "../../../scripts/serve.mjs";
import { inChromium, openBrowser, takePicture } from "../../end-to-end/browser";
import { buildPage } from "./page/build-page";
import type { Told } from "./page/page";

const sample = readFileSync("samples/2022-H1/04063-Chieng-Dong-2022-H1.xlsx").toString("base64");

inChromium("the grid", () => {
  let browser: Browser;
  let server: Server;
  let folder: string;
  let page: Page;
  const outside: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    folder = await buildPage();
    server = await serve({ folder, port: 0, start: "index.html", certificate: undefined });
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const { port } = server.address() as AddressInfo;
    const address = `http://localhost:${port}/`;
    page.on("request", ({ url }) => void (!url().startsWith(address) && outside.push(url())));
    page.on("console", (message) => void (message.type() === "error" && faults.push(message.text())));
    page.on("pageerror", (fault) => void faults.push(fault.stack ?? fault.message));
    await page.goto(address);
    await page.waitForFunction(() => window.gridPage !== undefined);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("tries", async () => {
    const names = await page.evaluate(async (bytes) => {
      await window.gridPage?.show(bytes, []);
      return 1;
    }, sample);
    console.log(names, faults, outside, await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200)));
    await page.waitForTimeout(1500);
    await takePicture(page, "grid-first");
    console.log(JSON.stringify(await page.evaluate(() => window.gridPage?.told as unknown as Told)), faults.join("\n").slice(0, 3000));
    expect(1).toBe(1);
  });
});
