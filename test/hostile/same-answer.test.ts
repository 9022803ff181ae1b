import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { makeEngine } from "../../src/worker/make-engine";
import { checkShape, parsed } from "../cli/json-shapes";
import { makeRoom, run } from "../cli/program";
import { on, opened, sampleFiles } from "../worker/live";

const room = makeRoom();
const files = [...sampleFiles("with-faults").slice(0, 3), ...sampleFiles("2022-H1").slice(4, 6)];
const names = files.map(({ name }) => name);

/** Where a day, a month's name, a capital I or a decimal comma would betray that the machine was asked. */
const machines: readonly Readonly<Record<string, string>>[] = [
  { TZ: "Asia/Ho_Chi_Minh", LANG: "vi_VN.UTF-8", LC_ALL: "vi_VN.UTF-8" },
  { TZ: "America/St_Johns", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  { TZ: "UTC", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" },
  { TZ: "Pacific/Kiritimati", LANG: "C", LC_ALL: "C" },
];

const out = join(room, "out.xlsx");

(process.platform === "linux" ? it : it.skip)("a process is where its variables say, or nothing would be tried", () => {
  const asked = machines.map((machine) => {
    const script =
      "const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions(); console.log(locale, timeZone)";
    return spawnSync(process.execPath, ["-e", script], { env: { ...process.env, ...machine }, encoding: "utf8" })
      .stdout;
  });
  expect(asked.map((line) => line.trim())).toEqual([
    expect.stringMatching(/^vi-VN Asia\/(?:Ho_Chi_Minh|Saigon)$/),
    "tr-TR America/St_Johns",
    "de-DE UTC",
    expect.stringMatching(/ Pacific\/Kiritimati$/),
  ]);
});

beforeAll(() => {
  mkdirSync(room, { recursive: true });
  for (const { name, bytes } of files) writeFileSync(join(room, name), bytes);
});

const doings: readonly (readonly [doing: string, parameters: (given: readonly string[]) => string[]])[] = [
  ["check", (given) => ["check", ...given]],
  ["consolidate", (given) => ["consolidate", ...given, "-o", "out.xlsx", "--force", "--allow-errors"]],
];

describe("[CO5] the same files", () => {
  it.each(doings)("get the same answer of %s on every machine, in every order", async (_, parameters) => {
    const answer = async (given: readonly string[], env: Readonly<Record<string, string>>) => {
      const { stdout, code } = await run([...parameters(given), "--json", "--on", on], room, env);
      return { code, stdout, written: existsSync(out) ? readFileSync(out).toString("base64") : null };
    };
    const first = await answer(names, { TZ: "UTC", LANG: "C", LC_ALL: "C" });
    expect(first.stdout.length).toBeGreaterThan(1000);
    for (const [index, machine] of machines.entries()) {
      const given = index % 2 === 0 ? [...names].reverse() : [...names.slice(2), ...names.slice(0, 2)];
      const { stdout, code, written } = await answer(given, machine);
      const [isSame, isSameFile] = [stdout === first.stdout, written === first.written];
      const wanted = { machine, code: first.code, isSame: true, isSameFile: true };
      expect({ machine, code, isSame, isSameFile }).toEqual(wanted);
    }
  });

  it.each(["vi", "en"] as const)(
    "get the same JSON, byte for byte, of the engine behind pane and workbench (%s)",
    async (lang) => {
      const { stdout } = await run(["check", ...names, "--json", "--on", on, "--lang", lang], room);
      const told = parsed(checkShape, stdout).files.map(({ outcome, findings, indicators }) => ({
        outcome,
        findings: findings.map(({ rule, severity, sheet, cell, code, what, why, todo, mends, reason }) => {
          return { rule, severity, sheet, cell, code, what, why, todo, mends, reason };
        }),
        indicators: indicators.map(({ code, status, progress }) => ({ code, status, progress })),
      }));
      const engine = makeEngine();
      const seen = [];
      for (const file of files) {
        const { outcome, findings, indicators } = await engine.check(opened(file), on);
        seen.push({
          outcome,
          findings: findings.map(({ rule, severity, sheet, cell, code, what, why, todo, mends, reason }) => ({
            ...{ rule, severity, sheet, cell, code, what: what[lang], why: why[lang], todo: todo[lang] },
            mends: mends.map(({ becomes, isCertain }) => ({ becomes: becomes[lang], certain: isCertain })),
            reason,
          })),
          indicators: indicators.map(({ code, status, progress }) => ({ code, status, progress })),
        });
      }
      expect(JSON.stringify(told).length).toBeGreaterThan(5000);
      expect(JSON.stringify(seen)).toBe(JSON.stringify(told));
    },
  );
});
