import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { rulesPage } from "../scripts/guide-pages.mjs";
import { writeGuides } from "../scripts/write-guides.mjs";
import { acrossRules } from "../src/core/rules/across-rules";
import { fileRules } from "../src/core/rules/file-rules";
import { withinRules } from "../src/core/rules/within-rules";
import { pdfPages, pdfText } from "./tools/pdf";

const program = process.env["PLAN_MONITOR_CHROMIUM"];
const isPrinted = program !== undefined && process.env["PLAN_MONITOR_PDFTOTEXT"] !== undefined;
const day = new Date("2022-06-21T01:02:03Z");
const folder = mkdtempSync(join(tmpdir(), "plan-monitor-guides-"));

function made(file: string): Buffer {
  return readFileSync(join(folder, file));
}

(isPrinted ? describe : describe.skip)("the guides as PDF", () => {
  beforeAll(async () => {
    await writeGuides(folder, { program: program ?? "", day });
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    [
      "huong-dan-xa.pdf",
      2,
      ["Hướng dẫn cho xã, thị trấn", "Bước 2 và 3: tính tiến độ, chốt số liệu", "Khi có gì đứng cản"],
    ],
    ["guide-commune.pdf", 2, ["Guide for communes", "Steps 2 and 3: compute progress, seal"]],
    ["huong-dan-huyen.pdf", 4, ["Hướng dẫn cho huyện", "Phiếu phản hồi, dự thảo báo cáo, kỳ tiếp theo", "Độ phủ"]],
    ["guide-district.pdf", 4, ["Guide for districts", "Feedback sheets, draft report, next period"]],
  ] as const)("%s has %d pages, whose words can be searched", (file, count, words) => {
    expect(pdfPages(made(file))).toHaveLength(count);
    const text = pdfText(made(file));
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
    expect(text).toMatch(/plan-monitor \d+\.\d+\.\d+/);
  });

  it("one for administrators too, in each language", () => {
    expect(pdfText(made("huong-dan-trien-khai.pdf"))).toContain("Cách 2: thư mục dùng chung trong mạng");
    expect(pdfText(made("guide-administrators.pdf"))).toContain("Way 2: a shared folder on the network");
  });

  it("the book of rules has every rule", () => {
    const text = pdfText(made("quy-tac-kiem-tra.pdf"));
    const rules = [...fileRules, ...withinRules, ...acrossRules].map(({ id }) => id);
    expect(rules.length).toBeGreaterThan(50);
    // Once in the contents, once above its page.
    expect(rules.filter((name) => text.split(name).length < 3)).toEqual([]);
    expect(made("quy-tac-kiem-tra.html").toString()).toBe(rulesPage());
  });

  it("bear the day that they are given, and say nothing of this machine", () => {
    const pdf = made("guide-commune.pdf").toString("latin1");
    expect(pdf.match(/\/(?:CreationDate|ModDate) \(D:\d+/g)).toEqual([
      "/CreationDate (D:20220621010203",
      "/ModDate (D:20220621010203",
    ]);
    expect(pdf).not.toContain(process.cwd());
  });
});
