import { contentsKey } from "../../form/contents";
import type { CellContent } from "../../edit";
import type { Mend } from "../../finding";
import type { Phrase } from "../../language";
import type { CellReading, CoverReading } from "../../reading/reading";
import { edited } from "../mends/cell-mend";
import { contentShown } from "../naming/content-shown";
import { excerpt } from "../naming/excerpt";
import { fieldName } from "../naming/field-names";
import { readsOtherFile } from "../other-files";
import { cellFacts, cellName, rowsOf } from "../naming/report-cells";
import { defineRule, wholeFile, type Report } from "../rule";

interface Linked {
  readonly cell: CellReading | CoverReading;
  readonly code: string | null;
  readonly name: Phrase;
  /** What belongs there; null where that is the value it has now. */
  readonly own: CellContent | null;
}

/** The cells that read another workbook; of the form's own only its checks, as the others are told as typed over. */
function* linkedCells({ reading, computed }: Report): Generator<Linked> {
  for (const [field, cell] of reading.cover) {
    if (isLinked(cell)) yield { cell, code: null, name: fieldName(field), own: null };
  }
  for (const table of reading.tables.values()) {
    for (const row of rowsOf(table)) {
      for (const column of table.table.columns) {
        const cell = row.cells.get(column.key);
        if (!cell || !isLinked(cell) || (cell.content === "computed" && column.key !== "check")) continue;
        const key = { table: table.table.id, code: row.row.code, key: column.key };
        const { formula = null, value = null } = computed.get(contentsKey(key)) ?? {};
        yield {
          cell,
          code: row.row.code,
          name: cellName(cellFacts({ table: key.table, row, column, cell })),
          own: formula === null ? null : { value, formula },
        };
      }
    }
  }
}

function isLinked({ found }: Linked["cell"]): boolean {
  return found?.formula !== undefined && readsOtherFile(found.formula);
}

/** An error, or no result at all, is nothing that could be kept. */
function kept({ cell, own }: Linked): Mend[] {
  const value = cell.found?.value ?? null;
  const isLost = value === null || (typeof value === "object" && "error" in value);
  const put = own ?? (isLost ? null : { value });
  const edit = put && edited(cell, put);
  if (!edit) return [];
  const becomes = contentShown({ value: edit.put.value }) ?? { vi: "ô trống", en: "a blank cell" };
  return [{ becomes, isCertain: true, edits: [edit] }];
}

export default defineRule({
  id: "no-links-to-other-files",
  severity: "error",
  title: { vi: "Không ô nào lấy số từ tệp khác.", en: "No cell reads another file." },
  *find(report: Report) {
    for (const linked of linkedCells(report)) {
      const { cell, code, name } = linked;
      const mends = kept(linked);
      const formula = excerpt(`=${cell.found?.formula ?? ""}`, 80);
      yield { at: cell.at ?? wholeFile, code, facts: { name, formula, now: mends[0]?.becomes ?? null }, mends };
    }
  },
  what: ({ name, formula }) => ({
    vi: `${name.vi}: công thức “${formula}” lấy số từ một tệp khác.`,
    en: `${name.en}: the formula “${formula}” reads another file.`,
  }),
  why: {
    vi: "Nơi nhận không có tệp đó, nên số trong ô có thể mất, báo lỗi hoặc đổi khác khi mở trên máy khác.",
    en: "Whoever receives the report does not have that file: opened elsewhere the cell may lose its figure, fail or change.",
  },
  todo: ({ now }) =>
    now === null
      ? {
          vi: "Mở tệp nguồn, xem con số rồi nhập thẳng vào ô này.",
          en: "Open the source, look the figure up and type it into this cell.",
        }
      : {
          vi: `Thay công thức bằng chính nội dung đang hiện: ${now.vi}.`,
          en: `Replace the formula by what it shows now: ${now.en}.`,
        },
});
