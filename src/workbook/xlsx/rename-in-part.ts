import { renameSheetIn } from "../../core/sheet-in-formula";
import { openTag } from "./open-tag";
import { spliceText, type Splice } from "./splice";
import { escapeXml, toStoredText } from "./stored-text";
import { fromStoredText } from "./text-element";
import type { ClosedElement, XmlElement } from "./walk-xml";
import { walkXml } from "./walk-xml";

// Of cells, validations, conditions, names, tables, charts and controls, in whatever namespace.
const formulaElements = new Set([
  "f",
  "formula",
  "formula1",
  "formula2",
  "definedName",
  "calculatedColumnFormula",
  "totalsRowFormula",
  "sqref",
  "FmlaLink",
  "FmlaRange",
  "FmlaGroup",
  "FmlaTxbx",
  "FmlaPict",
]);

const formulaAttributes = new Map([
  ["hyperlink", ["location"]],
  ["cfvo", ["val"]],
  ["sp", ["textlink"]],
  ["cameraTool", ["cellRange"]],
  ["controlPr", ["linkedCell", "listFillRange"]],
  ["formControlPr", ["fmlaLink", "fmlaRange", "fmlaGroup", "fmlaTxbx"]],
]);

// What pivot tables and consolidations are made from.
const elementsWithSheet = new Set(["worksheetSource", "rangeSet", "dataRef"]);

/** A part in which every formula, link and source that leads to a sheet has that sheet's new name; all else stays. */
export function renameSheetInPart(xml: string, from: string, to: string): string {
  const splices: Splice[] = [];
  walkXml(xml, {
    open: (element) => {
      const changes = changedAttributes(element, from, to);
      if (changes.size > 0) {
        splices.push({ start: element.start, end: element.openEnd, text: openTag(element, changes) });
      }
    },
    close: (element) => {
      if (formulaElements.has(element.name)) splices.push(...renamedText(element, from, to));
    },
  });
  return splices.length === 0 ? xml : spliceText(xml, splices);
}

function renamedText({ text, openEnd, closeStart }: ClosedElement, from: string, to: string): Splice[] {
  const formula = fromStoredText(text);
  const renamed = renameSheetIn(formula, from, to);
  return renamed === formula ? [] : [{ start: openEnd, end: closeStart, text: escapeXml(toStoredText(renamed)) }];
}

function changedAttributes({ name, attributes }: XmlElement, from: string, to: string): Map<string, string> {
  const changes = new Map<string, string>();
  for (const attribute of formulaAttributes.get(name) ?? []) {
    const formula = attributes.get(attribute) ?? "";
    const renamed = renameSheetIn(formula, from, to);
    if (renamed !== formula) changes.set(attribute, renamed);
  }
  // With a relationship, the sheet is one of another workbook.
  const isElsewhere = [...attributes.keys()].some((attribute) => attribute.endsWith(":id"));
  const isNamed = elementsWithSheet.has(name) && attributes.get("sheet")?.toLowerCase() === from.toLowerCase();
  if (isNamed && !isElsewhere) changes.set("sheet", to);
  if (name === "Relationship") {
    const target = attributes.get("Target") ?? "";
    const place = target.startsWith("#") ? decodedPlace(target) : target;
    const renamed = target.startsWith("#") ? renameSheetIn(place, from, to) : place;
    if (renamed !== place) changes.set("Target", `#${encodeURI(renamed)}`);
  }
  return changes;
}

/** A link within the workbook is stored as the fragment of an address. */
function decodedPlace(target: string): string {
  try {
    return decodeURIComponent(target.slice(1));
  } catch {
    return target.slice(1);
  }
}
