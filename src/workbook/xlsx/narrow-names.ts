import { blockToA1, columnLetters, quotedSheet, type Block } from "../../core/cell";
import { mapBook } from "./book-map";
import type { PackageDraft } from "./package-draft";
import { spliceText, type Splice } from "./splice";
import { escapeXml } from "./stored-text";
import { readTarget } from "./workbook-part";

/** Names that stand for a merged block stand for its first cell once the block is none any more. */
export function narrowNames(draft: PackageDraft, sheet: string, blocks: readonly Block[]): void {
  const merged = new Set(blocks.map(blockToA1));
  const { main, xml, names } = mapBook(draft);
  const splices = names.flatMap(({ attributes, text, openEnd, closeStart }): Splice[] => {
    const target = attributes.has("localSheetId") ? null : readTarget(text.trim());
    if (target?.sheet !== sheet || !merged.has(blockToA1(target.block))) return [];
    const { top, left } = target.block;
    const cell = `${quotedSheet(sheet)}!$${columnLetters(left)}$${top + 1}`;
    return [{ start: openEnd, end: closeStart, text: escapeXml(cell) }];
  });
  if (splices.length > 0) draft.write(main, spliceText(xml, splices));
}
