import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { applyEdits, isRefusal } from "../../../src/core/apply-edits";
import { fromA1, type Cell, type Place } from "../../../src/core/cell";
import type { Edit } from "../../../src/core/edit";
import { isMendable, type Finding } from "../../../src/core/finding";
import { contentsKey } from "../../../src/core/form/contents";
import { makeForm } from "../../../src/core/form/make-form";
import { numbersIn } from "../../../src/core/form/said";
import { periodById, unitByCode } from "../../../src/core/plan/lookups";
import { cellOf, type Reading } from "../../../src/core/reading/reading";
import { review } from "../../../src/core/review";
import { cellAt, type Snapshot } from "../../../src/core/snapshot";
import { snapshotOf } from "../../../src/workbook/memory";
import { cleanReport } from "../../laws/clean-report";
import { small } from "../../plans/opened";

const clean = ((): Snapshot => {
  const [unit, period] = [unitByCode(small, "04063"), periodById(small, "2022-H1")];
  if (!unit || !period) throw new RangeError("04063");
  return snapshotOf(makeForm(small, { unit, period }, cleanReport), "a.xlsx");
})();

function readingOf(picture: Snapshot): Reading {
  const { reading } = review(small, picture);
  if (!reading) throw new Error("No reading.");
  return reading;
}

const reading = readingOf(clean);

function placeOf(table: "elements" | "funds" | "tasks" | "households", code: string, key: string): Place {
  const cell = cellOf(reading, table, { code, key });
  if (!cell) throw new RangeError(contentsKey({ table, code, key }));
  return cell.at;
}

function coverPlace(field: "pm_unit_code" | "pm_unit_name" | "pm_period"): Place {
  const at = reading.cover.get(field)?.at;
  if (!at) throw new RangeError(field);
  return at;
}

/** Puts cells as a person or a program would, without asking what stood there. */
function withCells(picture: Snapshot, cells: readonly (readonly [Place, Cell])[]): Snapshot {
  const sheets = picture.sheets.map((sheet) => {
    const rows = new Map([...sheet.rows].map(([row, own]) => [row, new Map(own)]));
    for (const [at, cell] of cells.filter(([{ sheet: name }]) => name === sheet.name)) {
      const position = fromA1(at.cell);
      if (position)
        rows.set(position.row, (rows.get(position.row) ?? new Map<number, Cell>()).set(position.column, cell));
    }
    return { ...sheet, rows };
  });
  return { ...picture, sheets };
}

function found(picture: Snapshot, rule: string): Finding[] {
  return review(small, picture).findings.filter((finding) => finding.rule === rule);
}

function made(picture: Snapshot, edits: readonly Edit[]): Snapshot {
  const outcome = applyEdits(picture, edits);
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
}

function contentAt(picture: Snapshot, at: Place): Cell | undefined {
  const position = fromA1(at.cell);
  const sheet = picture.sheets.find(({ name }) => name === at.sheet);
  return position && sheet ? cellAt(sheet, position.row, position.column) : undefined;
}

/** The one finding of a rule where a cell was put, with what its mends put there. */
function offered(at: Place, cell: Cell, rule: string): { isCertain: boolean; put: unknown; becomes: string }[] {
  const [finding, ...others] = found(withCells(clean, [[at, cell]]), rule);
  expect(finding).toMatchObject({ sheet: at.sheet, cell: at.cell });
  expect(others).toEqual([]);
  return (finding?.mends ?? []).map(({ isCertain, edits, becomes }) => {
    const [edit] = edits;
    expect(edit).toMatchObject({ at, expect: cell });
    return { isCertain, put: edit && "put" in edit ? edit.put : null, becomes: becomes.vi };
  });
}

const s41 = placeOf("elements", "S41", "actual");
/** As formulas count it. */
const row = (fromA1(s41.cell)?.row ?? 0) + 1;
const disbursed = placeOf("funds", "K01", "disbursed");

