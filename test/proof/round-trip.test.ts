import { describe, expect } from "@jest/globals";
import { contentsKey, type Contents } from "../../src/core/form/contents";
import { makeForm } from "../../src/core/form/make-form";
import { periodById, unitByCode } from "../../src/core/plan/lookups";
import { canonicalReading } from "../../src/core/reading/canonical";
import type { Reading } from "../../src/core/reading/reading";
import { review } from "../../src/core/review";
import { sampleContents } from "../../src/samples/sample-contents";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { yenChau } from "../plans/opened";
import { recalculate } from "../tools/libreoffice";
import { fillForm } from "../tools/openpyxl";
import { picture } from "./books";
import { itWithLibreOffice, itWithPython } from "./tools";

const owners = [
  { unit: "04063", period: "2022-H1" },
  { unit: "04060", period: "2022-Y" },
  { unit: "124", period: "2022-H1" },
];

function owner(of: { unit: string; period: string }) {
  const unit = unitByCode(yenChau, of.unit);
  const period = periodById(yenChau, of.period);
  if (!unit || !period) throw new RangeError(of.unit);
  return { unit, period };
}

function sample(of: (typeof owners)[number]): Contents {
  return sampleContents(yenChau, { ...owner(of), seed: 267 });
}

/** Every figure with its cell, and that nothing is found. */
function read(bytes: Uint8Array): { saying: string; cells: string[]; found: string[] } {
  const { reading, findings } = review(yenChau, picture(bytes));
  if (!reading) throw new Error("No reading.");
  return {
    saying: canonicalReading(reading),
    cells: cellsOf(reading),
    found: findings.map(
      ({ rule, sheet, cell, facts }) => `${rule} ${sheet ?? ""}!${cell ?? ""} ${JSON.stringify(facts)}`,
    ),
  };
}

function cellsOf({ tables }: Reading): string[] {
  return [...tables.values()].flatMap(({ rows }) =>
    [...rows.values()].flatMap(({ cells }) =>
      [...cells.values()]
        .filter(({ content }) => content === "count" || content === "amount" || content === "yes-no")
        .map(({ at, said }) => `${at.sheet}!${at.cell} ${JSON.stringify(said)}`),
    ),
  );
}

/** A sample report filled in with openpyxl. */
function filledByScript(of: (typeof owners)[number]): Promise<Uint8Array> {
  return fillForm(yenChau, owner(of), sample(of));
}

describe("the same report saved by others", () => {
  itWithLibreOffice("[RD1] [RD6] LibreOffice: the same figures at the same cells, and nothing found", async () => {
    const own = await Promise.all(owners.map(async (of) => writeWorkbook(makeForm(yenChau, owner(of), sample(of)))));
    const saved = await recalculate(own, { trustStored: false });
    expect(saved.map(read)).toEqual(own.map(read));
    expect(own.map(read).flatMap(({ found }) => found)).toEqual([]);
  });

  itWithPython(
    "[RD1] [RD6] openpyxl, with no stored values and inline texts: the same figures, and nothing found",
    async () => {
      const own = await Promise.all(owners.map(async (of) => writeWorkbook(makeForm(yenChau, owner(of), sample(of)))));
      const filled = await Promise.all(owners.map(filledByScript));
      expect(filled.map(read)).toEqual(own.map(read));
    },
  );

  itWithPython(
    "[RD6] a formula of the official's own that was never calculated is found, not taken for 0",
    async () => {
      const [of] = owners;
      if (!of) throw new Error("no owner");
      const key = contentsKey({ table: "elements", code: "S39", key: "actual" });
      const contents = sample(of);
      const cells = new Map([...contents.cells, [key, 5] as const]);
      const form = makeForm(yenChau, owner(of), { ...contents, cells });
      const withFormula = {
        ...form,
        sheets: form.sheets.map((sheet) => ({
          ...sheet,
          cells: sheet.cells.map((cell) =>
            sheet.name === "Số liệu" && cell.value === 5 ? { ...cell, value: null, formula: "2+3" } : cell,
          ),
        })),
      };
      const { findings, reading } = review(yenChau, picture(await writeWorkbook(withFormula)));
      expect(findings.map(({ rule }) => rule)).toContain("figure-is-calculated");
      expect(reading?.tables.get("elements")?.rows.get("S39")?.cells.get("actual")?.said.kind).toBe("uncalculated");
    },
  );
});
