import { mapBook, type BookMap, type MappedSheet } from "./book-map";
import { openTag } from "./open-tag";
import { CannotPatch, type PackageDraft } from "./package-draft";
import { announcePart, relate, typeOfPart, typeOfRelationship } from "./package-links";
import { relationshipsPart } from "./package-part";
import { movedPlaces } from "./sheet-places";
import { spliceText, type Splice } from "./splice";

const worksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** Makes room for a new sheet behind the one named (null: in front of all, else at the end) and gives its part's name. */
export function insertSheet(draft: PackageDraft, name: string, after: string | null): string {
  const book = mapBook(draft);
  const model = book.sheets.find(({ isWorksheet }) => isWorksheet);
  const isTaken = book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (!model || isTaken) throw new CannotPatch(`no room for a sheet ${name}`);
  const part = freePart(draft, model.part);
  announcePart(draft, part, typeOfPart(draft, model.part) ?? worksheetType);
  const type = typeOfRelationship(draft, book.main, model.element.attributes.get(model.idName) ?? "");
  const id = relate(draft, book.main, { to: part, type });
  const index = indexAfter(book, after);
  draft.write(book.main, spliceText(book.xml, [...shifted(book, index), tab(book, index, { name, id, model })]));
  return part;
}

function freePart(draft: PackageDraft, beside: string): string {
  const folder = beside.slice(0, beside.lastIndexOf("/") + 1);
  for (let number = 1; ; number++) {
    const part = `${folder}sheet${number}.xml`;
    if (!draft.find(part) && !draft.find(relationshipsPart(part))) return part;
  }
}

function indexAfter({ sheets }: BookMap, after: string | null): number {
  if (after === null) return 0;
  const index = sheets.findIndex(({ name, isWorksheet }) => isWorksheet && name === after);
  return index < 0 ? sheets.length : index + 1;
}

interface NewTab {
  readonly name: string;
  readonly id: string;
  readonly model: MappedSheet;
}

function tab({ sheets }: BookMap, index: number, { name, id, model }: NewTab): Splice {
  const number = Math.max(...sheets.map(({ element }) => Number(element.attributes.get("sheetId") ?? 0))) + 1;
  const kept = [...model.element.attributes].filter(([key]) => key.startsWith("xmlns"));
  const attributes = new Map([...kept, ["name", name], ["sheetId", String(number)], [model.idName, id]]);
  const text = openTag({ ...model.element, attributes, isSelfClosing: true }, new Map());
  const next = sheets[index]?.element.start ?? sheets.at(-1)?.element.end ?? 0;
  return { start: next, end: next, text };
}

/** What counts sheets by their place counts one more from here on. */
function shifted(book: BookMap, index: number): Splice[] {
  const behind = (place: number): number => (place >= index ? place + 1 : place);
  const views = book.views.flatMap((view) => movedPlaces(view, ["activeTab", "firstSheet"], behind));
  const names = book.names.flatMap((name) => movedPlaces(name, ["localSheetId"], behind));
  if (book.views.length > 0) return [...views, ...names];
  // Without a view the first tab is shown, and that may be a new one while an old one is still selected.
  const sheets = book.children.get("sheets");
  const shown = book.sheets.findIndex(({ element }) => (element.attributes.get("state") ?? "visible") === "visible");
  const place = shown >= index ? shown + 1 : shown;
  const { prefix } = book.root;
  const text = `<${prefix}bookViews><${prefix}workbookView activeTab="${Math.max(0, place)}"/></${prefix}bookViews>`;
  return sheets ? [...names, { start: sheets.start, end: sheets.start, text }] : names;
}
