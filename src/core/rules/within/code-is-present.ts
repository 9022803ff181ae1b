import type { Phrase } from "../../language";
import { excerpt } from "../naming/excerpt";
import { sheetMends } from "../mends/remade-mend";
import { defineRule, type Report, type Spotted } from "../rule";
import { isOwnSheet } from "../sheet-marks";

/** Which row of which sheet; no row where the sheet has no code left at all. */
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- an interface is not taken for plain facts
type RowFacts = { readonly sheet: string; readonly row: string | null; readonly label: Phrase | null };

export default defineRule({
  id: "code-is-present",
  severity: "error",
  title: { vi: "Mọi dòng của biểu mẫu còn nguyên mã số.", en: "Every row of the form is there with its code." },
  *find({ reading, remake }: Report): Generator<Spotted<RowFacts>> {
    for (const { sheet, rows, table } of reading.tables.values()) {
      if (rows.size > 0 || table.rows.length === 0) continue;
      // Without one row known nothing could be kept: no mend.
      yield { at: { sheet, cell: null }, code: null, facts: { sheet, row: null, label: null } };
    }
    for (const fault of reading.faults) {
      const table = fault.kind === "no-row" ? reading.tables.get(fault.table.id) : undefined;
      if (fault.kind !== "no-row" || !table || table.rows.size === 0 || !isOwnSheet(reading, table)) continue;
      const { code, label } = fault.row;
      yield {
        at: { sheet: fault.sheet, cell: null },
        code,
        facts: { sheet: fault.sheet, row: code, label: { vi: excerpt(label.vi, 90), en: excerpt(label.en, 90) } },
        mends: sheetMends(remake(table.table.id), fault.sheet),
      };
    }
  },
  what: ({ sheet, row, label }) =>
    label === null || row === null
      ? {
          vi: `Sheet “${sheet}” không còn mã số nào, cũng không nhận ra được dòng nào theo nội dung.`,
          en: `The sheet “${sheet}” has no code left, and no row is known by what it says.`,
        }
      : {
          vi: `Sheet “${sheet}” thiếu dòng ${row} “${label.vi}”: dòng đã bị xóa hoặc mang mã số khác.`,
          en: `The sheet “${sheet}” has no row ${row} “${label.en}”: it was deleted, or has another code.`,
        },
  why: {
    vi: "Số liệu được tìm theo mã số; mất mã thì số liệu của dòng không được tính.",
    en: "Figures are found by their code; without it the row is not counted.",
  },
  todo: {
    vi: "Bấm Hoàn tác nếu vừa xóa; nếu không, nhập lại đúng mã số ở cột A hoặc chép lại dòng từ biểu mẫu chuẩn.",
    en: "Undo if it was just deleted; else type the code again in column A or copy the row from the standard form.",
  },
});
