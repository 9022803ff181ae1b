import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { editDistance, nearest } from "../../src/core/nearest";

describe("how far words are apart", () => {
  it.each([
    ["", "", 0],
    ["khong", "khong", 0],
    ["khong", "khon", 1],
    ["khong", "khomg", 1],
    ["khong", "kohng", 2],
    ["", "abc", 3],
  ] as const)("%s and %s: %s", (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
  });

  it("is the same both ways, and never more than the longer word", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        const distance = editDistance(one, other);
        expect(distance).toBe(editDistance(other, one));
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(distance === 0).toBe(one === other);
      }),
      { seed: 267 },
    );
  });
});

describe("the nearest names", () => {
  const names = ["Chiềng Đông", "Chiềng Hặc", "Tú Nang"];
  const near = (typed: string): string[] => nearest(typed, names, (name) => [name]);

  it.each([
    ["Chiềng Đôg", ["Chiềng Đông", "Chiềng Hặc"]],
    ["tu nagn", ["Tú Nang"]],
    ["xã Chiềng Hặc", ["Chiềng Hặc"]],
    ["Mường Lựm", []],
    ["x".repeat(40_000), []],
  ])("of %s", (typed, expected) => {
    expect(near(typed)).toEqual(expected);
  });
});
