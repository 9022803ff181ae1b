import { blockFromA1, fromA1, maxColumns, maxRows, toA1, type Block } from "../../core/cell";
import type { Condition } from "../../core/blueprint";
import type { SheetLooks } from "../looks";
import type { Archive } from "./archive";
import type { ColourOf } from "./look-colours";
import type { Styles } from "./look-styles";
import { readPart } from "./package-part";
import { fromStoredText } from "./text-element";
import { attribute, treeOf, type XmlAttributes, type XmlElement } from "./xml";

type Draft<Kind> = { -readonly [Key in keyof Kind]: Kind[Key] };

/** What is drawn at most; more is left plain, which changes no figure. */
const mostCells = 400_000;
const mostColumns = 1_000;
const mostRows = 100_000;
const mostRules = 2_000;

interface Drawn extends Draft<Omit<SheetLooks, "widths" | "heights" | "cells" | "lists" | "inputs" | "conditions">> {
  readonly widths: Map<number, number>;
  readonly heights: Map<number, number>;
  readonly cells: Map<number, Map<number, number>>;
  readonly lists: SheetLooks["lists"][number][];
  readonly inputs: SheetLooks["inputs"][number][];
  readonly conditions: Condition[];
}

/** How a worksheet looks; throws a PartError for an unsound part. */
export function readSheetLooks(
  archive: Archive,
  { name, part }: { readonly name: string; readonly part: string },
  { styles, colourOf }: { readonly styles: Styles; readonly colourOf: ColourOf },
): SheetLooks {
  const drawn = plainSheet(name);
  drawn.looks = styles.cells;
  const children = treeOf({
    sheetPr: {
      children: treeOf({ tabColor: { open: (attributes) => void (drawn.tab = colourOf(attributes) ?? null) } }),
    },
    sheetViews: { children: treeOf({ sheetView: viewElement(drawn) }) },
    sheetFormatPr: {
      open: (attributes) => {
        drawn.defaultWidth = sizeIn(attributes, "defaultColWidth") ?? drawn.defaultWidth;
        drawn.defaultHeight = sizeIn(attributes, "defaultRowHeight") ?? drawn.defaultHeight;
      },
    },
    cols: { children: treeOf({ col: { open: (attributes) => widen(attributes, drawn.widths) } }) },
    sheetData: { children: treeOf({ row: rowElement(drawn) }) },
    conditionalFormatting: conditionsElement(drawn, styles),
    dataValidations: { children: treeOf({ dataValidation: validationElement(drawn) }) },
  });
  readPart(archive, part, treeOf({ worksheet: { children } }));
  return drawn;
}

/** A sheet of which nothing is known. */
export function plainSheet(name: string): Drawn {
  return {
    name,
    tab: null,
    defaultWidth: 8.43,
    defaultHeight: 15,
    widths: new Map(),
    heights: new Map(),
    freeze: { rows: 0, columns: 0 },
    hasGridlines: true,
    looks: [{}],
    cells: new Map(),
    lists: [],
    inputs: [],
    conditions: [],
  };
}

function viewElement(drawn: Drawn): XmlElement {
  return {
    open: (attributes) =>
      void (drawn.hasGridlines = !["0", "false"].includes(attribute(attributes, "showGridLines") ?? "1")),
    children: treeOf({
      pane: {
        open: (attributes) => {
          if (!(attribute(attributes, "state") ?? "").startsWith("frozen")) return;
          const lines = (key: string) =>
            Math.min(200, Math.max(0, Math.trunc(Number(attribute(attributes, key) ?? "0")) || 0));
          drawn.freeze = { rows: lines("ySplit"), columns: lines("xSplit") };
        },
      },
    }),
  };
}

function widen(attributes: XmlAttributes, widths: Map<number, number>): void {
  const width = sizeIn(attributes, "width");
  const [first, last] = [lineIn(attributes, "min", maxColumns), lineIn(attributes, "max", maxColumns)];
  if (width === undefined || first === null || last === null) return;
  for (let column = first; column <= Math.min(last, mostColumns); column += 1) widths.set(column, width);
}

