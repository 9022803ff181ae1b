import { SaxesParser } from "saxes";

/** An XML element as it is written: names keep their prefixes, text is trimmed. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

/** The root of a document; throws where it is not well-formed. */
export function readXml(document: string): XmlElement {
  const top: Growing = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Growing = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text = `${element.text}${text}`.trim();
  });
  parser.on("closetag", () => open.pop());
  parser.write(document).close();
  const [root] = top.children;
  if (!root) throw new Error("There is no element.");
  return root;
}

/** An element and all below it, in the order of the document. */
export function elementsIn(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(elementsIn)];
}
