import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { newPage, newRule } from "./new-rule-text.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const rulesFolder = join(root, "src/core/rules");
const pagesFolder = join(root, "docs/rules");
const families = [
  { name: "file", subject: "NoReport", heading: "Tệp · the file" },
  { name: "within", subject: "Report", heading: "Trong một báo cáo · within one report" },
  { name: "across", subject: "Together", heading: "Giữa các báo cáo · across reports" },
];
/** As Prettier is set, so that what is made here is what it would make of it. */
const printWidth = 120;
const usage = `npm run new-rule -- NAME ${families.map(({ name }) => name).join("|")} [error|warning|note]
npm run new-rule -- --lists          writes the lists and docs/rules/README.md anew
npm run new-rule -- --lists --check  only says whether they are as they should be`;

process.exitCode = main(process.argv.slice(2));

/** Makes a rule with its page, or only the lists; the exit code is 1 where lists are stale, 2 where words are wrong. */
function main(words) {
  const isCheck = words.includes("--check");
  if (words[0] === "--lists" && words.length === (isCheck ? 2 : 1)) return writeLists(isCheck);
  const [name, familyName, severity = "error"] = words;
  const family = families.find((candidate) => candidate.name === familyName);
  const isWellNamed = /^[a-z]+(-[a-z]+)+$/.test(name ?? "");
  if (!isWellNamed || !family || !["error", "warning", "note"].includes(severity) || words.length > 3) {
    console.error(usage);
    return 2;
  }
  const [rule, page] = [join(rulesFolder, family.name, `${name}.ts`), join(pagesFolder, `${name}.md`)];
  for (const path of [rule, page]) {
    if (!existsSync(path)) continue;
    console.error(`${path} is there already.`);
    return 2;
  }
  mkdirSync(pagesFolder, { recursive: true });
  writeFileSync(rule, newRule(name, { severity, subject: family.subject }));
  writeFileSync(page, newPage(name, severity));
  console.log(`${rule}\n${page}`);
  return writeLists(false);
}

function writeLists(isCheck) {
  const stale = generated().filter(({ path, text }) => !existsSync(path) || readFileSync(path, "utf8") !== text);
  for (const { path, text } of stale) {
    if (!isCheck) writeFileSync(path, text);
    console.log(`${isCheck ? "stale" : "written"}: ${path}`);
  }
  return isCheck && stale.length > 0 ? 1 : 0;
}

function generated() {
  const lists = families.map((family) => ({ ...family, rules: rulesOf(family.name) }));
  return [
    ...lists.map((family) => ({ path: listPath(family.name), text: listText(family) })),
    { path: join(pagesFolder, "README.md"), text: readmeText(lists) },
  ];
}

function listPath(family) {
  return join(rulesFolder, `${family}-rules.ts`);
}

/** The rules of a family in the order of its list, which is the catalogue's; those not yet in it come last. */
function rulesOf(family) {
  const present = readdirSync(join(rulesFolder, family))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length))
    .sort();
  const list = existsSync(listPath(family)) ? readFileSync(listPath(family), "utf8") : "";
  const listed = [...list.matchAll(new RegExp(`"\\./${family}/([a-z-]+)"`, "g"))].map((match) => match[1]);
  return [
    ...listed.filter((rule, index) => present.includes(rule) && listed.indexOf(rule) === index),
    ...present.filter((rule) => !listed.includes(rule)),
  ];
}

function listText({ name, subject, rules }) {
  const words = rules.map((rule) => camelCase(rule));
  const declared = `export const ${name}Rules: readonly Rule<${subject}>[] =`;
  const line = `${declared} [${words.join(", ")}];`;
  return `// Made by \`npm run new-rule\`: to move a rule, move its import and run it with --lists.
import type { ${subject}, Rule } from "./rule";
${rules.map((rule) => `import ${camelCase(rule)} from "./${name}/${rule}";`).join("\n")}

/** In the order in which their findings are told. */
${line.length <= printWidth ? line : `${declared} [\n${words.map((word) => `  ${word},\n`).join("")}];`}
`;
}

function camelCase(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

function readmeText(lists) {
  const parts = lists.map(({ heading, rules }) => {
    const rows = rules.map((rule) => {
      const { severity, vi, en } = pageHead(rule);
      return `- [${rule}](${rule}.md) (${severity}): ${vi} – ${en}`;
    });
    return `## ${heading}\n\n${rows.join("\n")}\n`;
  });
  return `<!-- Made by \`npm run new-rule -- --lists\` from the heads of the pages. -->

# Quy tắc kiểm tra · rules

Tên của một quy tắc là câu đúng với một báo cáo tốt. _Lỗi_: chưa được gửi. _Cảnh báo_: gửi được khi có giải trình. _Lưu ý_: để biết.

A rule's name is the sentence that is true of a good report. _error_: may not be sent. _warning_: may be sent with a
written reason. _note_: for information. [How the examples in the pages are read](examples.md).

${parts.join("\n")}`;
}

/** A page begins with its rule's name, then severity and sentence in each language. */
function pageHead(rule) {
  const path = join(pagesFolder, `${rule}.md`);
  const page = existsSync(path) ? readFileSync(path, "utf8") : "";
  const match = /^# ([a-z-]+)\n\n_(?:Lỗi|Cảnh báo|Lưu ý)_ · ([^\n]+)\n\n_(error|warning|note)_ · ([^\n]+)\n/.exec(page);
  if (match?.[1] !== rule) throw new Error(`${path} does not begin with its name, severity and two sentences.`);
  return { vi: match[2], severity: match[3], en: match[4] };
}
