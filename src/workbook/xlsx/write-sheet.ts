import type { Cell, CellStyle, ColumnDef, ConditionalRule, DataValidation, SheetChart, WriteSheet } from "hucre/xlsx";
import type {
  CellBlueprint,
  ChartBlueprint,
  ColumnBlueprint,
  InputValidation,
  ListValidation,
  Look,
  PrintSetup,
  SheetBlueprint,
} from "../../core/blueprint";
import { blockToA1, reference, toA1 } from "../../core/cell";
import { cellStyle, conditionStyle } from "./cell-style";
import { dateSerial } from "./date-serial";
import { toStoredText } from "./stored-text";

const centimetresAnInch = 2.54;
const widthOfTheColumnAfter = 9;
const longestText = 32_767;
const longestList = 255;

/** A sheet as hucre takes it. Error values go in as the number 0, for the finishing step to put right. */
export function toWriteSheet(sheet: SheetBlueprint): WriteSheet {
  const { freeze, print } = sheet;
  return {
    name: sheet.name,
    veryHidden: sheet.visibility === "very-hidden",
    ...(sheet.tab !== undefined && { view: { tabColor: { rgb: sheet.tab } } }),
    columns: columns(sheet.columns),
    rowDefs: new Map(
      [...sheet.rows].map(([row, { height, isHidden }]) => [
        row,
        { ...(height !== undefined && { height }), ...(isHidden && { hidden: true }) },
      ]),
    ),
    cells: cells(sheet),
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startCol: left,
      endRow: bottom,
      endCol: right,
    })),
    dataValidations: [...sheet.lists.map(listValidation), ...sheet.inputs.map(inputValidation)],
    conditionalRules: sheet.conditions.map((condition, index): ConditionalRule => ({
      type: "expression",
      priority: index + 1,
      formula: condition.formula,
      style: conditionStyle(condition),
      range: blockToA1(condition.block),
    })),
    ...(freeze && (freeze.rows > 0 || freeze.columns > 0) && { freezePane: freeze }),
    ...(sheet.isProtected && {
      protection: {
        sheet: true,
        selectLockedCells: true,
        selectUnlockedCells: true,
        formatColumns: true,
        formatRows: true,
      },
    }),
    ...(sheet.charts !== undefined && sheet.charts.length > 0 && { charts: sheet.charts.map(chartPlace) }),
    ...page(print),
  };
}

/** Where a chart stands and what is said of it; the finishing step writes what is in it. */
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

/** The mark of a folded group stands on the column after it, which must exist for the mark to have a place. */
function columns(blueprints: readonly ColumnBlueprint[]): ColumnDef[] {
  const defined: ColumnDef[] = blueprints.map(({ width, isHidden, isFolded }, index) => ({
    width,
    ...((isHidden === true || isFolded === true) && { hidden: true }),
    ...(isFolded && { outlineLevel: 1 }),
    ...(!isFolded && blueprints[index - 1]?.isFolded && { collapsed: true }),
  }));
  if (blueprints.at(-1)?.isFolded) defined.push({ width: widthOfTheColumnAfter, collapsed: true });
  return defined;
}

function cells(sheet: SheetBlueprint): Map<string, Partial<Cell>> {
  const written = new Map<string, Partial<Cell>>();
  const styleOf = stylesByLook();
  // hucre writes rows only as far as there are cells: a cell without content carries a last hidden row.
  for (const row of sheet.rows.keys()) written.set(`${row},0`, { value: null });
  for (const cell of sheet.cells) {
    const style = styleOf(cell);
    const stored = storedValue(cell, sheet.name);
    if (cell.formula !== undefined) {
      written.set(`${cell.row},${cell.column}`, { formula: cell.formula, formulaResult: stored, style });
    } else if (typeof stored === "string" && stored.startsWith("#")) {
      // As a plain value "#N/A" would become the error of that name.
      written.set(`${cell.row},${cell.column}`, { richText: [{ text: stored }], style });
    } else {
      written.set(`${cell.row},${cell.column}`, { value: stored === "" ? null : stored, style });
    }
  }
  return written;
}

/** Thousands of cells share a few dozen looks; a date may have a format of its own. */
function stylesByLook(): (cell: CellBlueprint) => CellStyle {
  const known = new Map<Look, CellStyle>();
  return (cell) => {
    if (cell.value !== null && typeof cell.value === "object") return cellStyle(cell);
    const style = known.get(cell.look) ?? cellStyle(cell);
    known.set(cell.look, style);
    return style;
  };
}

function storedValue({ row, column, value }: CellBlueprint, sheet: string): number | string | boolean | null {
  const refuse = (why: string) => new RangeError(`${reference({ sheet, cell: toA1({ row, column }) })}: ${why}`);
  if (typeof value === "number" && !Number.isFinite(value)) throw refuse("not a finite number");
  if (typeof value === "string") {
    if (value.length > longestText) throw refuse(`a text of ${value.length} characters`);
    return toStoredText(value);
  }
  if (value === null || typeof value !== "object") return value;
  if ("error" in value) return 0;
  const serial = dateSerial(value.date);
  if (serial === null) throw refuse(`not a date: ${value.date}`);
  return serial;
}

function listValidation({ block, choices, title, message }: ListValidation): DataValidation {
  if (choices.join(",").length > longestList || choices.some((choice) => /[,"]/.test(choice))) {
    throw new RangeError(`${blockToA1(block)}: choices with a comma or a quote, or over ${longestList} characters`);
  }
  return { type: "list", values: choices.map(toStoredText), ...validation({ block, title, message }) };
}

function inputValidation({ block, formula, title, message }: InputValidation): DataValidation {
  return { type: "custom", formula1: formula, ...validation({ block, title, message }) };
}

function validation({ block, title, message }: Omit<InputValidation, "formula">): Omit<DataValidation, "type"> {
  return {
    range: blockToA1(block),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: toStoredText(title),
    errorMessage: toStoredText(message),
  };
}

/** A4 with the margins of Decree 30/2020/NĐ-CP: 2 cm above and below, 3 cm left, 1.5 cm right. */
function page(print: PrintSetup): Pick<WriteSheet, "pageSetup" | "headerFooter" | "rowBreaks"> {
  return {
    ...(print.pageStarts !== undefined &&
      print.pageStarts.length > 0 && { rowBreaks: print.pageStarts.map((row) => row - 1) }),
    pageSetup: {
      paperSize: "a4",
      orientation: print.orientation,
      ...(print.fitsWidth && { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
      margins: {
        top: inches(2),
        bottom: inches(2),
        left: inches(3),
        right: inches(1.5),
        header: inches(1),
        footer: inches(1),
      },
    },
    headerFooter: { oddFooter: '&C&"Times New Roman,Regular"&12Trang &P/&N' },
  };
}

function inches(centimetres: number): number {
  return Math.round((centimetres / centimetresAnInch) * 10_000) / 10_000;
}
