import type { XmlElement } from "./xml";
import { treeOf } from "./xml";

/**
 * The content of `si` and `is`: plain text or the joined runs of rich text, without the phonetic runs (`rPh`) that are
 * no part of it. `take` gets the text when the element ends.
 */
export function textElement(take: (text: string) => void): XmlElement {
  let whole = "";
  let isPreserved = false;
  const run: XmlElement = {
    open: (attributes) => {
      const space = attributes["xml:space"];
      isPreserved = space?.value === "preserve";
    },
    close: (text) => {
      whole += writtenText(text, isPreserved);
    },
  };
  return {
    open: () => void (whole = ""),
    close: () => take(whole),
    children: treeOf({ t: run, r: { children: treeOf({ t: run }) } }),
  };
}

/** What a `t` element holds, by whether it says that its spaces count. */
export function writtenText(text: string, isPreserved: boolean): string {
  return fromStoredText(isPreserved ? text : trimmed(text));
}

/** Text as a workbook's parts store it (ST_Xstring), with its `_xHHHH_` escapes undone. */
export function fromStoredText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

// Without xml:space, Excel too takes the spaces at the ends for the writer's own. A pattern that ends in "+$" would need
// time by the square of a long run of spaces.
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 11 && code !== 12);
}
