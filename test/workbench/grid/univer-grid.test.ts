import { readFileSync, rmSync } from "node:fs";
import type { AddressInfo, Server } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { serve } from "../../../scripts/serve.mjs";
import type { Blueprint } from "../../../src/core/blueprint";
import type { CellValue, Place } from "../../../src/core/cell";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { inChromium, openBrowser, takePicture } from "../../end-to-end/browser";
import { plain } from "../../workbook/contract-book";
import { buildPage } from "./page/build-page";
import type { Told } from "./page/page";

const sample = readFileSync("samples/2022-H1/04063-Chieng-Dong-2022-H1.xlsx").toString("base64");
/** Blocks of inputs with the looks that page.ts gives them: 0 counts, 1 texts, 2 dates, 3 amounts. */
const inputs = ["Hộ nghèo!C11:K30", "Hộ nghèo!M11:T30", "Hộ nghèo!B11:B30=1", "Bìa!C12:C13=1", "Bìa!C14:C14=2"];
const households = (cell: string): Place => ({ sheet: "Hộ nghèo", cell });

/** A number, and four columns of formulas that add to it; stored as they are where it is 1. */
const manyFormulas: Blueprint = {
  title: "Nhiều công thức",
  names: [],
  sheets: [
    {
      ...plain,
      name: "Nhiều",
      cells: [
        { row: 0, column: 0, value: 1, look: {} },
        ...Array.from({ length: 32_000 }, (_, index) => ({
          row: index >> 2,
          column: 1 + (index & 3),
          formula: `$A$1+${index >> 2}`,
          value: 1 + (index >> 2),
          look: {},
        })),
      ],
    },
  ],
};

