import type {
  ColumnBlueprint,
  Condition,
  InputValidation,
  ListValidation,
  PrintSetup,
  SheetBlueprint,
} from "../../core/blueprint";
import { blockToA1, toA1 } from "../../core/cell";
import { conditionStyleNumber, type BookTables } from "./book-tables";
import { attributeText, elementText, toStoredText } from "./stored-text";
import { writeRows, type WrittenRows } from "./write-rows";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const ownNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationsNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const centimetresAnInch = 2.54;
const widthOfTheColumnAfter = 9;
const longestList = 255;

/**
 * The part of a sheet, its texts and styles entered in the book's tables.
 * Throws a RangeError for what no workbook can hold.
 */
export function writeSheet(sheet: SheetBlueprint, tables: BookTables): string {
  const columns = columnsOf(sheet.columns);
  const rows = writeRows(sheet, tables);
  return [
    `${declaration}<worksheet xmlns="${ownNamespace}" xmlns:r="${relationsNamespace}">`,
    properties(sheet),
    dimension(rows, columns.length),
    view(sheet.freeze),
    // The height of a line of Times New Roman 12; without the outline's level no fold can be opened.
    element("sheetFormatPr", {
      defaultRowHeight: 15.75,
      outlineLevelCol: sheet.columns.some(({ isFolded }) => isFolded) ? 1 : undefined,
    }),
    group("cols", {}, columns.map((column) => element("col", { ...column })).join("")),
    rows.xml,
    ...(sheet.isProtected ? [protection] : []),
    listOf(
      "mergeCells",
      sheet.merges.map((block) => element("mergeCell", { ref: blockToA1(block) })),
    ),
    ...conditions(sheet.conditions, tables),
    listOf("dataValidations", [...sheet.lists.map(listValidation), ...sheet.inputs.map(inputValidation)]),
    ...page(sheet.print),
    ...(sheet.charts !== undefined && sheet.charts.length > 0 ? [element("drawing", { "r:id": "rId1" })] : []),
    "</worksheet>",
  ].join("");
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with what stands in it; without content, closed at once. */
function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? "" : ` ${key}="${attributeText(String(value))}"`,
  );
  const open = `<${name}${written.join("")}`;
  return content === "" ? `${open}/>` : `${open}>${content}</${name}>`;
}

/** An element that is left out where nothing stands in it. */
function group(name: string, attributes: Attributes, content: string): string {
  return content === "" ? "" : element(name, attributes, content);
}

function listOf(name: string, members: readonly string[]): string {
  return group(name, { count: members.length }, members.join(""));
}

function properties({ tab, print }: SheetBlueprint): string {
  const colour = tab === undefined ? "" : element("tabColor", { rgb: `FF${tab}` });
  return group("sheetPr", {}, `${colour}${print.fitsWidth ? element("pageSetUpPr", { fitToPage: 1 }) : ""}`);
}

function dimension({ rows, columns: widest }: WrittenRows, described: number): string {
  const columns = Math.max(widest, described);
  if (rows === 0 && columns === 0) return "";
  const last = toA1({ row: Math.max(rows, 1) - 1, column: Math.max(columns, 1) - 1 });
  return element("dimension", { ref: `A1:${last}` });
}

function view(freeze: SheetBlueprint["freeze"]): string {
  const isFrozen = freeze !== undefined && (freeze.rows > 0 || freeze.columns > 0);
  return element("sheetViews", {}, element("sheetView", { workbookViewId: 0 }, isFrozen ? pane(freeze) : ""));
}

function pane({ rows, columns }: { readonly rows: number; readonly columns: number }): string {
  const beside = rows > 0 ? "bottomRight" : "topRight";
  return element("pane", {
    xSplit: columns > 0 ? columns : undefined,
    ySplit: rows > 0 ? rows : undefined,
    topLeftCell: toA1({ row: rows, column: columns }),
    state: "frozen",
    activePane: columns > 0 ? beside : "bottomLeft",
  });
}

