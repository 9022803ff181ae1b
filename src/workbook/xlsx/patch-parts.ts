import type { Splice } from "./splice";
import { spliceText } from "./splice";
import type { ClosedElement } from "./walk-xml";
import { walkXml } from "./walk-xml";

// What stands before calcPr in a workbook's part, by its schema.
const beforeCalculation = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
];

/** The workbook's part, asking Excel to compute every formula when it opens; the very same text where it does already. */
export function askForCalculation(xml: string): string {
  const found: { calculation: ClosedElement | null; before: ClosedElement | null } = {
    calculation: null,
    before: null,
  };
  walkXml(xml, {
    close: (element) => {
      if (element.path.length !== 1) return;
      if (element.name === "calcPr") found.calculation = element;
      if (beforeCalculation.includes(element.name)) found.before = element;
    },
  });
  const { calculation, before } = found;
  if (calculation) {
    const asked = calculation.attributes.get("fullCalcOnLoad");
    if (asked === "1" || asked === "true") return xml;
    const open = xml.slice(calculation.start, calculation.openEnd);
    const text =
      asked === undefined
        ? open.replace(/\s*\/?>$/, (end) => ` fullCalcOnLoad="1"${end}`)
        : open.replace(/(\sfullCalcOnLoad\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"1"');
    return spliceText(xml, [{ start: calculation.start, end: calculation.openEnd, text }]);
  }
  if (!before) return xml;
  const text = `<${before.prefix}calcPr fullCalcOnLoad="1"/>`;
  return spliceText(xml, [{ start: before.end, end: before.end, text }]);
}

/** The text without the elements that the test picks. */
export function withoutElements(xml: string, isUnwanted: (element: ClosedElement) => boolean): string {
  const cuts: Splice[] = [];
  walkXml(xml, {
    close: (element) => {
      if (isUnwanted(element)) cuts.push({ start: element.start, end: element.end, text: "" });
    },
  });
  return spliceText(xml, cuts);
}

/** The text with an element at the end of its root, written with the prefix that the root has. */
export function withChild(xml: string, child: (prefix: string) => string): string {
  const found: { root: ClosedElement | null } = { root: null };
  walkXml(xml, {
    close: (element) => {
      if (element.path.length === 0) found.root = element;
    },
  });
  return found.root ? spliceText(xml, insertedAtEnd(xml, found.root, child(found.root.prefix))) : xml;
}

/** The cuts that put a text at the end of an element, be it one without content. */
export function insertedAtEnd(xml: string, element: ClosedElement, text: string): Splice[] {
  const { start, end, closeStart, openEnd, isSelfClosing, prefix, name } = element;
  if (!isSelfClosing) return [{ start: closeStart, end: closeStart, text }];
  const open = xml.slice(start, openEnd).replace(/\s*\/>$/, ">");
  return [{ start, end, text: `${open}${text}</${prefix}${name}>` }];
}