inChromium("the grid", () => {
  let opened: { readonly browser: Browser; readonly server: Server; readonly folder: string; readonly page: Page };
  const outside: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    const folder = await buildPage();
    const server = await serve({ folder, port: 0, start: "index.html", certificate: undefined });
    const browser = await openBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: address });
    const page = await context.newPage();
    page.on("request", (request) => {
      if (!request.url().startsWith(address)) outside.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    page.on("pageerror", (fault) => faults.push(fault.message));
    opened = { browser, server, folder, page };
    await page.goto(address);
    await page.waitForFunction(() => window.gridPage !== undefined);
  }, 300_000);

  afterAll(async () => {
    await opened.browser.close();
    opened.server.close();
    rmSync(opened.folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await opened.page.evaluate(async ([bytes, blocks]) => window.gridPage?.show(bytes, blocks), [
      sample,
      inputs,
    ] as const);
    await at(households("A11"));
    await told();
  });

  async function at(place: Place): Promise<void> {
    await opened.page.evaluate((to) => {
      window.gridPage?.grid.reveal(to);
      window.gridPage?.grid.focus();
    }, place);
    await opened.page.waitForTimeout(200);
  }

  /** What the grid told since it was last asked. */
  async function told(): Promise<Told> {
    await opened.page.waitForTimeout(400);
    return opened.page.evaluate(() => {
      const { told: all } = window.gridPage ?? {};
      if (!all) throw new Error("The grid is not open.");
      const copy = structuredClone(all);
      for (const list of Object.values(all)) (list as unknown[]).length = 0;
      return copy;
    });
  }

  function copy(text: string, html?: string): Promise<void> {
    return opened.page.evaluate(
      async ([plain, table]) => {
        const items: Record<string, Blob> = { "text/plain": new Blob([plain], { type: "text/plain" }) };
        if (table !== undefined) items["text/html"] = new Blob([table], { type: "text/html" });
        await navigator.clipboard.write([new ClipboardItem(items)]);
      },
      [text, html] as const,
    );
  }

  const put = ({ typed }: Told): [string, CellValue | string][] =>
    typed
      .flat()
      .map(({ at: { cell }, content: { value, formula } }) => [cell, formula === undefined ? value : `=${formula}`]);

  it("takes no focus, and tells of nothing, when a workbook is opened", async () => {
    const { page } = opened;
    await page.click("#before");
    await page.evaluate(async ([bytes, blocks]) => window.gridPage?.show(bytes, blocks), [sample, inputs] as const);
    const { typed, calculated } = await told();
    expect([typed, calculated]).toEqual([[], []]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("before");
  });

  it.each<[string, string, CellValue]>([
    ["D11", "50", 50],
    ["D11", "12,5", 12.5],
    ["D11", "1.234.567", 1_234_567],
    ["D11", "1.234", "1.234"],
    ["D11", "-abc", "-abc"],
    ["D11", "=1+1", "=1+1"],
    ["B11", "0912345678", "0912345678"],
    ["B11", "=1+1", "=1+1"],
  ])("[RD3] [ED7] typed into %s, %j is %j", async (cell, text, value) => {
    await at(households(cell));
    await opened.page.keyboard.type(text);
    await opened.page.keyboard.press("Enter");
    expect(put(await told())).toEqual([[cell, value]]);
  });

  it("calculates what depends on a typed figure, and tells only what changed", async () => {
    await at(households("D11"));
    await opened.page.keyboard.type("50");
    await opened.page.keyboard.press("Enter");
    const { typed, calculated } = await told();
    expect(typed).toEqual([[{ at: households("D11"), content: { value: 50 }, before: { value: 44 } }]]);
    expect(calculated).toEqual(
      [
        ["L11", 48],
        ["D51", 447],
        ["L51", 418],
      ].map(([cell, value]) => ({ at: { sheet: "Hộ nghèo", cell }, value })),
    );
  });

  it("tells nothing of a cell that was opened and left as it stood", async () => {
    await at(households("D11"));
    await opened.page.keyboard.press("F2");
    await opened.page.keyboard.press("Enter");
    expect((await told()).typed).toEqual([]);
  });

  it.each(["5", "Delete", "F2"])("[ED5] refuses %s in a locked cell and says which", async (key) => {
    await at(households("L11"));
    await opened.page.keyboard.press(key);
    const { typed, refused } = await told();
    expect([typed, refused]).toEqual([[], [households("L11")]]);
  });

  it("[ED5] pastes values alone, as its own reading says", async () => {
    await at(households("D11"));
    await copy("45\t1.234.567\n=1+1\t0912");
    await opened.page.keyboard.press("Control+v");
    expect(put(await told())).toEqual([
      ["D11", 45],
      ["E11", 1_234_567],
      ["D12", "=1+1"],
      ["E12", "0912"],
    ]);
    await at(households("D13"));
    await copy("1.234\t77", '<table><tr><td sdval="1234">1.234</td><td bgcolor="red"><b>77</b></td></tr></table>');
    await opened.page.keyboard.press("Control+v");
    expect(put(await told())).toEqual([
      ["D13", 1234],
      ["E13", 77],
    ]);
  });

  it("[ED2] refuses a paste as a whole where it would reach a locked cell", async () => {
    await at(households("K11"));
    await copy("7\t8");
    await opened.page.keyboard.press("Control+v");
    const { typed, refused } = await told();
    expect([typed, refused]).toEqual([[], [households("L11")]]);
  });

  it("cuts and pastes what a cell holds, not how it is shown", async () => {
    await at(households("D16"));
    await opened.page.keyboard.press("Control+x");
    expect(put(await told())).toEqual([["D16", null]]);
    await at(households("D17"));
    await opened.page.keyboard.press("Control+v");
    expect(put(await told())).toEqual([["D17", 35]]);
  });

  it.each<[string, Partial<Told>]>([
    ["Control+z", { keys: ["undo"] }],
    ["Control+y", { keys: ["redo"] }],
    ["F6", { keys: ["after"] }],
    ["Shift+F6", { keys: ["before"] }],
    ["Shift+Tab", { selected: [households("C12")] }],
    ["Shift+Enter", { selected: [households("D11")] }],
    ["Home", { selected: [households("A12")] }],
    ["Control+PageUp", { selected: [{ sheet: "Chỉ tiêu", cell: "A1" }] }],
    ["Control+PageDown", { selected: [{ sheet: "Thiếu hụt", cell: "A1" }] }],
    ["Control+b", { typed: [], selected: [] }],
  ])("hears %s", async (keys, expected) => {
    await at(households("D12"));
    await told();
    await opened.page.keyboard.press(keys);
    expect(await told()).toMatchObject(expected);
  });

  it("says which cell is selected and what it holds", async () => {
    await at(households("D11"));
    await told();
    const spoken = opened.page.locator("[aria-live=polite][data-grid]");
    expect(await spoken.textContent()).toBe("Ô D11, Nà Cài, Số hộ đầu kỳ: 44");
  });

  it("shows other contents without telling of them, and marks without changing anything", async () => {
    await opened.page.evaluate(() => {
      const place = { sheet: "Hộ nghèo", cell: "D11" };
      window.gridPage?.grid.put([{ at: place, content: { value: 45 } }]);
      window.gridPage?.grid.mark([{ at: place, severity: "error" }]);
    });
    const { typed, calculated } = await told();
    expect(typed).toEqual([]);
    expect(calculated[0]).toEqual({ at: households("L11"), value: 43 });
    await takePicture(opened.page, "grid-marks");
  });

  it("[ED7] calculates in a workbook of more formulas than it gets ready for, once something is typed", async () => {
    const bytes = Buffer.from(await writeWorkbook(manyFormulas)).toString("base64");
    await opened.page.evaluate(async (book) => window.gridPage?.show(book, ["Nhiều!A1:A1"]), bytes);
    await at({ sheet: "Nhiều", cell: "A1" });
    expect((await told()).calculated).toEqual([]);
    await opened.page.keyboard.type("5");
    await opened.page.keyboard.press("Enter");
    await opened.page.waitForFunction(() => window.gridPage?.value({ sheet: "Nhiều", cell: "D8000" }) === 8004);
    const { calculated } = await told();
    expect(calculated).toHaveLength(32_000);
    expect(calculated[0]).toEqual({ at: { sheet: "Nhiều", cell: "B1" }, value: 5 });
  });

  it("goes to no sheet that is hidden or missing", async () => {
    const reveal = (place: Place): Promise<boolean | undefined> =>
      opened.page.evaluate((to) => window.gridPage?.grid.reveal(to), place);
    expect(await reveal({ sheet: "pm_plan", cell: "A1" })).toBe(false);
    expect(await reveal({ sheet: "Không có", cell: "A1" })).toBe(false);
    expect(await reveal(households("D11"))).toBe(true);
  });

  it("sends nothing and needs nothing that the page's policy forbids", () => {
    expect([outside, faults]).toEqual([[], []]);
  });
});
