import { leadsTo } from "../../core/sheet-in-formula";
import { mapBook, worksheetIn, type BookMap } from "./book-map";
import { dropCalculationChain } from "./calculation";
import { dropRelations } from "./drop-relations";
import { openTag } from "./open-tag";
import type { PackageDraft } from "./package-draft";
import { dropPart } from "./package-links";
import { relationshipsPart } from "./package-part";
import { withoutElements } from "./patch-parts";
import { spliceText, type Splice } from "./splice";
import type { ClosedElement } from "./walk-xml";

/** Takes a sheet out of the package, with what only it leads to; throws a CannotPatch where other parts lean on that. */
export function dropSheet(draft: PackageDraft, name: string): void {
  const book = mapBook(draft);
  const sheet = worksheetIn(book, name);
  const index = book.sheets.indexOf(sheet);
  const { element, idName, part } = sheet;
  dropRelations(draft, part);
  const cut = { start: element.start, end: element.end, text: "" };
  draft.write(book.main, spliceText(book.xml, [cut, ...viewsWithout(book, index), ...namesWithout(book, index, name)]));
  const id = element.attributes.get(idName);
  draft.change(relationshipsPart(book.main), (xml) =>
    withoutElements(xml, (one) => one.name === "Relationship" && one.attributes.get("Id") === id),
  );
  dropPart(draft, part);
  dropCalculationChain(draft);
}

/** What counts sheets by their place counts one less behind it; a view that showed it shows the nearest one in sight. */
function viewsWithout({ sheets, views }: BookMap, index: number): Splice[] {
  const isVisible = (place: number): boolean =>
    (sheets[place]?.element.attributes.get("state") ?? "visible") === "visible";
  const places = [...sheets.keys()].filter((place) => place !== index && isVisible(place));
  const nearest = places.find((place) => place > index) ?? places.at(-1) ?? 0;
  const behind = (place: number): number => (place > index ? place - 1 : place);
  return views.flatMap((view) => {
    const active = Number(view.attributes.get("activeTab") ?? 0);
    const first = Number(view.attributes.get("firstSheet") ?? 0);
    return retagged(view, [
      ["activeTab", active, behind(active === index ? nearest : active)],
      ["firstSheet", first, behind(first)],
    ]);
  });
}

/** Its own names go, as do those of the workbook that lead to it: nothing would stand behind them. */
function namesWithout({ names, children }: BookMap, index: number, sheet: string): Splice[] {
  const wanted = new Set([sheet.toLowerCase()]);
  const goes = ({ attributes, text }: ClosedElement): boolean => {
    const local = attributes.get("localSheetId");
    return local === undefined ? leadsTo(text, wanted) : Number(local) === index;
  };
  const list = children.get("definedNames");
  // An empty list is none by the schema.
  if (list && names.length > 0 && names.every(goes)) return [{ start: list.start, end: list.end, text: "" }];
  return names.flatMap((name): Splice[] => {
    if (goes(name)) return [{ start: name.start, end: name.end, text: "" }];
    const local = Number(name.attributes.get("localSheetId") ?? -1);
    return retagged(name, [["localSheetId", local, local > index ? local - 1 : local]]);
  });
}

function retagged(
  element: ClosedElement,
  places: readonly (readonly [name: string, before: number, after: number])[],
): Splice[] {
  const changes = new Map(
    places.filter(([, before, after]) => after !== before).map(([name, , after]) => [name, String(after)]),
  );
  if (changes.size === 0) return [];
  return [{ start: element.start, end: element.openEnd, text: openTag(element, changes) }];
}
