import { strFromU8, strToU8, zipSync } from "fflate";
import type { Blueprint, SheetBlueprint } from "../../core/blueprint";
import { toA1 } from "../../core/cell";
import { openArchive } from "./archive";
import { isFault } from "./fault";
import { escapeXml } from "./stored-text";
import { chartPart } from "./write-chart";
import { portableCodec, type ZipCodec } from "./zip-codec";

// A zip's time has no zone: the local constructor gives the same bytes everywhere.
const packed = new Date(2022, 0, 1, 12);

/** Puts right what hucre 1.0.0 writes wrongly or leaves out; `draft` must be its writing of the same blueprint. */
export function finishWorkbook(draft: Uint8Array, blueprint: Blueprint, codec: ZipCodec = portableCodec): Uint8Array {
  const parts = partsOf(draft, codec);
  const change = (path: string, finish: (xml: string) => string) => {
    const part = parts[path];
    if (!part) throw new Error(`The draft has no ${path}.`);
    parts[path] = strToU8(finish(strFromU8(part)));
  };
  change("xl/styles.xml", orderFonts);
  change("docProps/app.xml", (xml) => xml.replace(/(<Application>)[^<]*/, "$1plan-monitor"));
  blueprint.sheets.forEach((sheet, index) => {
    change(`xl/worksheets/sheet${index + 1}.xml`, (xml) => finishSheet(xml, sheet));
  });
  const charts = blueprint.sheets.flatMap((sheet) => (sheet.charts ?? []).map((chart) => chartPart(chart, sheet)));
  charts.forEach((chart, index) => {
    change(`xl/charts/chart${index + 1}.xml`, () => chart);
  });
  return zipSync(parts, { mtime: packed, level: 6 });
}

function partsOf(draft: Uint8Array, codec: ZipCodec): Record<string, Uint8Array> {
  const archive = openArchive(draft, codec);
  if (isFault(archive)) throw new Error(archive.detail);
  return Object.fromEntries(
    [...archive.entries.keys()].map((path) => {
      const bytes = archive.read(path);
      if (isFault(bytes)) throw new Error(bytes.detail);
      return [path, bytes];
    }),
  );
}

/** The children of a font, by the schema (CT_Font). */
export const fontOrder =
  "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split(" ");

/** The children of a font stand in the schema's order, or strict readers refuse the styles. */
export function orderFonts(xml: string): string {
  const place = (child: string) => fontOrder.indexOf(/^<(\w+)/.exec(child)?.[1] ?? "");
  return xml.replace(/<font>(.*?)<\/font>/g, (_, children: string) => {
    const sorted = (children.match(/<[^>]+>/g) ?? []).sort((one, other) => place(one) - place(other));
    return `<font>${sorted.join("")}</font>`;
  });
}

function finishSheet(xml: string, sheet: SheetBlueprint): string {
  const isFolded = sheet.columns.some((column) => column.isFolded);
  return placeErrors(xml, errorsByCell(sheet))
    .replace(/<v>(?=\s|[^<]*\s<)/g, '<v xml:space="preserve">')
    .replace(
      /<sheetFormatPr [^>]*>/,
      // The height of a line of Times New Roman 12; without the outline's level no fold can be opened.
      `<sheetFormatPr defaultRowHeight="15.75"${isFolded ? ' outlineLevelCol="1"' : ""}/>`,
    );
}

function errorsByCell(sheet: SheetBlueprint): Map<string, string> {
  const errors = new Map<string, string>();
  for (const { row, column, value } of sheet.cells) {
    if (value !== null && typeof value === "object" && "error" in value) errors.set(toA1({ row, column }), value.error);
  }
  return errors;
}

/** hucre stores a formula's error as text; the draft therefore holds 0 where an error belongs. */
function placeErrors(xml: string, errors: ReadonlyMap<string, string>): string {
  if (errors.size === 0) return xml;
  let placed = 0;
  const finished = xml.replace(/<c r="([A-Z]+\d+)"(?: s="\d+")?>(?:<f>[^<]*<\/f>)?<v>0<\/v>/g, (cell, at: string) => {
    const error = errors.get(at);
    if (error === undefined) return cell;
    placed += 1;
    return cell.replace(">", ' t="e">').replace("<v>0</v>", () => `<v>${escapeXml(error)}</v>`);
  });
  if (placed !== errors.size) throw new Error(`${placed} of ${errors.size} errors found a cell.`);
  return finished;
}
