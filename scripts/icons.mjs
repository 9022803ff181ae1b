import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findTools } from "./tools.mjs";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "assets");
/** The sizes that Office asks for, at every scale of the screen; the largest is for lists of add-ins alone. */
const ofButtons = [16, 20, 24, 32, 40, 48, 64, 80];
const ofTheApp = [...ofButtons, 128];

process.exitCode = await main();

/** Draws every drawing of assets anew, at each size. */
async function main() {
  const { variables, missing } = await findTools();
  const executablePath = variables.PLAN_MONITOR_CHROMIUM;
  if (executablePath === undefined) {
    console.error(missing.find(({ name }) => name === "Chromium")?.advice);
    return 1;
  }
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".svg"))) await draw(page, file);
  } finally {
    await browser.close();
  }
  return 0;
}

async function draw(page, file) {
  const drawing = readFileSync(join(folder, file), "utf8");
  const name = basename(file, ".svg");
  for (const size of name === "app" ? ofTheApp : ofButtons) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
    const clip = { x: 0, y: 0, width: size, height: size };
    writeFileSync(join(folder, `${name}-${size}.png`), await page.screenshot({ clip, omitBackground: true }));
  }
}
