import { strFromU8 } from "fflate";
import { openArchive, type Archive } from "../../../src/workbook/xlsx/archive";
import { isFault } from "../../../src/workbook/xlsx/fault";

/** What became of the parts of a file: how many stand as they stood, byte for byte and in their order, and what does not. */
export interface Comparison {
  readonly untouched: number;
  readonly changed: readonly string[];
  readonly faults: readonly string[];
}

/**
 * Compares two files entry by entry: headers, compressed bytes, order and directory. A sheet's part may differ in one cell,
 * the workbook's part in its calcPr; a chain of calculation may be gone, and what leads to it.
 */
export function compareFiles(before: Uint8Array, after: Uint8Array): Comparison {
  const [one, other] = [archiveOf(before), archiveOf(after)];
  const names = [...one.entries.keys()];
  const kept = names.filter((name) => other.entries.has(name));
  const gone = names.filter((name) => !other.entries.has(name));
  const faults = gone.filter((name) => !name.endsWith("calcChain.xml")).map((name) => `${name} is gone`);
  if (kept.join("\n") !== [...other.entries.keys()].join("\n")) faults.push("other entries, or another order");
  const inFile = (archive: Archive): string =>
    [...archive.entries.values()]
      .sort((first, second) => first.offset - second.offset)
      .map(({ name }) => name)
      .filter((name) => kept.includes(name))
      .join("\n");
  if (inFile(one) !== inFile(other)) faults.push("another order of data");
  const changed: string[] = [];
  for (const name of kept) {
    const [was, is] = [one.entries.get(name), other.entries.get(name)];
    if (!was || !is) continue;
    const isSame =
      Buffer.from(was.localRecord).equals(is.localRecord) &&
      Buffer.from(withoutOffset(was.record)).equals(withoutOffset(is.record));
    if (isSame) continue;
    changed.push(name);
    const [text, now] = [textOf(one, name), textOf(other, name)];
    const fault = faultIn(name, { text, now, isChainGone: gone.length > 0 });
    if (fault !== null) faults.push(`${name}: ${fault}`);
  }
  return { untouched: kept.length - changed.length, changed: [...changed, ...gone], faults };
}

function archiveOf(bytes: Uint8Array): Archive {
  const archive = openArchive(bytes);
  if (isFault(archive)) throw new Error(archive.detail);
  return archive;
}

/** Where an entry stands in the file moves when one before it grows. */
function withoutOffset(record: Uint8Array): Uint8Array {
  const copy = record.slice();
  copy.fill(0, 42, 46);
  return copy;
}

function textOf(archive: Archive, name: string): string {
  const bytes = archive.read(name);
  if (isFault(bytes)) throw new Error(bytes.detail);
  return strFromU8(bytes);
}

interface Texts {
  readonly text: string;
  readonly now: string;
  readonly isChainGone: boolean;
}

function faultIn(name: string, { text, now, isChainGone }: Texts): string | null {
  if (/worksheets\/[^/]+\.xml$/.test(name)) return faultInSheet(text, now);
  if (name.endsWith("workbook.xml")) {
    return withoutCalculation(text) === withoutCalculation(now) ? null : "more than its calcPr";
  }
  // A text typed over a table's heading is the name of its column, too.
  if (/tables\/[^/]+\.xml$/.test(name)) return withoutColumnNames(text) === withoutColumnNames(now) ? null : "changed";
  const isAboutChain = name.endsWith("workbook.xml.rels") || name === "[Content_Types].xml";
  if (!isAboutChain || !isChainGone) return "changed";
  return text.replace(/<[^<>]*calcChain[^<>]*>/i, "") === now ? null : "more than the chain of calculation";
}

function withoutCalculation(xml: string): string {
  return xml.replace(/<(\w+:)?calcPr\b[^>]*(\/>|>\s*<\/(\w+:)?calcPr>)/, "");
}

/** What a sheet's part says of how far its cells reach grows with them; a sheet without cells opens for its first. */
function withoutReach(xml: string): string {
  return xml
    .replace(/(<(?:\w+:)?dimension\b[^>]*?\sref=)"[^"]*"/, '$1""')
    .replace(/(<(?:\w+:)?row\b[^>]*?)\sspans="[^"]*"/g, "$1")
    .replace(/<((?:\w+:)?sheetData)\s*\/>/, "<$1></$1>");
}

const formulas = /<((?:\w+:)?f)\b[^>]*?(?:\/>|>[^<]*<\/\1>)/g;

/** Where the cell held a formula that others share, each of these has it written out, and keeps its value. */
function faultInSheet(before: string, after: string): string | null {
  const fault = faultInStretch(withoutReach(before), withoutReach(after));
  if (fault === null || !before.includes('t="shared"')) return fault;
  return faultInStretch(withoutReach(before).replace(formulas, ""), withoutReach(after).replace(formulas, ""));
}

/** The one stretch that differs may hold a cell, and around a new one its row. */
function faultInStretch(text: string, now: string): string | null {
  let start = 0;
  while (start < text.length && text[start] === now[start]) start += 1;
  let tail = 0;
  while (tail < Math.min(text.length, now.length) - start && text.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const stretches = [text, now].map((xml) => {
    const from = xml.lastIndexOf("<", start);
    const to = xml.indexOf(">", xml.length - tail - 1);
    return xml.slice(from, to < 0 ? xml.length : to + 1);
  });
  const tags = stretches.map((stretch) => [...stretch.matchAll(/<(?:\w+:)?(\w+)/g)].map(([, tag = ""]) => tag));
  const strange = tags.flat().filter((tag) => !["row", "c", "f", "v", "is", "t"].includes(tag));
  if (strange.length > 0) return `more than a cell: ${strange.join(", ")}`;
  const cells = tags.map((stretch) => stretch.filter((tag) => tag === "c").length);
  return Math.max(...cells) > 1 ? `more than one cell: ${stretches.join(" → ").slice(0, 300)}` : null;
}

function withoutColumnNames(xml: string): string {
  return xml.replace(/(<tableColumn [^>]*?)\sname="[^"]*"/g, "$1");
}
