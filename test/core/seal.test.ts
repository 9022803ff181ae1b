import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { applyEdits, isRefusal } from "../../src/core/apply-edits";
import { fromA1, type Cell, type CellValue, type Place } from "../../src/core/cell";
import { typedFields } from "../../src/core/form/cover-sheet";
import type { CoverField } from "../../src/core/form/cover";
import { makeForm } from "../../src/core/form/make-form";
import { periodById, unitByCode } from "../../src/core/plan/lookups";
import { plainText } from "../../src/core/plain-text";
import { readSeal, rulesVersion, sealedOn, sealText } from "../../src/core/reading/seal";
import type { CellReading, Reading } from "../../src/core/reading/reading";
import { review } from "../../src/core/review";
import { typedCells } from "../../src/core/rules/naming/report-cells";
import { sealingOf } from "../../src/core/seal";
import type { SheetSnapshot, Snapshot } from "../../src/core/snapshot";
import { sampleContents } from "../../src/samples/sample-contents";
import { snapshotOf } from "../../src/workbook/memory";
import { cleanReport } from "../laws/clean-report";
import { small, yenChau } from "../plans/opened";

const rule = "sealed-report-is-unchanged";
const digest = "0123456789abcdef".repeat(4);

function readingOf(picture: Snapshot, plan = yenChau): Reading {
  const { reading } = review(plan, picture);
  if (!reading) throw new Error("no reading");
  return reading;
}

function sealed(picture: Snapshot, { plan = yenChau, on = "2022-06-18" } = {}): Snapshot {
  const sealing = sealingOf(review(plan, picture), on);
  if (sealing.kind !== "may-be-sealed") throw new Error(sealing.kind);
  const outcome = applyEdits(picture, [sealing.edit]);
  if (isRefusal(outcome)) throw new Error(outcome.reason);
  return outcome;
}

function sample(code: string, periodId = "2022-H1"): Snapshot {
  const [unit, period] = [unitByCode(yenChau, code), periodById(yenChau, periodId)];
  if (!unit || !period) throw new RangeError(code);
  return snapshotOf(
    makeForm(yenChau, { unit, period }, sampleContents(yenChau, { unit, period, seed: 267 })),
    "a.xlsx",
  );
}

/** The clean report of the small plan with further contents: cells by `contentsKey`, fields of the cover. */
function cleanWith(changes: Readonly<Record<string, CellValue>>, cover: Partial<Record<CoverField, CellValue>> = {}) {
  const [unit, period] = [unitByCode(small, "04063"), periodById(small, "2022-H1")];
  if (!unit || !period) throw new RangeError("04063");
  const contents = {
    cover: new Map([...cleanReport.cover, ...(Object.entries(cover) as [CoverField, CellValue][])]),
    cells: new Map([...cleanReport.cells, ...Object.entries(changes)]),
  };
  return snapshotOf(makeForm(small, { unit, period }, contents), "a.xlsx");
}

function withCell(picture: Snapshot, { sheet: name, cell }: Place, put: Cell): Snapshot {
  const at = fromA1(cell);
  if (!at) throw new RangeError(cell);
  const changed = (sheet: SheetSnapshot): SheetSnapshot => {
    const cells = new Map(sheet.rows.get(at.row)).set(at.column, put);
    if (put.value === null && put.formula === undefined) cells.delete(at.column);
    return { ...sheet, rows: new Map([...sheet.rows, [at.row, cells]]) };
  };
  return { ...picture, sheets: picture.sheets.map((sheet) => (sheet.name === name ? changed(sheet) : sheet)) };
}

function isFoundChanged(picture: Snapshot): boolean {
  return review(yenChau, picture).findings.some((finding) => finding.rule === rule);
}

