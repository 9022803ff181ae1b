import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { makeBook, makeSheet } from "../excel-host/book";
import { browserForTests, inChromium, takePicture } from "./browser";
import { openPaneInExcel } from "./pane-in-excel";
import { dropFiles, fromDisk, openWorkbench } from "./workbench-in-browser";

/* The day after the summary is made: its report, the answers, the forms of the next period. */

const folder = "samples/2022-H1";
const reports = readdirSync(folder).map((name) => join(folder, name));

const wordsOf = [
  {
    language: "vi",
    consolidate: "Tổng hợp",
    report: "Dự thảo báo cáo",
    feedback: "Phiếu phản hồi",
    feedbackFiles: "Phiếu phản hồi, mỗi đơn vị một tệp",
    next: "Kỳ tiếp theo",
    drafted: "Đã lập dự thảo báo cáo; còn",
    answered: "Đã lập phiếu phản hồi cho 15 đơn vị.",
    takeOut: "Bỏ phiếu phản hồi khỏi sổ",
    undo: "Hoàn tác",
    put: "Đã ghi 15 phiếu phản hồi vào sổ",
    takenOut: "Đã bỏ 15 phiếu phản hồi khỏi sổ.",
    sheet: /^Phiếu /,
    sheets: "Các sheet",
    made: "Đã lập 16 biểu mẫu cho kỳ “Năm 2022”",
    inReport: "BÁO CÁO",
    note: "doc-truoc.txt",
  },
  {
    language: "en",
    consolidate: "Consolidate",
    report: "Draft report",
    feedback: "Feedback sheets",
    feedbackFiles: "Feedback, a file for each unit",
    next: "Next period",
    drafted: "The report is drafted;",
    answered: "Feedback for 15 units is made.",
    takeOut: "Take the feedback sheets out",
    undo: "Undo",
    put: "15 feedback sheets stand in the workbook now",
    takenOut: "15 feedback sheets were taken out of the workbook.",
    sheet: /^Feedback /,
    sheets: "Sheets",
    made: "16 forms of “Year 2022” are made",
    inReport: "REPORT",
    note: "read-me.txt",
  },
] as const;

interface Pane {
  readonly page: Page;
  readonly press: (name: string) => Promise<void>;
  readonly said: () => Promise<string>;
}

/** Presses a button that gives a file, and takes it as the browser saved it. */
async function downloaded(
  { page, press }: Pick<Pane, "page" | "press">,
  button: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press(button)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The report, the answers and the forms that are downloaded alike in Excel and in the workbench. */
async function takeFiles(pane: Pane, words: (typeof wordsOf)[number]): Promise<void> {
  const report = await downloaded(pane, words.report);
  expect(report.name).toBe("bao-cao-2022-H1.docx");
  expect(await pane.said()).toContain(words.drafted);
  expect(strFromU8(unzipSync(report.bytes)["word/document.xml"] ?? new Uint8Array())).toContain(words.inReport);
  const answers = await downloaded(pane, words.feedbackFiles);
  expect(answers.name).toBe("phieu-phan-hoi-2022-H1.zip");
  expect(await pane.said()).toContain(words.answered);
  expect(Object.keys(unzipSync(answers.bytes))).toHaveLength(15);
  const forms = await downloaded(pane, words.next);
  expect(forms.name).toBe("bieu-mau-2022-Y.zip");
  expect(await pane.said()).toContain(words.made);
  expect(Object.keys(unzipSync(forms.bytes)).filter((name) => name !== words.note)).toHaveLength(16);
}

inChromium("what follows on a summary", () => {
  const opened = browserForTests();

  it.each(wordsOf)(
    "in Excel, in $language",
    async (words) => {
      const book = makeBook("Book1.xlsx", [makeSheet("Sheet1")]);
      const pane = await openPaneInExcel(opened(), book, { language: words.language, width: 320 });
      const { page, host, press, said } = pane;
      await page.locator("input[type=file]").setInputFiles(reports);
      await said();
      await press(words.consolidate);
      await said();
      await page.getByRole("button", { name: words.report, exact: true }).scrollIntoViewIfNeeded();
      await takePicture(page, `from-summary-${words.language}`);
      await takeFiles(pane, words);
      const answers = () => host.book.sheets.filter(({ name }) => words.sheet.test(name)).length;
      await press(words.feedback);
      expect(await said()).toContain(words.put);
      expect(answers()).toBe(15);
      await page.getByRole("button", { name: words.takeOut, exact: true }).scrollIntoViewIfNeeded();
      await takePicture(page, `from-summary-${words.language}-done`);
      await press(words.takeOut);
      expect(await said()).toContain(words.takenOut);
      expect(answers()).toBe(0);
      await press(words.undo);
      await said();
      expect(answers()).toBe(15);
      expect(host.opened).toEqual([]);
      expect(pane.complaints).toEqual([]);
      await pane.close();
    },
    300_000,
  );

  it.each(wordsOf)(
    "in the workbench, in $language",
    async (words) => {
      const workbench = await openWorkbench(opened().browser, fromDisk, {
        locale: words.language === "vi" ? "vi-VN" : "en-US",
      });
      const { page, press, said } = workbench;
      await dropFiles(
        page,
        reports.map((path) => ({ name: path.split("/").at(-1) ?? "", bytes: readFileSync(path) })),
      );
      await page.getByText("16", { exact: false }).first().waitFor();
      await said();
      await press(words.consolidate);
      await page.locator("header p", { hasText: "tong-hop" }).waitFor();
      await page
        .getByText(/15\/15|15 of 15/)
        .first()
        .waitFor();
      await said();
      await page.getByRole("button", { name: words.report, exact: true }).scrollIntoViewIfNeeded();
      await takeFiles(workbench, words);
      const tabs = page.getByRole("tablist", { name: words.sheets }).getByRole("tab");
      const answers = tabs.filter({ hasText: words.sheet });
      const own = await tabs.count();
      await press(words.feedback);
      await answers.nth(14).waitFor();
      expect(await said()).toContain(words.put);
      expect(await tabs.count()).toBe(own + 15);
      await answers.first().click();
      await press(words.undo);
      await answers.first().waitFor({ state: "detached" });
      expect(await tabs.count()).toBe(own);
      await said();
      await press(words.feedback);
      await answers.nth(14).waitFor();
      await said();
      await press(words.takeOut);
      await answers.first().waitFor({ state: "detached" });
      expect(await said()).toContain(words.takenOut);
      await press(words.undo);
      await answers.nth(14).waitFor();
      await said();
      await takePicture(page, `workbench-from-summary-${words.language}`);
      // The summary stays open.
      expect(await page.locator("header p", { hasText: "tong-hop" }).count()).toBe(1);
      expect(workbench.complaints).toEqual([]);
      expect(workbench.requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
      await workbench.close();
    },
    300_000,
  );
});
