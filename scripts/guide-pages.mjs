import { readFileSync } from "node:fs";
import { dirname, extname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { Marked } from "marked";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sections = { vi: "Tiếng Việt", en: "English" };
const rules = { page: "docs/rules/README.md", file: "quy-tac-kiem-tra" };

/** How the examples of rules say whether they are right. */
const kinds = {
  "❌": { look: "wrong", words: "sai · wrong" },
  "✅": { look: "right", words: "đúng · right" },
};

/** The papers of a release: a page of docs, the language that is taken out of it, and the name without its ending. */
export const papers = [
  { page: "docs/guide-commune.md", language: "vi", file: "huong-dan-xa" },
  { page: "docs/guide-commune.md", language: "en", file: "guide-commune" },
  { page: "docs/guide-district.md", language: "vi", file: "huong-dan-huyen" },
  { page: "docs/guide-district.md", language: "en", file: "guide-district" },
  { page: "docs/administrators.md", language: "vi", file: "huong-dan-trien-khai" },
  { page: "docs/administrators.md", language: "en", file: "guide-administrators" },
];

/** A paper as one HTML page that needs no other file. */
export function paperPage({ page, language }) {
  const text = textOf(page);
  const [vi, en] = titleIn(text).split(" · ");
  const title = language === "vi" ? vi : en;
  const [opening, ...chapters] = sectionOf(text, sections[language]).split(/^(?=### )/m);
  const parts = chapters.map((chapter) => `<section>\n${htmlOf(chapter, { page, language })}</section>`);
  const body = [`<h1>${title}</h1>`, htmlOf(opening, { page, language }), ...parts].join("\n");
  return pageOf({ title, language, body });
}

/** All rules as one book, in both languages as their pages are, with contents that lead to each. */
export function rulesPage() {
  const list = textOf(rules.page).replace(/^<!--.*-->\n/, "");
  const title = titleIn(list);
  const names = [...list.matchAll(/^- \[[\w-]+\]\(([\w-]+)\.md\)/gm)].map(([, name]) => name);
  const contents = htmlOf(list.replace(/^# .+\n/m, ""), { page: rules.page, language: "vi" });
  const chapters = [...names, "examples"].map((name) => {
    const page = `docs/rules/${name}.md`;
    const isRule = name !== "examples";
    return `<section class="${isRule ? "rule" : "chapter"}" id="${name}">\n${htmlOf(textOf(page), { page, language: "vi" })}</section>`;
  });
  const body = `<h1>${title}</h1>\n<nav>${contents}</nav>\n${chapters.join("\n")}`;
  return pageOf({ title, language: "vi", body });
}

export const rulesFile = rules.file;

function textOf(page) {
  return readFileSync(join(root, page), "utf8");
}

function titleIn(text) {
  return /^# (.+)$/m.exec(text)[1];
}

/** What stands under a heading of the second level, up to the next of them. */
function sectionOf(text, heading) {
  const [, after] = text.split(`\n## ${heading}\n`);
  if (after === undefined) throw new Error(`There is no section “${heading}”.`);
  return after.split(/\n## /)[0];
}

function htmlOf(text, { page, language }) {
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text: heading }) {
        // In the book of rules the section has the name, and all of them have the same headings.
        const id = isInBook(page) ? "" : ` id="${anchorOf(heading)}"`;
        return `<h${depth}${id}>${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      image({ href, text: alt }) {
        return `<img src="${pictureOf(posix.join(posix.dirname(page), href))}" alt="${alt}">`;
      },
      // A picture that stands by itself has its name below it.
      paragraph({ tokens }) {
        const words = this.parser.parseInline(tokens);
        const [only] = tokens;
        if (tokens.length > 1 || only?.type !== "image") return `<p>${words}</p>\n`;
        const kind = only.href.includes("workbench") ? "wide" : "narrow";
        return `<figure class="${kind}">${words}<figcaption>${only.text}</figcaption></figure>\n`;
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        const goal = goalOf(href, page);
        if (goal !== undefined) return `<a href="${goal}">${words}</a>`;
        // No link of a PDF leads to the file beside it wherever both lie: it is named.
        const other = paperOf(posix.join(posix.dirname(page), href.split("#")[0]), language);
        return other === undefined ? words : `${words} [${other}.pdf]`;
      },
      // Fonts of documents have no ticks and crosses in colour.
      code({ text: code, lang = "" }) {
        const [, kind] = Object.entries(kinds).find(([mark]) => lang.endsWith(mark)) ?? [];
        const mark = kind === undefined ? "" : `<b class="${kind.look}">${kind.words}</b>\n`;
        return `<pre>${mark}${lang === "sh" ? commandsHtml(code) : escapeHtml(code)}</pre>\n`;
      },
    },
  });
  return marked.parse(text);
}

/** As GitHub names headings, so that links in pages lead to the same place here. */
function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(" ", "-");
}

/** Where a link leads: to a place in the same paper or to the web; undefined where it leads out of the paper. */
function goalOf(href, page) {
  if (/^(https?:|#)/.test(href)) return href;
  const target = posix.join(posix.dirname(page), href.split("#")[0]);
  return isInBook(page) && isInBook(target) ? `#${posix.basename(target, ".md")}` : undefined;
}

/** The paper that holds a page, in one language. */
function paperOf(page, language) {
  if (isInBook(page)) return rules.file;
  return papers.find((one) => one.page === page && one.language === language)?.file;
}

function isInBook(page) {
  return posix.dirname(page) === posix.dirname(rules.page);
}

function pictureOf(path) {
  const type = extname(path).slice(1) === "svg" ? "image/svg+xml" : "image/png";
  return `data:${type};base64,${readFileSync(join(root, path)).toString("base64")}`;
}

/** A command that is longer than a line goes on below, drawn in, and is never broken within a word. */
function commandsHtml(code) {
  const words = (line) => line.split(" ").map((word) => `<span>${escapeHtml(word)}</span>`);
  return code
    .split("\n")
    .map((line) => `<div>${words(line).join(" ")}</div>`)
    .join("");
}

function escapeHtml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function pageOf({ title, language, body }) {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Fonts of one width on all systems, so that pages end where they do here. */
const style = `
body { font: 10.8pt/1.4 "Liberation Sans", Arial, sans-serif; color: #1f1f1f; margin: 0 auto; max-width: 180mm; }
h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 5pt; color: #0f4a85; }
h2, h3 { font-size: 12.5pt; line-height: 1.25; margin: 11pt 0 3pt; color: #0f4a85; break-after: avoid; }
p, ul, ol { margin: 3pt 0; }
ul, ol { padding-left: 16pt; }
li { margin: 1.5pt 0; }
a { color: #0f548c; text-decoration: none; }
code, pre { font-family: "Liberation Mono", "Courier New", monospace; font-size: 0.88em; }
code { background: #f2f2f2; padding: 0 2pt; }
pre { background: #f2f2f2; padding: 4pt 6pt; margin: 4pt 0; white-space: pre-wrap; break-inside: avoid; }
pre div { padding-left: 24pt; text-indent: -24pt; }
pre span { white-space: nowrap; }
table { border-collapse: collapse; margin: 4pt 0; width: 100%; font-size: 0.94em; }
th, td { border: 0.5pt solid #b5b5b5; padding: 1.5pt 5pt; text-align: left; vertical-align: top; }
th { background: #eaf1f8; }
tr { break-inside: avoid; }
section { display: flow-root; }
section:has(figure) { break-inside: avoid; }
figure { float: right; margin: 3pt 0 5pt 12pt; break-inside: avoid; }
figure.narrow { width: 52mm; }
/* The upper part of a long pane. */
figure.narrow img { aspect-ratio: 34 / 49; object-fit: cover; object-position: top; }
figure.wide { width: 108mm; }
figure img { width: 100%; border: 0.5pt solid #b5b5b5; }
figcaption { font-size: 0.86em; color: #555; text-align: center; }
nav ul { columns: 1; font-size: 0.92em; }
section.chapter, nav { break-after: page; }
section.chapter { break-before: page; }
section.rule { margin-top: 16pt; padding-top: 6pt; border-top: 1pt solid #0f4a85; }
section.rule h1 { font-size: 13pt; break-after: avoid; }
.wrong { color: #a4262c; }
.right { color: #0b6a0b; }
section.rule h2 { font-size: 10.5pt; margin-top: 6pt; }
@media screen { body { padding: 12pt; } }
`;
