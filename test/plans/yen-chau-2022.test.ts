import { describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import { elementByCode, indicatorByCode, membersOf, restsOnStandard } from "../../src/core/plan/lookups";
import { yenChau as plan } from "./opened";

/** The founding document; its asterisks mark italics and are no words of it. */
const text = readFileSync(new URL("../../docs/ke-hoach-267.txt", import.meta.url), "utf8").replaceAll("*", "");

function section(from: string, to: string): string {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`No ${from} … ${to} in the plan's text`);
  return text.slice(start, end);
}

function codes(rows: readonly { readonly code: string }[]): string[] {
  return rows.map((row) => row.code);
}

function numbered(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(2, "0")}`);
}

describe("the plan of Yên Châu", () => {
  it("has the document's number, date and title", () => {
    expect(text).toContain(`Số: ${plan.number}`);
    expect(plan.issued).toBe("2021-10-19");
    expect(text).toContain("ngày 19 tháng 10 năm 2021");
    expect(text).toContain(plan.title.vi.replace("Kế hoạch thực hiện", "Thực hiện"));
  });

  it("has 15 units and the district", () => {
    expect(plan.units).toHaveLength(15);
    expect(plan.whole.code).toBe("124");
    expect(plan.units.every((unit) => unit.validTo === "2025-06-30")).toBe(true);
    expect(codes(plan.units.filter((unit) => unit.traits["border"] === true))).toEqual([
      "04084",
      "04096",
      "04099",
      "04102",
    ]);
  });

  it("has the ten communes of region III as group kv3", () => {
    expect(codes(membersOf(plan, "kv3"))).toEqual([
      ...["04063", "04066", "04078", "04081", "04084", "04087", "04093", "04096", "04099", "04102"],
    ]);
  });

  it("marks what public material did not confirm", () => {
    expect(codes(plan.units.filter((unit) => unit.confirmed))).toEqual(["04084"]);
    expect(plan.periods.some((period) => period.confirmed)).toBe(false);
    expect(indicatorByCode(plan, "C09")?.target).toMatchObject({ confirmed: false });
    expect(indicatorByCode(plan, "C06d")).toMatchObject({ confirmed: false });
    expect(indicatorByCode(plan, "C06d")?.note?.vi).toContain("chưa xác nhận");
  });

  it("has the elements S01 to S49", () => {
    expect(codes(plan.elements)).toEqual(numbered("S", 49));
    expect(codes(plan.elements.filter((element) => element.by === "district"))).toEqual(["S34", "S35"]);
    expect(codes(plan.elements.filter((element) => element.content === "yes-no"))).toEqual([
      "S42",
      "S43",
      "S44",
      "S47",
    ]);
    expect(codes(plan.elements.filter((element) => element.kind === "flow"))).toEqual([
      ...["S10", "S11", "S20", "S21", "S22", "S23", "S24", "S25", "S30", "S46", "S49"],
    ]);
  });

  it("[AR7] marks the elements that rest on the poverty standard", () => {
    expect(codes(plan.elements.filter((element) => element.restsOnStandard))).toEqual([
      ...["S02", "S03", "S04", "S12", "S13", "S14", "S15", "S20", "S21", "S22", "S23", "S24", "S25", "S26", "S27"],
      ...["S30", "S48", "S49"],
    ]);
    expect(codes(plan.indicators.filter((indicator) => restsOnStandard(plan, indicator)))).toEqual([
      ...["C01", "C02", "C06a", "C06b", "C07a", "C07b", "C07c", "C08a", "C09", "C20"],
    ]);
    expect(plan.standards.baseline).toBe(plan.standards.actual);
    expect(plan.standards.lastYear).not.toBe(plan.standards.actual);
  });

  it("has labels that no two elements, indicators, tasks or shortfalls share", () => {
    const lists = [
      plan.elements.map((element) => element.label),
      plan.indicators.map((indicator) => indicator.name),
      plan.tasks.map((task) => task.name),
      [...(plan.shortfalls?.deprivations ?? []), ...(plan.shortfalls?.causes ?? [])].map((row) => row.label),
    ];
    for (const phrases of lists) {
      expect(new Set(phrases.map((phrase) => phrase.vi)).size).toBe(phrases.length);
      expect(new Set(phrases.map((phrase) => phrase.en)).size).toBe(phrases.length);
    }
  });

  it("has every target of section II.2", () => {
    const standing = { kind: "level", value: 100, isStanding: true, isStrict: false };
    const level = (value: number): object => ({ kind: "level", value, isStanding: false, isStrict: false });
    const expected: [string, string, object][] = [
      ["C01", "S02/S01", { kind: "fall", by: 3, progressAgainst: "by" }],
      ["C02", "S02/S01", { kind: "fall", by: 3, upTo: 4, progressAgainst: "by" }],
      ["C03", "S07/S06", standing],
      ["C04", "S09/S08", standing],
      ["C05", "S11/S10", standing],
      ["C06a", "S13/S12", standing],
      ["C06b", "S15/S14", standing],
      ["C06c", "S17/S16", standing],
      ["C06d", "S19/S18", standing],
      ["C07a", "S21/S20", standing],
      ["C07b", "S23/S22", standing],
      ["C07c", "S25/S24", standing],
      ["C08a", "S27/S26", standing],
      ["C08b", "S29/S28", standing],
      ["C09", "S30", { kind: "total", value: 158 }],
      ["C10", "S32/S31", { kind: "range", lo: 20, hi: 22 }],
      ["C11", "S33/S31", { kind: "range", lo: 55, hi: 60 }],
      ["C12", "S35/S34", level(20)],
      ["C13", "S36/S05", level(95)],
      ["C14", "S38/S37", level(97.1)],
      ["C15", "S40/S39", { kind: "level", value: 90, isStrict: true, isStanding: false }],
      ["C16", "S41/S01", level(93)],
      ["C17", "S42+S43+S44", level(100)],
      ["C18", "S46/S45", level(100)],
      ["C19", "S47", { kind: "watched" }],
      ["C20", "S49/S48", { kind: "watched" }],
    ];
    expect(codes(plan.indicators)).toEqual(expected.map(([code]) => code));
    for (const [code, measured, target] of expected) {
      const indicator = indicatorByCode(plan, code);
      const measure = indicator?.measure;
      const said =
        measure?.kind === "ratio"
          ? `${measure.numerator}/${measure.denominator}`
          : measure?.kind === "count"
            ? measure.element
            : measure?.elements.join("+");
      expect([code, said]).toEqual([code, measured]);
      if (indicator?.target.kind === "total") expect(indicator.target).toMatchObject(target);
      else expect(indicator?.target).toEqual(target);
    }
    expect(plan.indicators.filter((each) => each.onlyGroup !== undefined).map((each) => each.code)).toEqual(["C02"]);
  });

  it("has the paces that the plan names", () => {
    const paces = plan.indicators.flatMap(({ code, pace }) => (pace === undefined ? [] : [[code, pace]]));
    expect(paces).toEqual([
      ["C10", 0.61],
      ["C11", 2.9],
      ["C12", 2.74],
    ]);
    for (const pace of ["0,61%/năm", "2,9%/năm", "2,74%/năm"]) expect(text).toContain(pace);
  });

  it("hands the 158 households of C09 out to all units", () => {
    const target = indicatorByCode(plan, "C09")?.target;
    const shares = target?.kind === "total" ? Object.entries(target.allocation) : [];
    expect(shares.map(([code]) => code)).toEqual(codes(plan.units));
    expect(shares.reduce((sum, [, share]) => sum + share, 0)).toBe(158);
  });

  it("quotes section II.2 word for word, and leaves no sentence of it out", () => {
    let rest = section("2. Mục tiêu cụ thể", "III. ĐỐI TƯỢNG").replace("2. Mục tiêu cụ thể", "");
    for (const { sentence } of plan.indicators) {
      expect(text).toContain(sentence);
      rest = rest.replace(sentence, "");
    }
    expect(rest.replace(/[-\s]/g, "")).toBe("");
  });

  it("transcribes every task of sections IV and V, under its heading", () => {
    let rest = section("IV. NỘI DUNG THỰC HIỆN", "VI. KINH PHÍ").replace(/^(?:IV|V)\. .*$/gm, "");
    expect(codes(plan.tasks)).toEqual(numbered("NV", 27));
    for (const task of plan.tasks) {
      expect(rest).toContain(task.text);
      rest = rest.replace(task.text, "");
      expect(task.name.vi.length).toBeLessThanOrEqual(90);
      expect(task.name.en.length).toBeLessThanOrEqual(90);
    }
    for (const { title } of plan.sections) rest = rest.replace(title.vi, "");
    rest = rest.replace("2. Thực hiện các chính sách giảm nghèo chung", "");
    rest = rest.replace("3. Thực hiện các chính sách giảm nghèo đặc thù", "");
    expect(rest.replace(/[-\s\d.]/g, "")).toBe("");
    const counts = plan.sections.map(({ id }) => `${id}: ${plan.tasks.filter((task) => task.section === id).length}`);
    expect(counts.join(", ")).toBe("IV.1: 3, IV.2.1: 2, IV.2.2: 6, IV.3.1: 3, IV.3.2: 3, IV.3.3: 2, IV.3.4: 3, V: 5");
  });

  it("has the three sources of section VI in full", () => {
    expect(codes(plan.funds)).toEqual(["K01", "K02", "K03"]);
    let rest = section("VI. KINH PHÍ", "VII. TỔ CHỨC").replace("VI. KINH PHÍ THỰC HIỆN", "");
    for (const { label } of plan.funds) {
      expect(rest).toContain(label.vi);
      rest = rest.replace(label.vi, "");
    }
    expect(rest.replace(/[-\s;.]/g, "")).toBe("");
  });

  it("names the agencies of section VII", () => {
    const agencies = section("VII. TỔ CHỨC", "Nơi nhận").toLowerCase();
    for (const { name } of plan.agencies) {
      if (!name.vi.endsWith("(cơ quan liên quan)")) expect(agencies).toContain(name.vi.toLowerCase());
    }
    for (const { agency, confirmed } of plan.indicators) {
      const name = plan.agencies.find(({ id }) => id === agency)?.name.vi ?? "";
      if (name.endsWith("(cơ quan liên quan)")) expect(confirmed).toBe(false);
    }
  });

  it("has 12 deprivations and 8 causes", () => {
    expect(codes(plan.shortfalls?.deprivations ?? [])).toEqual(numbered("T", 12));
    expect(codes(plan.shortfalls?.causes ?? [])).toEqual(numbered("N", 8));
  });

  it("relates no pair that an indicator relates already", () => {
    const ratios = new Set(
      plan.indicators.flatMap(({ measure }) =>
        measure.kind === "ratio" ? [`${measure.numerator}/${measure.denominator}`] : [],
      ),
    );
    const parts = plan.relations.flatMap((relation) =>
      relation.kind === "part-within-whole" ? [`${relation.part}/${relation.whole}`] : [],
    );
    expect(parts.filter((pair) => ratios.has(pair))).toEqual([]);
    expect(parts).toContain("S04/S02");
    expect(elementByCode(plan, "S04")?.label.vi).toBe("Số hộ nghèo dân tộc thiểu số");
  });
});
