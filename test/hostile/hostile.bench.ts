import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { format, resolveConfig } from "prettier";
import { hostileFiles } from "./all-files";
import { cleanFile } from "./clean-file";
import { measure } from "./measure";
import { hostilePage, type Cost } from "./page";
import { toldFiles, isAsExpected } from "./told";

/* Each hostile file in a process of its own: what comes of it, and what it costs. Writes docs/hostile-files.md. */

it("every hostile file", async () => {
  const room = mkdtempSync(join(tmpdir(), "plan-monitor-hostile-"));
  const costs = new Map<string, Cost>();
  const wrong: string[] = [];
  try {
    const check = async (file: string, bytes: Uint8Array) => {
      writeFileSync(join(room, file), bytes);
      const run = await measure(["check", file, "--json", "--on", "2022-06-30"], room);
      rmSync(join(room, file));
      return run;
    };
    const [clean] = toldFiles((await check("clean.xlsx", cleanFile)).stdout);
    for (const { file, make, expected } of Object.values(hostileFiles).flat()) {
      const run = await check(file, make());
      const [told] = run.code === null ? [] : toldFiles(run.stdout);
      if (!told || !clean || !isAsExpected(told, clean, expected)) wrong.push(file);
      costs.set(file, run);
      process.stdout.write(
        `${run.seconds.toFixed(1).padStart(6)} s ${run.megabytes.toFixed(0).padStart(5)} MB  ${wrong.includes(file) ? "WRONG " : ""}${file}\n`,
      );
    }
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
  process.stdout.write(`${cpus()[0]?.model ?? ""}, ${cpus().length} cores\n`);
  const page = new URL("../../docs/hostile-files.md", import.meta.url);
  const options = await resolveConfig(page);
  writeFileSync(page, await format(hostilePage(costs), { ...options, parser: "markdown" }));
  expect(readFileSync(page, "utf8")).toContain("bomb-of-rows.xlsx");
  expect(wrong).toEqual([]);
}, 1_200_000);
