import type { Mend } from "../../finding";
import type { StructureFault } from "../../reading/reading";
import type { Phrase } from "../../language";
import { columnName } from "../naming/column-names";
import { sheetMends } from "../mends/remade-mend";
import { defineRule, type Report } from "../rule";

type DamagedKeys = Extract<StructureFault, { kind: "keys-damaged" }>;

/** What was found without its key or code; null where all of that kind are in place. */
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- an interface is not taken for plain facts
type KeyFacts = { readonly sheet: string; readonly columns: Phrase | null; readonly codes: Phrase | null };

const mostNamed = 4;

function named(names: readonly Phrase[], all: { readonly vi: string; readonly en: string }): Phrase | null {
  if (names.length === 0) return null;
  if (names.length > mostNamed) return { vi: `${names.length} ${all.vi}`, en: `${names.length} ${all.en}` };
  return {
    vi: `${all.vi} ${names.map(({ vi }) => vi).join(", ")}`,
    en: `the ${all.en} ${names.map(({ en }) => en).join(", ")}`,
  };
}

function factsOf({ table, at, columns, codes }: DamagedKeys): KeyFacts {
  const names = table.columns.filter(({ key }) => columns.includes(key)).map(columnName);
  const inQuotes = names.map(({ vi, en }) => ({ vi: `“${vi}”`, en: `“${en}”` }));
  return {
    sheet: at.sheet,
    columns: named(inQuotes, { vi: "cột", en: names.length === 1 ? "column" : "columns" }),
    codes: named(
      codes.map((code) => ({ vi: code, en: code })),
      { vi: "dòng", en: codes.length === 1 ? "row" : "rows" },
    ),
  };
}

function mendsOf({ remake }: Report, { restoring, table, at }: DamagedKeys): Mend[] {
  if (restoring.length === 0) return sheetMends(remake(table.id), at.sheet);
  const becomes = {
    vi: "ghi lại khóa của cột và mã số của dòng như biểu mẫu chuẩn",
    en: "the keys of the columns and the codes of the rows written again as in the standard form",
  };
  return [{ becomes, isCertain: true, edits: restoring }];
}

export default defineRule({
  id: "keys-are-in-place",
  severity: "warning",
  title: { vi: "Dòng khóa và cột mã số còn nguyên.", en: "The row of keys and the column of codes are whole." },
  *find(report: Report) {
    for (const fault of report.reading.faults) {
      if (fault.kind !== "keys-damaged") continue;
      yield { at: fault.at, code: null, facts: factsOf(fault), mends: mendsOf(report, fault) };
    }
  },
  what: ({ sheet, columns, codes }) => {
    const vi = [
      columns && `mất khóa của ${columns.vi} (dòng ẩn trên cùng), nhận ra theo tiêu đề`,
      codes && `mất mã số của ${codes.vi}, nhận ra theo nội dung của dòng`,
    ].filter((part) => part !== null);
    const en = [
      columns && `has lost the keys of ${columns.en} (the hidden top row), known by their headings`,
      codes && `has lost the codes of ${codes.en}, known by what the rows say`,
    ].filter((part) => part !== null);
    return { vi: `Sheet “${sheet}” ${vi.join("; ")}.`, en: `The sheet “${sheet}” ${en.join(" and ")}.` };
  },
  why: {
    vi: "Số liệu được tìm theo khóa và mã số; nhận ra theo tiêu đề thì chỉ cần sửa một chữ là có thể mất.",
    en: "Figures are found by keys and codes; known by headings alone, one changed word may lose them.",
  },
  todo: {
    vi: "Để chương trình ghi lại, hoặc chép dòng ẩn trên cùng và cột mã số từ biểu mẫu chuẩn; đối chiếu số liệu sau khi sửa.",
    en: "Let the program write them again, or copy the hidden top row and the code column from the standard form.",
  },
});
