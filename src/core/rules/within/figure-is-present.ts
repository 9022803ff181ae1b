import { cellFacts, cellName, typedCells, type ReportCell } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";

/** A village row counts from its first name or figure on: then all of it is asked for. */
function isBegun({ row }: ReportCell): boolean {
  return [...row.cells.values()].some(({ content, said }) => isAskedOfVillage(content) && said.kind !== "missing");
}

function isAskedOfVillage(content: string): boolean {
  return content === "text" || content === "count";
}

function isRequired(found: ReportCell): boolean {
  if (found.table === "elements") return found.column.key === "baseline" || found.column.key === "actual";
  return found.table === "households" && isAskedOfVillage(found.cell.content) && isBegun(found);
}

export default defineRule({
  id: "figure-is-present",
  severity: "error",
  title: { vi: "Mọi số liệu bắt buộc đều có.", en: "Every required figure is there." },
  *find(report: Report) {
    for (const found of typedCells(report)) {
      if (found.cell.said.kind !== "missing" || !isRequired(found)) continue;
      const facts = cellFacts(found);
      yield { at: found.cell.at, code: facts.code, facts: { ...facts, isText: found.cell.content === "text" } };
    }
  },
  what: ({ isText, ...cell }) => {
    const name = cellName(cell);
    return isText
      ? { vi: `${name.vi}: chưa ghi.`, en: `${name.en}: not filled in.` }
      : { vi: `${name.vi}: chưa có số liệu.`, en: `${name.en}: no figure.` };
  },
  why: {
    vi: "Ô trống nghĩa là chưa có số liệu, không phải là 0; đơn vị bị tính là thiếu ở mọi tổng và tỷ lệ cần số này.",
    en: "A blank means not yet known, never 0; the unit is left out of every total and rate that needs it.",
  },
  todo: ({ isText }) =>
    isText
      ? { vi: "Ghi vào ô này.", en: "Fill in this cell." }
      : {
          vi: "Nhập số liệu vào ô này; nếu không phát sinh, nhập 0 hoặc “-”.",
          en: "Enter the figure; where there is nothing to count, enter 0 or “-”.",
        },
});
