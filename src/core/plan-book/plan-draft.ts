import { toA1 } from "../cell";
import type { Phrase } from "../language";
import { pathText, type PlanPath } from "../plan/plan-fault";
import { putAt } from "../plan/tree";
import type { SheetSnapshot } from "../snapshot";
import { readPlanCell, type CellHints, type PlanCell } from "./plan-cell";
import type { PlanColumn } from "./plan-column";

/** A cell of a plan workbook, or a sheet as a whole; and the column that it is of. */
export interface PlanSpot {
  readonly sheet: string;
  /** A1 form; "" for the sheet as a whole. */
  readonly cell: string;
  readonly column: PlanColumn | null;
}

/** What is wrong at a place of a plan workbook, and what was expected there. */
export interface PlanBookFault {
  readonly spot: PlanSpot;
  readonly expected: Phrase;
  /** What stands there, shortened; "" where nothing does. */
  readonly found: string;
}

/** The cell that a value of the plan is read from. */
export interface Source {
  readonly sheet: SheetSnapshot;
  readonly row: number;
  readonly at: number;
  readonly column: PlanColumn;
}

const shownCharacters = 60;

const unusable: Readonly<Record<Extract<PlanCell, { kind: "unusable" }>["why"], Phrase>> = {
  error: { vi: "một giá trị, không phải mã lỗi của công thức", en: "a value, not the error of a formula" },
  uncalculated: {
    vi: "một giá trị: công thức này chưa được tính, hãy mở tệp bằng Excel rồi lưu lại",
    en: "a value: this formula was never calculated; open the file in Excel and save it again",
  },
  fraction: {
    vi: "số như kế hoạch viết: 95% thì nhập 95 (Excel giữ “95%” là 0,95); nếu đúng là số nhỏ hơn 1 thì gõ dấu ' trước, như '0,5",
    en: "the number as plans write it: for 95% enter 95 (Excel keeps “95%” as 0.95); for a number below 1 type ' before it, as in '0,5",
  },
  date: { vi: "chữ, không phải ngày: gõ dấu ' trước nội dung", en: "text, not a date: type ' before it" },
};

/** A plan while it is read from a workbook: its JSON value, and which cell each part of it stands in. */
export class PlanDraft {
  readonly json: object = { schema: 1 };
  readonly faults: PlanBookFault[] = [];
  readonly hints: CellHints;
  readonly #spots = new Map<string, PlanSpot>();

  constructor(hints: CellHints) {
    this.hints = hints;
  }

  /** What a cell holds; where that is of no use there is a fault, and nothing. */
  read({ sheet, row, at, column }: Source): unknown {
    const read = readPlanCell(sheet.rows.get(row)?.get(at), column.content, this.hints);
    if (read.kind !== "unusable") return read.kind === "value" ? read.value : undefined;
    const { why, shown } = read;
    this.fault({ sheet: sheet.name, cell: toA1({ row, column: at }), column }, unusable[why], shown);
    return undefined;
  }

  /** Says where a part of the plan stands, whether or not there is anything. */
  place(path: PlanPath, { sheet, row, at, column }: Source): void {
    this.#spots.set(pathText(path), { sheet: sheet.name, cell: toA1({ row, column: at }), column });
  }

  placeSheet(path: PlanPath, sheet: string): void {
    this.#spots.set(pathText(path), { sheet, cell: "", column: null });
  }

  put(path: PlanPath, value: unknown): void {
    putAt(this.json, path, value);
  }

  fault(spot: PlanSpot, expected: Phrase, found: string): void {
    const shown = found.length > shownCharacters ? `${found.slice(0, shownCharacters)}…` : found;
    this.faults.push({ spot, expected, found: shown });
  }

  /** The cell that a part of the plan stands in, or the nearest of what it is part of. */
  spotOf(path: string): PlanSpot | null {
    let rest = path;
    while (rest !== "") {
      const spot = this.#spots.get(rest);
      if (spot) return spot;
      const above = rest.replace(/(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\]|\.?[\w-]+)$/, "");
      if (above === rest) return null;
      rest = above;
    }
    return null;
  }

  isPlaced(path: string): boolean {
    return this.#spots.has(path);
  }
}
