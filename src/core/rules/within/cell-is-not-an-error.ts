import { contentsKey } from "../../form/contents";
import type { CellReading } from "../../reading/reading";
import { sameFormula } from "../../same-formula";
import { excerpt } from "../naming/excerpt";
import { readsOtherFile } from "../other-files";
import { cellFacts, cellName, rowsOf, type ReportCell } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";

/** Cells that show an error; of the form's own, those whose formula is intact: the others are found as such. */
function* errorCells({ reading, computed }: Report): Generator<ReportCell> {
  for (const table of reading.tables.values()) {
    for (const row of rowsOf(table)) {
      for (const column of table.table.columns) {
        const cell = row.cells.get(column.key);
        if (cell?.said.kind !== "error" || column.key === "check") continue;
        const found = { table: table.table.id, row, column, cell };
        const own = computed.get(contentsKey({ table: found.table, code: row.row.code, key: column.key }));
        if (cell.content !== "computed" || isIntact(cell, own?.formula ?? null)) yield found;
      }
    }
  }
}

/** A cell that reads another file has a rule of its own, whatever it shows. */
function isLinked({ content, found }: CellReading): boolean {
  return content !== "computed" && found.formula !== undefined && readsOtherFile(found.formula);
}

function isIntact({ found }: CellReading, formula: string | null): boolean {
  return found.formula !== undefined && formula !== null && sameFormula(found.formula, formula);
}

export default defineRule({
  id: "cell-is-not-an-error",
  severity: "error",
  title: { vi: "Không ô nào báo lỗi.", en: "No cell shows an error." },
  *find(report: Report) {
    const errors = [...errorCells(report)];
    const typed = errors.filter(({ cell }) => cell.content !== "computed");
    // The form's own cells only pass on the error of a cell that they read.
    for (const found of typed.length > 0 ? typed : errors) {
      const facts = cellFacts(found);
      const { said, at } = found.cell;
      if (said.kind === "error" && !isLinked(found.cell))
        yield { at, code: facts.code, facts: { ...facts, error: excerpt(said.error, 20) } };
    }
  },
  what: ({ error, ...cell }) => ({
    vi: `${cellName(cell).vi}: ô đang báo lỗi ${error}.`,
    en: `${cellName(cell).en}: the cell shows the error ${error}.`,
  }),
  why: {
    vi: "Ô báo lỗi không có số liệu, và mọi công thức dùng ô này cũng lỗi theo.",
    en: "An error is no figure, and every formula that reads it fails too.",
  },
  todo: {
    vi: "Sửa công thức trong ô, hoặc nhập thẳng con số.",
    en: "Put the cell's formula right, or enter the number itself.",
  },
});
