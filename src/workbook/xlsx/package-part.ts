import type { PartSource } from "./archive";
import { damaged, isFault, PartError } from "./fault";
import type { XmlAttributes, XmlTree } from "./xml";
import { attribute, readXml, treeOf } from "./xml";

/** Where one part of a package leads to. */
export interface Relationship {
  /** The last word of its type, the same in transitional and strict files ("worksheet"). */
  readonly kind: string;
  /** The part's name without a leading slash; null where it leads out of the package. */
  readonly part: string | null;
}

/** Walks a part of the package by the tree and gives its root's local name; throws a PartError that names the part. */
export function readPart(archive: PartSource, part: string, tree: XmlTree): string {
  const bytes = archive.read(part);
  if (isFault(bytes)) throw new PartError(bytes.reason, bytes.detail);
  try {
    return readXml(bytes, tree, archive.allowance);
  } catch (cause) {
    if (cause instanceof PartError) throw new PartError(cause.reason, `${part}: ${cause.detail}`);
    throw cause;
  }
}

/** The relationships of a part, or of the package itself (""), by their id; none where it has no such part. */
export function readRelationships(archive: PartSource, part: string): ReadonlyMap<string, Relationship> {
  const relationships = new Map<string, Relationship>();
  const source = relationshipsPart(part);
  if (!archive.find(source)) return relationships;
  const open = (attributes: XmlAttributes) => {
    const id = attribute(attributes, "Id") ?? "";
    if (relationships.has(id)) throw damaged(`two relationships ${id}`);
    const isOutside = attribute(attributes, "TargetMode") === "External";
    relationships.set(id, {
      kind: (attribute(attributes, "Type") ?? "").split("/").pop() ?? "",
      part: isOutside ? null : resolvePart(part, attribute(attributes, "Target") ?? ""),
    });
  };
  readPart(archive, source, treeOf({ Relationships: { children: treeOf({ Relationship: { open } }) } }));
  return relationships;
}

/** The name of the part that holds the relationships of a part, or of the package itself (""). */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function resolvePart(source: string, target: string): string {
  const path = target.replaceAll("\\", "/");
  const steps = path.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
