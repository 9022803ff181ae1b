import type { Phrase } from "../language";
import { sayFaultAt, type PlanFault } from "../plan/plan-fault";
import { planWords } from "../plan/plan-words";
import type { PlanBookFault } from "./plan-draft";
import type { PlanColumn, PlanContent } from "./plan-column";

const nothing: Phrase = {
  vi: "để trống ô này (không dùng với loại đã chọn)",
  en: "this cell to be blank (it does not go with the kind that was chosen)",
};

/** What the check of a plan file says of JSON, as it is said of cells. */
const inCells: ReadonlyMap<Phrase, Phrase> = new Map<Phrase, Phrase>([
  [planWords.text, { vi: "chữ", en: "text" }],
  [planWords.textOrYesNo, { vi: "chữ, hoặc Có, hoặc Không", en: "text, or Có, or Không" }],
  [
    planWords.number,
    { vi: "một số, viết không có dấu chấm hay dấu cách hàng nghìn", en: "a number, without marks between thousands" },
  ],
  [
    planWords.wholeNumber,
    { vi: "một số nguyên, viết không có dấu chấm hay dấu cách", en: "a whole number, without marks or spaces" },
  ],
  [planWords.yesNo, { vi: "Có hoặc Không", en: "Có (yes) or Không (no)" }],
  [planWords.date, { vi: "một ngày có thật, ví dụ 20/06/2026", en: "a real date, such as 20/06/2026" }],
  [planWords.entries, { vi: "thêm một dòng", en: "one more row" }],
  [planWords.list, { vi: "một hay nhiều mã, cách nhau bằng dấu phẩy", en: "one or more codes, with commas between" }],
  [planWords.noSuchEntry, nothing],
  [planWords.other, { vi: "một giá trị khác, như dòng hướng dẫn dưới tiêu đề", en: "another value, as the note says" }],
]);

const byContent: Partial<Record<PlanContent["kind"], Phrase>> = {
  code: { vi: "một mã", en: "a code" },
  reference: { vi: "một mã", en: "a code" },
  codes: { vi: "mã số liệu", en: "the code of an element" },
  text: { vi: "chữ", en: "text" },
  "long-text": { vi: "chữ", en: "text" },
  raw: { vi: "chữ", en: "text" },
  number: { vi: "một số", en: "a number" },
  whole: { vi: "một số nguyên", en: "a whole number" },
  date: { vi: "ngày/tháng/năm, ví dụ 20/06/2026", en: "a date, such as 20/06/2026" },
};

/** What was expected in a cell, in words that fit a workbook; `column` is null where the fault is of no one cell. */
export function bookExpectation({ expected, found }: PlanFault, column: PlanColumn | null): Phrase {
  const content = column?.content;
  if (content?.kind === "choice" && expected !== planWords.noSuchEntry && !isOfPlan(expected)) {
    const words = [...content.words.values()].join(", ");
    return { vi: `một trong: ${words}`, en: `one of: ${words}` };
  }
  const isOfShape = inCells.has(expected);
  if (found === "" && isOfShape && content) return byContent[content.kind] ?? inCells.get(expected) ?? expected;
  return inCells.get(expected) ?? expected;
}

/** Sentences on what a plan means begin otherwise than those on the values that its shape allows. */
function isOfPlan({ en }: Phrase): boolean {
  return !/^(?:one of|the value|text|another value)/.test(en);
}

/** A fault as one sentence: sheet, cell and heading; what is needed; what stands there. */
export function sayPlanBookFault({ spot, expected, found }: PlanBookFault): Phrase {
  const { sheet, cell, column } = spot;
  const heading = column ? ` (${column.heading})` : "";
  if (sheet === "") return sayFaultAt({ expected, found }, { vi: "Cả tệp", en: "The whole file" });
  return sayFaultAt(
    { expected, found },
    cell === ""
      ? { vi: `Sheet ${sheet}`, en: `Sheet ${sheet}` }
      : { vi: `Sheet ${sheet}, ô ${cell}${heading}`, en: `Sheet ${sheet}, cell ${cell}${heading}` },
  );
}