describe("certain mends", () => {
  const grouped = fc
    .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom("", ".", ",", " "))
    .map(([number, mark]) => ({ number, text: String(number).replace(/\B(?=(\d{3})+$)/g, mark) }));
  const decimal = fc
    .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99 }), fc.constantFrom(",", "."))
    .map(([whole, part, mark]) => `${whole}${mark}${String(part).padStart(2, "0")}`);

  it("[RD3] [ED4] [ED6] a number stored as text becomes the number it means, once and for all", () => {
    fc.assert(
      fc.property(grouped, decimal, ({ number, text }, amount) => {
        const [value = Number.NaN, ...others] = numbersIn(amount, "decimal");
        expect(others).toEqual([]);
        const broken = withCells(clean, [
          [s41, { value: text }],
          [disbursed, { value: amount }],
        ]);
        const findings = found(broken, "number-is-not-text");
        expect(findings.filter(isMendable)).toHaveLength(2);
        const edits = findings.flatMap(({ mends: [mend] }) => mend?.edits ?? []);
        const mended = made(broken, edits);
        expect(found(mended, "number-is-not-text")).toEqual([]);
        expect(contentAt(mended, s41)).toEqual({ value: number });
        expect(contentAt(mended, disbursed)).toEqual({ value });
        expect(made(mended, edits)).toEqual(mended);
      }),
      { seed: 267, numRuns: 60 },
    );
  });

  it("[ED4] [ED6] every computed cell gets its own formula and value back, whatever was put there", () => {
    const own = [...reading.tables.values()].flatMap(({ rows }) =>
      [...rows.values()].flatMap(({ cells }) =>
        [...cells].filter(([key, { content }]) => content === "computed" && key !== "check").map(([, cell]) => cell),
      ),
    );
    expect(own.length).toBeGreaterThan(100);
    const harm = fc.constantFrom<Cell>({ value: 5 }, { value: "x" }, { value: 7, formula: "3+4" }, { value: null });
    fc.assert(
      fc.property(fc.nat(own.length - 1), harm, (index, cell) => {
        const before = own[index];
        if (!before) throw new RangeError(String(index));
        const broken = withCells(clean, [[before.at, cell]]);
        const findings = [
          ...found(broken, "formula-is-intact"),
          ...found(broken, "total-is-the-sum-of-its-parts").filter(({ cell: at }) => at === before.at.cell),
        ];
        const edits = findings.flatMap(({ mends: [mend] }) => mend?.edits ?? []);
        const mended = made(broken, edits);
        expect(contentAt(mended, before.at) ?? { value: null }).toEqual(before.found);
        expect(review(small, mended).findings).toEqual([]);
        expect(made(mended, edits)).toEqual(mended);
      }),
      { seed: 267, numRuns: 60 },
    );
  });

  it("[RD3] a text that a formula gives is put right only when a person says so", () => {
    const [mend] = offered(s41, { value: "180", formula: 'TEXT(180,"0")' }, "number-is-not-text");
    expect(mend).toEqual({ isCertain: false, put: { value: 180 }, becomes: "180" });
  });
});

describe("[RD6] a formula that was never calculated", () => {
  const calculated = (formula: string): unknown => offered(s41, { value: null, formula }, "figure-is-calculated")[0];
  const [k01, k02] = [placeOf("funds", "K01", "planned"), placeOf("funds", "TC", "planned")];

  it.each([
    ["170+10", 180, "công thức, kết quả 180"],
    [`'Kinh phí'!${k01.cell}/5`, 240, "công thức, kết quả 240"],
    // A computed cell counts as it ought to be.
    [`'kinh phí'!${k02.cell}`, 2100, "công thức, kết quả 2.100"],
    [`SUM(D${row},E${row})`, 335, "công thức, kết quả 335"],
  ])("%s is computed and stays a formula", (formula, value, becomes) => {
    expect(calculated(formula)).toEqual({ isCertain: true, put: { value, formula }, becomes });
  });

  it.each(["AVERAGE(1,2)", s41.cell, `A${row}+1`, `SUM(F${row}:F${row + 40})`, "'Không có'!A1", "Bìa!C8+1"])(
    "%s is left to Excel",
    (formula) => {
      expect(calculated(formula)).toBeUndefined();
    },
  );

  it("text that looks like one is text", () => {
    expect(found(withCells(clean, [[s41, { value: "=1+1" }]]), "figure-is-calculated")).toEqual([]);
  });
});

