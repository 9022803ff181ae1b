import type { Cell, CellValue } from "../../src/core/cell";

/** An example in a page: a fenced block "form", "summary" or "reports", marked ✅ (nothing is found) or ❌. */
export interface Example {
  readonly kind: "form" | "summary" | "reports";
  readonly isGood: boolean;
  readonly lines: readonly string[];
  /** Where in the page it begins, for the tests' names. */
  readonly line: number;
}

const kinds = ["form", "summary", "reports"] as const;

export function examplesIn(page: string): Example[] {
  const examples: Example[] = [];
  let open: (Example & { readonly lines: string[] }) | null = null;
  for (const [index, line] of page.split("\n").entries()) {
    const [, kind, sign] = /^```(form|summary|reports) ([✅❌])$/.exec(line) ?? [];
    if (kind !== undefined) {
      open = {
        kind: kinds.find((known) => known === kind) ?? "form",
        isGood: sign === "✅",
        lines: [],
        line: index + 1,
      };
    } else if (line.startsWith("```")) {
      if (open) examples.push(open);
      open = null;
    } else if (line.trim() !== "") {
      open?.lines.push(line.trim());
    }
  }
  return examples;
}

/** What stands before "←" and the rules named after it. */
export function withMarks(text: string): { readonly text: string; readonly marks: readonly string[] } {
  const [before = "", after = ""] = text.split("←");
  return {
    text: before.trim(),
    marks: after
      .split(",")
      .map((mark) => mark.trim())
      .filter((mark) => mark !== ""),
  };
}

/** The cells of a line "| a | b |"; null for any other line, [] for the line under a heading. */
export function cellsOf(line: string): string[] | null {
  if (!line.startsWith("|")) return null;
  const cells = line
    .split("|")
    .slice(1)
    .map((cell) => cell.trim());
  if (cells.at(-1) === "") cells.pop();
  return cells.every((cell) => /^:?-+:?$/.test(cell)) ? [] : cells;
}

/** Leaves the formula that stands in a cell and takes its value away. */
export const uncalculated = "chưa tính";

/**
 * What a drawn cell holds: numbers as Vietnam writes them, text in quotes (or plain words), dates as 03/04/2022,
 * errors (#N/A), TRUE and FALSE, formulas ("=A1" never calculated, "=A1 → 5" with its value). Empty is blank. A legacy
 * font stands behind the text: "Cã" (.VnTime).
 */
export function cellFrom(drawn: string): Cell {
  if (drawn === "") return { value: null };
  if (drawn.startsWith("=")) {
    const [formula = "", value] = drawn.slice(1).split("→");
    return { formula: formula.trim(), value: value === undefined ? null : valueFrom(value.trim()) };
  }
  const [, text, legacyFont] = /^(".*") \(((?:\.Vn|VNI-)[\w ]+)\)$/.exec(drawn) ?? [];
  if (text !== undefined && legacyFont !== undefined) return { value: valueFrom(text), legacyFont };
  return { value: valueFrom(drawn) };
}

function valueFrom(drawn: string): CellValue {
  const [, quoted] = /^"(.*)"$/.exec(drawn) ?? [];
  if (quoted !== undefined) return unescaped(quoted);
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(drawn) ?? [];
  if (day !== undefined && month !== undefined && year !== undefined) return { date: `${year}-${month}-${day}` };
  if (/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(drawn)) return Number(drawn.replaceAll(".", "").replace(",", "."));
  if (/^#[A-Z0/!?]+[!?A0]$/.test(drawn)) return { error: drawn };
  if (drawn === "TRUE" || drawn === "FALSE") return drawn === "TRUE";
  return drawn;
}

/** Characters that nobody sees in a page are drawn by their numbers: "b\\u1EA3n". */
function unescaped(text: string): string {
  return text.replace(/\\u([0-9A-F]{4})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}
