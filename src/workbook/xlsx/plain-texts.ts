import { plainRun, plainText, resolved } from "./plain-xml";
import type { PlainChildren } from "./xml";

const itemPattern = new RegExp(String.raw`<si><t( xml:space="preserve")?>(${plainText})</t></si>`, "y");

/** The shared texts as nearly all are written, without runs; `take` gets each as the parser would have found it. */
export function plainTexts(take: (text: string, isPreserved: boolean) => void): PlainChildren {
  return {
    behind: /<sst(?: [^<>]*)?>|<\/si>/g,
    read: plainRun(itemPattern, ([, space, written = ""], seen) => {
      const item = resolved(written);
      if (item === null) return false;
      const isPreserved = space !== undefined;
      take(item, isPreserved);
      seen.tags += 1;
      seen.elements += 2;
      seen.attributes += Number(isPreserved);
      return true;
    }),
  };
}
