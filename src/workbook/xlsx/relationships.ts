import type { Archive } from "./archive";
import { damaged, isFault } from "./fault";
import type { XmlAttributes, XmlTree } from "./xml";
import { attribute, readXml } from "./xml";

/** Where one part of a package leads to. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, the same in transitional and strict files ("worksheet"). */
  readonly kind: string;
  /** The part's name without a leading slash; null where it leads out of the package. */
  readonly part: string | null;
}

/** The bytes of a part; throws a PartError where they are not whole. */
export function readPart(archive: Archive, part: string): Uint8Array {
  const bytes = archive.read(part);
  if (!(bytes instanceof Uint8Array)) throw bytes;
  return bytes;
}
