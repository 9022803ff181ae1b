import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { makeEngine } from "../../src/worker/make-engine";
import { makeBook, makeSheet } from "../excel-host/book";
import { bookOfBytes } from "../excel-host/open-book";
import { browserForTests, inChromium } from "./browser";
import { openPaneInExcel } from "./pane-in-excel";

const folder = "samples/2022-H1";

inChromium("the engine in its worker", () => {
  const opened = browserForTests();

  it("can send nothing anywhere", async () => {
    const { bytes } = await makeEngine().sample();
    const { page, close } = await openPaneInExcel(opened(), await bookOfBytes(bytes));
    const [engine] = page.workers();
    if (!engine) throw new Error("The engine does not run in a worker.");
    const tried = await engine.evaluate(
      (address) =>
        fetch(address).then(
          () => "sent",
          () => "refused",
        ),
      opened().address,
    );
    expect(tried).toBe("refused");
    await close();
  });

  it("is stopped at once, has written nothing, and works again afterwards", async () => {
    const pane = await openPaneInExcel(opened(), makeBook("Book1.xlsx", [makeSheet("Sheet1")]));
    const { page, host, press, said } = pane;
    await page.locator("input[type=file]").setInputFiles(readdirSync(folder).map((name) => join(folder, name)));
    await said();
    const before = host.snapshot();
    await press("Tổng hợp");
    await press("Dừng");
    expect(await said()).toBe("✓ Đã dừng. Chưa ghi gì vào sổ.");
    expect(host.snapshot()).toEqual(before);
    await press("Tổng hợp");
    expect(await said()).toContain("Đã ghi biểu tổng hợp: 15/15 đơn vị.");
    expect(pane.complaints).toEqual([]);
    await pane.close();
  });
});
