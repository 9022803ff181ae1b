import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Phrase } from "../core/language";
import { whatStops } from "../words/what-stops";
import { labelOf } from "./inputs";
import { errorCode } from "./read-file";

/** Whether anything stands at a path. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** What stands in the way of writing a file, by the system's error. */
export async function failureAt(path: string, error: unknown): Promise<Phrase> {
  const folder = labelOf(dirname(path));
  switch (errorCode(error)) {
    case "ENOENT":
      return whatStops.folderIsMissing(folder);
    case "ENOTDIR":
      return whatStops.outputIsNoFolder(labelOf(await fileAbove(path)));
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return whatStops.folderNotWritable(folder);
    case "ENOSPC":
    case "EDQUOT":
      return whatStops.diskIsFull(folder);
    default:
      return whatStops.notWritten(labelOf(path));
  }
}

/** The file that stands where a path has a folder. */
async function fileAbove(path: string): Promise<string> {
  for (let above = dirname(path); dirname(above) !== above; above = dirname(above)) {
    if (await isThere(above)) return above;
  }
  return dirname(path);
}
