import type { CellStyle } from "hucre/xlsx";
import type { CellBlueprint, Condition, Look } from "../../core/blueprint";
import { cellStyle, conditionStyle } from "./cell-style";

/** What the sheets of one workbook share, numbered in the order in which it is first asked for. */
export interface BookTables {
  readonly texts: Numbering<string>;
  readonly styles: Numbering<CellStyle>;
  readonly conditionStyles: Numbering<CellStyle>;
}

export interface Numbering<Value> {
  readonly numberOf: (value: Value) => number;
  /** In the order of their numbers. */
  readonly all: () => readonly Value[];
}

export function bookTables(): BookTables {
  return {
    texts: numbering(0, (text: string) => text),
    // Number 0 is the style of cells that have none.
    styles: numbering(1, keyOf),
    conditionStyles: numbering(0, keyOf),
  };
}

/** Two styles are one where all is said alike: `cellStyle` says it in one order. */
function keyOf(style: CellStyle): string {
  return JSON.stringify(style);
}

function numbering<Value>(first: number, key: (value: Value) => string): Numbering<Value> {
  const numbers = new Map<string, number>();
  const values: Value[] = [];
  return {
    numberOf: (value) => {
      const name = key(value);
      const known = numbers.get(name);
      if (known !== undefined) return known;
      const number = first + values.length;
      numbers.set(name, number);
      values.push(value);
      return number;
    },
    all: () => values,
  };
}

/** The number of a cell's style. Thousands of cells share a few dozen looks; a date may have a format of its own. */
export function styleNumbers({ styles }: BookTables): (cell: CellBlueprint) => number {
  const known = new Map<Look, number>();
  const knownAlike = new Map<string, number>();
  return (cell) => {
    if (cell.value !== null && typeof cell.value === "object") return styles.numberOf(cellStyle(cell));
    const { look } = cell;
    const same = known.get(look);
    if (same !== undefined) return same;
    const key = lookKey(look);
    const number = knownAlike.get(key) ?? styles.numberOf(cellStyle(cell));
    knownAlike.set(key, number);
    known.set(look, number);
    return number;
  };
}

/** Looks that differ in nothing may be made anew for each cell. */
function lookKey(look: Look): string {
  const { isBold, isItalic, size, colour, fill, hasBorder, across, upDown, wraps, indent, format, isInput } = look;
  const flags = `${isBold} ${isItalic} ${hasBorder} ${wraps} ${isInput}`;
  return `${flags} ${size} ${indent} ${colour} ${fill} ${across} ${upDown} ${format}`;
}

export function conditionStyleNumber({ conditionStyles }: BookTables, condition: Condition): number {
  return conditionStyles.numberOf(conditionStyle(condition));
}
