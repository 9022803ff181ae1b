import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { AddUp } from "./add-up.mjs";

/** node libreoffice.mjs TOTALS.json OUT.xlsx FILE...: every sheet to CSV in one run, adding up here, the totals to .xlsx. */
const [told, out, ...files] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "plan-monitor-bench-office-"));
const office = (...words) =>
  execFileSync(
    process.env.PLAN_MONITOR_SOFFICE ?? "soffice",
    ["--headless", `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`, ...words],
    { stdio: "ignore" },
  );
const everySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

try {
  if (files.length === 0) office("--terminate_after_init");
  else work();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function work() {
  const totals = new AddUp();
  office("--convert-to", everySheet, "--outdir", join(folder, "csv"), ...files);
  for (const name of readdirSync(join(folder, "csv"))) {
    const sheet = basename(name, ".csv").split("-").at(-1);
    totals.add(sheet, rowsOf(readFileSync(join(folder, "csv", name), "utf8")));
  }
  const csv = totals.rows().map((row) => row.map((one) => `"${one}"`).join(","));
  writeFileSync(join(folder, "totals.csv"), csv.join("\n"));
  office("--convert-to", "xlsx", "--outdir", folder, join(folder, "totals.csv"));
  renameSync(join(folder, "totals.xlsx"), out);
  totals.tell(told);
}

/** Values of a CSV text whose quotes are doubled; LibreOffice quotes numbers that are shown with marks. */
function rowsOf(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    const value = (quoted ?? plain).replaceAll('""', '"');
    rows.at(-1).push(/^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value);
    if (end === "\n") rows.push([]);
  }
  return rows;
}
