import { escapeXml } from "./stored-text";
import type { XmlElement } from "./walk-xml";

/** The opening tag of an element with some attributes set, or left out where they are null. */
export function openTag(element: XmlElement, changes: ReadonlyMap<string, string | null>): string {
  const attributes = new Map<string, string | null>([...element.attributes, ...changes]);
  const written = [...attributes].flatMap(([name, value]) => (value === null ? [] : [` ${name}="${quoted(value)}"`]));
  return `<${element.prefix}${element.name}${written.join("")}${element.isSelfClosing ? "/>" : ">"}`;
}

/** Line ends and tabs are escaped, or whoever reads the attribute finds spaces. */
function quoted(value: string): string {
  return escapeXml(value).replace(/[\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Whether an attribute says yes, as XML Schema writes it. */
export function isYes(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}
