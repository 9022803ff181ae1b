import type { Archive } from "./archive";
import { readPart } from "./package-part";
import { plainTexts } from "./plain-texts";
import { textElement, writtenText } from "./text-element";
import { treeOf } from "./xml";

/** The texts that cells name by their index; none where the workbook has no such part. */
export function readSharedStrings(archive: Archive, part: string | null): readonly string[] {
  const strings: string[] = [];
  // Some writers announce the part and leave it out when it would be empty; an index into it is refused where it stands.
  if (part === null || !archive.find(part)) return strings;
  const si = textElement((text) => void strings.push(text));
  const plainChildren = plainTexts((text, isPreserved) => void strings.push(writtenText(text, isPreserved)));
  readPart(archive, part, treeOf({ sst: { children: treeOf({ si }), plainChildren } }));
  return strings;
}
