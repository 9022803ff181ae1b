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
  // Names are taken apart here: the reader has checked the namespaces, and doing so again would double the time.
  const parser = new SaxesParser({ xmlns: false });
  const around: OpenElement[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("A part with a DTD.");
  });
  const addText = (text: string) => {
    const element = around[around.length - 1];
    if (element) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("opentag", ({ name, attributes, isSelfClosing }) => {
    const end = parser.position;
    // No "<" can stand inside an opening tag.
    const start = xml.lastIndexOf("<", end - 1);
    const element = new OpenElement(name, attributes, { start, openEnd: end, isSelfClosing });
    element.path = around[around.length - 1]?.childPath() ?? [];
    visitor.open?.(element);
    around.push(element);
  });
  parser.on("closetag", () => {
    const element = around.pop();
    if (!element || !visitor.close) return;
    element.end = parser.position;
    element.closeStart = element.isSelfClosing ? element.openEnd : xml.lastIndexOf("<", element.end - 1);
    visitor.close(element);
  });
  parser.write(xml).close();
}

/** One object for the element's whole life, its path shared by all its siblings: parts have millions of them. */
class OpenElement implements ClosedElement {
  readonly name: string;
  readonly prefix: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  readonly openEnd: number;
  readonly isSelfClosing: boolean;
  path: readonly string[] = [];
  closeStart = 0;
  end = 0;
  text = "";
  #childPath: readonly string[] | null = null;

  constructor(
    name: string,
    attributes: Readonly<Record<string, string>>,
    tag: Pick<XmlElement, "start" | "openEnd" | "isSelfClosing">,
  ) {
    const colon = name.indexOf(":") + 1;
    this.name = name.slice(colon);
    this.prefix = name.slice(0, colon);
    this.attributes = new Map(Object.entries(attributes));
    this.start = tag.start;
    this.openEnd = tag.openEnd;
    this.isSelfClosing = tag.isSelfClosing;
  }

  childPath(): readonly string[] {
    return (this.#childPath ??= [...this.path, this.name]);
  }
}
