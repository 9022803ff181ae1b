import { unzipSync, strFromU8 } from "fflate";
import type { SheetBlueprint } from "../../core/blueprint";
import type { MergedStyles } from "./merge-styles";
import { openTag } from "./open-tag";
import { CannotPatch } from "./package-draft";
import { spliceText, type Splice } from "./splice";
import type { ClosedElement, XmlElement } from "./walk-xml";
import { drawingIn, strict, type WrittenDrawing } from "./transplant-drawing";
import { walkXml } from "./walk-xml";
import { writeWorkbook } from "./write-workbook";

/** A sheet of ours, written in a workbook of its own. */
export interface WrittenSheet {
  readonly xml: string;
  readonly styles: string;
  /** What stands in each shared text. */
  readonly strings: readonly string[];
  /** Its print area and titles, as the workbook's part has them. */
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  readonly drawing: WrittenDrawing | null;
}

/** Writes a sheet as every new workbook has its sheets. */
export async function writeSheetAlone(sheet: SheetBlueprint): Promise<WrittenSheet> {
  // A workbook needs a sheet that can be seen.
  const bytes = await writeWorkbook({ title: "", sheets: [{ ...sheet, visibility: "visible" }], names: [] });
  const parts = unzipSync(bytes);
  const text = (path: string) => (parts[path] ? strFromU8(parts[path]) : "");
  const strings = text("xl/sharedStrings.xml");
  return {
    xml: text("xl/worksheets/sheet1.xml"),
    styles: text("xl/styles.xml"),
    strings: elementsOf(strings, "si").map(({ openEnd, closeStart }) => strings.slice(openEnd, closeStart)),
    names: elementsOf(text("xl/workbook.xml"), "definedName").map(({ attributes, text: formula }) => ({
      name: attributes.get("name") ?? "",
      formula,
    })),
    drawing: drawingIn(text),
  };
}

function elementsOf(xml: string, name: string): ClosedElement[] {
  const found: ClosedElement[] = [];
  const close = (element: ClosedElement) => {
    if (element.name === name) found.push(element);
  };
  if (xml !== "") walkXml(xml, { close });
  return found;
}

/** What the sheet's part has to fit into. */
export interface Host {
  readonly styles: MergedStyles;
  /** The namespace of the workbook's own elements: transitional and strict files differ in it. */
  readonly namespace: string;
  readonly isSelected: boolean;
  /** What the macros of the workbook call the sheet. */
  readonly codeName: string | null;
  /** What leads to its drawing; null where it has none. */
  readonly drawingId: string | null;
}

/** The sheet's part as it stands in its host: texts within its cells, looks and all by the host's numbers. */
export function transplanted({ xml, strings }: WrittenSheet, host: Host): string {
  const splices: Splice[] = [];
  const cell: { element: XmlElement | null; value: ClosedElement | null } = { element: null, value: null };
  const retag = (element: XmlElement, changes: ReadonlyMap<string, string | null>) => {
    if (changes.size === 0) return;
    splices.push({ start: element.start, end: element.openEnd, text: openTag(element, changes) });
  };
  walkXml(xml, {
    open: (element) => {
      const { name, path } = element;
      const isLinked = element.attributes.has("r:id");
      if (isLinked && (name !== "drawing" || host.drawingId === null)) throw new CannotPatch("a sheet with links");
      if (path.length === 0) {
        const links = element.attributes.get("xmlns:r");
        const ofLinks = links === undefined || !isStrict(host) ? [] : [["xmlns:r", strict(links)] as const];
        retag(element, new Map([["xmlns", host.namespace], ...ofLinks]));
        const isNamed = host.codeName !== null && !/<sheetPr\b/.test(xml);
        if (isNamed) splices.push(codeNamed(element, host.codeName));
      }
      if (name === "c") Object.assign(cell, { element, value: null });
      else retag(element, changesOf(element, host));
    },
    close: (element) => {
      if (element.name === "v") cell.value = element;
      if (element.name !== "c") return;
      const { attributes } = element;
      const style = host.styles.styleOf(Number(attributes.get("s") ?? 0));
      const isShared = attributes.get("t") === "s";
      const changes = new Map([["s", style === 0 ? null : String(style)]]);
      if (isShared) changes.set("t", "inlineStr");
      retag(element, changes);
      if (!isShared || !cell.value) return;
      const text = strings[Number(cell.value.text)];
      if (text === undefined) throw new CannotPatch("a text that stands nowhere");
      splices.push({ start: cell.value.start, end: cell.value.end, text: `<is>${text}</is>` });
    },
  });
  return spliceText(xml, splices);
}

/** Strict files call the elements of a sheet by another namespace. */
export function isStrict({ namespace }: Pick<Host, "namespace">): boolean {
  return namespace.startsWith("http://purl.oclc.org/");
}

function codeNamed({ openEnd }: XmlElement, name: string | null): Splice {
  const text = openTag({ ...sheetProperties, attributes: new Map() }, new Map([["codeName", name]]));
  return { start: openEnd, end: openEnd, text };
}

const sheetProperties = { name: "sheetPr", prefix: "", path: [], start: 0, openEnd: 0, isSelfClosing: true };

function changesOf(
  { name, attributes }: XmlElement,
  { styles, isSelected, codeName, drawingId }: Host,
): Map<string, string | null> {
  const changes = new Map<string, string | null>();
  if (name === "sheetView" && (isSelected || attributes.has("tabSelected"))) {
    changes.set("tabSelected", isSelected ? "1" : null);
  }
  if (name === "sheetPr" && codeName !== null) changes.set("codeName", codeName);
  if (name === "drawing" && drawingId !== null) changes.set("r:id", drawingId);
  const styled = name === "row" ? "s" : name === "col" ? "style" : null;
  const style = styled === null ? undefined : attributes.get(styled);
  if (styled !== null && style !== undefined) changes.set(styled, String(styles.styleOf(Number(style))));
  const condition = name === "cfRule" ? attributes.get("dxfId") : undefined;
  if (condition !== undefined) changes.set("dxfId", String(styles.conditionOf(Number(condition))));
  return changes;
}
