import { describe, expect, it } from "@jest/globals";
import { shown, shownFixed } from "../../src/core/show-number";

describe("shown", () => {
  it.each([
    [0, 2, "0", "0"],
    [-0, 2, "0", "0"],
    [1234.56, 2, "1.234,56", "1,234.56"],
    [999, 0, "999", "999"],
    [1000, 0, "1.000", "1,000"],
    [1234567.891, 1, "1.234.567,9", "1,234,567.9"],
    [95, 2, "95", "95"],
    [0.5, 0, "1", "1"],
    [2.5, 0, "3", "3"],
    [-2.5, 0, "-3", "-3"],
    [999.995, 2, "1.000", "1,000"],
    [1e308 / 5e-324, 0, "∞", "∞"],
    [-1e308 * 100, 1, "-∞", "-∞"],
  ])("%d with %d places is %s, %s", (value, decimals, ...[vi, en]) => {
    expect(shown(value, decimals)).toEqual({ vi, en });
  });

  it.each([
    [1.005, "1,01"],
    [1.004999, "1"],
    [8.575, "8,58"],
    [-1.005, "-1,01"],
    [-0.004, "0"],
    [-0.005, "-0,01"],
    [94.995, "95"],
    [0.1 + 0.2, "0,3"],
    [5e-7, "0"],
    [1e21, "1.000.000.000.000.000.000.000"],
    [1.5e22, "15.000.000.000.000.000.000.000"],
  ])("[AR3] %d is rounded half away from zero on the decimal it shows: %s", (value, vi) => {
    expect(shown(value).vi).toBe(vi);
  });

  it("shows as many places as are asked for, and as there are", () => {
    expect(shown(1.25e-7, 10).vi).toBe("0,000000125");
    expect(shown(10.000000000000002, 16).vi).toBe("10,000000000000002");
  });
});

describe("shownFixed", () => {
  it.each([
    [95, 2, "95,00", "95.00"],
    [94.9947, 2, "94,99", "94.99"],
    [94.995, 2, "95,00", "95.00"],
    [1234.5, 2, "1.234,50", "1,234.50"],
    [-0.001, 2, "0,00", "0.00"],
    [1234, 0, "1.234", "1,234"],
  ])("%d with %d places is %s, %s", (value, decimals, ...[vi, en]) => {
    expect(shownFixed(value, decimals)).toEqual({ vi, en });
  });
});
