import { mapBook, worksheetIn } from "./book-map";
import { openTag } from "./open-tag";
import { CannotPatch, type PackageDraft } from "./package-draft";
import { renameSheetInPart } from "./rename-in-part";
import { spliceText } from "./splice";

const longestName = 31;

/** Gives a sheet another name, wherever in the package it is named. Throws a CannotPatch where Excel would refuse it. */
export function renameSheet(draft: PackageDraft, from: string, to: string): void {
  checkName(to);
  const isTaken = mapBook(draft).sheets.some(({ name }) => name !== from && name.toLowerCase() === to.toLowerCase());
  if (isTaken) throw new CannotPatch(`two sheets ${to}`);
  for (const part of draft.names()) {
    if (mayNameSheets(part)) draft.change(part, (xml) => renameSheetInPart(xml, from, to));
  }
  const book = mapBook(draft);
  const { element } = worksheetIn(book, from);
  const text = openTag(element, new Map([["name", to]]));
  draft.write(book.main, spliceText(book.xml, [{ start: element.start, end: element.openEnd, text }]));
}

/** Throws a CannotPatch for a name that Excel does not let a sheet have. */
export function checkName(name: string): void {
  const isAllowed = name !== "" && name.length <= longestName && !/[[\]:*?/\\]|^'|'$/.test(name);
  if (!isAllowed) throw new CannotPatch(`no name for a sheet: ${name}`);
}

/** Texts, looks and what is said about the file hold no formula; foreign parts are not ours to read. */
function mayNameSheets(part: string): boolean {
  const isText = /\.(?:xml|vml|rels)$/i.test(part);
  return (
    isText &&
    !/(?:^|\/)(?:\[Content_Types\]|styles|sharedStrings|calcChain|theme\d*)\.xml$|^(?:docProps|customXml)\//i.test(part)
  );
}
