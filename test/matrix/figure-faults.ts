import type { Cell, CellValue } from "../../src/core/cell";
import { contentOf, isNumeric } from "../../src/core/form/table";
import { rewritten, typedCellsOf, type CleanForm, type FormCell } from "./clean-form";
import { consequences, disagreements, type Fault } from "./fault";

type Planter = (cell: FormCell) => Omit<Fault, "kind" | "where"> | null;

function typed(
  rule: string,
  value: (cell: FormCell) => CellValue | undefined,
  implied: readonly string[] = [],
): Planter {
  return (cell) => {
    const put = value(cell);
    if (put === undefined) return null;
    return { rule, at: cell.place, implied, typed: [[cell, put]] };
  };
}

function written(rule: string, put: (cell: FormCell) => Cell): Planter {
  return (cell) => ({
    rule,
    at: cell.place,
    implied: [],
    rewrite: (snapshot) => rewritten(snapshot, cell.place, put(cell)),
  });
}

function numberIn({ value }: FormCell): number {
  return typeof value === "number" ? value : 0;
}

function isRequired({ table, key }: FormCell): boolean {
  return table === "households" || (table === "elements" && (key === "baseline" || key === "actual"));
}

/** 1234 → "1.234", 46 → "46": as Vietnam writes whole numbers. */
function grouped(number: number): string {
  return String(Math.abs(Math.round(number))).replace(/\B(?=(\d{3})+$)/g, ".");
}

const figures: Readonly<Record<string, Planter>> = {
  "blank figure": (cell) => (isRequired(cell) ? typed("figure-is-present", () => null, consequences)(cell) : null),
  "words for a figure": typed("figure-is-a-number", () => "chưa rà soát", consequences),
  "a figure with words": typed("figure-is-a-number", (cell) => `${numberIn(cell)} hộ`, consequences),
  "TRUE for a figure": typed("figure-is-a-number", () => true, consequences),
  "a number stored as text": typed(
    "number-is-not-text",
    (cell) =>
      contentOf(cell.row, cell.column) === "count" ? grouped(numberIn(cell)) : String(Math.round(numberIn(cell))),
    consequences,
  ),
  "a text with two meanings": typed(
    "number-has-one-meaning",
    (cell) => (contentOf(cell.row, cell.column) === "count" ? undefined : "1.234"),
    consequences,
  ),
  "a date for a figure": typed("figure-is-not-a-date", () => ({ date: "2022-04-03" }), consequences),
  "an error value": typed("cell-is-not-an-error", () => ({ error: "#DIV/0!" }), consequences),
  "a negative figure": typed("figure-is-not-negative", (cell) => -numberIn(cell) - 1, disagreements),
  "a fraction of a count": typed(
    "count-is-whole",
    (cell) => (contentOf(cell.row, cell.column) === "count" ? numberIn(cell) + 0.5 : undefined),
    disagreements,
  ),
  "a formula without a value": written("figure-is-calculated", () => ({ value: null, formula: "VLOOKUP(1,A1:B2,2)" })),
  "a formula that reads another file": written("no-links-to-other-files", (cell) => ({
    value: cell.value,
    formula: "[1]Sheet1!$F$12",
  })),
};

const answers: Readonly<Record<string, Planter>> = {
  "a blank answer": (cell) => (isRequired(cell) ? typed("figure-is-present", () => null, consequences)(cell) : null),
  "an answer without diacritics": typed("choice-is-from-the-list", () => "co", consequences),
  "an answer by a cross": typed("choice-is-from-the-list", () => "x", consequences),
  "an answer off the list": typed("choice-is-from-the-list", () => "một phần", consequences),
  "a number for an answer": typed("choice-is-from-the-list", () => 1, consequences),
};

const statuses: Readonly<Record<string, Planter>> = {
  "a state off the list": typed("choice-is-from-the-list", () => "gần như xong hết", disagreements),
  "a state without diacritics": typed("choice-is-from-the-list", () => "dang thuc hien", disagreements),
};

const texts: Readonly<Record<string, Planter>> = {
  "decomposed letters": typed("text-is-unicode", () => "Bản đã họp".normalize("NFD")),
  "an old letter (Ƣ)": typed("text-is-unicode", () => "Đƣợc hỗ trợ"),
  "a no-break space": typed("text-is-unicode", () => "Đã họp\u00A0bản"),
  "a zero-width mark": typed("text-is-unicode", () => "Đã\u200Bhọp"),
  "TCVN3 in a .Vn font": written("text-is-not-in-a-legacy-encoding", () => ({
    value: "§· häp b¶n",
    legacyFont: ".VnTime",
  })),
  "VNI in a VNI font": written("text-is-not-in-a-legacy-encoding", () => ({
    value: "Ñaõ hoïp baûn",
    legacyFont: "VNI-Times",
  })),
  "words that act as a formula": typed("text-is-not-a-formula", () => "=1+1"),
};

/** Every mistake that can be made in one cell, in every cell in which it can be made. */
export function* figureFaults(form: CleanForm): Generator<Fault> {
  for (const cell of typedCellsOf(form)) {
    const content = contentOf(cell.row, cell.column);
    const isFilled = cell.value !== null;
    const kinds = isNumeric(content)
      ? isFilled
        ? figures
        : {}
      : content === "yes-no"
        ? isFilled
          ? answers
          : {}
        : content === "status"
          ? statuses
          : // A name alone begins a village's row, which then is asked for in full.
            cell.table === "households" && !isFilled
            ? {}
            : texts;
    for (const [kind, plant] of Object.entries(kinds)) {
      const planted = plant(cell);
      if (planted) yield { kind, where: `${cell.sheet}!${cell.place.cell}`, ...planted };
    }
  }
}
