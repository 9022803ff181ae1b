import type { core } from "zod";
import type { Phrase } from "../language";

/** What a reader of the plan file is told to put there, as words that follow "cần" and "expected". */
export const planWords = {
  code: {
    vi: "mã gồm 1 đến 32 chữ cái không dấu, chữ số, gạch nối hoặc gạch dưới, bắt đầu bằng chữ cái hoặc chữ số",
    en: "a code of 1 to 32 plain letters, digits, hyphens or underscores that begins with a letter or digit",
  },
  date: {
    vi: "ngày có thật, viết theo năm-tháng-ngày, ví dụ 2022-06-20",
    en: "a real date as year-month-day, such as 2022-06-20",
  },
  text: { vi: "chữ, đặt trong ngoặc kép", en: "text, in double quotes" },
  textOrYesNo: { vi: "chữ trong ngoặc kép, hoặc true, hoặc false", en: "text in double quotes, or true, or false" },
  number: { vi: "một số, không đặt trong ngoặc kép", en: "a number, without quotes" },
  wholeNumber: { vi: "một số nguyên, không đặt trong ngoặc kép", en: "a whole number, without quotes" },
  yesNo: { vi: "true hoặc false, không đặt trong ngoặc kép", en: "true or false, without quotes" },
  entries: { vi: "một nhóm mục trong ngoặc nhọn { }", en: "a group of entries in braces { }" },
  list: { vi: "một danh sách trong ngoặc vuông [ ]", en: "a list in square brackets [ ]" },
  noSuchEntry: {
    vi: "bỏ mục này hoặc sửa lại tên mục (mẫu kế hoạch không có tên này)",
    en: "no entry of this name: remove it or correct its spelling",
  },
  notEmpty: { vi: "chữ, không để trống", en: "text that is not empty" },
  other: { vi: "một giá trị khác, đúng với mẫu kế hoạch", en: "another value, as the form of a plan asks" },
  json: {
    vi: "nội dung JSON đúng cú pháp (kiểm tra dấu phẩy, ngoặc và dấu ngoặc kép ở gần chỗ này)",
    en: "well-formed JSON (look at the commas, brackets and quotes near this place)",
  },
  smallerFile: { vi: "tệp nhỏ hơn 16 triệu ký tự", en: "a file of fewer than 16 million characters" },
} as const satisfies Record<string, Phrase>;

/** One of several values, each as the file writes it. */
export function oneOf(values: readonly unknown[]): Phrase {
  const list = values.map((value) => (typeof value === "string" ? JSON.stringify(value) : String(value))).join(", ");
  return values.length === 1
    ? { vi: `giá trị ${list}`, en: `the value ${list}` }
    : { vi: `một trong: ${list}`, en: `one of ${list}` };
}

const types: ReadonlyMap<string, Phrase> = new Map<string, Phrase>([
  ["string", planWords.text],
  ["number", planWords.number],
  ["int", planWords.wholeNumber],
  ["boolean", planWords.yesNo],
  ["object", planWords.entries],
  ["record", planWords.entries],
  ["array", planWords.list],
  ["tuple", planWords.list],
]);

/** What the schema expected, in words for someone who writes no programs. */
export function expectedBy(issue: core.$ZodIssue): Phrase {
  switch (issue.code) {
    case "invalid_type":
      return types.get(issue.expected) ?? planWords.other;
    case "invalid_format":
      return issue.format === "date" ? planWords.date : planWords.code;
    case "invalid_key":
      return planWords.code;
    case "invalid_value":
      return oneOf(issue.values);
    case "invalid_union":
      return "options" in issue ? oneOf(issue.options) : planWords.textOrYesNo;
    case "unrecognized_keys":
      return planWords.noSuchEntry;
    case "too_small":
      return atLeast(issue);
    case "too_big":
      return atMost(issue);
    default:
      return planWords.other;
  }
}

function atLeast({ origin, minimum, inclusive }: core.$ZodIssueTooSmall): Phrase {
  if (origin === "string") return planWords.notEmpty;
  if (origin === "array") return { vi: `ít nhất ${minimum} mục`, en: `${minimum} or more entries` };
  return inclusive
    ? { vi: `một số từ ${minimum} trở lên`, en: `a number of ${minimum} or more` }
    : { vi: `một số lớn hơn ${minimum}`, en: `a number above ${minimum}` };
}

function atMost({ origin, maximum, inclusive }: core.$ZodIssueTooBig): Phrase {
  if (origin === "string") return { vi: `nhiều nhất ${maximum} ký tự`, en: `at most ${maximum} characters` };
  if (origin === "array") return { vi: `nhiều nhất ${maximum} mục`, en: `at most ${maximum} entries` };
  return inclusive
    ? { vi: `một số không quá ${maximum}`, en: `a number of ${maximum} or less` }
    : { vi: `một số nhỏ hơn ${maximum}`, en: `a number below ${maximum}` };
}
