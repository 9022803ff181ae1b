import { describe, expect, it } from "@jest/globals";
import { merge } from "../../../src/core/merge";
import { openPlan, openPlanText } from "../../../src/core/plan/open-plan";
import { pathText, sayPlanFault, type PlanFault } from "../../../src/core/plan/plan-fault";
import { planFiles, planText, yenChau } from "../../plans/opened";

type Step = string | number;

const text = planText(planFiles.yenChau);

/** Marks an entry that is to be taken out. */
const gone = Symbol("gone");

/** The plan as its file says it, with one entry changed. */
function withEntry(path: readonly Step[], value: unknown): unknown {
  const json: unknown = JSON.parse(text);
  let place = inside(json);
  for (const step of path.slice(0, -1)) place = inside(Reflect.get(place, step));
  const last = path.at(-1) ?? "";
  if (value === gone) Reflect.deleteProperty(place, last);
  else Object.defineProperty(place, last, { value, enumerable: true, writable: true, configurable: true });
  return json;
}

function inside(value: unknown): object {
  if (typeof value !== "object" || value === null) throw new Error("The plan has no such entry");
  return value;
}

function faultsOf(json: unknown): readonly PlanFault[] {
  const outcome = openPlan(json);
  return "faults" in outcome ? outcome.faults : [];
}

function steps(path: string): Step[] {
  const found = path.match(/\[\d+\]|[^.[\]]+/g) ?? [];
  return found.map((step): Step => (step.startsWith("[") ? Number(step.slice(1, -1)) : step));
}

interface Expected {
  /** Where the fault shows, if not where the entry was changed. */
  readonly at?: string;
  readonly vi: string;
  readonly en: string;
  readonly found?: string;
}

function check(path: string, value: unknown, { at = path, vi, en, found }: Expected): void {
  it(`refuses ${path} = ${value === gone ? "nothing" : JSON.stringify(value)}`, () => {
    const faults = faultsOf(withEntry(steps(path), value));
    const [fault] = faults.filter((each) => each.path === at);
    expect(faults.map((each) => each.path)).toContain(at);
    expect(fault?.expected.vi).toContain(vi);
    expect(fault?.expected.en).toContain(en);
    if (found !== undefined) expect(fault?.found).toBe(found);
  });
}

describe("the shape of a plan", () => {
  check("schema", 2, { vi: "giá trị 1", en: "the value 1", found: "2" });
  check("id", gone, { vi: "chữ, đặt trong ngoặc kép", en: "text, in double quotes", found: "" });
  check("title.en", " ", { vi: "không để trống", en: "not empty" });
  check("issued", "2021-02-30", { vi: "năm-tháng-ngày", en: "year-month-day", found: '"2021-02-30"' });
  check("year", "2022", { vi: "một số", en: "a number", found: '"2022"' });
  check("levels", [], { at: "levels[0]", vi: "ngoặc nhọn", en: "braces" });
  check("units", [], { vi: "ít nhất 1 mục", en: "1 or more entries", found: "[]" });
  check("units", {}, { vi: "danh sách", en: "a list", found: "{…}" });
  check("units[2].code", "Đông 1", { vi: "chữ cái không dấu", en: "plain letters", found: '"Đông 1"' });
  check("units[2].traits.region", 3, { vi: "chữ trong ngoặc kép, hoặc true", en: "text in double quotes, or true" });
  check("elements[4].content", "money", { vi: 'một trong: "count", "yes-no"', en: 'one of "count", "yes-no"' });
  check("elements[4].lable", "x", { vi: "sửa lại tên mục", en: "correct its spelling", found: '"x"' });
  check("elements[4].restsOnStandard", "true", { vi: "true hoặc false", en: "true or false" });
  check("indicators[3].measure.kind", "rate", { vi: '"ratio", "count", "share"', en: '"ratio", "count", "share"' });
  check("indicators[0].target.by", 0, { vi: "lớn hơn 0", en: "above 0", found: "0" });
  check("households.villages", 201, { vi: "không quá 200", en: "200 or less" });
  check("thresholds.peerUnits", 8.5, { vi: "số nguyên", en: "whole number" });
});

