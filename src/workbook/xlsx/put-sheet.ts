import type { PutSheet } from "../../core/edit";
import type { Snapshot } from "../../core/snapshot";
import { mapBook, partOfKind, worksheetIn } from "./book-map";
import { dropCalculationChain } from "./calculation";
import { dropRelations } from "./drop-relations";
import { insertSheet } from "./insert-sheet";
import { mergeStyles } from "./merge-styles";
import { narrowNames } from "./narrow-names";
import { CannotPatch, type PackageDraft } from "./package-draft";
import { announcePart, relate, typeOfRelationship } from "./package-links";
import { putInBook } from "./put-in-book";
import { checkName, renameSheet } from "./rename-sheet";
import { transplantDrawing } from "./transplant-drawing";
import { isStrict, transplanted, writeSheetAlone } from "./transplant-sheet";
import { walkXml } from "./walk-xml";

const stylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** Puts a sheet made anew in place of another, or among the others. Throws a CannotPatch where that cannot be done whole. */
export async function putSheet(draft: PackageDraft, edit: PutSheet, before: Snapshot): Promise<void> {
  const { sheet, replaces, after } = edit;
  checkName(sheet.name);
  const written = await writeSheetAlone(sheet);
  let codeName: string | null = null;
  if (replaces) {
    if (replaces.sheet !== sheet.name) renameSheet(draft, replaces.sheet, sheet.name);
    const old = before.sheets.find(({ name }) => name === replaces.sheet);
    narrowNames(draft, sheet.name, old?.merges ?? []);
    const { part } = worksheetIn(mapBook(draft), sheet.name);
    codeName = codeNameOf(draft.text(part));
    dropRelations(draft, part);
  }
  // Its place in the package is taken first: where the workbook has no room, nothing else is to be done.
  const added = replaces ? null : insertSheet(draft, sheet.name, after);
  const isSelected = putInBook(draft, edit, written);
  const book = mapBook(draft);
  const namespace = namespaceOf(book.root.attributes, book.root.prefix);
  const stylesPart = partOfKind(draft, book.main, "styles") ?? addStyles(draft, namespace);
  const styles = mergeStyles(draft.text(stylesPart), written.styles);
  draft.change(stylesPart, () => styles.xml);
  const part = added ?? worksheetIn(book, sheet.name).part;
  const { drawing } = written;
  const drawingId = drawing && transplantDrawing(draft, part, { drawing, isStrict: isStrict({ namespace }) });
  draft.write(part, transplanted(written, { styles, namespace, isSelected, codeName, drawingId }));
  dropCalculationChain(draft);
}

function namespaceOf(attributes: ReadonlyMap<string, string>, prefix: string): string {
  const namespace = attributes.get(prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`);
  if (namespace === undefined) throw new CannotPatch("a workbook part without a namespace");
  return namespace;
}

/** What macros call the sheet, which they still find when it is made anew. */
function codeNameOf(xml: string): string | null {
  const found: { name: string | null } = { name: null };
  walkXml(xml, {
    open: ({ name, path, attributes }) => {
      if (name === "sheetPr" && path.length === 1) found.name = attributes.get("codeName") ?? null;
    },
  });
  return found.name;
}

/** A workbook without looks gets a part for them. */
function addStyles(draft: PackageDraft, namespace: string): string {
  const { main, sheets } = mapBook(draft);
  const part = `${main.slice(0, main.lastIndexOf("/") + 1)}styles.xml`;
  const [sheet] = sheets;
  if (!sheet || draft.find(part)) throw new CannotPatch(`${part} is not where it should be`);
  const ofSheet = typeOfRelationship(draft, main, sheet.element.attributes.get(sheet.idName) ?? "");
  relate(draft, main, { to: part, type: ofSheet.replace(/[^/]*$/, "styles") });
  announcePart(draft, part, stylesType);
  draft.write(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}"></styleSheet>`,
  );
  return part;
}
