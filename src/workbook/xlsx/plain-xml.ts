import { detached, type PlainChildren, type XmlCount } from "./xml";

/**
 * What text between two tags may hold to be read without a parser, as a part of a pattern: no tag, no "]" (of which "]]>" may
 * not be written), no line end that a parser would mend, and no character that XML forbids.
 */
export const plainText = String.raw`[^<\]\r\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]*`;

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
 * Children that a pattern (sticky) reads, one right behind the other. `take` adds a child to the count and hands it on; false
 * where only a parser can tell what is meant, or that it is wrong.
 */
export function plainChildren(
  { behind, pattern }: { readonly behind: RegExp; readonly pattern: RegExp },
  take: (found: RegExpExecArray, seen: XmlCount) => boolean,
): PlainChildren {
  return {
    behind,
    read: (text, from, seen) => {
      let end = from;
      for (;;) {
        pattern.lastIndex = end;
        const found = pattern.exec(text);
        if (!found || !take(found, seen)) return end;
        end = pattern.lastIndex;
      }
    },
  };
}