describe("the text of a seal", () => {
  const text = `Chốt ngày 18/06/2022 · bộ quy tắc 1 · SHA-256 ${digest}`;

  it("[SE1] names the day, the version of the rules and the digest, and is read back", () => {
    const seal = { on: "2022-06-18", rules: 1, digest };
    expect(sealText(seal)).toBe(text);
    expect(readSeal(text)).toEqual(seal);
    expect(readSeal(` ${text.normalize("NFD").replaceAll(" ", "\u00A0")}`)).toEqual(seal);
    expect(readSeal(text.toUpperCase())).toEqual(seal);
  });

  it.each([
    "",
    "Đã chốt",
    text.slice(0, -1),
    `${text}0`,
    text.replace("18/06", "31/06"),
    text.replace("18/06/2022", "29/02/2022"),
    text.replace("18/06/2022", "2022-06-18"),
    text.replace("quy tắc 1", "quy tắc 0"),
    text.replace("SHA-256", "MD5"),
    text.replace("a", "g"),
  ])("is no other: %s", (other) => {
    expect(readSeal(other)).toBeNull();
  });
});

describe("sealing", () => {
  it.each(
    yenChau.periods.flatMap(({ id }) => [...yenChau.units, yenChau.whole].map(({ code }) => [code, id] as const)),
  )("[SE1] a good report can be sealed and then has no finding: %s %s", (code, period) => {
    const picture = sealed(sample(code, period));
    expect(review(yenChau, picture).findings).toEqual([]);
    expect(sealedOn(readingOf(picture))).toBe("2022-06-18");
  });

  it("[SE1] errors stand in the way, and are told", () => {
    const sealing = sealingOf(review(small, cleanWith({ "elements/S41/actual": null })), "2022-06-18");
    expect(sealing).toMatchObject({ kind: "findings", findings: [{ rule: "figure-is-present", code: "S41" }] });
  });

  it("[SE1] a warning stands in the way until it has a reason; notes do not", () => {
    const { reading, findings, ...rest } = review(small, cleanWith({}));
    const finding = (severity: "warning" | "note", reason: string | null) => ({
      ...{ rule: "reporter-is-named", file: "", sheet: null, cell: null, code: null, facts: {}, mends: [] },
      ...{ severity, reason },
    });
    const sealing = (...found: ReturnType<typeof finding>[]) =>
      sealingOf({ ...rest, reading, findings: [...findings, ...found] }, "2022-06-18");
    expect(sealing(finding("note", null), finding("warning", "Mưa lũ")).kind).toBe("may-be-sealed");
    expect(sealing(finding("note", null), finding("warning", null))).toEqual({
      kind: "findings",
      findings: [finding("warning", null)],
    });
  });

  it("is refused where nobody can tell whose report it is, and where the cover has no field for it", () => {
    const named = cleanWith({});
    const unit = named.names.get("pm_unit_code");
    const field = named.names.get("pm_seal");
    if (!unit || !field) throw new Error("no names");
    const nobodys = withCell(named, unit, { value: "99999" });
    expect(sealingOf(review(small, nobodys), "2022-06-18").kind).toBe("nobodys-report");
    const without = { ...named, names: new Map([...named.names].filter(([name]) => name !== "pm_seal")) };
    const key = { sheet: field.sheet, cell: field.cell.replace(/[A-Z]+/, "A") };
    expect(sealingOf(review(small, without), "2022-06-18").kind).toBe("may-be-sealed");
    const lost = withCell(without, key, { value: null });
    expect(sealingOf(review(small, lost), "2022-06-18").kind).toBe("no-field-for-the-seal");
    const foreign = { ...named, names: new Map(), sheets: [] };
    expect(sealingOf(review(small, foreign), "2022-06-18").kind).toBe("unreadable");
  });

  it("[ED4] again on the same day changes nothing, on another day only the day", () => {
    const once = sealed(cleanWith({}), { plan: small });
    expect(sealed(once, { plan: small })).toEqual(once);
    const later = readingOf(sealed(once, { plan: small, on: "2022-06-20" }), small);
    const text = later.cover.get("pm_seal")?.text ?? "";
    const before = readingOf(once, small).cover.get("pm_seal")?.text ?? "";
    expect(text).toBe(before.replace("18/06/2022", "20/06/2022"));
  });

  it("a changed report may be sealed again, and one in whose field something else was typed", () => {
    const once = sealed(cleanWith({}), { plan: small });
    const at = readingOf(once, small).tables.get("elements")?.rows.get("S41")?.cells.get("actual")?.at;
    const field = once.names.get("pm_seal");
    if (!at || !field) throw new Error("no cell");
    const changed = withCell(once, at, { value: 181 });
    expect(sealedOn(readingOf(changed, small))).toBeNull();
    const scribbled = withCell(once, field, { value: "Đã chốt" });
    for (const picture of [changed, scribbled]) {
      expect(review(small, picture).findings.map((finding) => finding.rule)).toContain(rule);
    }
    expect(review(small, sealed(scribbled, { plan: small })).findings).toEqual([]);
  });

  it("where it cannot be told, says so: a typed formula without its value, a seal of a later version", () => {
    const once = sealed(cleanWith({}), { plan: small });
    const reading = readingOf(once, small);
    const at = reading.tables.get("elements")?.rows.get("S41")?.cells.get("actual")?.at;
    const field = once.names.get("pm_seal");
    if (!at || !field) throw new Error("no cell");
    const skipped = (picture: Snapshot) => {
      const { findings, unevaluated } = review(small, picture);
      return {
        found: findings.filter((finding) => finding.rule === rule),
        because: unevaluated.filter((one) => one.rule === rule).map(({ because }) => because),
      };
    };
    const formula = withCell(once, at, { value: null, formula: "90+90" });
    expect(skipped(formula)).toEqual({ found: [], because: ["figure-is-unreadable"] });
    const calculated = withCell(once, at, { value: 180, formula: "90+90" });
    expect(skipped(calculated)).toEqual({ found: [], because: [] });
    const later = sealText({ on: "2022-06-18", rules: rulesVersion + 1, digest });
    expect(skipped(withCell(once, field, { value: later }))).toEqual({
      found: [],
      because: ["seal-is-of-a-later-version"],
    });
  });
});

