import { strFromU8, strToU8 } from "fflate";
import { packed } from "./changes-of-files";
import type { HarmedFile } from "./lands";

/** A number that was typed: in a cell without a type and without a formula. */
const typed = /<c r="([A-Z]+\d+)"( s="\d+")?><v>(-?[\d.]+)<\/v><\/c>/g;

/** What becomes of a figure: it is greater by so much, it is gone, or words stand in its place. */
export type Becomes = number | null | string;

/** Gives the report with one typed number, so far into its figures (from 0 to 1), become something else. */
export function figureChanger({ parts }: HarmedFile): (at: number, becomes: Becomes) => Uint8Array {
  const sheets = [...parts]
    .filter(([name]) => /^xl\/worksheets\/sheet[2-7]\.xml$/.test(name))
    .map(([name, bytes]): [string, string] => [name, strFromU8(bytes)]);
  const all = sheets.flatMap(([name, text]) => [...text.matchAll(typed)].map((found) => ({ name, text, found })));
  return (at, becomes) => {
    const chosen = all[Math.floor(at * all.length)];
    if (!chosen) throw new Error("no figures");
    const { name, text, found } = chosen;
    const changed = text.slice(0, found.index) + instead(found, becomes) + text.slice(found.index + found[0].length);
    return packed(new Map(parts).set(name, strToU8(changed)));
  };
}

function instead([, place = "", style = "", number = ""]: RegExpMatchArray, becomes: Becomes): string {
  const cell = `<c r="${place}"${style}`;
  if (becomes === null) return `${cell}/>`;
  if (typeof becomes === "string") return `${cell} t="inlineStr"><is><t>${becomes}</t></is></c>`;
  return `${cell}><v>${Number(number) + becomes}</v></c>`;
}
