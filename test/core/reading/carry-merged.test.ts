import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { CellValue } from "../../../src/core/cell";
import { contentsKey } from "../../../src/core/form/contents";
import { carryMerged, type MergedPart } from "../../../src/core/reading/carry-merged";
import { planAfter, newUnits, oldUnits } from "../../plans/merged-2025";

const counted = planAfter.elements.filter(({ content, by }) => content === "count" && by === planAfter.levels[0].id);
const columns = ["baseline", "last_year"] as const;
const keys = counted.flatMap(({ code }) => columns.map((key) => contentsKey({ table: "elements", code, key })));

function part(name: string, cells: Readonly<Record<string, CellValue>>): MergedPart {
  return { name, carried: { cover: new Map(), cells: new Map(Object.entries(cells)), counts: new Map(), left: [] } };
}

function unitOf(code: string) {
  const unit = planAfter.units.find((one) => one.code === code);
  if (!unit) throw new Error("No unit.");
  return unit;
}

const firstUnit = unitOf("04901");
const village = (row: string, key = "name"): string => contentsKey({ table: "households", code: row, key });

describe("[PL3] what merged units take over", () => {
  it("totals of counts are the same before and after, whatever the figures", () => {
    const figure = fc.oneof(fc.nat({ max: 100_000 }), fc.constant("-"));
    const report = fc.dictionary(fc.constantFrom(...keys), figure, {
      minKeys: keys.length,
      maxKeys: keys.length,
      noNullPrototype: true,
    });
    const reports = fc.tuple(...oldUnits.map(() => report));
    fc.assert(
      fc.property(reports, (drawn) => {
        const byCode = new Map(oldUnits.map(([code], index) => [code as string, drawn[index] ?? {}]));
        const after = newUnits.map(({ code, predecessors }) =>
          carryMerged(
            planAfter,
            unitOf(code),
            predecessors.map((old) => part(old, byCode.get(old) ?? {})),
          ),
        );
        for (const key of keys) {
          const sum = (values: readonly (CellValue | undefined)[]): number =>
            values.reduce<number>((total, value) => total + (typeof value === "number" ? value : 0), 0);
          expect(sum(after.map(({ cells }) => cells.get(key)))).toBe(sum(drawn.map((cells) => cells[key])));
        }
        expect(after.every(({ left }) => left.length === 0)).toBe(true);
      }),
      { seed: 2025, numRuns: 60 },
    );
  });

  const [key = ""] = keys;
  const code = counted[0]?.code ?? "";
  it.each<[string, CellValue[], CellValue | undefined]>([
    ["adds counts", [3, 4], 7],
    ["takes a dash for 0", ["-", 4], 4],
    ["keeps a dash where all are", ["-", "-"], "-"],
    ["adds nothing where one is missing", [3, null], undefined],
    ["adds no answers", ["Có", "Có"], undefined],
    ["adds nothing beyond exact numbers", [Number.MAX_SAFE_INTEGER, 2], undefined],
  ])("%s", (_, values, expected) => {
    const parts = values.map((value, index) => part(String(index), value === null ? {} : { [key]: value }));
    expect(carryMerged(planAfter, firstUnit, parts).cells.get(key)).toBe(expected);
  });

  it("says why an answer is left blank, and hands on what an old unit lacked", () => {
    const one = part("Một", { [key]: "Có" });
    const other = part("Hai", { [key]: "Không" });
    const left = [{ part: "last_year", reason: "another-period", codes: [] }] as const;
    const { left: said } = carryMerged(planAfter, firstUnit, [one, { ...other, carried: { ...other.carried, left } }]);
    expect(said).toContainEqual({ part: "baseline", reason: "not-additive", codes: [code] });
    expect(said).toContainEqual({ part: "last_year", reason: "another-period", codes: [] });
  });

  it("lists the villages one after another, with their openings, and tells those of one name apart", () => {
    const { cells } = carryMerged(planAfter, firstUnit, [
      part("Xã Một", { [village("B01")]: "Bản Đông", [village("B01", "p1")]: 5, [village("B02")]: "Bản Na" }),
      part("Xã Hai", { [village("B01")]: "bản  đông", [village("B01", "p1")]: 7 }),
    ]);
    expect(["B01", "B02", "B03"].map((row) => [cells.get(village(row)), cells.get(village(row, "p1"))])).toEqual([
      ["Bản Đông (Xã Một)", 5],
      ["Bản Na", undefined],
      ["bản  đông (Xã Hai)", 7],
    ]);
  });

  it("lists no village where the form has too few rows, and says so", () => {
    const rows = planAfter.households?.villages ?? 0;
    const many = Object.fromEntries(
      Array.from({ length: rows }, (_, index) => [village(`B${String(index + 1).padStart(2, "0")}`), `Bản ${index}`]),
    );
    const { cells, left } = carryMerged(planAfter, firstUnit, [
      part("Một", many),
      part("Hai", { [village("B01")]: "Bản khác" }),
    ]);
    expect([...cells.keys()].filter((at) => at.startsWith("households"))).toEqual([]);
    expect(left.map(({ reason }) => reason)).toEqual(["too-many-villages", "too-many-villages"]);
  });
});
