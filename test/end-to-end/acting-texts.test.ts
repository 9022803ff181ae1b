import { expect, it } from "@jest/globals";
import { zipSync, strFromU8, strToU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { sampleFile } from "../worker/live";
import { browserForTests, inChromium } from "./browser";
import { dropFiles, fromDisk, openWorkbench } from "./workbench-in-browser";

const markup = '<img src=x onerror="globalThis.acted=1"><script>globalThis.acted=1</script>';
const escaped = markup.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const cover = "xl/worksheets/sheet1.xml";
const figures = "xl/worksheets/sheet2.xml";

const inline = (at: string): string => `<c r="${at}" t="inlineStr"><is><t>${escaped}</t></is></c>`;

/** A report that holds markup in its cover, as a figure, as an explanation, and as the name of one more sheet. */
function actingReport(): Uint8Array {
  const parts = unzipSync(sampleFile("2022-H1", "04063").bytes);
  const change = (name: string, by: (text: string) => string): void => {
    const before = strFromU8(parts[name] ?? new Uint8Array());
    const after = by(before);
    if (after === before) throw new Error(`${name} is as it was`);
    parts[name] = strToU8(after);
  };
  change(cover, (text) =>
    text.replace(/<c r="C9"[^>]*>.*?<\/c>/, inline("C9")).replace(/<c r="C12"[^>]*>.*?<\/c>/, inline("C12")),
  );
  change(figures, (text) =>
    text.replace('<c r="F9" s="16"><v>1710</v></c>', inline("F9")).replace('<c r="G10" s="17"/>', inline("G10")),
  );
  change("xl/workbook.xml", (text) => text.replace('name="Kinh phí"', 'name="&lt;img src=x onerror=alert(1)>"'));
  return zipSync(parts);
}

/** What would act, had any text been taken for markup. */
function acting(page: Page): Promise<number> {
  return page.locator("img[src='x'], [onerror], a[href^='javascript:'], iframe").count();
}

inChromium("[ED7] texts of reports in the workbench", () => {
  const browser = browserForTests();

  it("are shown as texts in pane, sheet, tabs, table of inputs and list of files, and act nowhere", async () => {
    const { page, press, said, complaints, requests, close } = await openWorkbench(browser().browser, fromDisk);
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const bytes = actingReport();
    await dropFiles(page, [{ name: `${markup.replaceAll("/", "∕")}.xlsx`, bytes }]);
    await page.getByRole("button", { name: "Kiểm tra", exact: true }).first().waitFor();
    await press("Kiểm tra");
    expect(await said()).toContain("<img src=x onerror=");
    expect(await page.getByRole("tab").allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining("<img src=x onerror=alert(1)>")]),
    );
    await dropFiles(page, [
      { name: `<img src=x onerror=alert(2)>.xlsx`, bytes },
      { name: `<b onmouseover=alert(3)>.xlsx`, bytes: new TextEncoder().encode("no workbook") },
    ]);
    await said();
    await press("Tổng hợp");
    await said();
    expect(await page.locator("main").innerText()).toContain("<b onmouseover=alert(3)>");
    expect({ acting: await acting(page), dialogs, complaints }).toEqual({ acting: 0, dialogs: [], complaints: [] });
    expect(await page.evaluate(() => "acted" in globalThis)).toBe(false);
    expect(requests.filter((url) => !/^(file|blob|data):/.test(url) || url.endsWith("/x"))).toEqual([]);
    await close();
  });
});
