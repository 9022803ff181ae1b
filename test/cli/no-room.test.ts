import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { filesIn, makeRoom, run } from "./program";
import { writeSample } from "./sample-file";

const program = fileURLToPath(new URL("../../dist/cli/plan-monitor.mjs", import.meta.url));
const room = makeRoom();
const english = ["--lang", "en"];

beforeAll(async () => {
  await writeSample(join(room, "good.xlsx"), { unit: "04063" });
  const { code } = await run(["consolidate", "good.xlsx", "-o", "summary.xlsx", "--allow-errors"], room);
  expect(code).toBe(0);
}, 240_000);

/** The folder that is written to, with nothing but an older file in it. */
function placeWith(file: string): void {
  rmSync(join(room, "place"), { recursive: true, force: true });
  mkdirSync(join(room, "place"));
  writeFileSync(join(room, "place", file), "an older file");
}

function expectUntouched(file: string): void {
  expect(filesIn(join(room, "place"))).toEqual([file]);
  expect(readFileSync(join(room, "place", file), "utf8")).toBe("an older file");
}

/** Runs a line of a POSIX shell, in which `$NODE $PROGRAM` is the program. */
function shell(line: string, user?: number) {
  const ids = user === undefined ? {} : { uid: user, gid: user };
  const env = { ...process.env, NODE: process.execPath, PROGRAM: program };
  return spawnSync("sh", ["-c", line], { cwd: room, encoding: "utf8", env, ...ids });
}

const isPosix = process.platform !== "win32";
const onLinux = process.platform === "linux" ? it : it.skip;
/** A disk of its own needs a right that not every container gives. */
const mayMount = spawnSync("unshare", ["-Urm", "sh", "-c", "mount -t tmpfs -o size=16k none /tmp"]).status === 0;
const isRoot = isPosix && process.getuid?.() === 0;

/** Each command that writes, and one of the files that it would replace. */
const doings: readonly (readonly [doing: string, parameters: string, file: string])[] = [
  ["consolidate", "consolidate good.xlsx -o place/out.xlsx", "out.xlsx"],
  ["compute", "compute good.xlsx -o place/out.xlsx", "out.xlsx"],
  ["form", "form --unit 04063 --period 2022-H1 -o place/out.xlsx", "out.xlsx"],
  ["form --all", "form --all --period 2022-H1 -o place", "04063-Chieng-Dong-2022-H1.xlsx"],
  ["report", "report summary.xlsx -o place/out.docx", "out.docx"],
  ["feedback", "feedback good.xlsx -o place", "phieu-04063-Chieng-Dong-2022-H1.xlsx"],
  ["export", "export good.xlsx -o place", "figures.parquet"],
];

(isPosix ? describe : describe.skip)("[ED2] where there is no room to write", () => {
  it.each(doings)("%s on a disk that fills up says so and leaves the older file", (_, parameters, file) => {
    placeWith(file);
    // Files may have eight blocks of 512 or 1,024 bytes, far fewer than any workbook needs.
    const { status, stderr, stdout } = shell(`ulimit -f 8; "$NODE" "$PROGRAM" ${parameters} --force --lang en`);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^".*place\/[^"/]+" could not be written\.\n$/);
    expectUntouched(file);
  });

  (mayMount ? it : it.skip).each(doings)(
    "%s on a full disk names the disk and leaves the older file",
    (_, parameters, file) => {
      placeWith(file);
      const { status, stderr, stdout } = spawnSync(
        "unshare",
        [
          ...["-Urm", "sh", "-c"],
          `mount -t tmpfs -o size=16k none place && echo older > place/${file} && "${process.execPath}" "${program}" ${parameters} --force --lang en; code=$?; ls -A place; cat place/${file}; exit $code`,
        ],
        { cwd: room, encoding: "utf8" },
      );
      expect({ status, stdout }).toEqual({ status: 2, stdout: `${file}\nolder\n` });
      expect(stderr).toMatch(/^The disk that holds ".*place" is full\.\n$/);
    },
  );

  it("results sent to a full place are complained of in one sentence", () => {
    if (!existsSync("/dev/full")) return;
    const { status, stderr } = spawnSync(process.execPath, [program, "check", "good.xlsx", "--json", ...english], {
      cwd: room,
      encoding: "utf8",
      stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "What was found could not be printed: where it was sent to is full, or cannot be written.\n",
    });
  });

  it.each(doings)("%s into a folder that may only be read says so and leaves the older file", (_, parameters, file) => {
    placeWith(file);
    chmodSync(room, 0o755);
    chmodSync(join(room, "place"), 0o555);
    // Nothing is closed to root: then somebody else tries.
    const { status, stderr, stdout } = shell(
      `"$NODE" "$PROGRAM" ${parameters} --force --lang en`,
      isRoot ? 65534 : undefined,
    );
    chmodSync(join(room, "place"), 0o755);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^Writing to ".*place" is not allowed\. .+\n$/);
    expectUntouched(file);
  });

  onLinux("nothing at all is left in the folder of the reports", () => {
    expect(filesIn(room).filter((file) => !file.startsWith("place"))).toEqual(["good.xlsx", "summary.xlsx"]);
  });
});