describe("a number with two meanings", () => {
  it("[RD3] is never mended without a person", () => {
    expect(offered(disbursed, { value: "1.234" }, "number-has-one-meaning")).toEqual([
      { isCertain: false, put: { value: 1234 }, becomes: "1.234" },
      { isCertain: false, put: { value: 1.234 }, becomes: "1,234" },
    ]);
  });
});

describe("a date in place of a figure", () => {
  const numbers = (at: Place, date: string): unknown =>
    offered(at, { value: { date } }, "figure-is-not-a-date").map(({ isCertain, put }) => {
      expect(isCertain).toBe(false);
      return (put as Cell).value;
    });

  it.each([
    // S41 has 170 and 165 beside it.
    [s41, "1900-06-28", [180]],
    [s41, "1949-12-31", [18_263]],
    [s41, "2022-04-03", []],
    [disbursed, "2022-04-03", [3.4, 3.04]],
    [disbursed, "2022-12-25", [25.12]],
    [disbursed, "2022-03-01", [1.3, 1.03, 3.22]],
    [disbursed, "1901-10-01", [640]],
  ] as const)("%j %s may be %j", (at, date, expected) => {
    expect(numbers(at, date)).toEqual(expected);
  });

  it("that a formula gives has nothing to be guessed", () => {
    const cell = { value: { date: "1900-06-28" }, formula: "DATE(1900,6,28)" };
    expect(offered(s41, cell, "figure-is-not-a-date")).toEqual([]);
  });
});

describe("an answer that is not on the list", () => {
  const answer = placeOf("elements", "S42", "actual");
  const status = placeOf("tasks", "NV01", "status");
  const choices = (at: Place, value: Cell["value"]): unknown =>
    offered(at, { value }, "choice-is-from-the-list").map(({ isCertain, put }) => [(put as Cell).value, isCertain]);

  it.each([
    ["co", [["Có", true]]],
    ["X", [["Có", true]]],
    ["Yes", [["Có", true]]],
    ["✓", [["Có", true]]],
    ["đúng", [["Có", true]]],
    [true, [["Có", true]]],
    ["khong", [["Không", true]]],
    ["KO", [["Không", true]]],
    ["sai.", [["Không", true]]],
    [false, [["Không", true]]],
    ["Khônng", [["Không", false]]],
    [0, []],
    [1, []],
    ["-", []],
    ["0", []],
    ["chưa rõ", []],
  ] as const)("[AR1] %j is understood as %j", (value, expected) => {
    expect(choices(answer, value)).toEqual(expected);
  });

  it.each([
    ["da hoan thanh", [["Hoàn thành", true]]],
    ["Xong", [["Hoàn thành", true]]],
    ["đang làm", [["Đang thực hiện", true]]],
    ["đang triển khai;", [["Đang thực hiện", true]]],
    ["chưa làm", [["Chưa thực hiện", true]]],
    ["CHƯA TRIỂN KHAI", [["Chưa thực hiện", true]]],
    ["không có", [["Không phát sinh", true]]],
    ["Hoàn thnàh", [["Hoàn thành", false]]],
    [
      "chưa hoàn thành",
      [
        ["Chưa thực hiện", false],
        ["Đang thực hiện", false],
      ],
    ],
    ["-", [["Không phát sinh", false]]],
    [100, []],
    ["không hoàn thành", []],
  ] as const)("%j is understood as %j", (value, expected) => {
    expect(choices(status, value)).toEqual(expected);
  });

  it("a formula's answer is replaced only when a person says so", () => {
    expect(offered(answer, { value: "x", formula: "A1" }, "choice-is-from-the-list")).toMatchObject([
      { isCertain: false, put: { value: "Có" } },
    ]);
  });
});