describe("a sealed report", () => {
  const picture = sealed(sample("04063"));
  const reading = readingOf(picture);
  const typed = typedCells({ reading }).filter(({ row, column }) => !(row.row.isTotal && column.key === "name"));

  /** A value that says something else. */
  function other({ found: { value } }: CellReading, by: number): CellValue {
    if (value === null) return by % 2 === 0 ? by : `Thêm ${by}`;
    if (typeof value === "number") return by % 3 === 0 ? null : value + by;
    return by % 3 === 0 ? null : `${typeof value === "string" ? value : ""} ${by}`;
  }

  it("[SE1] shows any change of any figure or text", () => {
    expect(typed.length).toBeGreaterThan(400);
    fc.assert(
      fc.property(fc.nat(typed.length - 1), fc.integer({ min: 1, max: 9999 }), (index, by) => {
        const cell = typed[index]?.cell;
        if (!cell) throw new RangeError(String(index));
        const before = cell.found.value;
        const changed = withCell(picture, cell.at, { value: other(cell, by) });
        expect({ at: cell.at, before, isFound: isFoundChanged(changed) }).toMatchObject({ isFound: true });
      }),
      { seed: 267, numRuns: 300 },
    );
  });

  it.each([...typedFields, "pm_unit_name", "pm_period", "pm_form_version"] as CoverField[])(
    "[SE1] shows a change of the cover's %s",
    (field) => {
      const at = picture.names.get(field);
      if (!at) throw new RangeError(field);
      expect(isFoundChanged(withCell(picture, at, { value: "khác" }))).toBe(true);
    },
  );

  it("[SE1] shows a change of the cover's plan, by which nothing else can be evaluated", () => {
    const at = picture.names.get("pm_plan");
    if (!at) throw new RangeError("pm_plan");
    const { findings, unevaluated } = review(yenChau, withCell(picture, at, { value: "khác" }));
    expect(findings.map(({ rule }) => rule)).toEqual(["plan-is-this-plan"]);
    expect(unevaluated).toContainEqual(
      expect.objectContaining({ rule: "sealed-report-is-unchanged", because: "report-is-of-another-plan" }),
    );
  });

  it("[SE1] does not mind how texts are spelt in bytes, nor a dash for 0", () => {
    const spelt = typed.flatMap(({ cell }) => {
      const { value } = cell.found;
      if (typeof value === "string" && cell.content === "text") {
        return [{ at: cell.at, value: ` ${value.normalize("NFD").replaceAll(" ", "\u00A0 ")}\u200B` }];
      }
      return value === 0 && cell.content === "count" ? [{ at: cell.at, value: "–" }] : [];
    });
    expect(spelt.length).toBeGreaterThan(50);
    const changed = spelt.reduce((before, { at, value }) => withCell(before, at, { value }), picture);
    expect(spelt.some(({ value }) => plainText(value) !== value)).toBe(true);
    expect(isFoundChanged(changed)).toBe(false);
  });

  it("[SE1] does not mind computed cells, headings, legacy fonts, and what stands elsewhere", () => {
    const typedPlaces = new Set(typed.map(({ cell: { at } }) => `${at.sheet}!${at.cell}`));
    const computed = [...reading.tables.values()].flatMap(({ rows }) =>
      [...rows.values()].flatMap(({ cells }) =>
        [...cells.values()].filter(({ content }) => content === "computed" || content === "label"),
      ),
    );
    expect(computed.length).toBeGreaterThan(100);
    expect(computed.some(({ at }) => typedPlaces.has(`${at.sheet}!${at.cell}`))).toBe(false);
    const changed = computed.reduce((before, { at }) => withCell(before, at, { value: 987 }), picture);
    expect(isFoundChanged(withCell(changed, { sheet: "Số liệu", cell: "Z200" }, { value: 5 }))).toBe(false);
    const inOldFont = typed
      .filter(({ cell }) => cell.content === "text" && typeof cell.found.value === "string")
      .reduce(
        (before, { cell }) => withCell(before, cell.at, { value: cell.found.value, legacyFont: ".VnTime" }),
        picture,
      );
    expect(isFoundChanged(inOldFont)).toBe(false);
  });

  it("[SE1] does not mind the order of rows and columns, nor the names of sheets", () => {
    const places = [...reading.tables.values()];
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(997)), (chances) => {
        const draw = (): number => Number(chances.next().value);
        const shuffled = (all: readonly number[]): Map<number, number> => {
          const order = all.map((one) => ({ one, chance: draw() })).sort((a, b) => a.chance - b.chance);
          return new Map(all.map((one, index) => [one, order[index]?.one ?? one]));
        };
        const moved = picture.sheets.map((sheet): SheetSnapshot => {
          const table = places.find((candidate) => candidate.sheet === sheet.name);
          if (!table) return sheet;
          const rowTo = shuffled([...table.rows.values()].map(({ index }) => index));
          const columnTo = shuffled([...table.columns.values()]);
          const rows = [...sheet.rows].map(([row, cells]): [number, Map<number, Cell>] => [
            rowTo.get(row) ?? row,
            new Map([...cells].map(([column, cell]) => [columnTo.get(column) ?? column, cell])),
          ]);
          return { ...sheet, name: `${sheet.name} (2)`, rows: new Map(rows.sort(([a], [b]) => a - b)) };
        });
        expect(isFoundChanged({ ...picture, sheets: moved })).toBe(false);
      }),
      { seed: 267, numRuns: 25 },
    );
  });

  it("[SE1] shows figures that changed places", () => {
    const at = (code: string): CellReading | undefined =>
      reading.tables.get("elements")?.rows.get(code)?.cells.get("actual");
    const [one, two] = [at("S02"), at("S03")];
    if (!one || !two) throw new Error("no cells");
    const swapped = withCell(withCell(picture, one.at, two.found), two.at, one.found);
    expect(isFoundChanged(swapped)).toBe(true);
  });
});
