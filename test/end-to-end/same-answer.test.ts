import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { checkShape, parsed } from "../cli/json-shapes";
import { makeRoom, run } from "../cli/program";
import { bookOfBytes } from "../excel-host/open-book";
import type { GivenFile } from "../../src/worker/engine";
import { on, sampleFiles } from "../worker/live";
import { writeSample } from "../cli/sample-file";
import { browserForTests, inChromium } from "./browser";
import { openPaneInExcel } from "./pane-in-excel";
import { dropFiles, fromDisk, openWorkbench } from "./workbench-in-browser";

/** Where a day, a capital I, a decimal comma or other digits would betray that the machine was asked. */
const machines = [
  { locale: "vi-VN", timezoneId: "Asia/Saigon" },
  { locale: "tr-TR", timezoneId: "America/St_Johns" },
  { locale: "ar-EG", timezoneId: "Pacific/Kiritimati" },
  { locale: "de-DE", timezoneId: "UTC" },
] as const;

/** The same day at each of them. */
const moment = `${on}T04:00:00Z`;

const room = makeRoom();
/** Five faults: words for a figure, a part above its whole, a fraction of a count and what follows from them. */
const faulty = "04066-loi.xlsx";
const reports = sampleFiles("2022-H1").slice(0, 4);

/** The report, and what the command line finds in it: each rule as often as it spoke, and each sentence. */
async function told(): Promise<Found> {
  const changes = { "elements/S06/actual": "sáu mươi", "elements/S02/actual": 99_999, "elements/S08/actual": 1.5 };
  await writeSample(join(room, faulty), { unit: "04066", changes });
  const { stdout } = await run(["check", faulty, "--json", "--on", on], room);
  const findings = parsed(checkShape, stdout).files.flatMap((file) => file.findings);
  return {
    report: { name: faulty, bytes: new Uint8Array(readFileSync(join(room, faulty))) },
    rules: findings.map(({ rule }) => rule).sort(),
    sentences: findings.map(({ what }) => what),
  };
}

interface Found {
  readonly report: GivenFile;
  readonly rules: readonly string[];
  readonly sentences: readonly string[];
}

/** What a page shows of a report that was checked: all its words, and the rules of its findings. */
async function shown(page: Page): Promise<{ readonly words: string; readonly rules: readonly string[] }> {
  const rules = await page
    .locator("main [data-rule]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("data-rule") ?? ""));
  return { words: (await page.locator("main").innerText()).replaceAll("\u00A0", " "), rules: rules.sort() };
}

/** The machine is what it is said to be, or nothing would be tried. */
async function expectMachine(page: Page, { locale, timezoneId }: (typeof machines)[number]): Promise<void> {
  const asked = await page.evaluate(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return { timezoneId: timeZone, locale: navigator.language };
  });
  expect(asked).toEqual({ locale, timezoneId });
}

inChromium("[CO5] on a machine of any place and language", () => {
  const browser = browserForTests();

  it("the pane finds and says what the command line does", async () => {
    const found = await told();
    expect(found.rules.length).toBeGreaterThan(2);
    const all = [];
    for (const machine of machines) {
      const { page, press, said, complaints, close } = await openPaneInExcel(
        browser(),
        await bookOfBytes(found.report.bytes),
        { machine },
      );
      await page.clock.setFixedTime(moment);
      await expectMachine(page, machine);
      await press("Kiểm tra");
      await said();
      all.push(await shown(page));
      expect(complaints).toEqual([]);
      await close();
    }
    for (const one of all) expect(one).toEqual(all[0]);
    expect(all[0]?.rules).toEqual(found.rules);
    for (const sentence of found.sentences) expect(all[0]?.words).toContain(sentence.replaceAll("\u00A0", " "));
  }, 240_000);

  it("the workbench finds and says what the command line does, and its summary is the same to the byte", async () => {
    const found = await told();
    mkdirSync(join(room, "sent"), { recursive: true });
    for (const { name, bytes } of reports) writeFileSync(join(room, "sent", name), bytes);
    const { code } = await run(["consolidate", "sent", "-o", "summary.xlsx", "--on", on], room);
    expect(code).toBe(0);
    const summary = partsOf(readFileSync(join(room, "summary.xlsx")));
    const all = [];
    for (const machine of machines) {
      const { page, press, said, complaints, close } = await openWorkbench(browser().browser, fromDisk, {
        ...machine,
      });
      await page.clock.setFixedTime(moment);
      await expectMachine(page, machine);
      await dropFiles(page, [found.report]);
      await page.locator("header p", { hasText: "04066" }).waitFor();
      await press("Kiểm tra");
      await said();
      all.push(await shown(page));
      await page.reload();
      await dropFiles(page, reports);
      await said();
      await press("Tổng hợp");
      await said();
      await press("Ghi biểu tổng hợp");
      await page.locator("header p", { hasText: "tong-hop" }).waitFor();
      const [download] = await Promise.all([page.waitForEvent("download"), press("Lưu tệp")]);
      const parts = partsOf(readFileSync(await download.path()));
      expect({ machine, differing: differing(parts, summary) }).toEqual({ machine, differing: [] });
      expect(complaints).toEqual([]);
      await close();
    }
    for (const one of all) expect(one).toEqual(all[0]);
    expect(all[0]?.rules).toEqual(found.rules);
    for (const sentence of found.sentences) expect(all[0]?.words).toContain(sentence.replaceAll("\u00A0", " "));
  }, 480_000);
});

type Parts = ReadonlyMap<string, Buffer>;

/** Whoever packs them, the parts of a workbook are the workbook. */
function partsOf(bytes: Uint8Array): Parts {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part)]));
}

function differing(some: Parts, others: Parts): string[] {
  const names = new Set([...some.keys(), ...others.keys()]);
  return [...names].filter((name) => !some.get(name)?.equals(others.get(name) ?? Buffer.alloc(0)));
}
