import { readdir, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, normalize, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { errorCode, isAbsence } from "./read-file";

/** One file to read. `label` is its path as people gave it, with "/" between folders on every system. */
export interface Input {
  readonly label: string;
  readonly path: string;
  /** Set where there is nothing to read. */
  readonly absence: "not-found" | "no-permission" | null;
}

/**
 * The files behind the paths of a command line: files as they are, the workbooks of folders (not deeper), and patterns
 * (Windows shells leave them to the program). Sorted, each file once; `except` names files that folders and patterns
 * never mean, such as the one to be written.
 */
export async function expandInputs(given: readonly string[], except: readonly string[] = []): Promise<Input[]> {
  const left = new Set(await Promise.all(except.map(identityOf)));
  const found = await Promise.all(given.map((path) => expandOne(path, left)));
  const inputs = found.flat().sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  const seen = new Set<string>();
  const distinct: Input[] = [];
  for (const input of inputs) {
    const identity = await identityOf(input.path);
    if (!seen.has(identity)) distinct.push(input);
    seen.add(identity);
  }
  return distinct;
}

async function expandOne(given: string, left: ReadonlySet<string>): Promise<Input[]> {
  const kind = await kindOf(given);
  if (kind === "file") return [input(given)];
  if (kind === "folder") return expandFolder(given, left);
  if (kind === "no-permission" || !isDynamicPattern(asPattern(given))) return [absent(given, kind)];
  const paths = await glob(asPattern(given), {
    absolute: isAbsolute(given),
    expandDirectories: false,
    caseSensitiveMatch: process.platform !== "win32",
  });
  const wanted = await withoutExcepted(
    paths.filter((path) => !isLock(path)),
    left,
  );
  return wanted.length > 0 ? wanted.map(input) : [absent(given, "not-found")];
}

async function expandFolder(folder: string, left: ReadonlySet<string>): Promise<Input[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries
      .filter((entry) => !entry.isDirectory() && isWorkbookName(entry.name) && !isLock(entry.name))
      .map((entry) => join(folder, entry.name));
    const wanted = await withoutExcepted(names, left);
    return wanted.length > 0 ? wanted.map(input) : [absent(join(folder, "*.xlsx"), "not-found")];
  } catch {
    return [absent(folder, "no-permission")];
  }
}

async function withoutExcepted(paths: readonly string[], left: ReadonlySet<string>): Promise<string[]> {
  if (left.size === 0) return [...paths];
  const identities = await Promise.all(paths.map(identityOf));
  return paths.filter((_, index) => !left.has(identities[index] ?? ""));
}

/** A report sent as another kind of workbook is told of, not passed over; the reader says what to do with it (law RD8). */
function isWorkbookName(name: string): boolean {
  return /\.(?:xls[xmb]?|ods)$/i.test(name);
}

/** What Excel and LibreOffice leave beside an open file. */
function isLock(path: string): boolean {
  return /^(?:~\$|\.~lock\.)/.test(path.split(/[\\/]/).at(-1) ?? "");
}

function input(path: string): Input {
  return { label: labelOf(path), path, absence: null };
}

function absent(path: string, absence: "not-found" | "no-permission"): Input {
  return { label: labelOf(path), path, absence };
}

/** A path as it stands in reports and JSON. */
export function labelOf(path: string): string {
  return normalize(path).split(sep).join("/").normalize("NFC");
}

function asPattern(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

async function kindOf(path: string): Promise<"file" | "folder" | "not-found" | "no-permission"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (error) {
    return isAbsence(errorCode(error)) ? "not-found" : "no-permission";
  }
}

/** One file may be named in several ways. */
async function identityOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return resolve(path);
  }
}
