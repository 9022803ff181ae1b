import { writeXlsx } from "hucre/xlsx";
import type { Blueprint, BlueprintName, SheetBlueprint } from "../../core/blueprint";
import type { Block } from "../../core/cell";
import { columnLetters, quotedSheet } from "../../core/cell";
import { standardFont } from "./cell-style";
import { finishWorkbook } from "./finish";
import { toWriteSheet } from "./write-sheet";
import { portableCodec, type ZipCodec } from "./zip-codec";

// The plan's first day, and no clock: the same blueprint gives the same bytes each time.
const written = new Date(Date.UTC(2022, 0, 1));

/**
 * A new .xlsx workbook as the blueprint describes it: the same bytes for the same blueprint.
 * Throws a RangeError for what no workbook can hold: a choice with a comma, an infinite number, too long a text.
 */
export async function writeWorkbook(blueprint: Blueprint, codec: ZipCodec = portableCodec): Promise<Uint8Array> {
  const draft = await writeXlsx({
    sheets: blueprint.sheets.map(toWriteSheet),
    namedRanges: [...blueprint.names.map(toNamedRange), ...blueprint.sheets.flatMap(printRanges)],
    activeSheet: Math.max(
      0,
      blueprint.sheets.findIndex(({ visibility }) => visibility === "visible"),
    ),
    defaultFont: standardFont,
    properties: { title: blueprint.title, created: written, modified: written },
  });
  return finishWorkbook(draft, blueprint, codec);
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
function printRanges({ name, print }: SheetBlueprint): NamedRange[] {
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
