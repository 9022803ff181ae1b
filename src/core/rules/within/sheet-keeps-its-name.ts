import { excerpt } from "../naming/excerpt";
import { defineRule, type Report } from "../rule";

export default defineRule({
  id: "sheet-keeps-its-name",
  severity: "note",
  title: { vi: "Mọi sheet giữ đúng tên của biểu mẫu.", en: "Every sheet keeps its name." },
  *find({ reading }: Report) {
    for (const fault of reading.faults) {
      if (fault.kind !== "renamed") continue;
      const { sheet, table, isNameFree } = fault;
      const edit = { kind: "rename-sheet" as const, sheet, to: table.sheet };
      const becomes = { vi: `sheet “${table.sheet}”`, en: `sheet “${table.sheet}”` };
      yield {
        at: { sheet, cell: null },
        code: null,
        facts: { found: excerpt(sheet), official: table.sheet, isNameFree },
        mends: isNameFree ? [{ becomes, isCertain: true, edits: [edit] }] : [],
      };
    }
  },
  what: ({ found, official, isNameFree }) => ({
    vi: `Sheet “${official}” đã bị đổi tên thành “${found}”${isNameFree ? "" : `, còn tên “${official}” đang đặt cho một sheet khác`}.`,
    en: `The sheet “${official}” was renamed “${found}”${isNameFree ? "" : `, and another sheet has the name “${official}”`}.`,
  }),
  why: {
    vi: "Số liệu vẫn được đọc, nhưng người nhận mở tệp sẽ khó tìm đúng sheet.",
    en: "The figures are still read, but whoever opens the file looks for the sheet in vain.",
  },
  todo: ({ official }) => ({
    vi: `Đổi tên sheet trở lại thành “${official}”.`,
    en: `Give the sheet its name “${official}” again.`,
  }),
});
