import { describe, expect, it } from "@jest/globals";
import type { CellValue } from "../../../src/core/cell";
import type { Plan } from "../../../src/core/plan/plan";
import { small } from "../../plans/opened";
import { bookOf, openedFrom, saidOf, withSheets, write } from "./books";

const level = small.indicators.findIndex(({ target }) => target.kind === "level");
const fall = small.indicators.findIndex(({ target }) => target.kind === "fall");
const total = small.indicators.findIndex(({ target }) => target.kind === "total");

function targetOf({ indicators }: Plan): unknown {
  return indicators[level]?.target;
}

describe("what people write in a plan workbook", () => {
  it.each<[string, CellValue, number]>([
    ["a number", 95, 95],
    ["a number as text", " 95 ", 95],
    ["full-width digits", "９５", 95],
    ["a decimal comma", "95,5", 95.5],
    ["a percent sign", "95%", 95],
    ["a number below one, as a text", "0,5", 0.5],
  ])("is understood: %s", (_, value, expected) => {
    const book = write(bookOf(small), { sheet: "Chỉ tiêu", entry: level + 1, key: "target.value", value });
    expect(targetOf(openedFrom(book).plan)).toMatchObject({ value: expected });
  });

  it.each<[string, string, string, CellValue, (plan: Plan) => unknown, unknown]>([
    ["a day as text", "Kế hoạch", "issued", "20/12/2021", ({ issued }) => issued, "2021-12-20"],
    ["a code whose zero was lost", "Đơn vị", "code", 4063, ({ units }) => units[0]?.code, "04063"],
    [
      "yes without diacritics",
      "Số liệu",
      "restsOnStandard",
      "co",
      ({ elements }) => elements[0]?.restsOnStandard,
      true,
    ],
    ["a choice in capitals", "Số liệu", "kind", "THỜI ĐIỂM", ({ elements }) => elements[0]?.kind, "stock"],
    ["no English", "Số liệu", "label.en", null, ({ elements }) => elements[0]?.label.en, small.elements[0]?.label.vi],
    [
      "old units",
      "Đơn vị",
      "predecessors",
      "04901; 04902,04903",
      ({ units }) => units[0]?.predecessors,
      ["04901", "04902", "04903"],
    ],
  ])("is understood: %s", (...[, sheet, key, value, got, expected]) => {
    const entry = sheet === "Đơn vị" ? 2 : 1;
    const book = sheet === "Kế hoạch" ? withField(key, value) : write(bookOf(small), { sheet, entry, key, value });
    expect(got(openedFrom(book).plan)).toEqual(expected);
  });

  it("is taken from a formula by what it last gave", () => {
    const book = withSheets(bookOf(small), (sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.row >= 5 && typeof cell.value === "number" ? { ...cell, formula: "1+1" } : cell,
      ),
    }));
    expect(openedFrom(book).plan).toEqual(small);
  });
});

describe("what is wrong in a plan workbook is told by sheet, cell and heading", () => {
  it.each<[string, number, string, CellValue, string, string]>([
    ["Chỉ tiêu", level, "target.value", "nhiều", "(Mục tiêu): cần một số", '"nhiều"'],
    ["Chỉ tiêu", level, "target.value", "1.234", "(Mục tiêu): cần một số", '"1.234"'],
    // Excel keeps "95%" as this number.
    ["Chỉ tiêu", level, "target.value", 0.95, "95% thì nhập 95", "0,95"],
    ["Chỉ tiêu", level, "target.value", 120, "(Mục tiêu): cần một số không quá 100", "120"],
    ["Chỉ tiêu", level, "target.value", null, "(Mục tiêu): cần một số", "hiện chưa có"],
    ["Chỉ tiêu", fall, "target.isStanding", "Có", "(Duy trì cả năm): cần để trống ô này", "Có"],
    ["Chỉ tiêu", level, "target.kind", "Tăng", "(Loại mục tiêu): cần một trong: Đạt mức", '"Tăng"'],
    ["Chỉ tiêu", level, "measure.numerator", "S99", "(Tử số): cần một mã có trong danh sách", '"S99"'],
    ["Chỉ tiêu", level, "sentence", { error: "#REF!" }, "không phải mã lỗi của công thức", "#REF!"],
    ["Đơn vị", 1, "name", { date: "2022-10-01" }, "(Tên): cần chữ, không phải ngày", "2022-10-01"],
    ["Kỳ báo cáo", 0, "start", "31/02/2022", "(Từ ngày): cần một ngày có thật", "31/02/2022"],
    ["Kỳ báo cáo", 0, "due.commune", null, "(Hạn nộp: commune)", "hiện chưa có"],
    ["Chỉ tiêu giao", 0, `allocation.${small.indicators[total]?.code ?? ""}`, 1.5, "cần một số nguyên", "1.5"],
    ["Chỉ tiêu giao", 0, "unit", "04999", "(Mã đơn vị): cần mã của một đơn vị báo cáo ở sheet Đơn vị", "04999"],
    ["Số liệu", 0, "code", null, "(Mã): cần một mã", "hiện chưa có"],
  ])("%s, entry %i, %s = %j", (...[sheet, index, key, value, expected, found]) => {
    const { vi, en } = saidOf(write(bookOf(small), { sheet, entry: index + 1, key, value }));
    const [said = ""] = vi;
    expect(said).toMatch(new RegExp(`^Sheet ${sheet}, ô [A-Z]+${index + 6} `));
    expect(said).toContain(expected);
    expect(said).toContain(found);
    expect(en).toHaveLength(vi.length);
  });

  it("and a sheet or column that is gone by its name", () => {
    const book = bookOf(small);
    const without = { ...book, sheets: book.sheets.filter(({ name }) => name !== "Nguồn kinh phí") };
    expect(saidOf(without).vi).toEqual([
      "Sheet Nguồn kinh phí: cần có sheet này, kể cả khi không có dòng nào; hiện chưa có.",
    ]);
    const bare = withSheets(book, (sheet) =>
      sheet.name === "Cơ quan" ? { ...sheet, cells: sheet.cells.filter(({ column }) => column !== 0) } : sheet,
    );
    expect(saidOf(bare).vi).toContain('Sheet Cơ quan: cần cột "Mã"; hiện chưa có.');
  });

  it("and names that every object inherits", () => {
    const book = withSheets(bookOf(small), (sheet) =>
      sheet.name === "Đơn vị"
        ? {
            ...sheet,
            cells: [
              ...sheet.cells,
              { row: 4, column: 60, value: "traits.__proto__", look: {} },
              { row: 5, column: 60, value: "x", look: {} },
            ],
          }
        : sheet,
    );
    expect(saidOf(book).en).toContainEqual(expect.stringContaining("another name: this one is not allowed"));
    expect(Reflect.get({}, "x")).toBeUndefined();
  });
});

/** The first sheet has a field a row. */
function withField(key: string, value: CellValue) {
  return withSheets(bookOf(small), (sheet) => {
    const row = sheet.cells.find((cell) => sheet.name === "Kế hoạch" && cell.value === key)?.row;
    return row === undefined
      ? sheet
      : {
          ...sheet,
          cells: sheet.cells.map((cell) => (cell.row === row && cell.column === 1 ? { ...cell, value } : cell)),
        };
  });
}
