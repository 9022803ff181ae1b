import type { Blueprint, CellBlueprint, SheetBlueprint } from "../../../src/core/blueprint";

/** A blueprint that uses everything a blueprint can say. */
export const fullBlueprint: Blueprint = {
  title: "Biểu mẫu & thử nghiệm",
  sheets: [everything(), values(), hiddenPlan()],
  names: [
    { name: "pm_unit_code", sheet: "Số liệu", at: { row: 0, column: 1 } },
    { name: "pm_form", sheet: "plan's own", at: { row: 0, column: 0 } },
  ],
};

function everything(): SheetBlueprint {
  const cells: CellBlueprint[] = [
    { row: 0, column: 0, value: "BIỂU SỐ LIỆU", look: { isBold: true, size: 14, across: "center", upDown: "center" } },
    { row: 0, column: 1, value: "119.01", look: { isInput: true, format: "@" } },
    { row: 1, column: 0, value: null, look: { hasBorder: true } },
    ...["code", "name", "actual", "check", "note", "hidden", "folded"].map((key, column) => ({
      row: 2,
      column,
      value: key,
      look: {},
    })),
  ];
  for (let row = 3; row < 8; row += 1) {
    const look = { hasBorder: true, wraps: true, upDown: "center" } as const;
    cells.push(
      { row, column: 0, value: `S0${row - 2}`, look },
      { row, column: 1, value: `Số hộ nghèo ${row}`, look: { ...look, indent: 1, across: "left" } },
      {
        row,
        column: 2,
        value: row * 1000 + 0.5,
        look: { ...look, isInput: true, fill: "FFF8E1", format: "#,##0.00", across: "right" },
      },
      {
        row,
        column: 3,
        value: "✓",
        formula: `IF(ISNUMBER(C${row + 1}),"✓","thiếu")`,
        look: { ...look, isItalic: true, colour: "1B5E20" },
      },
      { row, column: 4, value: row === 3 ? "Có" : null, look: { ...look, isInput: true } },
    );
  }
  return {
    name: "Số liệu",
    visibility: "visible",
    tab: "1565C0",
    columns: [
      { width: 8 },
      { width: 40 },
      { width: 14 },
      { width: 9 },
      { width: 20 },
      { width: 6, isHidden: true },
      { width: 7, isFolded: true },
    ],
    rows: new Map([
      [0, { height: 24 }],
      [2, { isHidden: true }],
      [11, { height: 30, isHidden: true }],
    ]),
    cells,
    merges: [{ top: 1, left: 0, bottom: 1, right: 4 }],
    lists: [
      {
        block: { top: 3, left: 4, bottom: 7, right: 4 },
        choices: ["Có", "Không", "Chưa rõ"],
        title: "Chọn trong danh sách",
        message: "Chọn Có, Không hoặc Chưa rõ.\nÔ để trống là chưa điền.",
      },
    ],
    inputs: [
      {
        block: { top: 3, left: 2, bottom: 7, right: 2 },
        formula: 'OR(C4="-",AND(ISNUMBER(C4),C4>=0))',
        title: "Số liệu không hợp lệ",
        message: 'Nhập số không âm, hoặc "-" nếu không phát sinh.',
      },
    ],
    conditions: [
      {
        block: { top: 3, left: 0, bottom: 7, right: 4 },
        formula: "$C4>5000",
        look: { colour: "B71C1C", fill: "FFCDD2", isBold: true },
      },
      { block: { top: 3, left: 0, bottom: 7, right: 4 }, formula: 'AND($C4<>"",$C4<4000)', look: { fill: "C8E6C9" } },
    ],
    freeze: { rows: 3, columns: 2 },
    isProtected: true,
    print: {
      orientation: "landscape",
      repeatedRows: { first: 0, last: 2 },
      area: { top: 0, left: 0, bottom: 7, right: 4 },
      fitsWidth: true,
    },
  };
}

function values(): SheetBlueprint {
  const data: readonly Pick<CellBlueprint, "value" | "formula">[] = [
    { value: "=1+1" },
    { value: "@x" },
    { value: "-abc" },
    { value: "#N/A" },
    { value: "_x0041_ _x0041_x0042_" },
    { value: "_x0041\u0001" },
    { value: "a\u0001b\u001Fc\uFFFEd\uD800e" },
    { value: "🙂 & <b> \"quoted\" 'single'" },
    { value: "  hai đầu  " },
    { value: "dòng một\r\ndòng hai\tcột" },
    { value: 12.5 },
    { value: -0.1 },
    { value: 1e21 },
    { value: 0 },
    { value: true },
    { value: false },
    { value: { error: "#DIV/0!" } },
    { value: { error: "#N/A" } },
    { value: { date: "2022-06-30" } },
    { value: { date: "2022-06-30T13:45:00" } },
    { value: { date: "1900-01-31" } },
    { value: null },
    { value: 3, formula: "1+2" },
    { value: 0, formula: "1-1" },
    { value: true, formula: "1<2" },
    { value: "", formula: 'IF(1=1,"","x")' },
    { value: "a & b", formula: '"a & "&"b"' },
    { value: " có khoảng trắng ", formula: '" có khoảng trắng "' },
    { value: "#N/A", formula: '"#N/A"' },
    { value: { error: "#N/A" }, formula: "NA()" },
    { value: { error: "#DIV/0!" }, formula: "1/0" },
    { value: null, formula: "SUM('Số liệu'!C4:C8)" },
    { value: "S01", formula: "'plan''s own'!A2" },
  ];
  return {
    ...plain("Giá trị"),
    cells: data.flatMap(({ value, formula }, row) => [
      {
        row,
        column: 1,
        value,
        ...(formula !== undefined && { formula }),
        look: value !== null && typeof value === "object" && "date" in value && row % 2 ? { format: "d-mmm-yy" } : {},
      },
    ]),
  };
}

function hiddenPlan(): SheetBlueprint {
  return {
    ...plain("plan's own"),
    visibility: "very-hidden",
    cells: [
      { row: 0, column: 0, value: "commune", look: {} },
      { row: 1, column: 0, value: "S01", look: {} },
      { row: 2, column: 0, value: "{".repeat(32_767), look: {} },
    ],
  };
}

function plain(name: string): SheetBlueprint {
  return {
    name,
    visibility: "visible",
    columns: [],
    rows: new Map(),
    cells: [],
    merges: [],
    lists: [],
    inputs: [],
    conditions: [],
    isProtected: false,
    print: { orientation: "portrait", fitsWidth: false },
  };
}
