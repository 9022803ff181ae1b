import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { copiesAmong, type FigureSet } from "../../../../src/core/rules/peers/copies";

function set(owner: string, numbers: readonly (number | null)[]): FigureSet<string> {
  const figures = numbers.flatMap((number, index): [string, number][] =>
    number === null ? [] : [[`S${index} actual`, number]],
  );
  return { owner, figures: new Map(figures) };
}

function told(sets: readonly FigureSet<string>[], percent = 90): string[] {
  return copiesAmong(sets, percent).map(({ owner, like, same, of }) => `${owner}=${like} ${same}/${of}`);
}

const twenty = Array.from({ length: 20 }, (_, index) => 100 + index);

describe("copies", () => {
  it("are told once for each later report, with the first that it is like", () => {
    expect(told([set("a", twenty), set("b", twenty), set("c", twenty)])).toEqual(["b=a 20/20", "c=a 20/20"]);
  });

  it("agree in exactly so many percent, or they are none", () => {
    const changed = (count: number): number[] => twenty.map((number, index) => (index < count ? -number : number));
    expect(told([set("a", twenty), set("b", changed(2))])).toEqual(["b=a 18/20"]);
    expect(told([set("a", twenty), set("b", changed(3))])).toEqual([]);
    expect(told([set("a", twenty), set("b", changed(1))], 100)).toEqual([]);
  });

  it("are measured by the fuller of the two", () => {
    const half = twenty.map((number, index) => (index < 10 ? number : null));
    expect(told([set("a", twenty), set("b", half)])).toEqual([]);
    expect(told([set("a", half), set("b", twenty)])).toEqual([]);
    const almost = twenty.map((number, index) => (index < 18 ? number : null));
    expect(told([set("a", twenty), set("b", almost)])).toEqual(["b=a 18/20"]);
  });

  it("do not share figures by standing in other cells", () => {
    expect(told([set("a", twenty), set("b", [...twenty].reverse())])).toEqual([]);
  });

  it("are all that comparing each with each finds", () => {
    const reports = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 2 })), { minLength: 8, maxLength: 8 }), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(reports, fc.constantFrom(50, 75, 80, 90, 100), (rows, percent) => {
        const sets = rows.map((row, index) => set(String(index), row)).filter(({ figures }) => figures.size > 0);
        const slowly = sets.flatMap((later, at) => {
          const like = sets.slice(0, at).find((earlier) => {
            const same = [...later.figures].filter(([cell, number]) => earlier.figures.get(cell) === number).length;
            return 100 * same >= percent * Math.max(earlier.figures.size, later.figures.size);
          });
          return like ? [`${later.owner}=${like.owner}`] : [];
        });
        expect(told(sets, percent).map((line) => line.split(" ")[0])).toEqual(slowly);
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it("are found among 2,000 reports, all of them alike or none", () => {
    const numbers = (unit: number): number[] =>
      Array.from({ length: 130 }, (_, cell) => ((unit * 7919 + cell * 104_729) % 9000) + (cell % 20));
    const all = Array.from({ length: 2_000 }, (_, unit) =>
      set(String(unit), numbers(unit < 1500 ? unit : unit - 1500)),
    );
    const found = copiesAmong(all, 90);
    expect(found.length).toBe(500);
    expect(found[0]).toMatchObject({ owner: "1500", like: "0" });
    expect(
      copiesAmong(
        all.map(({ owner }) => set(owner, twenty)),
        90,
      ),
    ).toHaveLength(1_999);
  });
});
