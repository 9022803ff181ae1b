import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { commitOf } from "./commit.mjs";
import { licencesText } from "./licences.mjs";
import { npm } from "./packages.mjs";
import { withAddress } from "./page-address.mjs";
import { papers, rulesFile } from "./guide-pages.mjs";
import { writeGuides } from "./write-guides.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Packs what was built into one zip in a folder, and its checksum beside it; gives their paths. `address` is where the pane will be
 * served, `program` a browser of Chromium's family, which prints the guides.
 */
export async function makeRelease(folder, { address, program }) {
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const commit = commitOf();
  const name = `${own.name}-${own.version}`;
  const room = mkdtempSync(join(tmpdir(), "plan-monitor-release-"));
  try {
    const home = join(room, name);
    cpSync(join(root, "dist/taskpane"), join(home, "addin"), { recursive: true });
    cpSync(join(root, "dist/workbench"), join(home, "workbench"), { recursive: true });
    const manifest = withAddress(readFileSync(join(root, "manifest.xml")), address);
    for (const place of ["addin", "."]) writeFileSync(join(home, place, "manifest.xml"), manifest);
    await packProgram(home, join(room, "package"), own);
    await writeGuides(join(home, "guides"), { program, day: commit.day });
    writeFileSync(join(home, "LICENSE.txt"), readFileSync(join(root, "LICENSE")));
    writeFileSync(join(home, "THIRD-PARTY-LICENSES.txt"), licencesText());
    writeFileSync(join(home, "README.txt"), readme({ name, address, commit, version: own.version }));
    writeFileSync(join(home, "SHA256SUMS"), sumsOf(home, filesIn(home)));
    return writeZip(folder, { room, name, day: commit.day });
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

/** The command line as a package of npm's that needs no other: what it is made of is in its one file already. */
async function packProgram(home, stage, { name, version, description, license, type, engines, bin }) {
  for (const path of ["README.md", "LICENSE", "dist/cli", "docs", "samples", "src/plans"])
    cpSync(join(root, path), join(stage, path), { recursive: true, filter: (source) => !source.endsWith(".ts") });
  writeFileSync(join(stage, "THIRD-PARTY-LICENSES.txt"), licencesText());
  const own = { name, version, description, license, type, engines, bin };
  writeFileSync(join(stage, "package.json"), `${JSON.stringify(own, null, 2)}\n`);
  const code = await npm(["pack", "--silent", "--offline", "--pack-destination", home], {
    cwd: stage,
    stdio: "ignore",
  });
  if (code !== 0) throw new Error("npm pack could not pack the command line.");
}

function writeZip(folder, { room, name, day }) {
  // A zip's time has no zone: the local constructor gives the same bytes everywhere.
  const mtime = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
  const parts = filesIn(room)
    .filter((path) => path.startsWith(`${name}/`))
    .map((path) => [path, readFileSync(join(room, path))]);
  const zip = join(folder, `${name}.zip`);
  const sums = join(folder, "SHA256SUMS");
  mkdirSync(folder, { recursive: true });
  writeFileSync(zip, zipSync(Object.fromEntries(parts), { mtime, level: 9 }));
  writeFileSync(sums, sumsOf(folder, [`${name}.zip`]));
  return [zip, sums];
}

/** As `sha256sum` writes and checks them. */
function sumsOf(folder, paths) {
  const sum = (path) =>
    createHash("sha256")
      .update(readFileSync(join(folder, path)))
      .digest("hex");
  return paths.map((path) => `${sum(path)}  ${path}\n`).join("");
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

function readme({ name, address, commit, version }) {
  const state = commit.isChanged ? " + thay đổi chưa ghi / uncommitted changes" : "";
  const guide = ({ page, language, file }) => [`${page} ${language}`, `guides/${file}.pdf`];
  const of = Object.fromEntries(papers.map(guide));
  return `plan-monitor ${version}
${commit.hash}${state}

addin/                     phần bổ trợ Excel: chép mọi thứ trong đó lên ${address}
manifest.xml               đưa cho Excel: ${of["docs/administrators.md vi"]}
workbench/                 bàn làm việc trên trình duyệt: mở index.html, hoặc chép lên máy chủ, USB
${name}.tgz     dòng lệnh: npm install -g ./${name}.tgz (Node.js 20.19 trở lên)
guides/                    hướng dẫn cho xã, cho huyện, triển khai; ${rulesFile}: mọi quy tắc kiểm tra
SHA256SUMS                 Linux: sha256sum -c SHA256SUMS; Mac: shasum -a 256 -c SHA256SUMS; Windows: certutil -hashfile TỆP SHA256

addin/                     the Excel add-in: copy what is in it to ${address}
manifest.xml               for Excel: ${of["docs/administrators.md en"]}
workbench/                 the workbench for browsers: open index.html, or copy it to a server or USB stick
${name}.tgz     the command line: npm install -g ./${name}.tgz (Node.js 20.19 or later)
guides/                    for communes, districts and administrators; ${rulesFile}: all rules
SHA256SUMS                 Linux: sha256sum -c SHA256SUMS; Mac: shasum -a 256 -c SHA256SUMS; Windows: certutil -hashfile FILE SHA256
`;
}
