import { plainText, resolved } from "./plain-xml";
import type { PlainChildren } from "./xml";

const itemPattern = new RegExp(String.raw`<si><t( xml:space="preserve")?>(${plainText})</t></si>`, "y");

/** The shared texts as nearly all are written, without runs; `take` gets each as the parser would have found it. */
export function plainTexts(take: (text: string, isPreserved: boolean) => void): PlainChildren {
  return {
    behind: /<sst(?: [^<>]*)?>|<\/si>/g,
    read: (text, from, seen) => {
      let end = from;
      for (;;) {
        itemPattern.lastIndex = end;
        const [, space, written] = itemPattern.exec(text) ?? [];
        const item = written === undefined ? null : resolved(written);
        if (item === null) return end;
        take(item, space !== undefined);
        end = itemPattern.lastIndex;
        seen.tags += 1;
        seen.elements += 2;
        seen.attributes += Number(space !== undefined);
      }
    },
  };
}
