import type { PackageDraft } from "./package-draft";
import { readRelationships, relationshipsPart } from "./package-part";
import { withChild, withoutElements } from "./patch-parts";
import { escapeXml } from "./stored-text";
import type { XmlElement } from "./walk-xml";
import { walkXml } from "./walk-xml";

const contentTypes = "[Content_Types].xml";

/** Says what a part is, in place of what may have been said of it. */
export function announcePart(draft: PackageDraft, part: string, type: string): void {
  draft.change(contentTypes, (xml) =>
    withChild(
      withoutElements(xml, (element) => isAbout(element, part)),
      (prefix) => `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${escapeXml(type)}"/>`,
    ),
  );
}

/** Takes a part out of the package; whatever leads to it must be gone. */
export function dropPart(draft: PackageDraft, part: string): void {
  draft.change(contentTypes, (xml) => withoutElements(xml, (element) => isAbout(element, part)));
  draft.remove(part);
}

/** What a part is said to be by itself; null where only its ending tells. */
export function typeOfPart(draft: PackageDraft, part: string): string | null {
  const found: { type: string | null } = { type: null };
  walkXml(draft.text(contentTypes), {
    open: (element) => {
      if (isAbout(element, part)) found.type = element.attributes.get("ContentType") ?? null;
    },
  });
  return found.type;
}

function isAbout({ name, attributes }: XmlElement, part: string): boolean {
  return name === "Override" && attributes.get("PartName")?.toLowerCase() === `/${part}`.toLowerCase();
}

/** The type of one of a part's relationships, as it is written: strict files have other ones. */
export function typeOfRelationship(draft: PackageDraft, part: string, id: string): string {
  const found = { type: "" };
  walkXml(draft.text(relationshipsPart(part)), {
    open: ({ attributes }) => {
      if (attributes.get("Id") === id) found.type = attributes.get("Type") ?? "";
    },
  });
  return found.type;
}

/** Lets one part lead to another, and gives the relationship's id. */
export function relate(
  draft: PackageDraft,
  from: string,
  { to, type }: { readonly to: string; readonly type: string },
): string {
  const ids = new Set(readRelationships(draft, from).keys());
  let number = ids.size + 1;
  while (ids.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  draft.change(relationshipsPart(from), (xml) =>
    withChild(
      xml,
      (prefix) => `<${prefix}Relationship Id="${id}" Type="${escapeXml(type)}" Target="/${escapeXml(to)}"/>`,
    ),
  );
  return id;
}
