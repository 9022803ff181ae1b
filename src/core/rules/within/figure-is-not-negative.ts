import { movements } from "../../form/household-columns";
import { isNumeric } from "../../form/table";
import { figureOf } from "../../reading/reading";
import { shown } from "../../show-number";
import { cellFacts, cellName, rowsOf, typedCells, type ReportCell } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";
import { settledFigure } from "../figures/settled-figure";

interface Negative {
  readonly found: ReportCell;
  readonly number: number;
}

function* typedIn(report: Report): Generator<Negative> {
  for (const found of typedCells(report)) {
    const { said, content } = found.cell;
    if (said.kind === "number" && said.number < 0 && isNumeric(content)) yield { found, number: said.number };
  }
}

/** Closings of villages in which more households leave than there were; a movement below zero is found by itself. */
function* closingsIn(report: Report): Generator<Negative> {
  const table = report.reading.tables.get("households");
  for (const row of table ? rowsOf(table).filter(({ row: { isTotal } }) => isTotal !== true) : []) {
    for (const keys of [movements.poor, movements.nearPoor]) {
      const cell = row.cells.get(keys[8]);
      const column = table?.table.columns.find(({ key }) => key === keys[8]);
      const number = settledFigure(report, { table: "households", code: row.row.code, key: keys[8] }) ?? 0;
      const isCaused = keys.slice(0, 8).some((key) => (figureOf(row.cells.get(key)) ?? 0) < 0);
      if (cell && column && number < 0 && !isCaused)
        yield { found: { table: "households", row, column, cell }, number };
    }
  }
}

export default defineRule({
  id: "figure-is-not-negative",
  severity: "error",
  title: { vi: "Số liệu không âm.", en: "No figure is below zero." },
  *find(report: Report) {
    for (const { found, number } of [...typedIn(report), ...closingsIn(report)]) {
      const facts = cellFacts(found);
      const isClosing = found.cell.content === "computed";
      yield { at: found.cell.at, code: facts.code, facts: { ...facts, number, isClosing } };
    }
  },
  what: ({ number, isClosing, ...cell }) => ({
    vi: `${cellName(cell).vi}: ${shown(number, 6).vi} là số âm${isClosing ? ", vì số giảm nhiều hơn số có" : ""}.`,
    en: `${cellName(cell).en}: ${shown(number, 6).en} is below zero${isClosing ? ": more leave than there are" : ""}.`,
  }),
  why: {
    vi: "Số hộ, số người, số tiền không thể âm; số âm làm tổng bị giảm sai.",
    en: "Households, persons and money cannot be below zero; such a figure makes every total too small.",
  },
  todo: ({ isClosing }) =>
    isClosing
      ? { vi: "Kiểm tra lại cột 1 đến cột 8 của dòng này.", en: "Check columns 1 to 8 of the row." }
      : {
          vi: "Nhập lại con số đúng, không có dấu trừ; nếu không phát sinh, nhập 0 hoặc “-”.",
          en: "Enter the right number without a minus; where there is nothing to count, enter 0 or “-”.",
        },
});
