import { columnLetters, fromA1, type Place } from "../../cell";
import type { Phrase } from "../../language";
import type { Reading, StructureFault } from "../../reading/reading";
import { shown } from "../../show-number";
import { defineRule, type Report } from "../rule";

type Stray = Extract<StructureFault, { kind: "stray-figure" }>;

/** Strays of one line (no row of the form) or of one column (none of the form's) are one mistake. */
function linesOf(reading: Reading): Map<string, Stray[]> {
  const lines = new Map<string, Stray[]>();
  for (const fault of reading.faults) {
    if (fault.kind !== "stray-figure") continue;
    const key = `${fault.at.sheet}\n${lineOf(reading, fault)}`;
    lines.set(key, [...(lines.get(key) ?? []), fault]);
  }
  return lines;
}

function lineOf(reading: Reading, { table, at }: Stray): string {
  const { row = 0, column = 0 } = fromA1(at.cell) ?? {};
  const rows = reading.tables.get(table.id)?.rows.values() ?? [];
  return [...rows].some(({ index }) => index === row) ? columnLetters(column) : String(row + 1);
}

const mostShown = 4;

function figuresIn(strays: readonly Stray[]): Phrase {
  const said = strays.slice(0, mostShown).map(({ number, at }) => ({ number: shown(number, 2), at }));
  const more = strays.length - said.length;
  const list = (language: "vi" | "en", cell: string): string =>
    said.map(({ number, at }) => `${number[language]} (${cell} ${at.cell})`).join("; ");
  return {
    vi: `${list("vi", "ô")}${more > 0 ? ` và ${more} số khác` : ""}`,
    en: `${list("en", "cell")}${more > 0 ? ` and ${more} more` : ""}`,
  };
}

export default defineRule({
  id: "no-stray-figures",
  severity: "warning",
  title: { vi: "Không có số nào nằm ngoài các dòng, cột của biểu mẫu.", en: "No figure stands beside the form." },
  *find({ reading }: Report) {
    for (const strays of linesOf(reading).values()) {
      const [first] = strays;
      if (!first) continue;
      const line = lineOf(reading, first);
      const at: Place = first.at;
      yield {
        at,
        code: null,
        facts: { sheet: at.sheet, isRow: /^\d/.test(line), line, figures: figuresIn(strays) },
      };
    }
  },
  what: ({ sheet, isRow, line, figures }) =>
    isRow
      ? {
          vi: `Sheet “${sheet}”, dòng ${line} không thuộc biểu mẫu nhưng có số: ${figures.vi}.`,
          en: `On the sheet “${sheet}” line ${line} is no row of the form but holds numbers: ${figures.en}.`,
        }
      : {
          vi: `Sheet “${sheet}”, cột ${line} không thuộc biểu mẫu nhưng có số: ${figures.vi}.`,
          en: `On the sheet “${sheet}” column ${line} is none of the form's but holds numbers: ${figures.en}.`,
        },
  why: {
    vi: "Số nằm ngoài dòng, cột của biểu mẫu không được đọc và không được cộng vào đâu.",
    en: "A number beside the form's rows and columns is not read and not added to anything.",
  },
  todo: {
    vi: "Nếu là số liệu báo cáo thì chuyển vào đúng ô của biểu mẫu; nếu là số ghi nháp hoặc cộng thêm thì xóa đi.",
    en: "If it is a figure of the report, move it to its cell of the form; if it is a draft or an extra sum, delete it.",
  },
});
