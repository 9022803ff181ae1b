import { blockFromA1, toA1, type Block } from "../../core/cell";
import type { Condition } from "../../core/blueprint";
import type { SheetLooks } from "../looks";
import type { Styles } from "./look-styles";
import { shiftable, type Shift } from "./shift-formula";
import { fromStoredText } from "./text-element";
import { attribute, treeOf, type XmlAttributes, type XmlElement } from "./xml";

/** Conditions and validations at most; more are left out, which changes no figure. */
const mostRules = 2_000;
const longestFormula = 8192;

/** A list whose choices stand in cells; `formula` says where. */
export interface BorrowedList {
  readonly block: Block;
  readonly formula: string;
}

/** What a sheet's part says of its conditions and validations. */
export interface SheetRules {
  readonly conditions: { readonly condition: Condition; readonly priority: number }[];
  readonly lists: SheetLooks["lists"][number][];
  readonly borrowed: BorrowedList[];
  readonly inputs: SheetLooks["inputs"][number][];
}

export function conditionsElement({ conditions }: SheetRules, styles: Styles): XmlElement {
  let blocks: readonly Block[] = [];
  let rule: Rule = { kind: "", operator: "", formulas: [], look: undefined, priority: 0 };
  return {
    open: (attributes) => void (blocks = blocksIn(attributes)),
    children: treeOf({
      cfRule: {
        open: (attributes) => {
          rule = {
            kind: attribute(attributes, "type") ?? "",
            operator: attribute(attributes, "operator") ?? "",
            formulas: [],
            look: styles.conditions[Number(attribute(attributes, "dxfId") ?? "-1")],
            priority: Number(attribute(attributes, "priority") ?? "0") || 0,
          };
        },
        close: () => {
          const { look, priority } = rule;
          const formulas = rule.formulas.map((formula) => movable(formula, blocks));
          for (const block of blocks) {
            const own = conditionOf({ ...rule, formulas: formulas.map((over) => over(block)) }, block);
            if (!look || own === null || conditions.length >= mostRules) continue;
            conditions.push({ condition: { block, formula: own, look }, priority });
          }
        },
        children: treeOf({ formula: { close: (text) => void rule.formulas.push(formulaIn(text)) } }),
      },
    }),
  };
}

interface Rule {
  readonly kind: string;
  readonly operator: string;
  readonly formulas: string[];
  readonly look: Condition["look"] | undefined;
  readonly priority: number;
}

const operators = new Map([
  ["equal", "="],
  ["notEqual", "<>"],
  ["greaterThan", ">"],
  ["greaterThanOrEqual", ">="],
  ["lessThan", "<"],
  ["lessThanOrEqual", "<="],
]);

/** Rules about texts, blanks, errors and days write a formula of the same meaning beside their own words. */
const spelledOut: ReadonlySet<string> = new Set([
  "expression",
  "containsText",
  "notContainsText",
  "beginsWith",
  "endsWith",
  "containsBlanks",
  "notContainsBlanks",
  "containsErrors",
  "notContainsErrors",
  "timePeriod",
]);

function conditionOf({ kind, operator, formulas }: Rule, block: Block): string | null {
  const [first, second] = formulas;
  if (first === undefined || first === "") return null;
  if (spelledOut.has(kind)) return first;
  if (kind !== "cellIs") return null;
  const cell = toA1({ row: block.top, column: block.left });
  const sign = operators.get(operator);
  if (sign !== undefined) return `${cell}${sign}(${first})`;
  if (second === undefined) return null;
  const isBetween = `AND(${cell}>=(${first}),${cell}<=(${second}))`;
  if (operator === "between") return isBetween;
  return operator === "notBetween" ? `NOT(${isBetween})` : null;
}

export function validationElement({ lists, borrowed, inputs }: SheetRules): XmlElement {
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
      if (formula === "") return;
      const over = movable(formula, blocks);
      const [, quoted] = /^"(.*)"$/s.exec(formula.trim()) ?? [];
      for (const block of blocks) {
        if (lists.length + borrowed.length + inputs.length >= mostRules) return;
        if (kind === "custom") inputs.push({ block, formula: over(block), message });
        if (kind !== "list") continue;
        if (quoted === undefined) borrowed.push({ block, formula: over(block) });
        else lists.push({ block, choices: quoted.replaceAll('""', '"').split(",").map(trimmed) });
      }
    },
    children: treeOf({ formula1: { close: (text) => void (formula = formulaIn(text)) } }),
  };
}

function trimmed(choice: string): string {
  return choice.trim();
}

function formulaIn(text: string): string {
  const formula = fromStoredText(text).replace(/^=/, "");
  return formula.length > longestFormula ? "" : formula;
}

/** A formula is written over the upper left corner of all its blocks together; each block has it over its own. */
function movable(formula: string, blocks: readonly Block[]): (block: Block) => string {
  const [only, ...others] = blocks;
  if (only === undefined || others.length === 0) return () => formula;
  const top = Math.min(...blocks.map((block) => block.top));
  const left = Math.min(...blocks.map((block) => block.left));
  let shifted: ((shift: Shift) => string) | null = null;
  return (block) => {
    const shift = { rows: block.top - top, columns: block.left - left };
    if (shift.rows === 0 && shift.columns === 0) return formula;
    shifted ??= shiftable(formula);
    return shifted(shift);
  };
}

function blocksIn(attributes: XmlAttributes): readonly Block[] {
  return (attribute(attributes, "sqref") ?? "")
    .split(/\s+/, 200)
    .map(blockFromA1)
    .filter((block) => block !== null);
}
