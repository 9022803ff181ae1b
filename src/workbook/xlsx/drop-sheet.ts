import { leadsTo } from "../../core/sheet-in-formula";
import { mapBook, worksheetIn, type BookMap } from "./book-map";
import { dropCalculationChain } from "./calculation";
import { dropRelations } from "./drop-relations";
import type { PackageDraft } from "./package-draft";
import { dropPart } from "./package-links";
import { relationshipsPart } from "./package-part";
import { withoutElements } from "./patch-parts";
import { movedPlaces } from "./sheet-places";
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
  const move = (place: number, attribute: string): number =>
    placeWithout(index, attribute === "activeTab" && place === index ? nearest : place);
  return views.flatMap((view) => movedPlaces(view, ["activeTab", "firstSheet"], move));
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
    return movedPlaces(name, ["localSheetId"], (place) => placeWithout(index, place));
  });
}

function placeWithout(index: number, place: number): number {
  return place > index ? place - 1 : place;
}
