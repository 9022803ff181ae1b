import { describe, expect, it } from "@jest/globals";
import {
  elementByCode,
  elementsAskedOf,
  elementsOf,
  hasFlowNumerator,
  indicatorByCode,
  indicatorsAskedOf,
  membersOf,
  periodAfter,
  periodById,
  reportingLevel,
  restsOnStandard,
  traitOf,
  unitByCode,
  unitInText,
  unitName,
  wholeLevel,
} from "../../../src/core/plan/lookups";
import type { Indicator, Period, Plan, Unit } from "../../../src/core/plan/plan";
import { truongNguyen, yenChau } from "../../plans/opened";

function indicator(plan: Plan, code: string): Indicator {
  const found = indicatorByCode(plan, code);
  if (!found) throw new Error(`No indicator ${code}`);
  return found;
}

function unit(plan: Plan, code: string): Unit {
  const found = unitByCode(plan, code);
  if (!found) throw new Error(`No unit ${code}`);
  return found;
}

function codes(rows: readonly { readonly code: string }[]): string[] {
  return rows.map((row) => row.code);
}

describe("finding by code", () => {
  it("finds what the plan has, the whole included", () => {
    expect(unitByCode(yenChau, "124")?.name).toBe("Huyện Yên Châu");
    expect(unitByCode(yenChau, "04084")?.name).toBe("Chiềng On");
    expect(periodById(yenChau, "2022-H1")?.months).toBe(6);
    expect(elementByCode(truongNguyen, "E7")?.kind).toBe("stock");
  });

  it("finds nothing that the plan does not say, under names that objects inherit either", () => {
    for (const code of ["", "99999", "constructor", "__proto__", "toString"]) {
      expect(unitByCode(yenChau, code)).toBeUndefined();
      expect(periodById(yenChau, code)).toBeUndefined();
      expect(elementByCode(yenChau, code)).toBeUndefined();
      expect(indicatorByCode(yenChau, code)).toBeUndefined();
      expect(membersOf(yenChau, code)).toEqual([]);
      expect(traitOf(unit(yenChau, "04084"), code)).toBeUndefined();
    }
  });

  it("keeps two plans apart", () => {
    expect(unitByCode(truongNguyen, "04084")).toBeUndefined();
    expect(elementByCode(yenChau, "E1")).toBeUndefined();
  });
});

describe("the period after", () => {
  const after = (plan: Plan, id: string, other: Partial<Period> = {}): string | undefined => {
    const period = periodById(plan, id);
    if (!period) throw new Error("no period");
    return periodAfter(plan, { ...period, ...other })?.id;
  };

  it("is the next of the plan, and none after the last", () => {
    expect(after(yenChau, "2022-H1")).toBe("2022-Y");
    expect(after(yenChau, "2022-Y")).toBeUndefined();
  });

  it("is the first to end later where it was another plan's", () => {
    expect(after(truongNguyen, "2026-Q1", { end: "2025-12-31", calendar: "another" })).toBe("2026-Q1");
    expect(after(truongNguyen, "2026-Q1", { end: "2026-03-31", calendar: "another" })).toBe("2026-Y");
  });
});

describe("names", () => {
  it("puts the prefix before the name, where there is one", () => {
    expect(unitName(unit(yenChau, "04063"))).toBe("Xã Chiềng Đông");
    expect(unitName(unit(yenChau, "04060"))).toBe("Thị trấn Yên Châu");
    expect(unitName(unit(truongNguyen, "30110"))).toBe("Xã Đắk R'Tíh");
  });

  it.each([
    ["Xã", "Chiềng Đông", "xã Chiềng Đông"],
    ["", "Thị trấn Yên Châu", "thị trấn Yên Châu"],
    ["Đặc khu", "Phú Quý", "đặc khu Phú Quý"],
    ["Thành phố", "Thủ Đức", "thành phố Thủ Đức"],
    ["Thành phố", "Hồ Chí Minh", "Thành phố Hồ Chí Minh"],
    ["", "Thủ đô Hà Nội", "Thủ đô Hà Nội"],
    ["", "Xãnh", "Xãnh"],
  ])("%s %s is %s in a Vietnamese sentence", (...[prefix, name, expected]) => {
    expect(unitInText({ ...unit(yenChau, "04063"), prefix, name }).vi).toBe(expected);
  });
});

describe("levels", () => {
  it("takes the first for the units and the second for the whole", () => {
    expect([reportingLevel(yenChau).id, wholeLevel(yenChau).id]).toEqual(["commune", "district"]);
    expect([reportingLevel(truongNguyen).id, wholeLevel(truongNguyen).id]).toEqual(["xa", "tinh"]);
  });
});

describe("what a unit's form asks for", () => {
  it("[CO10] leaves the elements of district bodies to unit 124", () => {
    expect(codes(elementsAskedOf(yenChau, "124"))).toEqual(["S34", "S35"]);
    expect(elementsAskedOf(yenChau, "04063")).toHaveLength(47);
    expect(codes(elementsAskedOf(truongNguyen, "95"))).toEqual(["E10", "E11", "E12"]);
    expect(elementsAskedOf(truongNguyen, "30110")).toHaveLength(9);
  });

  it("[AR11] has C02 in the forms of the group's members only and C12 in unit 124's", () => {
    expect(codes(indicatorsAskedOf(yenChau, "124"))).toEqual(["C12"]);
    const inGroup = codes(indicatorsAskedOf(yenChau, "04063"));
    const outside = codes(indicatorsAskedOf(yenChau, "04069"));
    expect(inGroup).toHaveLength(25);
    expect(inGroup.filter((code) => !outside.includes(code))).toEqual(["C02"]);
    expect(inGroup).not.toContain("C12");
    expect(codes(indicatorsAskedOf(truongNguyen, "95"))).toEqual(["I-07", "I-09"]);
  });
});

describe("what an indicator rests on", () => {
  it("names numerator before denominator", () => {
    expect(elementsOf(indicator(yenChau, "C01"))).toEqual(["S02", "S01"]);
    expect(elementsOf(indicator(yenChau, "C09"))).toEqual(["S30"]);
    expect(elementsOf(indicator(yenChau, "C17"))).toEqual(["S42", "S43", "S44"]);
  });

  it("[AR7] knows the poverty standard", () => {
    expect(restsOnStandard(yenChau, indicator(yenChau, "C01"))).toBe(true);
    expect(restsOnStandard(yenChau, indicator(yenChau, "C16"))).toBe(false);
    expect(restsOnStandard(truongNguyen, indicator(truongNguyen, "I-08"))).toBe(true);
  });

  it("[AR6] knows flows by the numerator, not by the denominator", () => {
    const flows = yenChau.indicators.filter((each) => hasFlowNumerator(yenChau, each));
    expect(codes(flows)).toEqual(["C05", "C07a", "C07b", "C07c", "C09", "C18", "C20"]);
    expect(hasFlowNumerator(truongNguyen, indicator(truongNguyen, "I-04"))).toBe(false);
  });
});
