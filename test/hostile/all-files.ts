import { bombs } from "./bombs";
import { brokenArchives } from "./broken-archives";
import type { HostileFile } from "./hostile-file";
import { oddSheets } from "./odd-sheets";
import { oddXml } from "./odd-xml";
import { otherFormats } from "./other-formats";

/** Every hostile file, by its kind. */
export const hostileFiles: Readonly<Record<string, readonly HostileFile[]>> = {
  "Archives that broke on their way, or were packed by strange programs": brokenArchives,
  "Small files that ask for much": bombs,
  "Files of other kinds, and workbooks with macros": otherFormats,
  "Parts written as few programs write them": oddXml,
  "Sheets and cells written as few programs write them": oddSheets,
};
