import { plainRun, plainText, resolved } from "./plain-xml";
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

/** A row by the texts of its attributes. */
export interface PlainRow {
  readonly r: string | undefined;
  readonly hidden: string | undefined;
}

const yesOrNo = "(?:0|1|true|false)";

// The end of one row and the beginning of the next, which is not empty; its attributes in the order of the schema.
const turnPattern = new RegExp(
  String.raw`</row><row r="(\d{1,7})"(?: spans="[\d: ]*")?(?: s="\d{1,9}")?(?: customFormat="${yesOrNo}")?(?: ht="[\d.]+")?` +
    String.raw`(?: hidden="(${yesOrNo})")?(?: customHeight="${yesOrNo}")?(?: outlineLevel="\d")?(?: collapsed="${yesOrNo}")?>`,
  "y",
);

/** What is done with what stands plainly, as the parser would have found it. */
export interface PlainRows {
  readonly take: (cell: PlainCell) => void;
  readonly openRow: (row: PlainRow) => void;
}

/** The cells of a row as they are nearly always written, and those of the next rows where these begin as plainly. */
export function plainCells({ take, openRow }: PlainRows): PlainChildren {
  const cells = plainRun(cellPattern, (found, seen) => {
    const cell = cellIn(found, seen);
    if (cell) take(cell);
    return cell !== null;
  });
  const turns = plainRun(turnPattern, ([whole, r, hidden], seen) => {
    openRow({ r, hidden });
    seen.tags += 2;
    seen.elements += 1;
    seen.attributes += whole.split('="').length - 1;
    return true;
  });
  return {
    behind: /<row(?: [^<>]*)?>|<\/c>/g,
    read: (text, from, seen) => {
      for (let end = from; ;) {
        const turn = cells(text, end, seen);
        end = turns(text, turn, seen);
        if (end === turn) return end;
      }
    },
  };
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
