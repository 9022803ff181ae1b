import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { filesIn, makeRoom, run } from "./program";
import { writeSample } from "./sample-file";

const program = fileURLToPath(new URL("../../dist/cli/plan-monitor.mjs", import.meta.url));
const room = makeRoom();
const english = ["--lang", "en"];

beforeAll(async () => {
  mkdirSync(join(room, "place"));
  await writeSample(join(room, "good.xlsx"), { unit: "04063" });
  writeFileSync(join(room, "place/out.xlsx"), "an older summary");
  await run(["check", "good.xlsx"], room);
}, 240_000);

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

const doings: readonly (readonly [doing: string, parameters: string])[] = [
  ["consolidate", "consolidate good.xlsx -o place/out.xlsx --force"],
  ["compute", "compute good.xlsx -o place/out.xlsx --force"],
  ["form", "form --unit 04063 --period 2022-H1 -o place/out.xlsx --force"],
];

(isPosix ? describe : describe.skip)("[ED2] where there is no room to write", () => {
  it.each(doings)("%s on a disk that fills up says so and leaves the older file", (_, parameters) => {
    // Files may have eight blocks of 512 or 1,024 bytes, far fewer than any workbook needs.
    const { status, stderr, stdout } = shell(`ulimit -f 8; "$NODE" "$PROGRAM" ${parameters} --lang en`);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^".*place\/out\.xlsx" could not be written\.\n$/);
    expect(filesIn(join(room, "place"))).toEqual(["out.xlsx"]);
    expect(readFileSync(join(room, "place/out.xlsx"), "utf8")).toBe("an older summary");
  });

  (mayMount ? it : it.skip).each(doings)(
    "%s on a full disk names the disk and leaves the older file",
    (_, parameters) => {
      const { status, stderr, stdout } = spawnSync(
        "unshare",
        [
          ...["-Urm", "sh", "-c"],
          `mount -t tmpfs -o size=16k none place && echo older > place/out.xlsx && "${process.execPath}" "${program}" ${parameters} --lang en; code=$?; ls -A place; cat place/out.xlsx; exit $code`,
        ],
        { cwd: room, encoding: "utf8" },
      );
      expect({ status, stdout }).toEqual({ status: 2, stdout: "out.xlsx\nolder\n" });
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

  it.each(doings)("%s into a folder that may only be read says so and leaves the older file", (_, parameters) => {
    chmodSync(room, 0o755);
    chmodSync(join(room, "place"), 0o555);
    // Nothing is closed to root: then somebody else tries.
    const { status, stderr, stdout } = shell(`"$NODE" "$PROGRAM" ${parameters} --lang en`, isRoot ? 65534 : undefined);
    chmodSync(join(room, "place"), 0o755);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^Writing to ".*place" is not allowed\. .+\n$/);
    expect(filesIn(join(room, "place"))).toEqual(["out.xlsx"]);
    expect(readFileSync(join(room, "place/out.xlsx"), "utf8")).toBe("an older summary");
  });

  onLinux("nothing at all is left in the folder of the reports", () => {
    expect(filesIn(room)).toEqual(["good.xlsx", "place", "place/out.xlsx"]);
  });
});
