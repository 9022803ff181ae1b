import { SaxesParser } from "saxes";

/** An element of an XML part, with where it stands in the part's text. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** With its colon ("x:"), or empty. */
  readonly prefix: string;
  /** By name as written, prefix included; entities resolved. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The names of the elements around it, outermost first, without prefixes. */
  readonly path: readonly string[];
  readonly start: number;
  /** Just after the ">" of the opening tag. */
  readonly openEnd: number;
  readonly isSelfClosing: boolean;
}

export interface ClosedElement extends XmlElement {
  /** Where the closing tag starts; `openEnd` where there is none. */
  readonly closeStart: number;
  readonly end: number;
  /** The text directly in it, entities resolved. */
  readonly text: string;
}

export interface XmlVisitor {
  readonly open?: (element: XmlElement) => void;
  readonly close?: (element: ClosedElement) => void;
}

/** Visits every element of a well-formed XML text in order; throws an Error for any other text, or one with a DTD. */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: true });
  const around: { readonly element: XmlElement; readonly text: string[] }[] = [];
  const path: string[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("A part with a DTD.");
  });
  const addText = (text: string) => void around.at(-1)?.text.push(text);
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("opentag", (tag) => {
    const element: XmlElement = {
      name: tag.local,
      prefix: tag.prefix === "" ? "" : `${tag.prefix}:`,
      attributes: new Map(Object.entries(tag.attributes).map(([name, { value }]) => [name, value])),
      path: [...path],
      // No "<" can stand inside an opening tag.
      start: xml.lastIndexOf("<", parser.position - 1),
      openEnd: parser.position,
      isSelfClosing: tag.isSelfClosing,
    };
    visitor.open?.(element);
    around.push({ element, text: [] });
    path.push(tag.local);
  });
  parser.on("closetag", () => {
    path.pop();
    const closed = around.pop();
    if (!closed || !visitor.close) return;
    const { element, text } = closed;
    const end = parser.position;
    const closeStart = element.isSelfClosing ? element.openEnd : xml.lastIndexOf("<", end - 1);
    visitor.close({ ...element, closeStart, end, text: text.join("") });
  });
  parser.write(xml).close();
}
