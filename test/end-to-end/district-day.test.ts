import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { makeBook, makeSheet } from "../excel-host/book";
import { browserForTests, inChromium, takePicture } from "./browser";
import { districtWords } from "./day-words";
import { openPaneInExcel } from "./pane-in-excel";

const folder = "samples/2022-H1";
const reports = readdirSync(folder).map((name) => join(folder, name));
const late = reports.filter((path) => /04093|04096/.test(path));
const onTime = reports.filter((path) => !late.includes(path));

/** One of fifteen files is broken: it was cut off on its way. */
const broken = (): { name: string; mimeType: string; buffer: Buffer } => {
  const [first = ""] = onTime;
  return { name: "04060-hong.xlsx", mimeType: "", buffer: readFileSync(first).subarray(0, 20_000) };
};

inChromium("a district's day, in Excel as the pane knows it", () => {
  const opened = browserForTests();

  it.each(districtWords)(
    "in $language",
    async (words) => {
      const word = (name: string): string => words[name] ?? name;
      const book = makeBook("Book1.xlsx", [makeSheet("Sheet1")]);
      const pane = await openPaneInExcel(opened(), book, { language: words.language });
      const { page, host, press, said } = pane;
      const picture = (name: string): Promise<void> => takePicture(page, `district-${words.language}-${name}`);
      await picture("home");

      const input = page.locator("input[type=file]");
      await input.setInputFiles(onTime.slice(1));
      await said();
      await input.setInputFiles([broken()]);
      await said();
      await press(word("consolidate"));
      expect(await said()).toContain(word("some"));
      expect(await page.getByText("04060-hong.xlsx").count()).toBe(1);
      expect(await page.locator('[data-state="missing"]').count()).toBe(3);
      await picture("units");
      expect(host.book.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);

      await press(word("write"));
      expect(await said()).toContain(word("wroteSome"));
      expect(host.book.sheets.map(({ name }) => name).slice(0, 4)).toEqual([
        "Sheet1",
        "Bìa",
        "Tình hình nộp",
        "TH Số liệu",
      ]);
      const before = host.snapshot();

      await input.setInputFiles(late);
      await said();
      await press(word("consolidate"));
      await said();
      await picture("changes");
      expect(host.snapshot()).toEqual(before);
      await press(word("write"));
      expect(await said()).toContain(word("wroteMore"));

      await press(word("home"));
      host.user.select("TH Số liệu", "F12");
      await press(word("trace"));
      await said();
      const parts = page.getByRole("list", { name: word("parts") }).getByRole("listitem");
      expect(await parts.count()).toBe(14);
      await picture("trace");
      await parts.first().getByRole("button").click();
      await said();
      expect(host.book.activeSheet.name).not.toBe("TH Số liệu");

      await press(word("undo"));
      expect(await said()).toContain(word("undone"));
      expect(host.snapshot()).toEqual(before);
      await press(word("undo"));
      expect(await said()).toContain(word("undone"));
      expect(host.book.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
      expect(pane.complaints).toEqual([]);
      await pane.close();
    },
    300_000,
  );
});
