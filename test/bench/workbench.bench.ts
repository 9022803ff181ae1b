import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { makeEngine } from "../../src/worker/make-engine";
import { openBrowser, takePicture } from "../end-to-end/browser";
import { chooseFiles, fromDisk, openWorkbench } from "../end-to-end/workbench-in-browser";
import { busyWhile } from "./busy-page";
import { planOf } from "./many-units.mjs";

/*
 * What happens when many reports are dropped on the workbench at once: how long each step takes, how long the page's own
 * thread is kept busy at a time, and the most memory that the browser's processes for this page held.
 */

const units = Number(process.env["BENCH_UNITS"] ?? "200");
const plan = { name: "plan.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(planOf(units))) };
const lines: string[] = [];
let browser: Browser;
let files: readonly string[];
const folder = mkdtempSync(join(tmpdir(), "plan-monitor-bench-"));

beforeAll(async () => {
  const engine = makeEngine();
  const outcome = await engine.usePlan({ name: plan.name, bytes: new Uint8Array(plan.buffer) });
  expect(outcome.kind).toBe("opened");
  // Without the whole's own report the summary waits for a look, and is measured as a step of its own.
  const reports = (await engine.samples("2022-Y")).slice(0, units);
  files = reports.map(({ fileName, bytes }) => {
    const path = join(folder, fileName);
    writeFileSync(path, bytes);
    return path;
  });
  browser = await openBrowser();
}, 600_000);

afterAll(async () => {
  await browser.close();
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  rmSync(folder, { recursive: true });
  process.stdout.write(
    `${cpus()[0]?.model ?? ""}, ${cpus().length} cores; ${units} reports, ${(bytes / 1e6).toFixed(1)} MB\n${lines.join("\n")}\n`,
  );
});

/** The most memory that one of the browser's processes for pages held so far, in MB. */
function mostMemory(): number {
  const kilobytes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((process) => {
      try {
        if (!readFileSync(`/proc/${process}/cmdline`, "utf8").includes("--type=renderer")) return 0;
        return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${process}/status`, "utf8"))?.[1] ?? "0");
      } catch {
        // It has ended since.
        return 0;
      }
    });
  return Math.max(...kilobytes) / 1000;
}

async function note(action: string, page: Page, work: () => Promise<void>): Promise<void> {
  const begun = performance.now();
  const { longest, longestOwn } = await busyWhile(page, work);
  const took = performance.now() - begun;
  lines.push(
    `${action.padEnd(36)} ${took.toFixed(0).padStart(7)} ms   longest task ${longest.toFixed(0)} ms, without the grid ${longestOwn.toFixed(0)} ms   memory ${mostMemory().toFixed(0)} MB`,
  );
}

it("so many reports at once", async () => {
  const { page, press, said, complaints, close } = await openWorkbench(browser, fromDisk);
  await said();
  await press("Cài đặt");
  await page.getByLabel("Dùng tệp kế hoạch khác").setInputFiles(plan);
  await page.getByRole("button", { name: "Dùng lại kế hoạch có sẵn" }).waitFor();
  await note("giving them", page, async () => {
    await chooseFiles(page, files);
    await page.getByText(`${units} tệp`, { exact: false }).first().waitFor();
    await said();
  });
  // A handful is consolidated before anybody could stop it.
  if (units > 20) {
    await note("stopping in the middle", page, async () => {
      await press("Tổng hợp");
      await page.waitForFunction(
        () => Number(document.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow") ?? "0") > 0,
      );
      await press("Dừng");
      await said();
    });
  }
  await note("consolidating", page, async () => {
    await press("Tổng hợp");
    await page.waitForTimeout(500);
    await page.waitForFunction(() => document.querySelector("main")?.getAttribute("aria-busy") === "false", undefined, {
      timeout: 600_000,
    });
    expect(await said()).toContain(`${units}/${units}`);
  });
  await note("writing the summary and showing it", page, async () => {
    await press("Ghi biểu tổng hợp");
    await page.locator("header p", { hasText: "tong-hop" }).waitFor({ timeout: 600_000 });
    await page.waitForFunction(() => document.querySelector("main")?.getAttribute("aria-busy") === "false", undefined, {
      timeout: 600_000,
    });
    await page.waitForTimeout(5000);
  });
  await takePicture(page, "bench-summary");
  await note("turning to the figures", page, async () => {
    await page.getByRole("tab", { name: "TH Số liệu", exact: true }).click();
    await page.waitForTimeout(3000);
  });
  await takePicture(page, "bench-figures");
  await note("saving it", page, async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), press("Lưu tệp")]);
    lines.push(`  the summary: ${(statSync(await download.path()).size / 1e6).toFixed(1)} MB`);
  });
  expect(complaints).toEqual([]);
  await close();
}, 1_200_000);
