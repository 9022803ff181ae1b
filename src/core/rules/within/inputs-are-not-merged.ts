import { blockToA1, type Block } from "../../cell";
import type { Phrase } from "../../language";
import type { TableReading } from "../../reading/reading";
import { excerpt } from "../naming/excerpt";
import { rowLabel, rowsOf } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";

/** The labels of the rows that a block covers: "Số hộ nghèo" (S02). */
function rowsUnder({ top, bottom }: Block, table: TableReading): { readonly code: string; readonly label: Phrase }[] {
  return rowsOf(table)
    .filter(({ index }) => index >= top && index <= bottom)
    .map((row) => {
      const { vi, en } = rowLabel(table.table.id, row);
      return { code: row.row.code, label: { vi: excerpt(vi), en: excerpt(en) } };
    });
}

function named(rows: ReturnType<typeof rowsUnder>): Phrase {
  const [first, ...others] = rows;
  if (!first) return { vi: "", en: "" };
  const { code, label } = first;
  const more = others.length;
  return {
    vi: `“${label.vi}” (${code})${more > 0 ? ` và ${more} dòng khác` : ""}`,
    en: `“${label.en}” (${code})${more > 0 ? ` and ${more} more` : ""}`,
  };
}

export default defineRule({
  id: "inputs-are-not-merged",
  severity: "error",
  title: { vi: "Các ô nhập không bị gộp (merge).", en: "Input cells are not merged." },
  *find({ reading }: Report) {
    for (const fault of reading.faults) {
      const table = fault.kind === "merged" ? reading.tables.get(fault.table.id) : undefined;
      if (fault.kind !== "merged" || !table) continue;
      const { at, block } = fault;
      const rows = rowsUnder(block, table);
      const becomes = { vi: "bỏ gộp ô, số ở ô đầu giữ nguyên", en: "cells apart again, the first keeping its figure" };
      yield {
        at,
        code: rows[0]?.code ?? null,
        facts: { cells: blockToA1(block), rows: named(rows) },
        mends: [{ becomes, isCertain: true, edits: [{ kind: "unmerge", sheet: at.sheet, block }] }],
      };
    }
  },
  what: ({ cells, rows }) => ({
    vi: `Các ô nhập ${cells} bị gộp thành một, ở dòng ${rows.vi}.`,
    en: `The input cells ${cells} are merged into one, on the row ${rows.en}.`,
  }),
  why: {
    vi: "Ô gộp chỉ giữ một số; các ô còn lại bị coi là chưa có số liệu.",
    en: "Merged cells hold one figure; the others count as missing.",
  },
  todo: {
    vi: "Bỏ gộp ô (Merge & Center), rồi nhập đủ số liệu vào từng ô.",
    en: "Unmerge the cells (Merge & Center), then enter a figure in each of them.",
  },
});
