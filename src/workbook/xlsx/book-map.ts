import { CannotPatch, type PackageDraft } from "./package-draft";
import { readRelationships } from "./package-part";
import type { ClosedElement } from "./walk-xml";
import { walkXml } from "./walk-xml";

/** Where the sheets and names of a workbook's own part stand in its text. */
export interface BookMap {
  /** The name of the workbook's part. */
  readonly main: string;
  readonly xml: string;
  readonly root: ClosedElement;
  /** Sheets of every kind in the order of their tabs. */
  readonly sheets: readonly MappedSheet[];
  readonly names: readonly ClosedElement[];
  /** The children of the root, by name. */
  readonly children: ReadonlyMap<string, ClosedElement>;
  readonly views: readonly ClosedElement[];
}

export interface MappedSheet {
  readonly name: string;
  readonly element: ClosedElement;
  /** The name of the attribute that leads to its part: mostly "r:id". */
  readonly idName: string;
  readonly part: string;
  readonly isWorksheet: boolean;
}

/** Maps the workbook's part as it is by now; throws a CannotPatch where it is not one that can be changed. */
export function mapBook(draft: PackageDraft): BookMap {
  const main = partOfKind(draft, "", "officeDocument");
  if (main === null) throw new CannotPatch("no workbook part");
  const xml = draft.text(main);
  const sheets: ClosedElement[] = [];
  const names: ClosedElement[] = [];
  const views: ClosedElement[] = [];
  const children = new Map<string, ClosedElement>();
  const found: { root: ClosedElement | null } = { root: null };
  walkXml(xml, {
    close: (element) => {
      const { name, path } = element;
      if (path.length === 0) found.root = element;
      if (path.length === 1) children.set(name, element);
      if (path.length !== 2) return;
      if (name === "sheet" && path[1] === "sheets") sheets.push(element);
      if (name === "definedName" && path[1] === "definedNames") names.push(element);
      if (name === "workbookView" && path[1] === "bookViews") views.push(element);
    },
  });
  if (!found.root) throw new CannotPatch("a workbook part without a root");
  return { main, xml, root: found.root, sheets: placed(draft, main, sheets), names, children, views };
}

function placed(draft: PackageDraft, main: string, elements: readonly ClosedElement[]): MappedSheet[] {
  const relationships = readRelationships(draft, main);
  return elements.map((element) => {
    const id = [...element.attributes].find(([name]) => /(?:^|:)id$/.test(name));
    const { kind, part = null } = relationships.get(id?.[1] ?? "") ?? {};
    const name = element.attributes.get("name");
    if (!id || part === null || name === undefined) throw new CannotPatch("a sheet without a name or a part");
    return { name, element, idName: id[0], part, isWorksheet: kind === "worksheet" };
  });
}

/** The part that a part (or the package, "") leads to by its first relationship of a kind; null where it has none. */
export function partOfKind(draft: PackageDraft, part: string, kind: string): string | null {
  const found = [...readRelationships(draft, part).values()].find((relationship) => relationship.kind === kind);
  return found?.part ?? null;
}

/** The worksheet of a name; throws a CannotPatch where there is none. */
export function worksheetIn({ sheets }: BookMap, name: string): MappedSheet {
  const sheet = sheets.find((candidate) => candidate.name === name && candidate.isWorksheet);
  if (!sheet) throw new CannotPatch(`no worksheet ${name}`);
  return sheet;
}