function rowElement(drawn: Drawn): XmlElement {
  let row = -1;
  let column = -1;
  let count = 0;
  return {
    open: (attributes) => {
      row = lineIn(attributes, "r", maxRows) ?? row + 1;
      column = -1;
      const height = sizeIn(attributes, "ht");
      if (height !== undefined && drawn.heights.size < mostRows) drawn.heights.set(row, height);
    },
    children: treeOf({
      c: {
        open: (attributes) => {
          column = fromA1(attribute(attributes, "r") ?? "")?.column ?? column + 1;
          const look = Number(attribute(attributes, "s") ?? "0");
          if (!Number.isInteger(look) || look <= 0 || look >= drawn.looks.length || count >= mostCells) return;
          count += 1;
          const cells = drawn.cells.get(row) ?? new Map<number, number>();
          drawn.cells.set(row, cells.set(column, look));
        },
      },
    }),
  };
}

function conditionsElement(drawn: Drawn, { conditions }: Styles): XmlElement {
  let blocks: readonly Block[] = [];
  let look: Condition["look"] | undefined;
  let kind = "";
  let operator = "";
  let formulas: string[] = [];
  return {
    open: (attributes) => void (blocks = blocksIn(attributes)),
    children: treeOf({
      cfRule: {
        open: (attributes) => {
          look = conditions[Number(attribute(attributes, "dxfId") ?? "-1")];
          kind = attribute(attributes, "type") ?? "";
          operator = attribute(attributes, "operator") ?? "";
          formulas = [];
        },
        close: () => {
          for (const block of blocks) {
            const formula = conditionOf({ kind, operator, formulas, block });
            if (!look || formula === null || drawn.conditions.length >= mostRules) continue;
            drawn.conditions.push({ block, formula, look });
          }
        },
        children: treeOf({ formula: { close: (text) => void formulas.push(fromStoredText(text)) } }),
      },
    }),
  };
}

const operators = new Map([
  ["equal", "="],
  ["notEqual", "<>"],
  ["greaterThan", ">"],
  ["greaterThanOrEqual", ">="],
  ["lessThan", "<"],
  ["lessThanOrEqual", "<="],
]);

function conditionOf(rule: {
  readonly kind: string;
  readonly operator: string;
  readonly formulas: readonly string[];
  readonly block: Block;
}): string | null {
  const [first, second] = rule.formulas;
  if (first === undefined) return null;
  if (rule.kind === "expression") return first;
  if (rule.kind !== "cellIs") return null;
  const cell = toA1({ row: rule.block.top, column: rule.block.left });
  const sign = operators.get(rule.operator);
  if (sign !== undefined) return `${cell}${sign}(${first})`;
  if (second === undefined) return null;
  const isBetween = `AND(${cell}>=(${first}),${cell}<=(${second}))`;
  if (rule.operator === "between") return isBetween;
  return rule.operator === "notBetween" ? `NOT(${isBetween})` : null;
}

function validationElement(drawn: Drawn): XmlElement {
  let blocks: readonly Block[] = [];
  let kind = "";
  let message = "";
  let formula = "";
  return {
    open: (attributes) => {
      blocks = blocksIn(attributes);
      kind = attribute(attributes, "type") ?? "none";
      message = (attribute(attributes, "error") ?? attribute(attributes, "prompt") ?? "").slice(0, 500);
      formula = "";
    },
    close: () => {
      for (const block of blocks) {
        if (drawn.lists.length + drawn.inputs.length >= mostRules) return;
        const [, choices] = /^"(.*)"$/s.exec(formula.trim()) ?? [];
        if (kind === "list" && choices !== undefined) drawn.lists.push({ block, choices: choices.split(",") });
        if (kind === "custom" && formula !== "") drawn.inputs.push({ block, formula, message });
      }
    },
    children: treeOf({ formula1: { close: (text) => void (formula = fromStoredText(text)) } }),
  };
}

function blocksIn(attributes: XmlAttributes): readonly Block[] {
  return (attribute(attributes, "sqref") ?? "")
    .split(/\s+/, 200)
    .map(blockFromA1)
    .filter((block) => block !== null);
}

function sizeIn(attributes: XmlAttributes, name: string): number | undefined {
  const size = Number(attribute(attributes, name) ?? "NaN");
  return size >= 0 && size <= 1000 ? size : undefined;
}

function lineIn(attributes: XmlAttributes, name: string, most: number): number | null {
  const line = Number(attribute(attributes, name) ?? "NaN");
  return Number.isInteger(line) && line >= 1 && line <= most ? line - 1 : null;
}