describe("codes", () => {
  const again = { vi: "mã này đã dùng ở", en: "used already at" };
  check("units[3].code", "04063", { ...again, vi: "mã này đã dùng ở units[1].code" });
  check("units[3].code", "00124", { ...again, vi: "mã này đã dùng ở whole.code" });
  check("groups[0].id", "04063", again);
  check("levels[1].id", "COMMUNE", again);
  check("calendars[1].id", "administrative", again);
  check("periods[1].id", "2022-H1", again);
  check("periods[1].id", "2022-h1", again);
  check("stages[2].id", "estimate", again);
  check("agencies[3].id", "labour", again);
  check("elements[48].code", "S01", again);
  check("indicators[6].code", "C06A", again);
  check("indicators[5].code", "C06d", { ...again, at: "indicators[8].code" });
  check("shortfalls.causes[0].code", "T01", again);
  check("sections[1].id", "IV.1", again);
  check("tasks[1].code", "NV01", again);
  check("funds[2].code", "K01", again);
  check("funds[2].code", "TC", { vi: "không dùng mã này", en: "not allowed" });
  check("units[3].predecessors", ["04901", "4901"], { ...again, at: "units[3].predecessors[1]" });
  check("elements[5].code", "toString", { vi: "không dùng mã này", en: "not allowed" });
});

describe("[RD5] names of units", () => {
  const same = { vi: "kể cả khi bỏ dấu", en: "without diacritics" };
  check("units[3].name", "chieng dong", { ...same, vi: "units[1].name" });
  check("units[3].name", "Xã Chiềng Đông", same);
  check("units[3].aliases", ["Chiềng Khoi"], { ...same, at: "units[10].name" });
  check("units[0].name", "Huyện  Yên Châu", { ...same, vi: "whole.name" });
  it("lets a unit say its own name twice", () => {
    expect(faultsOf(withEntry(["units", 3, "aliases"], ["Xã Chiềng Sàng", "Chieng Sang"]))).toEqual([]);
  });
});

describe("codes that name something", () => {
  const listed = (list: string): Expected => ({ vi: `trong danh sách ${list}`, en: `from the list ${list}` });
  check("indicators[3].measure.numerator", "S99", { ...listed("elements"), found: '"S99"' });
  check("indicators[3].measure.denominator", "S99", listed("elements"));
  check("indicators[14].measure.element", "S99", listed("elements"));
  check("indicators[22].measure.elements[1]", "S99", listed("elements"));
  check("indicators[1].onlyGroup", "kv4", listed("groups"));
  check("indicators[1].agency", "nobody", listed("agencies"));
  check("tasks[1].agency", "nobody", listed("agencies"));
  check("tasks[1].section", "IX", listed("sections"));
  check("periods[0].calendar", "lunar", listed("calendars"));
  check("periods[0].due.province", "2022-07-01", listed("levels"));
  check("relations[0].element", "S99", listed("elements"));
  check("relations[5].part", "S99", listed("elements"));
  check("relations[15].atLeast", "S99", listed("elements"));
  check("shortfalls.nearPoor", "S99", listed("elements"));
  check("elements[0].by", "province", { vi: '"commune" hoặc "district"', en: '"commune" or "district"' });
  check("levels[0].parent", "province", { vi: '"district", là cấp kế tiếp', en: '"district", the next level' });
  check("levels[1].parent", "commune", { vi: "null", en: "null" });
  check("groups[0].where.trait", "valley", { at: "groups[0].where", vi: "đặc điểm", en: "trait" });
  check("groups[0].where.isOneOf", ["IV"], { at: "groups[0].where", vi: "đặc điểm", en: "trait" });
});

describe("elements that cannot serve where they are named", () => {
  check("indicators[0].measure.numerator", "S42", { vi: "số đếm", en: "counted" });
  check("indicators[14].measure.element", "S47", { vi: "số đếm", en: "counted" });
  check("indicators[22].measure.elements[1]", "S05", { vi: "có/không", en: "yes/no" });
  check("indicators[0].measure.denominator", "S34", { vi: "cùng một cấp", en: "the same level", found: '"S34"' });
  check("indicators[0].measure.denominator", "S02", { vi: "khác với tử số", en: "other than the numerator" });
  check("shortfalls.poor", "S34", { vi: 'cấp "commune"', en: 'level "commune"' });
  check("relations[1].element", "S34", { vi: 'cấp "commune"', en: 'level "commune"' });
  check("relations[1].column", "p10", { vi: "households, p1 đến p9", en: "households, p1 to p9" });
  check("relations[5].whole", "S04", { vi: "khác với part", en: "other than that of part" });
  check("relations[5].whole", "S34", { vi: 'cùng cấp "commune"', en: 'level "commune"' });
  check("households", null, { at: "relations[0].column", vi: "không có bảng hộ nghèo", en: "no household table" });
});

