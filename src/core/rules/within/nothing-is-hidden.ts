import { columnLetters } from "../../cell";
import type { SheetEdit } from "../../edit";
import type { Phrase } from "../../language";
import type { StructureFault } from "../../reading/reading";
import { shown } from "../../show-number";
import { excerpt } from "../naming/excerpt";
import { defineRule, type Report } from "../rule";

type Hidden = Extract<StructureFault, { kind: "hidden" }>;

const mostNamed = 6;

function listed(names: readonly string[]): string {
  return names.length > mostNamed ? `${names.slice(0, mostNamed).join(", ")}…` : names.join(", ");
}

/** "dòng 12, 13 và cột F"; null for a whole sheet. */
function linesIn({ rows, columns }: Hidden): Phrase | null {
  if (rows.length + columns.length === 0) return null;
  const [lines, letters] = [listed(rows.map((row) => String(row + 1))), listed(columns.map(columnLetters))];
  return {
    vi: [lines && `dòng ${lines}`, letters && `cột ${letters}`].filter(Boolean).join(" và "),
    en: [
      lines && `${rows.length > 1 ? "lines" : "line"} ${lines}`,
      letters && `${columns.length > 1 ? "columns" : "column"} ${letters}`,
    ]
      .filter(Boolean)
      .join(" and "),
  };
}

function counted(figures: number): Phrase {
  const { vi, en } = shown(figures, 0);
  return { vi: `${vi} số liệu`, en: figures === 1 ? `${en} figure` : `${en} figures` };
}

function editOf({ sheet, rows, columns }: Hidden): SheetEdit {
  return rows.length + columns.length === 0
    ? { kind: "show-sheet", sheet }
    : { kind: "show-lines", sheet, rows, columns };
}

export default defineRule({
  id: "nothing-is-hidden",
  severity: "warning",
  title: { vi: "Không có số liệu nào bị ẩn.", en: "No figures are hidden." },
  *find({ reading }: Report) {
    for (const fault of reading.faults) {
      if (fault.kind !== "hidden") continue;
      const { sheet, figures } = fault;
      const becomes = { vi: "cho hiện lại", en: "in sight again" };
      yield {
        at: { sheet, cell: null },
        code: null,
        facts: { sheet: excerpt(sheet), lines: linesIn(fault), figures: counted(figures) },
        mends: [{ becomes, isCertain: true, edits: [editOf(fault)] }],
      };
    }
  },
  what: ({ sheet, lines, figures }) =>
    lines === null
      ? {
          vi: `Sheet “${sheet}” bị ẩn, trong đó có ${figures.vi}.`,
          en: `The sheet “${sheet}” is hidden; it holds ${figures.en}.`,
        }
      : {
          vi: `Sheet “${sheet}” có ${lines.vi} bị ẩn, trong đó có ${figures.vi}.`,
          en: `The sheet “${sheet}” hides ${lines.en}, with ${figures.en}.`,
        },
  why: {
    vi: "Số liệu bị ẩn vẫn được đọc và cộng vào tổng, nhưng người ký và người nhận không nhìn thấy.",
    en: "Hidden figures are read and added up all the same, unseen by those who sign and receive the report.",
  },
  todo: {
    vi: "Cho hiện lại (chuột phải, Unhide) và xem số liệu có đúng không; nếu không dùng thì xóa.",
    en: "Show them again (right click, Unhide) and see whether the figures are right; delete what is not needed.",
  },
});