describe("the cover", () => {
  const [code, name, period] = [coverPlace("pm_unit_code"), coverPlace("pm_unit_name"), coverPlace("pm_period")];
  const mends = (picture: Snapshot, rule: string): string[] =>
    found(picture, rule).flatMap((finding) => {
      expect(isMendable(finding)).toBe(false);
      return finding.mends.map(({ becomes }) => becomes.vi);
    });

  it("[RD5] offers the unit that the sheets are of, then those of a name like it; all put both code and name", () => {
    const broken = withCells(clean, [
      [code, { value: "04999" }],
      [name, { value: "Tu Nagn" }],
    ]);
    const [finding] = found(broken, "unit-is-known");
    expect(finding?.mends.map(({ becomes }) => becomes.vi)).toEqual(["04063 – Xã Chiềng Đông", "04093 – Xã Tú Nang"]);
    const mended = made(broken, finding?.mends[0]?.edits ?? []);
    expect(contentAt(mended, code)).toEqual({ value: "04063" });
    expect(contentAt(mended, name)).toEqual({ value: "Xã Chiềng Đông" });
    expect(review(small, mended).findings).toEqual([]);
  });

  it("[RD5] offers a code that is one digit off where neither sheets nor name say more", () => {
    const sheets = clean.sheets.map((sheet) =>
      sheet.name === "Bìa" ? sheet : { ...sheet, rows: new Map([...sheet.rows].filter(([row]) => row !== 1)) },
    );
    const broken = withCells({ ...clean, sheets }, [
      [code, { value: "04073" }],
      [name, { value: null }],
    ]);
    expect(mends(broken, "unit-is-known")).toEqual([
      ...["04063 – Xã Chiềng Đông", "04078 – Xã Chiềng Hặc", "04093 – Xã Tú Nang"],
    ]);
  });

  it("where name and code disagree both ways are offered", () => {
    const broken = withCells(clean, [[name, { value: "xã Tú Nàng" }]]);
    expect(mends(broken, "unit-name-matches-code")).toEqual(["04063 – Xã Chiềng Đông", "04093 – Xã Tú Nang"]);
    const [finding] = found(broken, "unit-name-matches-code");
    expect(review(small, made(broken, finding?.mends[0]?.edits ?? [])).findings).toEqual([]);
    const other = made(broken, finding?.mends[1]?.edits ?? []);
    expect(contentAt(other, code)).toEqual({ value: "04093" });
    expect(found(other, "unit-name-matches-code")).toEqual([]);
  });

  it.each(["6 tháng đầu năm 2022", "Kỳ 6 thang dau nam 2022.", "FIRST SIX MONTHS OF 2022", "2022-h1"])(
    "a period is known by its name: %s",
    (text) => {
      const broken = withCells(clean, [[period, { value: text }]]);
      const [finding] = found(broken, "period-is-known");
      expect(finding && isMendable(finding)).toBe(true);
      const mended = made(broken, finding?.mends[0]?.edits ?? []);
      expect(mended).toEqual(clean);
    },
  );

  it("a period that is not recognised, or that the sheets are not of, is to be chosen", () => {
    const asked = (text: string): string[] => mends(withCells(clean, [[period, { value: text }]]), "period-is-known");
    expect(asked("quý II")).toEqual(["2022-H1 (6 tháng đầu năm 2022)", "2022-Y (Năm 2022)"]);
    expect(asked("Năm 2022")).toEqual(["2022-H1 (6 tháng đầu năm 2022)", "2022-Y (Năm 2022)"]);
  });
});

describe("a cell that reads another file", () => {
  it.each([
    [{ value: 180, formula: "[1]Sheet1!A1" }, "180"],
    [{ value: "-", formula: "'C:\\so\\[so.xlsx]Tháng 6'!A1" }, "-"],
    [{ value: "", formula: "[1]!Tong" }, "ô trống"],
  ] as const)("keeps what it shows: %j", (cell, becomes) => {
    expect(offered(s41, cell, "no-links-to-other-files")).toEqual([
      { isCertain: true, put: { value: cell.value }, becomes },
    ]);
  });

  it.each([
    { value: null, formula: "[1]Sheet1!A1" },
    { value: { error: "#REF!" }, formula: "[1]Sheet1!A1" },
  ])("keeps nothing where there is nothing to keep, and is told once: %j", (cell) => {
    expect(offered(s41, cell, "no-links-to-other-files")).toEqual([]);
    expect(review(small, withCells(clean, [[s41, cell]])).findings).toHaveLength(1);
  });
});