/** The mark of a folded group stands on the column after it, which must exist for the mark to have a place. */
function columnsOf(blueprints: readonly ColumnBlueprint[]): Attributes[] {
  const columns = blueprints.map(({ width, isHidden, isFolded }, index): Attributes => ({
    ...columnAt(index, width),
    hidden: isHidden === true || isFolded === true ? true : undefined,
    outlineLevel: isFolded ? 1 : undefined,
    collapsed: !isFolded && blueprints[index - 1]?.isFolded ? true : undefined,
  }));
  if (blueprints.at(-1)?.isFolded) {
    columns.push({ ...columnAt(blueprints.length, widthOfTheColumnAfter), collapsed: true });
  }
  return columns;
}

function columnAt(index: number, width: number): Attributes {
  return { min: index + 1, max: index + 1, width, customWidth: true };
}

// 0 is what stays allowed.
const protection = element("sheetProtection", {
  sheet: 1,
  selectLockedCells: 0,
  selectUnlockedCells: 0,
  formatColumns: 0,
  formatRows: 0,
});

/** Rules over one block stand together, wherever among the others they were described. */
function conditions(all: readonly Condition[], tables: BookTables): string[] {
  const byBlock = new Map<string, string[]>();
  for (const [index, condition] of all.entries()) {
    const attributes = { type: "expression", priority: index + 1, dxfId: conditionStyleNumber(tables, condition) };
    const rule = element("cfRule", attributes, element("formula", {}, elementText(condition.formula)));
    const block = blockToA1(condition.block);
    byBlock.set(block, [...(byBlock.get(block) ?? []), rule]);
  }
  return [...byBlock].map(([sqref, rules]) => element("conditionalFormatting", { sqref }, rules.join("")));
}

function listValidation({ block, choices, title, message }: ListValidation): string {
  if (choices.join(",").length > longestList || choices.some((choice) => /[,"]/.test(choice))) {
    throw new RangeError(`${blockToA1(block)}: choices with a comma or a quote, or over ${longestList} characters`);
  }
  const formula = `"${choices.map(toStoredText).join(",")}"`;
  return validation("list", { block, title, message, formula });
}

function inputValidation(input: InputValidation): string {
  return validation("custom", input);
}

function validation(type: string, { block, title, message, formula }: InputValidation): string {
  const attributes = {
    type,
    sqref: blockToA1(block),
    allowBlank: 1,
    showErrorMessage: 1,
    errorStyle: "stop",
    errorTitle: textOrNone(title),
    error: textOrNone(message),
  };
  return element("dataValidation", attributes, element("formula1", {}, elementText(formula)));
}

function textOrNone(text: string): string | undefined {
  return text === "" ? undefined : toStoredText(text);
}

function footer({ word, countsAlone }: NonNullable<PrintSetup["foot"]>): string {
  return `&C&"Times New Roman,Regular"&12${word} &P${countsAlone ? "" : "/&N"}`;
}

const throughAll = { word: "Trang", countsAlone: false };

/** A4 with the margins of Decree 30/2020/NĐ-CP: 2 cm above and below, 3 cm left, 1.5 cm right. */
function page({ orientation, fitsWidth, pageStarts = [], foot = throughAll }: PrintSetup): string[] {
  const breaks = [...pageStarts].sort((one, other) => one - other);
  return [
    element("pageMargins", {
      left: inches(3),
      right: inches(1.5),
      top: inches(2),
      bottom: inches(2),
      header: inches(1),
      footer: inches(1),
    }),
    element("pageSetup", {
      paperSize: 9,
      orientation,
      ...(fitsWidth && { fitToWidth: 1, fitToHeight: 0 }),
      ...(foot.countsAlone && { firstPageNumber: 1, useFirstPageNumber: 1 }),
    }),
    element("headerFooter", {}, element("oddFooter", {}, elementText(footer(foot)))),
    group(
      "rowBreaks",
      { count: breaks.length, manualBreakCount: breaks.length },
      breaks.map((id) => element("brk", { id, max: 16_383, man: 1 })).join(""),
    ),
  ];
}

function inches(centimetres: number): number {
  return Math.round((centimetres / centimetresAnInch) * 10_000) / 10_000;
}
