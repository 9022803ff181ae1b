import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { canonicalReading } from "../../src/core/reading/canonical";
import { review } from "../../src/core/review";
import { isUnreadable } from "../../src/core/snapshot";
import { openArchive } from "../../src/workbook/xlsx/archive";
import { crc32 } from "../../src/workbook/xlsx/crc32";
import { isFault } from "../../src/workbook/xlsx/fault";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { consolidateShape, parsed } from "../cli/json-shapes";
import { filesIn, makeRoom, run } from "../cli/program";
import { yenChau } from "../plans/opened";
import { sampleFiles } from "../worker/live";
import { hostileFiles } from "./all-files";
import { directoryOf } from "./broken-archives";
import { cleanFile } from "./clean-file";
import type { Expected } from "./hostile-file";
import { measure } from "./measure";
import { hostilePage, withoutCosts } from "./page";

const occasion = { on: "2022-06-30", earlier: [] };

/** What the bytes say, whatever it is; the findings of the clean report are none. */
function looked(bytes: Uint8Array) {
  const { outcome, reading, findings } = review(yenChau, readSnapshot("a.xlsx", bytes), occasion);
  return { outcome, findings, saying: reading === null ? null : canonicalReading(reading) };
}

const clean = looked(cleanFile);

function outcomeOf({ outcome, saying, findings }: ReturnType<typeof looked>): Expected {
  const reason = outcome === "unreadable" ? findings[0]?.facts["reason"] : undefined;
  if (reason !== undefined) return reason as Expected;
  if (saying === clean.saying && findings.length === 0) return "same";
  return [...new Set(findings.map(({ rule }) => rule))].sort();
}

const room = makeRoom();
const all = Object.values(hostileFiles).flat();

describe("the clean report", () => {
  it("has no fault, so that what is found is of the hostile file's making", () => {
    expect(clean).toMatchObject({ outcome: "ok", findings: [] });
  });
});

describe.each(Object.entries(hostileFiles))("[RD8] %s", (_, files) => {
  it.each(files)("$file: $expected", ({ file, make, expected }) => {
    const bytes = make();
    const found = looked(bytes);
    // Those that say the same are one report with the commune's own.
    const folder = found.saying === null || found.saying === clean.saying ? "sent" : "rivals";
    mkdirSync(join(room, folder), { recursive: true });
    writeFileSync(join(room, folder, file), bytes);
    expect(outcomeOf(found)).toEqual(expected);
  });
});

describe("[RD8] the clean report", () => {
  it("is refused wherever it breaks off, at every kilobyte", () => {
    for (let length = 0; length < cleanFile.length; length += 1024) {
      expect({ length, isRefused: isUnreadable(readSnapshot("a.xlsx", cleanFile.subarray(0, length))) }).toEqual({
        length,
        isRefused: true,
      });
    }
  });

  it("opens the same or not at all, whichever byte of its directory is turned over", () => {
    const outcomes = { same: 0, refused: 0 };
    const whole = entriesOf(cleanFile);
    for (let at = directoryOf(cleanFile).start; at < cleanFile.length; at++) {
      const changed = cleanFile.slice();
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      const entries = entriesOf(changed);
      if (entries === null) outcomes.refused++;
      else expect({ at, entries }).toEqual({ at, entries: whole });
      if (entries !== null) outcomes.same++;
    }
    // Times, versions and attributes of entries may change without harm.
    expect(outcomes.refused).toBeGreaterThan(outcomes.same);
  });
});

/** All that a reading is made of; null where the archive is refused. */
function entriesOf(bytes: Uint8Array): string[] | null {
  const archive = openArchive(bytes);
  if (isFault(archive)) return null;
  return [...archive.entries.values()].map(
    ({ name, method, size, crc, raw }) => `${name} ${method} ${size} ${crc} ${crc32(raw)}`,
  );
}

describe("consolidating the hostile files together with those of all communes", () => {
  it("[CO5] [RD8] gives the totals of the good ones, and names each that was refused", async () => {
    const good = join(room, "good");
    mkdirSync(good);
    for (const { name, bytes } of sampleFiles("2022-H1")) writeFileSync(join(good, name), bytes);
    const parameters = ["--json", "--on", occasion.on, "--lang", "en"];
    const alone = await run(["consolidate", "good", "-o", "alone.xlsx", ...parameters], room);
    const together = await measure(["consolidate", "good", "sent", "-o", "together.xlsx", ...parameters], room, 120);
    expect({ code: together.code, stderr: together.stderr }).toEqual({ code: 1, stderr: expect.any(String) });
    const [one, other] = [alone, together].map(({ stdout }) => parsed(consolidateShape, stdout));
    expect({ elements: other?.elements, indicators: other?.indicators, units: other?.units }).toEqual({
      elements: one?.elements,
      indicators: one?.indicators,
      units: one?.units,
    });
    const named = new Map(other?.findings.map(({ file, facts }) => [file, facts["reason"]]));
    const refused = all.filter(({ expected }) => typeof expected === "string" && expected !== "same");
    expect(refused.filter(({ file, expected }) => named.get(`sent/${file}`) !== expected)).toEqual([]);
    const [theirs, ours] = ["alone.xlsx", "together.xlsx"].map((file) => readFileSync(join(room, file)));
    expect(ours?.length).toBeGreaterThan((theirs?.length ?? Infinity) / 2);
  }, 240_000);

  it("[CO6] writes nothing where some of them say otherwise than the commune's own, and names those", async () => {
    const before = filesIn(room);
    const { code, stdout, stderr } = await run(["consolidate", "good", "rivals", "-o", "rivals.xlsx"], room);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    const rivals = filesIn(join(room, "rivals"));
    expect(rivals.length).toBeGreaterThan(5);
    for (const file of rivals) expect(stdout).toContain(`rivals/${file}`);
    expect(stdout).toContain("Chưa ghi biểu tổng hợp");
    expect(filesIn(room)).toEqual(before);
  });
});

describe("docs/hostile-files.md", () => {
  it("lists these files and what comes of them (npm run hostile)", () => {
    const page = readFileSync(new URL("../../docs/hostile-files.md", import.meta.url), "utf8");
    expect(withoutCosts(page)).toBe(withoutCosts(hostilePage({ costs: new Map(), machine: "" })));
  });
});
