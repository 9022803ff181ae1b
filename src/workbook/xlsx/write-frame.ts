import { strFromU8, strToU8 } from "fflate";
import { writeXlsx, type Cell, type SheetChart } from "hucre/xlsx";
import type { BlueprintName, ChartBlueprint, SheetBlueprint } from "../../core/blueprint";
import type { Block } from "../../core/cell";
import { madeBy } from "../../core/made-by";
import { blockToA1, columnLetters, quotedSheet } from "../../core/cell";
import { openArchive } from "./archive";
import type { BookTables } from "./book-tables";
import { standardFont } from "./cell-style";
import { isFault } from "./fault";
import { orderFonts } from "./font-order";
import { textXml } from "./write-rows";
import type { ZipCodec } from "./zip-codec";

// The plan's first day, and no clock: the same blueprint gives the same bytes each time.
const written = new Date(Date.UTC(2022, 0, 1));

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const ownNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** What the workbook's other parts have to know of a sheet. */
export type SheetOutline = Pick<SheetBlueprint, "name" | "visibility" | "print" | "charts">;

export interface Framed {
  readonly title: string;
  readonly names: readonly BlueprintName[];
  readonly outlines: readonly SheetOutline[];
  readonly tables: BookTables;
}

/**
 * The parts of a workbook by name, in their order, as hucre writes them for sheets without rows: those of the sheets
 * and of what is in the charts are still to be put in. What hucre 1.0.0 writes wrongly or leaves out is put right.
 */
export async function writeFrame(framed: Framed, codec: ZipCodec): Promise<Map<string, Uint8Array>> {
  const { title, names, outlines, tables } = framed;
  const draft = await writeXlsx({
    sheets: outlines.map((outline, index) => ({
      name: outline.name,
      veryHidden: outline.visibility === "very-hidden",
      ...(index === 0 && samples(tables)),
      ...(outline.charts !== undefined && outline.charts.length > 0 && { charts: outline.charts.map(chartPlace) }),
    })),
    namedRanges: [...names.map(toNamedRange), ...outlines.flatMap(printRanges)],
    activeSheet: Math.max(
      0,
      outlines.findIndex(({ visibility }) => visibility === "visible"),
    ),
    defaultFont: standardFont,
    properties: { title, created: written, modified: written },
  });
  const parts = partsOf(draft, codec);
  const change = (path: string, finish: (xml: string) => string) => {
    const part = parts.get(path);
    if (!part) throw new Error(`The draft has no ${path}.`);
    parts.set(path, strToU8(finish(strFromU8(part))));
  };
  change("xl/styles.xml", (xml) => checked(orderFonts(xml), tables));
  change("docProps/app.xml", (xml) => xml.replace(/(<Application>)[^<]*/, `$1${madeBy}`));
  if (tables.texts.all().length > 0) change("xl/sharedStrings.xml", () => textsPart(tables.texts.all()));
  return parts;
}

/** One cell for each style and one for a text, so that hucre writes the parts that these stand in. */
function samples({ texts, styles, conditionStyles }: BookTables) {
  const cells = new Map<string, Partial<Cell>>();
  for (const [index, style] of styles.all().entries()) cells.set(`0,${index}`, { style });
  if (texts.all().length > 0) cells.set("1,0", { value: "text" });
  const conditionalRules = conditionStyles.all().map((style, index) => ({
    type: "expression" as const,
    priority: index + 1,
    formula: "TRUE",
    style,
    range: "A1",
  }));
  return { cells, conditionalRules };
}

/** The sheets name styles by number: hucre must have counted them alike. */
function checked(xml: string, { styles, conditionStyles }: BookTables): string {
  const count = (list: string) => Number(new RegExp(`<${list} count="(\\d+)"`).exec(xml)?.[1] ?? 0);
  const [cells, conditions] = [1 + styles.all().length, conditionStyles.all().length];
  if (count("cellXfs") !== cells || count("dxfs") !== conditions)
    throw new Error("The draft numbers styles otherwise.");
  return xml;
}

function textsPart(texts: readonly string[]): string {
  const items = texts.map((text) => `<si>${textXml(text)}</si>`);
  const { length } = items;
  return `${declaration}<sst xmlns="${ownNamespace}" count="${length}" uniqueCount="${length}">${items.join("")}</sst>`;
}

function partsOf(draft: Uint8Array, codec: ZipCodec): Map<string, Uint8Array> {
  const archive = openArchive(draft, codec);
  if (isFault(archive)) throw new Error(archive.detail);
  return new Map(
    [...archive.entries.keys()].map((path) => {
      const bytes = archive.read(path);
      if (isFault(bytes)) throw new Error(bytes.detail);
      return [path, bytes];
    }),
  );
}

/** Where a chart stands and what is said of it. */
function chartPlace({ kind, title, description, place, series }: ChartBlueprint): SheetChart {
  return {
    type: kind,
    title,
    frameTitle: title,
    altText: `${title}. ${description}`,
    series: series.map(({ values }) => ({ values: blockToA1(values) })),
    anchor: { from: { row: place.top, col: place.left }, to: { row: place.bottom + 1, col: place.right + 1 } },
  };
}

interface NamedRange {
  readonly name: string;
  readonly range: string;
  readonly scope?: string;
}

function toNamedRange({ name, sheet, at }: BlueprintName): NamedRange {
  return { name, range: absolute(sheet, { top: at.row, left: at.column, bottom: at.row, right: at.column }) };
}

/** hucre's own print settings leave the sheet's name unquoted, and LibreOffice then repeats nothing. */
function printRanges({ name, print }: SheetOutline): NamedRange[] {
  const ranges: NamedRange[] = [];
  if (print.area) ranges.push({ name: "_xlnm.Print_Area", range: absolute(name, print.area), scope: name });
  if (print.repeatedRows) {
    const { first, last } = print.repeatedRows;
    ranges.push({
      name: "_xlnm.Print_Titles",
      range: `${quotedSheet(name)}!$${first + 1}:$${last + 1}`,
      scope: name,
    });
  }
  return ranges;
}

function absolute(sheet: string, { top, left, bottom, right }: Block): string {
  const start = `$${columnLetters(left)}$${top + 1}`;
  const end = `$${columnLetters(right)}$${bottom + 1}`;
  return `${quotedSheet(sheet)}!${start === end ? start : `${start}:${end}`}`;
}
