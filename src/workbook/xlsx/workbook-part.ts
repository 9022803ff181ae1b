import type { Block } from "../../core/cell";
import { blockFromA1 } from "../../core/cell";
import type { SheetSnapshot } from "../../core/snapshot";
import type { PartSource } from "./archive";
import { damaged, isFault, PartError } from "./fault";
import type { Relationship } from "./package-part";
import { readPart, readRelationships } from "./package-part";
import type { XmlElement } from "./xml";
import { attribute, isOn, treeOf } from "./xml";

export interface SheetEntry {
  readonly name: string;
  readonly visibility: SheetSnapshot["visibility"];
  /** The name of its part, which no other sheet shares. */
  readonly part: string;
}

/** A defined name of the whole workbook that stands for one block of one sheet. */
export interface DefinedBlock {
  readonly name: string;
  readonly sheet: string;
  readonly block: Block;
}

export interface WorkbookPart {
  /** Worksheets in the order of their tabs; sheets of other kinds (charts, macros) hold no cells to read. */
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedBlock[];
  readonly countsFrom1904: boolean;
  readonly sharedStringsPart: string | null;
  readonly stylesPart: string | null;
}

/** What the workbook's own part says; throws a PartError for a package that is no workbook or not a sound one. */
export function readWorkbook(archive: PartSource): WorkbookPart {
  const main = partOfKind(readRelationships(archive, ""), "officeDocument");
  if (main === null) throw otherPackage(archive);
  if (main.toLowerCase().endsWith(".bin")) throw new PartError("binary-xlsb", main);

  const sheets: NamedSheet[] = [];
  const names: DefinedBlock[] = [];
  let countsFrom1904 = false;
  const children = treeOf({
    workbookPr: { open: (attributes) => void (countsFrom1904 = isOn(attributes, "date1904")) },
    sheets: { children: treeOf({ sheet: sheetElement(sheets) }) },
    definedNames: { children: treeOf({ definedName: definedNameElement(names) }) },
  });
  const root = readPart(archive, main, treeOf({ workbook: { children } }));
  if (root !== "workbook") throw new PartError("not-a-workbook", `${main} is a ${root}`);

  const relationships = readRelationships(archive, main);
  return {
    sheets: placeSheets(sheets, relationships),
    names,
    countsFrom1904,
    sharedStringsPart: partOfKind(relationships, "sharedStrings"),
    stylesPart: partOfKind(relationships, "styles"),
  };
}

/** OpenDocument packages say what they are in a part that comes first (ODF 1.2, part 3). */
function otherPackage(archive: PartSource): PartError {
  const type = archive.read("mimetype");
  const text = isFault(type) ? "" : new TextDecoder().decode(type.subarray(0, 100)).trim();
  const isOpenDocument = text.startsWith("application/vnd.oasis.opendocument.");
  return new PartError(isOpenDocument ? "opendocument" : "not-a-workbook", text || "a package without a document");
}

function partOfKind(relationships: ReadonlyMap<string, Relationship>, kind: string): string | null {
  return [...relationships.values()].find((relationship) => relationship.kind === kind)?.part ?? null;
}

interface NamedSheet extends Omit<SheetEntry, "part"> {
  readonly relationship: string;
}

const visibilities = new Map<string, SheetSnapshot["visibility"]>([
  ["visible", "visible"],
  ["hidden", "hidden"],
  ["veryHidden", "very-hidden"],
]);

function sheetElement(sheets: NamedSheet[]): XmlElement {
  return {
    open: (attributes) => {
      const visibility = visibilities.get(attribute(attributes, "state") ?? "visible");
      const id = Object.values(attributes).find(({ local, uri }) => local === "id" && uri.endsWith("/relationships"));
      const name = attribute(attributes, "name");
      if (!name || !visibility || !id) throw damaged("a sheet without a name, a known state or a part");
      sheets.push({ name, visibility, relationship: id.value });
    },
  };
}

const sheetKinds = new Set(["worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"]);

function placeSheets(sheets: readonly NamedSheet[], relationships: ReadonlyMap<string, Relationship>): SheetEntry[] {
  if (sheets.length === 0) throw damaged("a workbook without sheets");
  const names = new Set<string>();
  const parts = new Set<string>();
  return sheets.flatMap(({ name, visibility, relationship }) => {
    const { kind = "", part = null } = relationships.get(relationship) ?? {};
    if (names.has(name.toLowerCase())) throw damaged(`two sheets named ${name}`);
    if (part === null) throw damaged(`the sheet ${name} has no part`);
    // Passed over unsaid, its name would still be taken in the file, and a sheet made anew could not be written.
    if (!sheetKinds.has(kind)) throw damaged(`the sheet ${name} is of no known kind`);
    // Also a bound: many sheets over one large part would be read again and again.
    if (parts.has(part.toLowerCase())) throw damaged(`two sheets of the part ${part}`);
    names.add(name.toLowerCase());
    parts.add(part.toLowerCase());
    return kind === "worksheet" ? [{ name, visibility, part }] : [];
  });
}

function definedNameElement(names: DefinedBlock[]): XmlElement {
  let name: string | undefined;
  return {
    open: (attributes) => {
      name = attribute(attributes, "localSheetId") === undefined ? attribute(attributes, "name") : undefined;
    },
    close: (text) => {
      const target = readTarget(text.trim());
      if (name !== undefined && target) names.push({ name, ...target });
    },
  };
}

/** "'Số liệu'!$F$12" → its sheet and block; null for any other formula. */
export function readTarget(formula: string): Omit<DefinedBlock, "name"> | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z\d:]+)$/i.exec(formula);
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  const block = blockFromA1(match?.[3] ?? "");
  return sheet !== undefined && block ? { sheet, block } : null;
}
