import { beforeAll, expect, it } from "@jest/globals";
import { makeEngine } from "../../src/worker/make-engine";
import { on, sampleFiles } from "../worker/live";
import { browserForTests, inChromium, seriousFaults, takePicture } from "./browser";
import { dropFiles, fromDisk, openWorkbench } from "./workbench-in-browser";

inChromium("charts above the sheet", () => {
  const opened = browserForTests();
  let summary: { readonly name: string; readonly bytes: Uint8Array };

  beforeAll(async () => {
    const engine = makeEngine();
    const request = { files: sampleFiles("2022-H1"), book: null, allowsErrors: false, on };
    await engine.consolidate(request, () => undefined);
    const book = await engine.summaryBook();
    if (!book) throw new Error("There is no summary.");
    summary = { name: book.fileName, bytes: book.bytes };
  });

  it.each([
    ["light", {}],
    ["dark", { colorScheme: "dark" }],
    ["forced", { forcedColors: "active" }],
    ["narrow", { viewport: { width: 320, height: 640 } }],
  ] as const)("are drawn with their figures as a table beside them: %s", async (name, options) => {
    const { page, complaints, close } = await openWorkbench(opened().browser, fromDisk, options);
    await dropFiles(page, [summary]);
    await page.locator("header p", { hasText: "tong-hop" }).waitFor();
    await page.waitForFunction(() => document.querySelector("main")?.getAttribute("aria-busy") === "false");
    await page.getByRole("tab", { name: "Biểu đồ", exact: true }).click();
    const charts = page.locator("figure");
    await charts.first().waitFor();
    await takePicture(page, `workbench-charts-${name}`);
    expect(await charts.count()).toBe(3);
    const [progress] = await charts.all();
    expect(await progress?.getByRole("img").getAttribute("aria-label")).toBe(
      "Tiến độ thực hiện so với kế hoạch năm (%)",
    );
    const rows = await progress?.locator("tbody tr").allInnerTexts();
    const bars = await progress?.locator("svg g g rect, svg g > rect").count();
    expect(rows?.length).toBeGreaterThan(15);
    expect(bars).toBeGreaterThan(15);
    // What is drawn in the foreground is told apart from what it stands on, whatever the colours are.
    const [words, ground] = await page.evaluate(() => {
      const text = document.querySelector("figure svg text");
      return [text && getComputedStyle(text).fill, getComputedStyle(document.body).backgroundColor];
    });
    expect(words).not.toBe(ground);
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
