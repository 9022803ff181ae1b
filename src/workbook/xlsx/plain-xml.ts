import { detached, type PlainChildren, type XmlCount } from "./xml";

/** A letter that text between two tags may hold: no tag, no line end that a parser would mend, nothing that XML forbids, no "]". */
const letter = String.raw`[^<\]\r\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]`;

/** Text between two tags that needs no parser, as a part of a pattern. Brackets may stand in it, but not "]]>" (XML 1.0, 2.4). */
export const plainText = String.raw`${letter}*(?:\](?!\]>)${letter}*)*`;

const otherReference = /&(?!(?:amp|lt|gt|quot|apos);)/;

/** The text with its references resolved; null where there is one that only a parser knows. */
export function resolved(text: string): string | null {
  if (!text.includes("&")) return detached(text);
  if (otherReference.test(text)) return null;
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

/**
 * Reads what a pattern (sticky) finds, one right behind the other, and gives where it ends. `take` adds what was found to the
 * count and hands it on; false where only a parser can tell what is meant, or that it is wrong.
 */
export function plainRun(
  pattern: RegExp,
  take: (found: RegExpExecArray, seen: XmlCount) => boolean,
): PlainChildren["read"] {
  return (text, from, seen) => {
    let end = from;
    for (;;) {
      pattern.lastIndex = end;
      const found = pattern.exec(text);
      if (!found || !take(found, seen)) return end;
      end = pattern.lastIndex;
    }
  };
}