describe("dates", () => {
  check("periods[0].end", "2021-12-15", { vi: "sau 2021-12-15", en: "after 2021-12-15" });
  check("periods[0].end", "2023-06-14", { vi: "trong năm 2022", en: "in 2022" });
  check("periods[0].due.commune", "2021-06-20", { vi: "không trước 2021-12-15", en: "not before 2021-12-15" });
  check("periods[0].due.commune", "2022-06-26", {
    at: "periods[0].due.district",
    vi: "không trước 2022-06-26",
    en: "not before",
  });
  check("periods[0].due.commune", gone, { vi: "hạn nộp", en: "due date", found: "" });
  check("periods[0].months", 7, { vi: "khoảng 6 tháng", en: "about 6 months", found: "7" });
  check("periods[1].months", 6, { vi: "lớn hơn 6", en: "more than 6", found: "6" });
  check("units[0].validFrom", "2025-07-01", { at: "units[0].validTo", vi: "không trước 2025-07-01", en: "not before" });
});

describe("targets", () => {
  check("indicators[18].target.value", 0, { vi: "lớn hơn 0", en: "above 0" });
  check("indicators[18].target.value", 950, { vi: "không quá 100", en: "100 (%) or less" });
  check("indicators[20].target.value", 100, { vi: "nhỏ hơn 100", en: "below 100" });
  check("indicators[15].target.lo", 22, { at: "indicators[15].target.hi", vi: "lớn hơn 22", en: "above 22" });
  check("indicators[15].target.lo", 0, { vi: "lớn hơn 0", en: "above 0" });
  check("indicators[15].target.hi", 101, { vi: "không quá 100", en: "100 (%) or less" });
  check("indicators[1].target.upTo", 3, { vi: "lớn hơn 3", en: "above 3" });
  check("indicators[0].target.by", 101, { vi: "không quá 100", en: "100 (%) or less" });
  check("indicators[0].target.progressAgainst", "upTo", {
    at: "indicators[0].target.upTo",
    vi: "một số",
    en: "a number",
    found: "",
  });
  check(
    "indicators[14].target",
    { kind: "level", value: 90 },
    { at: "indicators[14].target.kind", vi: "chỉ tiêu đếm", en: "a count" },
  );
  check(
    "indicators[0].target",
    { kind: "total", value: 3, allocation: {} },
    { at: "indicators[0].target.kind", vi: "tỷ lệ", en: "a percentage" },
  );
  check("indicators[17].onlyGroup", "kv3", { vi: "cấp tiếp nhận", en: "the receiving level" });
});

describe("[allocations-add-up] shares of a total", () => {
  const allocation = "indicators[14].target.allocation";

  check(`${allocation}.04063`, gone, { vi: "số giao cho đơn vị 04063", en: "the share of unit 04063", found: "" });
  check(`${allocation}.04063`, 12.5, { vi: "số nguyên", en: "whole number" });
  check(`${allocation}.04063`, -1, { vi: "từ 0 trở lên", en: "0 or more" });
  check(`${allocation}.124`, 0, { vi: "mã của một đơn vị", en: "the code of a unit" });
  it("opens a plan whose shares do not add up yet: the rule tells it when reports are laid together", () => {
    for (const [from, to] of [
      ['"04063": 12', '"04063": 13'],
      ['"value": 158', '"value": 160'],
    ] as const) {
      expect(text).toContain(from);
      const outcome = openPlanText(text.replace(from, to));
      expect("plan" in outcome && merge(outcome.plan, []).findings.map(({ rule }) => rule)).toContain(
        "allocations-add-up",
      );
    }
    expect(merge(yenChau, []).findings.map(({ rule }) => rule)).not.toContain("allocations-add-up");
  });

  it("asks for no shares of what the whole itself counts", () => {
    const json = planText(planFiles.truongNguyen);
    expect(json).toContain('"allocation": {}');
    const outcome = openPlanText(json.replace('"allocation": {}', '"allocation": { "30110": 5 }'));
    expect("faults" in outcome && outcome.faults.map((fault) => fault.path)).toEqual([
      "indicators[8].target.allocation.30110",
    ]);
  });
});

