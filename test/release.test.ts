import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { unzipSync } from "fflate";
import { makeRelease } from "../scripts/make-release.mjs";
import { papers } from "../scripts/guide-pages.mjs";
import { serve } from "../scripts/serve.mjs";
import { filesIn, run } from "./cli/program";
import { chooseFiles, openWorkbench } from "./end-to-end/workbench-in-browser";
import { openBrowser } from "./end-to-end/browser";
import { freshCopy } from "./tools/fresh-copy";
import { plainEnv, shell } from "./tools/shell";

const program = process.env["PLAN_MONITOR_CHROMIUM"];
const room = mkdtempSync(join(tmpdir(), "plan-monitor-release-test-"));
const address = "https://kehoach.example.vn/plan-monitor";
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const home = join(room, "unpacked", `plan-monitor-${version}`);

function sumOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** What a SHA256SUMS says: the path and the sum of each file. */
function sumsIn(folder: string): [path: string, sum: string][] {
  const lines = readFileSync(join(folder, "SHA256SUMS"), "utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const [sum = "", path = ""] = line.split("  ");
    return [path, sum];
  });
}

(program === undefined ? describe.skip : describe)("a release", () => {
  beforeAll(async () => {
    // Whatever was built before is built anew where the source has changed.
    expect((await run(["--version"], room)).stdout.trim()).toBe(version);
    await makeRelease(join(room, "made"), { address, program: program ?? "" });
    for (const [path, bytes] of Object.entries(
      unzipSync(readFileSync(join(room, "made", `plan-monitor-${version}.zip`))),
    )) {
      const file = join(room, "unpacked", path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  }, 600_000);
  afterAll(() => rmSync(room, { recursive: true, force: true }));

  it("is what its checksums say, file by file, and nothing more", () => {
    for (const folder of [join(room, "made"), home]) {
      const sums = sumsIn(folder);
      expect(sums.map(([path]) => [path, sumOf(join(folder, path))])).toEqual(sums);
    }
    const listed = sumsIn(home).map(([path]) => path);
    const files = filesIn(home).filter((path) => statSync(join(home, path)).isFile());
    expect(files.filter((path) => path !== "SHA256SUMS")).toEqual([...listed].sort());
    expect(listed.length).toBeGreaterThan(60);
  });

  // That what is built is the same in another folder is seen in test/commands.test.ts; here, that packing it is.
  it("is the same bytes when it is made in another folder, an hour of another zone and another language", async () => {
    const other = join(room, "một bản khác");
    freshCopy(other);
    cpSync("dist", join(other, "dist"), { recursive: true });
    const { code, text } = await shell(`npm run release -- --url ${address} --built`, {
      folder: other,
      env: plainEnv({ TZ: "Pacific/Auckland", LC_ALL: "C" }),
    });
    expect({ code, text }).toMatchObject({ code: 0 });
    expect(sumsIn(join(other, "out/release"))).toEqual(sumsIn(join(room, "made")));
  }, 300_000);

  // Other systems have other programs for it.
  (process.platform === "linux" ? it : it.skip)("is found whole by the command that its README.txt names", async () => {
    const command = "sha256sum -c SHA256SUMS";
    expect(readFileSync(join(home, "README.txt"), "utf8")).toContain(command);
    for (const folder of [home, join(room, "made")])
      expect(await shell(command, { folder, env: plainEnv() })).toMatchObject({ code: 0 });
    writeFileSync(join(room, "made", "SHA256SUMS"), `${"0".repeat(64)}  plan-monitor-${version}.zip\n`);
    expect(await shell(command, { folder: join(room, "made"), env: plainEnv() })).toMatchObject({ code: 1 });
  });

  it("has every guide, and says which version it is", () => {
    const guides = filesIn(join(home, "guides"));
    expect(guides).toEqual(
      [...papers.map(({ file }) => `${file}.pdf`), "quy-tac-kiem-tra.html", "quy-tac-kiem-tra.pdf"].sort(),
    );
    expect(readFileSync(join(home, "README.txt"), "utf8")).toContain(`plan-monitor ${version}\n`);
    expect(readFileSync(join(home, "THIRD-PARTY-LICENSES.txt"), "utf8")).toMatch(/^react \d.*\(MIT\)$/m);
  });

  it("has a command line that is installed without a network, consolidates, and is removed", async () => {
    const elsewhere = join(room, "elsewhere");
    mkdirSync(elsewhere);
    const isWindows = process.platform === "win32";
    const prefix = join(room, "prefix");
    const env = plainEnv({
      NPM_CONFIG_PREFIX: prefix,
      npm_config_offline: "true",
      PATH: [isWindows ? prefix : join(prefix, "bin"), process.env["PATH"] ?? ""].join(delimiter),
    });
    const installed = join(prefix, isWindows ? "node_modules" : "lib/node_modules");
    const command = (line: string, folder: string) => shell(line, { folder, env });
    expect(await command(`npm install -g ./plan-monitor-${version}.tgz`, home)).toMatchObject({ code: 0 });
    expect(readdirSync(installed)).toEqual(["plan-monitor"]);
    for (const line of ["plan-monitor sample -o mau", "plan-monitor consolidate mau/2022-H1 -o tong-hop.xlsx"])
      expect(await command(line, elsewhere)).toMatchObject({ code: 0 });
    expect(existsSync(join(elsewhere, "tong-hop.xlsx"))).toBe(true);
    expect(await command("npm uninstall -g plan-monitor", elsewhere)).toMatchObject({ code: 0 });
    expect(readdirSync(installed)).toEqual([]);
  });

  it("has a manifest for the address that was given, which Microsoft's own tool reads", () => {
    const manifest = readFileSync(join(home, "manifest.xml"), "utf8");
    expect(manifest).not.toContain("localhost");
    expect(readFileSync(join(home, "addin/manifest.xml"), "utf8")).toBe(manifest);
    // Every file of ours that it names is in the folder that is to be served there.
    const named = [...manifest.matchAll(/="https:\/\/kehoach\.example\.vn\/plan-monitor\/([^"?#]+)/g)].map(
      ([, path = ""]) => path,
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((path) => !existsSync(join(home, "addin", path)))).toEqual([]);
    // In a process of its own: Jest cannot load it.
    const reads = `import("office-addin-manifest").then(async ({ default: { OfficeAddinManifest } }) =>
      console.log(JSON.stringify(await OfficeAddinManifest.readManifestFile(${JSON.stringify(join(home, "manifest.xml"))}))))`;
    const { stdout } = spawnSync(process.execPath, ["-e", reads], { encoding: "utf8" });
    expect(JSON.parse(stdout)).toMatchObject({ defaultSettings: { sourceLocation: `${address}/taskpane.html` } });
  });

  it("has a pane that can be served, and a workbench that opens from a disk and from a server", async () => {
    const server = await serve({
      folder: join(home, "addin"),
      below: { workbench: join(home, "workbench") },
      port: 0,
      start: "taskpane.html",
      certificate: undefined,
    });
    const { port } = server.address() as AddressInfo;
    const browser = await openBrowser();
    try {
      const pane = readFileSync(join(home, "addin/taskpane.html"), "utf8");
      const scripts = [...pane.matchAll(/(?:src|href)="?([^\s":>]+)(?=["\s>])/g)].map(([, path = ""]) => path);
      expect(scripts).toHaveLength(4);
      for (const path of ["taskpane.html", ...scripts])
        expect({ path, status: (await fetch(`http://localhost:${port}/${path}`)).status }).toEqual({
          path,
          status: 200,
        });
      for (const from of [
        pathToFileURL(join(home, "workbench/index.html")).href,
        `http://localhost:${port}/workbench/`,
      ]) {
        const { page, press, said, complaints, close } = await openWorkbench(browser, from);
        await chooseFiles(page, ["samples/2022-H1/04063-Chieng-Dong-2022-H1.xlsx"]);
        await page.getByRole("heading", { name: /Chiềng Đông/ }).waitFor();
        await press("Kiểm tra");
        expect(await said()).toContain("Không có lỗi");
        await press("Cài đặt");
        await page.getByText(`Phiên bản ${version}`).waitFor();
        expect(complaints).toEqual([]);
        await close();
      }
    } finally {
      await browser.close();
      server.close();
    }
  });
});
