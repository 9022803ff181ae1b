import { detached } from "./xml";

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
