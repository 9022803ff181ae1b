import { Buffer } from "node:buffer";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { paperPage, papers, rulesFile, rulesPage } from "./guide-pages.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Writes the guides and the book of rules to a folder as PDF of A4, the book as a page for browsers too; gives the names.
 * `program` is a browser of Chromium's family, `day` (a Date) what the PDFs bear instead of the clock.
 */
export async function writeGuides(folder, { program, day }) {
  mkdirSync(folder, { recursive: true });
  const book = rulesPage();
  const pages = [
    ...papers.map((paper) => ({ file: paper.file, language: paper.language, html: paperPage(paper) })),
    { file: rulesFile, language: "vi", html: book },
  ];
  const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    for (const { file, language, html } of pages) {
      const page = await browser.newPage();
      await page.setContent(html);
      const pdf = await page.pdf({ ...paper, footerTemplate: footer(language) });
      writeFileSync(join(folder, `${file}.pdf`), dated(pdf, day));
      await page.close();
    }
  } finally {
    await browser.close();
  }
  writeFileSync(join(folder, `${rulesFile}.html`), book);
  return [...pages.map(({ file }) => `${file}.pdf`), `${rulesFile}.html`];
}

const paper = {
  format: "A4",
  margin: { top: "14mm", bottom: "15mm", left: "16mm", right: "14mm" },
  printBackground: true,
  displayHeaderFooter: true,
  headerTemplate: "<span></span>",
  tagged: true,
  outline: true,
};

function footer(language) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const page = language === "vi" ? "trang" : "page";
  return `<div style="font: 8px 'Liberation Sans', Arial, sans-serif; width: 100%; margin: 0 14mm 0 16mm; color: #555; display: flex; justify-content: space-between">
<span>plan-monitor ${version}</span><span>${page} <span class="pageNumber"></span>/<span class="totalPages"></span></span></div>`;
}

/** The browser writes its clock into the file; a date of the same length in its place moves nothing else. */
function dated(pdf, day) {
  const stamp = day.toISOString().replace(/\D/g, "").slice(0, 14);
  return Buffer.from(
    pdf.toString("latin1").replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, `$1${stamp}`),
    "latin1",
  );
}
