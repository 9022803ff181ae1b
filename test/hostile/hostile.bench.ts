import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { format, resolveConfig } from "prettier";
import { hostileFiles } from "./all-files";
import { cleanFile } from "./clean-file";
import { bounds, isWithinBounds, measure, type Measured } from "./measure";
import { hostilePage, type Cost } from "./page";
import { toldFiles, isAsExpected } from "./told";

/* Each hostile file in a process of its own: what comes of it, what it costs, and whether that is within bounds. Writes docs/hostile-files.md, unless only some are chosen. */

/** What else the machine does is not the file's fault: a run beyond the bounds is repeated, and the cheapest counts. */
const triesAtMost = 3;

/** What the names of files hold that are checked; all of them where it is empty. */
const only = process.env["HOSTILE_ONLY"] ?? "";

it("every hostile file", async () => {
  const room = mkdtempSync(join(tmpdir(), "plan-monitor-hostile-"));
  const costs = new Map<string, Cost>();
  const [wrong, beyond]: [string[], string[]] = [[], []];
  try {
    const check = async (file: string, bytes: Uint8Array) => {
      writeFileSync(join(room, file), bytes);
      const runs: Measured[] = [];
      while (runs.length < triesAtMost && !runs.some(isWithinBounds)) {
        runs.push(await measure(["check", file, "--json", "--on", "2022-06-30"], room));
      }
      rmSync(join(room, file));
      const [cheapest] = runs.sort((one, other) => one.seconds - other.seconds);
      if (!cheapest) throw new Error("no run");
      return { ...(runs.find(isWithinBounds) ?? cheapest), tries: runs.length };
    };
    const [clean] = toldFiles((await check("clean.xlsx", cleanFile)).stdout);
    const chosen = Object.values(hostileFiles)
      .flat()
      .filter(({ file }) => file.includes(only));
    for (const { file, make, expected } of chosen) {
      const run = await check(file, make());
      const [told] = run.code === null ? [] : toldFiles(run.stdout);
      if (!told || !clean || !isAsExpected(told, clean, expected)) wrong.push(file);
      if (!isWithinBounds(run)) beyond.push(file);
      costs.set(file, run);
      const remarks = [
        ...(wrong.includes(file) ? ["WRONG"] : []),
        ...(beyond.includes(file) ? ["BEYOND"] : []),
        ...(run.tries > 1 ? [`(${run.tries} tries)`] : []),
      ];
      process.stdout.write(
        `${run.seconds.toFixed(1).padStart(6)} of ${bounds.seconds} s (processor ${run.processorSeconds.toFixed(1)} s) ${run.megabytes.toFixed(0).padStart(5)} of ${bounds.megabytes} MB  ${[...remarks, file].join(" ")}\n`,
      );
    }
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
  const machine = `${cpus()[0]?.model ?? "an unknown processor"}, ${cpus().length} cores, Node ${process.version}`;
  process.stdout.write(`${machine}\n`);
  if (only === "") await writePage({ costs, machine });
  expect({ wrong, beyond, isAny: costs.size > 0 }).toEqual({ wrong: [], beyond: [], isAny: true });
}, 1_200_000);

async function writePage(of: Parameters<typeof hostilePage>[0]): Promise<void> {
  const page = new URL("../../docs/hostile-files.md", import.meta.url);
  const options = await resolveConfig(page);
  writeFileSync(page, await format(hostilePage(of), { ...options, parser: "markdown" }));
  expect(readFileSync(page, "utf8")).toContain("bomb-of-rows.xlsx");
}
