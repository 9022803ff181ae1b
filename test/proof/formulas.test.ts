import { describe, expect } from "@jest/globals";
import fc from "fast-check";
import type { CellValue } from "../../src/core/cell";
import { tablesOf } from "../../src/core/form/commune-tables";
import { contentsKey, type Contents } from "../../src/core/form/contents";
import { makeForm } from "../../src/core/form/make-form";
import { contentOf, type Content } from "../../src/core/form/table";
import type { Period, Plan, Unit } from "../../src/core/plan/plan";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { truongNguyen, yenChau } from "../plans/opened";
import { recalculate } from "../tools/libreoffice";
import { compareFormulas, picture, withoutStoredValues } from "./books";
import { itWithLibreOffice } from "./tools";

/**
 * What officials and accidents leave in a cell. TRUE is left out: LibreOffice's ISNUMBER takes it for a number,
 * Excel's does not, and the core sides with Excel.
 */
const boundaries = [19, 20, 18_999, 20_000, 971, 1000, 137, 5000, 95, 100, 97, 27, 30, 26, 79, 158, 174, 173, 110];
const counts: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(300) },
  { weight: 5, arbitrary: fc.constantFrom(...boundaries) },
  { weight: 2, arbitrary: fc.constantFrom<CellValue>(null, 0, "-", "–", "—", "−", " - ", "\u00A0-") },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>("abc", "1.234", 10.98, -3, "", "  ", { error: "#N/A" }, 40_000) },
);
const inputs: Readonly<Partial<Record<Content, fc.Arbitrary<CellValue>>>> = {
  count: counts,
  amount: fc.constantFrom<CellValue>(null, 0, "-", 12.5, 100.25, 900, "x"),
  percent: fc.constantFrom<CellValue>(null, 0, 50, 100),
  "yes-no": fc.constantFrom<CellValue>("Có", "Có", "Có", "Không", "có", null, "-", 0, "x"),
  status: fc.constantFrom<CellValue>("Hoàn thành", null),
  text: fc.constantFrom<CellValue>(null, "Bản A", "=1+1"),
};

function contentsOf(plan: Plan, unit: string): fc.Arbitrary<Contents> {
  const cells = tablesOf(plan, unit).flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.flatMap((column) => {
        const arbitrary = inputs[contentOf(row, column)];
        return arbitrary ? [{ key: contentsKey({ table: table.id, code: row.code, key: column.key }), arbitrary }] : [];
      }),
    ),
  );
  return fc.tuple(...cells.map(({ arbitrary }) => arbitrary)).map((values) => ({
    cover: new Map(),
    cells: new Map(cells.map(({ key }, index) => [key, values[index] ?? null])),
  }));
}

interface Owner {
  readonly plan: Plan;
  readonly unit: Unit;
  readonly period: Period;
}

/** Members and non-members of the group, and the whole, in every period of both plans. */
const owners: readonly Owner[] = [yenChau, truongNguyen].flatMap((plan) =>
  plan.periods.flatMap((period) => [...plan.units.slice(0, 4), plan.whole].map((unit) => ({ plan, unit, period }))),
);
const formsEach = 2;

describe("the form's formulas", () => {
  itWithLibreOffice(
    "[AR10] give in LibreOffice the value and status that the core gives, for every input",
    async () => {
      const forms = owners.flatMap(({ plan, unit, period }, index) =>
        fc
          .sample(contentsOf(plan, unit.code), { numRuns: formsEach, seed: 267 + index })
          .map((contents) => makeForm(plan, { unit, period }, contents)),
      );
      const files = await Promise.all(forms.map(async (form) => withoutStoredValues(await writeWorkbook(form))));
      const computed = await recalculate(files, { trustStored: false });
      let compared = 0;
      const differences: string[] = [];
      for (const [index, form] of forms.entries()) {
        const outcome = compareFormulas(form, picture(computed[index] ?? new Uint8Array()));
        compared += outcome.compared;
        differences.push(...outcome.differences);
      }
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(10_000);
    },
    300_000,
  );
});
