import type { Block } from "../../core/cell";
import { blockFromA1, fromA1 } from "../../core/cell";
import type { FormulaScope } from "./lint-formula";
import { lintFormula } from "./lint-formula";
import type { ClosedElement, XmlElement } from "./walk-xml";
import { walkXml } from "./walk-xml";

const longestText = 32_767;
const longestList = 255;
const longestTitle = 32;
const longestMessage = 255;

/** What a sheet's part leans on in the rest of the workbook. */
export interface SheetSurroundings {
  readonly scope: FormulaScope;
  /** The length of each shared text, in characters. */
  readonly sharedLengths: readonly number[];
  readonly styles: number;
}

/** What is wrong with one sheet's part, in sentences. */
export function lintSheet(xml: string, surroundings: SheetSurroundings): string[] {
  const faults: string[] = [];
  const merges: string[] = [];
  let row = 0;
  let column = -1;
  let inlineLength = 0;
  let stored: string | null = null;

  const open = ({ name, attributes }: XmlElement) => {
    if (name === "row") {
      const next = Number(attributes.get("r"));
      if (!(next > row)) faults.push(`row ${next} comes after row ${row}.`);
      row = next;
      column = -1;
    }
    if (name === "c") {
      const at = attributes.get("r") ?? "";
      const position = fromA1(at);
      if (position?.row !== row - 1) faults.push(`${at} stands in row ${row}.`);
      if ((position?.column ?? -1) <= column) faults.push(`${at} comes twice or out of order.`);
      column = position?.column ?? column;
      inlineLength = 0;
      stored = null;
    }
  };

  const close = (element: ClosedElement) => {
    const { name, attributes, text, path } = element;
    const parent = path.at(-1);
    if (name === "t") inlineLength += text.length;
    if (name === "v" && parent === "c") stored = text;
    if (name === "mergeCell") merges.push(attributes.get("ref") ?? "");
    if (name === "c") faults.push(...lintCell(attributes, { ...surroundings, stored, inlineLength }));
    if (name === "f" && parent === "c" && !(attributes.get("t") === "shared" && text === "")) {
      faults.push(...lintFormula(text, surroundings.scope).map((fault) => `a formula of row ${row} ${fault}: ${text}`));
    }
    if (name === "dataValidation") faults.push(...lintMessages(attributes));
    if (name === "formula" && parent === "cfRule") {
      faults.push(...lintFormula(text, surroundings.scope).map((fault) => `a condition ${fault}: ${text}`));
    }
    if (name === "formula1" || name === "formula2") faults.push(...lintValidation(text, surroundings.scope));
  };

  walkXml(xml, { open, close });
  return [...faults, ...lintMerges(merges)];
}

interface CellParts extends SheetSurroundings {
  readonly stored: string | null;
  readonly inlineLength: number;
}

function lintCell(attributes: ReadonlyMap<string, string>, parts: CellParts): string[] {
  const faults: string[] = [];
  const at = attributes.get("r") ?? "";
  const type = attributes.get("t") ?? "n";
  const { stored, sharedLengths, inlineLength } = parts;
  let length = inlineLength;
  if (type === "s") {
    const shared = /^\d+$/.test(stored ?? "") ? sharedLengths[Number(stored)] : undefined;
    if (shared === undefined) faults.push(`${at} speaks of the shared text ${String(stored)}, which is not there.`);
    else length = shared;
  } else if (type === "n") {
    if (stored !== null && (stored === "" || !Number.isFinite(Number(stored)))) {
      faults.push(`${at} holds ${JSON.stringify(stored)} as a number.`);
    }
  } else if (stored !== null) {
    length = stored.length;
  }
  if (length > longestText) faults.push(`${at} holds a text of ${length} characters.`);
  if (Number(attributes.get("s") ?? 0) >= parts.styles) faults.push(`${at} has a style that is not there.`);
  return faults;
}

function lintMessages(attributes: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  for (const [name, longest] of [
    ["errorTitle", longestTitle],
    ["promptTitle", longestTitle],
    ["error", longestMessage],
    ["prompt", longestMessage],
  ] as const) {
    const text = attributes.get(name) ?? "";
    if (text.length > longest) faults.push(`a validation's ${name} has ${text.length} characters: ${text}`);
  }
  return faults;
}

function lintValidation(formula: string, scope: FormulaScope): string[] {
  if (/^"[^"]*"$/.test(formula)) {
    const length = formula.length - 2;
    return length > longestList ? [`a list of choices has ${length} characters: ${formula}`] : [];
  }
  return lintFormula(formula, scope).map((fault) => `a validation ${fault}: ${formula}`);
}

function lintMerges(references: readonly string[]): string[] {
  const faults: string[] = [];
  const blocks: { readonly reference: string; readonly block: Block }[] = [];
  for (const reference of references) {
    const block = blockFromA1(reference);
    if (!block || !reference.includes(":")) {
      faults.push(`${reference} is no block to merge.`);
      continue;
    }
    for (const earlier of blocks) {
      if (overlap(block, earlier.block)) faults.push(`the merges ${earlier.reference} and ${reference} overlap.`);
    }
    blocks.push({ reference, block });
  }
  return faults;
}

function overlap(one: Block, other: Block): boolean {
  const isApart = one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;
  return !isApart;
}
