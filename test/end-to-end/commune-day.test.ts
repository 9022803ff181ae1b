import { expect, it } from "@jest/globals";
import { blockToA1 } from "../../src/core/cell";
import { makeEngine } from "../../src/worker/make-engine";
import type { ExcelHost } from "../excel-host/host";
import { bookOfBytes } from "../excel-host/open-book";
import { browserForTests, inChromium, takePicture } from "./browser";
import { computeAndSeal } from "./day-steps";
import { communeWords } from "./day-words";
import { openPaneInExcel } from "./pane-in-excel";

const { bytes } = await makeEngine().sample();

function selectedIn({ book }: ExcelHost): string {
  const block = book.selections.get(book.activeSheet);
  return block ? blockToA1(block) : "";
}

inChromium("a commune's day, in Excel as the pane knows it", () => {
  const opened = browserForTests();

  it.each(communeWords)("in $language", async (words) => {
    const word = (name: string): string => words[name] ?? name;
    const pane = await openPaneInExcel(opened(), await bookOfBytes(bytes), { language: words.language });
    const { page, host, press, said } = pane;
    const picture = (name: string): Promise<void> => takePicture(page, `commune-${words.language}-${name}`);
    await picture("home");

    await press(word("check"));
    expect(await said()).toContain(word("counts"));
    await picture("check");

    const text = page.locator('[data-rule="number-is-not-text"]');
    await text.getByRole("button", { name: word("goToCell") }).click();
    await said();
    expect(host.book.activeSheet.name).toBe("Số liệu");
    expect(selectedIn(host)).toBe(await text.getAttribute("data-cell"));

    await page.getByRole("switch", { name: word("marks") }).click();
    await said();
    expect(host.sheet("Số liệu").conditions.some(({ formula }) => formula.includes("pm_mark"))).toBe(true);

    const before = host.snapshot();
    await press(word("mendAll"));
    expect(await said()).toContain(word("mended"));
    await expect(page.getByRole("heading", { level: 2 }).innerText()).resolves.toBe(word("left"));
    await picture("mended");
    await press(word("undo"));
    expect(await said()).toContain(word("undone"));
    expect(host.snapshot()).toEqual(before);
    await press(word("mendAll"));
    await said();

    const warning = page.locator('[data-rule="missed-target-is-explained"]');
    await warning.getByRole("textbox").fill("Chưa đủ hồ sơ");
    await warning.getByRole("button", { name: word("explain") }).click();
    expect(await said()).toContain(word("explained"));

    const blank = page.locator('[data-rule="figure-is-present"][data-gone="false"]');
    host.user.type("Số liệu", (await blank.getAttribute("data-cell")) ?? "", "12");
    await page.getByRole("heading", { level: 2, name: word("none") }).waitFor();
    await picture("looked-at-again");

    await computeAndSeal(pane, { word, picture });
    // Marks and old figures are not sent along.
    expect(host.sheet("Số liệu").conditions.some(({ formula }) => formula.includes("pm_mark"))).toBe(false);
    expect(JSON.stringify([...host.book.settings])).not.toContain("1.710");
    expect(pane.complaints).toEqual([]);
    await pane.close();
  });

  it("[ED3] undo is there again after the pane was closed", async () => {
    const { page, host, press, said, close } = await openPaneInExcel(opened(), await bookOfBytes(bytes));
    const before = host.snapshot();
    await press("Kiểm tra");
    await said();
    await press("Sửa tất cả");
    await said();
    expect(host.snapshot()).not.toEqual(before);
    await page.reload();
    await page.getByText("Sửa 2 lỗi").waitFor();
    await said();
    await press("Hoàn tác");
    expect(await said()).toContain("Đã hoàn tác: Sửa 2 lỗi.");
    expect(host.snapshot()).toEqual(before);
    await close();
  });

  it("[XL5] says what stands in the way, and what to do", async () => {
    const { host, press, said, close } = await openPaneInExcel(opened(), await bookOfBytes(bytes));
    await press("Kiểm tra");
    await said();
    const before = host.snapshot();
    host.failAlways({ kind: "cell-being-edited" });
    await press("Sửa tất cả");
    expect(await said()).toMatch(/^✖ .*Enter/);
    host.failAlways(null);
    expect(host.snapshot()).toEqual(before);
    await press("Sửa tất cả");
    expect(await said()).toContain("Đã sửa 2 chỗ.");
    await close();
  });
});
