import { plainChildren, plainText, resolved } from "./plain-xml";
import type { PlainChildren, XmlCount } from "./xml";

/** A cell by the texts of its attributes and elements, references resolved; undefined where it has none of the name. */
export interface PlainCell {
  readonly r: string | undefined;
  readonly s: string | undefined;
  readonly t: string | undefined;
  readonly f: string | undefined;
  readonly v: string | undefined;
}

// Nearly all cells, by whatever program: some write the type first, some the style.
const cellPattern = new RegExp(
  String.raw`<c r="([A-Z]{1,3}[1-9]\d{0,6})"(?: s="(\d{1,9})")?(?: t="([a-z]{1,3})")?(?: s="(\d{1,9})")?` +
    String.raw`(?:/>|>(?:<f>(${plainText})</f>)?(?:<v>(${plainText})</v>|(<v/>))?</c>)`,
  "y",
);

/** The cells of a row as they are nearly always written; `take` gets each as the parser would have found it. */
export function plainCells(take: (cell: PlainCell) => void): PlainChildren {
  return plainChildren({ behind: /<row(?: [^<>]*)?>|<\/c>/g, pattern: cellPattern }, (found, seen) => {
    const cell = cellIn(found, seen);
    if (cell) take(cell);
    return cell !== null;
  });
}

/** Null where only a parser can tell what is meant, or that it is wrong. */
function cellIn(found: RegExpExecArray, seen: XmlCount): PlainCell | null {
  const [, r = "", style, t, styleBehind, formula, value, emptyValue] = found;
  if (style !== undefined && styleBehind !== undefined) return null;
  const f = formula && resolved(formula);
  const v = emptyValue === undefined ? value && resolved(value) : "";
  if (f === null || v === null) return null;
  const s = style ?? styleBehind;
  seen.tags += 1;
  seen.elements += 1 + Number(f !== undefined) + Number(v !== undefined);
  seen.attributes += 1 + Number(s !== undefined) + Number(t !== undefined);
  return { r, s, t, f, v };
}