describe("an amount in đồng", () => {
  it("is offered in million đồng, the likelier first", () => {
    const becomes = (at: Place, value: number): string[] =>
      offered(at, { value }, "amount-is-in-millions").map((mend) => {
        expect(mend.isCertain).toBe(false);
        return mend.becomes;
      });
    expect(becomes(disbursed, 640_250_000)).toEqual(["640,25", "640.250"]);
    expect(becomes(disbursed, 640_250)).toEqual(["640,25", "0,64025"]);
    expect(becomes(placeOf("funds", "K02", "planned"), 900_000)).toEqual(["900", "0,9"]);
  });

  it.each([
    [50_000, 20_000, 12.5],
    [3_000, 0, "-"],
    [999_999, 999_999, 999_999],
    [1_200, 1_000, 100_000],
    [1_000, 0.0001, 0.0001],
    [null, null, 900_000],
  ] as const)("is not seen in %s, %s, %s", (planned, allocated, spent) => {
    const values = { planned, allocated, disbursed: spent };
    const cells = (["planned", "allocated", "disbursed"] as const).map(
      (key) => [placeOf("funds", "K01", key), { value: values[key] }] as const,
    );
    expect(found(withCells(clean, cells), "amount-is-in-millions")).toEqual([]);
  });

  it("cannot be seen beside an amount that is not read", () => {
    const { unevaluated } = review(
      small,
      withCells(clean, [[placeOf("funds", "K01", "planned"), { value: "1,2 tỷ" }]]),
    );
    expect(unevaluated.filter(({ rule }) => rule === "amount-is-in-millions")).toMatchObject([
      { because: "figure-is-unreadable", code: "K01", cell: placeOf("funds", "K01", "planned").cell },
    ]);
  });
});

describe("an amount of which the mark between thousands was taken for a decimal mark", () => {
  type Row = readonly [planned: number | null, allocated: number | null, disbursed: number | null];
  const amounts = (code: string, row: Row): (readonly [Place, { readonly value: number | null }])[] =>
    (["planned", "allocated", "disbursed"] as const).map((key, index) => [
      placeOf("funds", code, key),
      { value: row[index] ?? null },
    ]);
  const told = (first: Row, second: Row): string[] => {
    const findings = found(
      withCells(clean, [...amounts("K01", first), ...amounts("K02", second)]),
      "amount-is-in-millions",
    );
    return findings.map(({ cell, mends: [mend] }) => {
      expect(mend?.isCertain).toBe(false);
      return `${cell} ${mend?.becomes.vi}`;
    });
  };
  const none: Row = [null, null, null];
  const [planned, allocated, spent] = (["planned", "allocated", "disbursed"] as const).map(
    (key) => placeOf("funds", "K01", key).cell,
  );

  it.each<readonly [Row, Row, readonly string[]]>([
    [[4041.5, 4000.5, 3.877], none, [`${spent} 3.877`]],
    [[4041.5, 3.985, 3877], none, [`${allocated} 3.985`]],
    [[4.041, 4000, 3877], none, [`${planned} 4.041`]],
    [[4.041, 3.985, 3877], none, [`${planned} 4.041`, `${allocated} 3.985`]],
    [
      [4.041, 3.985, 3.877],
      [120, 110, 0],
      [`${planned} 4.041`, `${allocated} 3.985`, `${spent} 3.877`],
    ],
    [[null, 3.985, 3.877], none, [`${allocated} 3.985`, `${spent} 3.877`]],
  ])("is told where it stands: %j beside %j", (...[first, second, expected]) => {
    expect(told(first, second)).toEqual(expected);
  });

  it.each<readonly [Row, Row]>([
    // Little of much, and what other decimals of the sheet show to be meant so.
    [[12_000, 12_000, 1.125], none],
    [[50_000, 20_000, 12.5], none],
    [
      [4.041, 3.985, 3.877],
      [120.5, 110, 0],
    ],
    [
      [4.041, 3.985, 3.877],
      [4041.525, 4000, 0],
    ],
    // One amount alone says nothing.
    [[4.041, null, null], none],
    [[4.041, 3.9, 3.877], none],
    [[0.125, 0.125, 0.125], none],
  ])("is not seen in %j beside %j", (first, second) => {
    expect(told(first, second)).toEqual([]);
  });
});
