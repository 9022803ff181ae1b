import type { BlueprintName } from "../../core/blueprint";
import { columnLetters, quotedSheet } from "../../core/cell";
import type { PutSheet } from "../../core/edit";
import { mapBook, worksheetIn, type BookMap } from "./book-map";
import { openTag } from "./open-tag";
import { CannotPatch, type PackageDraft } from "./package-draft";
import { insertedAtEnd } from "./patch-parts";
import { spliceText, type Splice } from "./splice";
import { escapeXml } from "./stored-text";
import type { WrittenSheet } from "./transplant-sheet";

/** Says in the workbook's part how a sheet that was put is seen, printed and named; gives whether it is the one shown. */
export function putInBook(draft: PackageDraft, { sheet, names }: PutSheet, written: WrittenSheet): boolean {
  const book = mapBook(draft);
  const { element } = worksheetIn(book, sheet.name);
  const index = book.sheets.findIndex((one) => one.element === element);
  const state = sheet.visibility === "visible" ? null : "veryHidden";
  const active = Number(book.views[0]?.attributes.get("activeTab") ?? 0);
  const shown = book.sheets.findIndex((one, place) => (place === index ? state === null : isVisible(one)));
  if (shown < 0) throw new CannotPatch("no sheet could be seen");
  const isLost = active === index && state !== null;
  draft.write(
    book.main,
    spliceText(book.xml, [
      { start: element.start, end: element.openEnd, text: openTag(element, new Map([["state", state]])) },
      ...(isLost ? book.views.map((view) => retagged(view, shown)) : []),
      ...withoutNames(book, index, names),
      ...withNames(book, [...names.map(definition), ...written.names.map((name) => ({ ...name, sheet: index }))]),
    ]),
  );
  return active === index && state === null;
}

function isVisible({ element }: BookMap["sheets"][number]): boolean {
  return (element.attributes.get("state") ?? "visible") === "visible";
}

function retagged(view: BookMap["views"][number], shown: number): Splice {
  return { start: view.start, end: view.openEnd, text: openTag(view, new Map([["activeTab", String(shown)]])) };
}

/** Those that are given anew, and what the old sheet printed and filtered; Excel takes no account of case. */
function withoutNames({ names }: BookMap, index: number, given: readonly BlueprintName[]): Splice[] {
  const taken = new Set(given.map(({ name }) => name.toLowerCase()));
  return names
    .filter(({ attributes }) => {
      const name = (attributes.get("name") ?? "").toLowerCase();
      const sheet = attributes.get("localSheetId");
      return sheet === undefined ? taken.has(name) : Number(sheet) === index && name.startsWith("_xlnm.");
    })
    .map(({ start, end }) => ({ start, end, text: "" }));
}

interface Definition {
  readonly name: string;
  readonly formula: string;
  /** The place of the sheet that it belongs to; null where it is the workbook's. */
  readonly sheet: number | null;
}

function definition({ name, sheet, at }: BlueprintName): Definition {
  return { name, formula: `${quotedSheet(sheet)}!$${columnLetters(at.column)}$${at.row + 1}`, sheet: null };
}

function withNames({ xml, root, children }: BookMap, definitions: readonly Definition[]): Splice[] {
  if (definitions.length === 0) return [];
  const { prefix } = root;
  const written = definitions.map(({ name, formula, sheet }) => {
    const local = sheet === null ? "" : ` localSheetId="${sheet}"`;
    return `<${prefix}definedName name="${escapeXml(name)}"${local}>${escapeXml(formula)}</${prefix}definedName>`;
  });
  const list = children.get("definedNames");
  if (list) return insertedAtEnd(xml, list, written.join(""));
  const text = `<${prefix}definedNames>${written.join("")}</${prefix}definedNames>`;
  const before = ["externalReferences", "functionGroups", "sheets"].flatMap((name) => children.get(name) ?? [])[0];
  return before ? [{ start: before.end, end: before.end, text }] : [];
}
