import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { FigureParquet, rowsInGroup } from "../../src/cli/figure-parquet";
import type { Figure } from "../../src/cli/figure-table";

function packed(portions: readonly (readonly Figure[])[]): ArrayBuffer {
  const file = new FigureParquet();
  for (const portion of portions) file.add(portion);
  return file.finish().slice().buffer;
}

const text = fc.string({ unit: "grapheme", maxLength: 40 });
const figure: fc.Arbitrary<Figure> = fc.record({
  unit: fc.option(text),
  period: fc.option(text),
  element: text,
  column: fc.constantFrom("baseline", "last_year", "actual"),
  value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  is_nil: fc.boolean(),
  file: text,
  sheet: text,
  cell: text,
});

const one: Figure = {
  unit: "04063",
  period: "2022-H1",
  element: "S02",
  column: "actual",
  value: 0.1 + 0.2,
  is_nil: false,
  file: "=1+1.xlsx",
  sheet: "Số liệu",
  cell: "F10",
};

describe("figures as Parquet", () => {
  it("are read back as they are: texts, doubles to the last digit, null", async () => {
    const property = fc.asyncProperty(fc.array(figure, { maxLength: 50 }), async (figures) => {
      expect(await parquetReadObjects({ file: packed([figures]) })).toEqual(figures);
    });
    await fc.assert(property, { seed: 267 });
  });

  it("are written in groups of one size, the same bytes in whatever portions they come", () => {
    const figures = Array.from({ length: rowsInGroup + 5 }, (_, index) => ({ ...one, value: index }));
    const whole = packed([figures]);
    const groups = parquetMetadata(whole).row_groups.map(({ num_rows }) => Number(num_rows));
    expect(groups).toEqual([rowsInGroup, 5]);
    const portions = packed([figures.slice(0, 7), [], figures.slice(7, 90_000), figures.slice(90_000)]);
    expect(Buffer.from(portions).equals(Buffer.from(whole))).toBe(true);
  });

  it("are a table of no lines where there are none", async () => {
    expect(await parquetReadObjects({ file: packed([]) })).toEqual([]);
  });
});
