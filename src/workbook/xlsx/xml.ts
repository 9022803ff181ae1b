import type { SaxesAttributeNS } from "saxes";
import { SaxesParser } from "saxes";
import { Allowance, maxBytesWithoutTag, maxNesting } from "./bounds";
import { damaged, tooLarge } from "./fault";

export type XmlAttributes = Readonly<Record<string, SaxesAttributeNS>>;

/** What to do with an element of a certain place; those that no tree names are passed over with all that is in them. */
export interface XmlElement {
  readonly open?: (attributes: XmlAttributes) => void;
  /** Gets the text directly in the element, entities resolved. */
  readonly close?: (text: string) => void;
  readonly children?: XmlTree;
  /** In one element of a tree at most. */
  readonly plainChildren?: PlainChildren;
}

/** By local name; only elements of the root's own namespace are meant, whatever their prefix. */
export type XmlTree = ReadonlyMap<string, XmlElement>;

/** How many of what the allowance counts was read. */
export interface XmlCount {
  elements: number;
  attributes: number;
  tags: number;
}

/**
 * A shorter way for children of which a part has thousands: those that are written plainly never reach the parser, to which
 * the part is as well-formed without them. They must come to what the tree would have made of them.
 */
export interface PlainChildren {
  /** The whole tags right behind which they may stand: the opening one of the parent, the closing one of their like. */
  readonly behind: RegExp;
  /** Reads what stands plainly at a place, adds to the count, and gives where it ends. */
  readonly read: (text: string, at: number, seen: XmlCount) => number;
}

/** A tree of our own names; looked into with foreign ones, so it must be a map. */
export function treeOf(elements: Readonly<Record<string, XmlElement>>): XmlTree {
  return new Map(Object.entries(elements));
}

/** The element of a tree whose children may be written plainly. */
function plainParent(tree: XmlTree): XmlElement | undefined {
  for (const element of tree.values()) {
    const found = element.plainChildren ? element : element.children && plainParent(element.children);
    if (found) return found;
  }
  return undefined;
}

interface Frame {
  readonly element: XmlElement | undefined;
  /** Elements without one inside it are of the same namespace. */
  readonly hasPrefix: boolean;
  text: string;
}

/**
 * Walks a part by the tree and gives the root's local name. Throws a PartError for what is not well-formed, has a DTD,
 * nests deeper than 64, asks for more than the allowance has left or is in neither UTF-8 nor UTF-16.
 */
export function readXml(bytes: Uint8Array, tree: XmlTree, allowance = new Allowance()): string {
  let root = "";
  let namespace = "";
  const seen: XmlCount = { elements: 0, attributes: 0, tags: 0 };
  const around: Frame[] = [];
  // Six handlers and no more: with a seventh, V8 keeps the parser's fields in a dictionary and it runs five times slower.
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on("error", (error) => {
    throw damaged(error.message);
  });
  parser.on("doctype", () => {
    throw damaged("a document type declaration");
  });
  parser.on("opentag", ({ local, prefix, uri, attributes }) => {
    if (around.length === maxNesting) throw damaged(`elements nested deeper than ${maxNesting}`);
    seen.tags++;
    seen.elements++;
    seen.attributes += Object.keys(attributes).length;
    if (around.length === 0) {
      root = local;
      namespace = uri;
    }
    const siblings = around.length === 0 ? tree : around[around.length - 1]?.element?.children;
    const element = uri === namespace ? siblings?.get(local) : undefined;
    around.push({ element, hasPrefix: prefix !== "", text: "" });
    element?.open?.(attributes);
  });
  parser.on("closetag", () => {
    seen.tags++;
    const frame = around.pop();
    frame?.element?.close?.(detached(frame.text));
  });
  const addText = (text: string) => {
    const frame = around[around.length - 1];
    if (frame?.element?.close) frame.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  const parent = plainParent(tree);
  const plain = parent?.plainChildren;
  /** Whether these letters end in a tag, which no comment and no attribute can do, and the parent is open then. */
  const endsBeforeChildren = (text: string): boolean => {
    parser.write(text.slice(0, -1));
    const { tags } = seen;
    parser.write(text.slice(-1));
    const frame = around[around.length - 1];
    return seen.tags > tags && frame?.element === parent && !frame?.hasPrefix;
  };
  const write = (text: string) => {
    let at = 0;
    while (plain) {
      plain.behind.lastIndex = at;
      if (!plain.behind.test(text)) break;
      const end = plain.behind.lastIndex;
      at = endsBeforeChildren(text.slice(at, end)) ? plain.read(text, end, seen) : end;
    }
    parser.write(text.slice(at));
  };
  let piecesWithoutTag = 0;
  for (const text of pieces(bytes)) {
    Object.assign(seen, { elements: 0, attributes: 0, tags: 0 });
    write(text);
    allowance.spend("elements", seen.elements);
    allowance.spend("attributes", seen.attributes);
    piecesWithoutTag = seen.tags === 0 ? piecesWithoutTag + 1 : 0;
    const withoutTag = piecesWithoutTag * pieceBytes;
    if (withoutTag > maxBytesWithoutTag) throw tooLarge(`${withoutTag} bytes without a tag`);
  }
  // Closing forgets it.
  const { encoding = "utf-8" } = parser.xmlDecl;
  parser.close();
  if (!/^(?:utf-?8|utf-?16(?:[lb]e)?|us-ascii)$/i.test(encoding)) throw damaged(`the encoding ${encoding}`);
  return root;
}

// Below this V8 copies (String::kMinLength of its sliced strings).
const shortestPiece = 13;

/** V8 lets a piece of a text hold the text that it was cut from: one formula would keep a whole sheet in memory. */
export function detached(text: string): string {
  return text.length < shortestPiece ? text : ` ${text}`.slice(1);
}

/** The value of an attribute without a prefix. */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  return attributes[name]?.value;
}

/** Whether an attribute says yes. */
export function isOn(attributes: XmlAttributes, name: string): boolean {
  return saysYes(attribute(attributes, name));
}

/** Whether the text of an attribute is a yes, as XML Schema writes it. */
export function saysYes(text: string | undefined): boolean {
  return text === "1" || text === "true" || text === "on";
}

// V8 keeps texts of more than 128 KiB apart, in memory of their own for each: with smaller ones it decodes nine times as fast.
const pieceBytes = 32 * 1024;

/** A part as text, piece by piece; the parser knows a mark at the start. */
function* pieces(bytes: Uint8Array): Generator<string> {
  const encoding = encodingOf(bytes);
  const whole = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const stream = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    // Node decodes a stream ten times faster, but for text of ASCII alone, which then takes two bytes a letter. A piece that
    // goes on with a letter begun before is not of ASCII alone.
    const isPlain = encoding === "utf-8" && isAscii(piece);
    yield decoded(() => (isPlain ? whole.decode(piece) : stream.decode(piece, { stream: true })));
  }
  yield decoded(() => stream.decode());
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x7f) return false;
  return true;
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw damaged("bytes that are no text");
  }
}

/** By the mark at the start, or by how "<?" is written: an XML text says its encoding in no other way (XML 1.0, F.1). */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}
