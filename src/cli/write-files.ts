import { rmSync } from "node:fs";
import { chmod, copyFile, mkdir, open, realpath, rename, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { labelOf } from "./inputs";
import { clearLeftovers, temporaryName } from "./leftovers";
import { errorCode } from "./read-file";
import { failureAt, isThere } from "./write-failure";

/** A file to be written; its bytes are made when their turn comes, all at once or portion by portion. */
export interface Output {
  readonly path: string;
  readonly make: () => Uint8Array | Promise<Uint8Array> | AsyncIterable<Uint8Array>;
}

interface WriteOptions {
  /** Files that are there already may be replaced. */
  readonly mayReplace: boolean;
  /** Folders of the outputs, made where they are missing. */
  readonly folders?: readonly string[];
  readonly onMade?: () => void;
}

/**
 * Writes all files or none: each beside its place under another name, and only when all are whole do they take their
 * places. Files that are there are refused before anything is made. Throws CannotBeDone, leaving everything as it was.
 */
export async function writeFiles(outputs: readonly Output[], options: WriteOptions): Promise<void> {
  const { folders = [], mayReplace, onMade } = options;
  const places: Place[] = [];
  for (const { path } of outputs) places.push(await findPlace(path, mayReplace));
  const made: MadeFolder[] = [];
  const written: Written[] = [];
  const temporaries = new Set<string>();
  // Whoever stops the program half-way finds nothing left behind.
  const clear = (): void => {
    for (const temporary of temporaries) rmSync(temporary, { force: true });
  };
  process.once("exit", clear);
  try {
    for (const folder of folders) made.push({ folder, topmost: await makeFolder(folder) });
    for (const folder of new Set(places.map(({ path }) => dirname(path)))) await clearLeftovers(folder);
    for (const [index, { make }] of outputs.entries()) {
      const place = places[index];
      if (!place) continue;
      const made = await make();
      written.push(await writeBeside(place, made instanceof Uint8Array ? [made] : made, temporaries));
      onMade?.();
    }
    await takePlaces(written);
  } catch (error) {
    await Promise.all([...temporaries].map(remove));
    for (const one of made.reverse()) await removeFolders(one);
    throw error;
  } finally {
    process.removeListener("exit", clear);
  }
}

/** Refuses a place that is taken, before the work is begun. */
export async function checkFree(path: string, mayReplace: boolean): Promise<void> {
  await findPlace(path, mayReplace);
}

/** Where a file goes, and the rights of the one that it replaces. */
interface Place {
  readonly path: string;
  readonly replacedMode: number | null;
}

interface Written extends Place {
  readonly temporary: string;
}

async function findPlace(path: string, mayReplace: boolean): Promise<Place> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new CannotBeDone(whatStops.outputIsFolder(labelOf(path)));
    // Replacing a device would harm the machine.
    if (!found.isFile()) throw new CannotBeDone(whatStops.notWritten(labelOf(path)));
    if (!mayReplace) throw new CannotBeDone(whatStops.outputExists(labelOf(path)));
    return { path: await realpath(path), replacedMode: found.mode };
  } catch (error) {
    if (error instanceof CannotBeDone) throw error;
    if (errorCode(error) === "ENOENT") return { path, replacedMode: null };
    throw new CannotBeDone(await failureAt(path, error));
  }
}

interface MadeFolder {
  readonly folder: string;
  /** The topmost folder that had to be made, undefined where none had. */
  readonly topmost: string | undefined;
}

async function makeFolder(folder: string): Promise<string | undefined> {
  try {
    return await mkdir(folder, { recursive: true });
  } catch (error) {
    const isTaken = errorCode(error) === "EEXIST";
    throw new CannotBeDone(
      isTaken ? whatStops.outputIsNoFolder(labelOf(folder)) : await failureAt(join(folder, "*"), error),
    );
  }
}

/** Only those that are empty again: `rmdir` refuses the others. */
async function removeFolders({ folder, topmost }: MadeFolder): Promise<void> {
  if (topmost === undefined) return;
  const [first, last] = [resolve(folder), resolve(topmost)];
  try {
    for (let current = first; current.length >= last.length; current = dirname(current)) await rmdir(current);
  } catch {
    // Someone else's file came into it meanwhile: then it stays.
  }
}

async function writeBeside(
  place: Place,
  portions: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  temporaries: Set<string>,
): Promise<Written> {
  const temporary = join(dirname(place.path), temporaryName());
  temporaries.add(temporary);
  // What goes wrong while a portion is made is no failure of the disk.
  const written = async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await work;
    } catch (error) {
      throw new CannotBeDone(await failureAt(place.path, error));
    }
  };
  const file = await written(open(temporary, "wx"));
  try {
    for await (const bytes of portions) await written(file.writeFile(bytes));
    await written(file.sync());
  } finally {
    await written(file.close());
  }
  if (place.replacedMode !== null) await written(chmod(temporary, place.replacedMode));
  return { ...place, temporary };
}

/** A rename is the one step that a reader never sees half done. */
async function takePlaces(written: readonly Written[]): Promise<void> {
  const taken: Taken[] = [];
  try {
    for (const one of written) {
      // One file alone is replaced in one step; of several, those replaced already must be able to come back.
      taken.push(await takePlace(one, written.length > 1));
    }
  } catch (error) {
    for (const { path, before } of taken.reverse()) {
      if (before === null) await remove(path);
      else await rename(before, path);
    }
    throw error;
  }
  for (const { before } of taken) if (before !== null) await remove(before);
}

interface Taken {
  readonly path: string;
  /** A copy of the file that was replaced. */
  readonly before: string | null;
}

async function takePlace({ path, temporary, replacedMode }: Written, keepsBefore: boolean): Promise<Taken> {
  const before = replacedMode !== null && keepsBefore ? `${temporary}.before` : null;
  try {
    if (before !== null) await copyFile(path, before);
    if (replacedMode === null && (await isThere(path))) throw new CannotBeDone(whatStops.outputExists(labelOf(path)));
    await rename(temporary, path);
    return { path, before };
  } catch (error) {
    if (before !== null) await remove(before);
    if (error instanceof CannotBeDone) throw error;
    const isBusy = ["EPERM", "EACCES", "EBUSY"].includes(errorCode(error));
    throw new CannotBeDone(isBusy ? whatStops.fileInUse(labelOf(path)) : await failureAt(path, error));
  }
}

async function remove(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}