describe("hostile plans", () => {
  it("refuses keys that every object inherits, instead of looking them up", () => {
    for (const key of ["__proto__", "constructor", "toString"]) {
      const outcome = openPlanText(text.replace('"04063": 12', `"${key}": 12`));
      expect("faults" in outcome && outcome.faults[0]?.path).toBe(`indicators[14].target.allocation.${key}`);
    }
    expect(Reflect.get({}, "region")).toBeUndefined();
  });

  it("refuses what is too deep, too long or not printable, and stops there", () => {
    let deep: unknown = "x";
    for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
    const circle: unknown[] = [];
    circle.push(circle, circle);
    for (const [value, vi] of [
      [deep, "cấp ngoặc lồng nhau"],
      [circle, "cấp ngoặc lồng nhau"],
      ["x".repeat(4001), "4.000 ký tự"],
      ["a\u0000b", "ký tự điều khiển"],
      ["a\uD800b", "ký tự điều khiển"],
      [new Array(1_000_001).fill(0), "1.000.000 giá trị"],
    ] as const) {
      const faults = faultsOf(withEntry(["place"], value));
      expect(faults).toHaveLength(1);
      expect(faults[0]?.expected.vi).toContain(vi);
      expect(faults[0]?.found.length).toBeLessThan(80);
    }
  });

  it("lists 100 faults at most", () => {
    expect(faultsOf({ units: Array.from({ length: 2000 }, () => ({})) })).toHaveLength(100);
    const units = Array.from({ length: 2000 }, () => ({ code: "1", name: "A", kind: "x" }));
    expect(faultsOf(withEntry(["units"], units))).toHaveLength(100);
  });

  it("shortens what it quotes", () => {
    expect(pathText(["units", 0, "traits", `${"a".repeat(100)} b`]).length).toBeLessThan(90);
    expect(faultsOf(withEntry(["place"], { a: 1 }))[0]?.found).toBe("{…}");
  });

  it("opens a plan of 10,598 units", () => {
    const units = Array.from({ length: 10_598 }, (_, index) => ({
      code: String(20_000 + index),
      name: `Đơn vị ${index}`,
      kind: "commune",
      traits: { region: "III" },
    }));
    const allocation = Object.fromEntries(units.map((unit) => [unit.code, 1]));
    const total = JSON.parse(JSON.stringify(withEntry(["units"], units)), (key, value: unknown) =>
      key === "allocation" ? allocation : value === 158 ? units.length : value,
    ) as unknown;
    expect(faultsOf(total)).toEqual([]);
  });
});

describe("the text of a plan file", () => {
  it("opens with or without a byte order mark", () => {
    expect("plan" in openPlanText(text)).toBe(true);
    expect("plan" in openPlanText(`\uFEFF${text}`)).toBe(true);
  });

  it("says near what the JSON breaks off", () => {
    const outcome = openPlanText(text.replace('"id": "yen-chau-2022",', '"id": "yen-chau-2022"'));
    const [fault] = "faults" in outcome ? outcome.faults : [];
    expect(fault?.path).toBe("");
    expect(fault?.expected.vi).toContain("JSON đúng cú pháp");
    expect(fault?.found).toContain("yen-chau-2022");
  });

  it("refuses what is no plan at all", () => {
    for (const json of ["", "null", "[]", "3", '"plan"', "x".repeat(16_000_001)]) {
      expect("faults" in openPlanText(json)).toBe(true);
    }
  });
});

describe("saying a fault", () => {
  it("names the place, what was expected and what is there", () => {
    const [fault] = faultsOf(withEntry(["indicators", 3, "measure", "numerator"], "S99"));
    expect(fault && sayPlanFault(fault)).toEqual({
      vi: 'Mục indicators[3].measure.numerator của tệp kế hoạch: cần một mã có trong danh sách elements (Số liệu); đang là "S99".',
      en: 'indicators[3].measure.numerator in the plan file: expected a code from the list elements; it is "S99".',
    });
    const [missing] = faultsOf(withEntry(["year"], gone));
    expect(missing && sayPlanFault(missing).vi).toBe(
      "Mục year của tệp kế hoạch: cần một số, không đặt trong ngoặc kép; hiện chưa có.",
    );
  });
});
