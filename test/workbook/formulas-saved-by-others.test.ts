import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import type { Blueprint } from "../../src/core/blueprint";
import { toA1 } from "../../src/core/cell";
import { makeForm } from "../../src/core/form/make-form";
import { sameFormula } from "../../src/core/same-formula";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { yenChau } from "../plans/opened";
import { recalculate } from "../tools/libreoffice";

const [unit] = yenChau.units;
const [period] = yenChau.periods;
if (!unit || !period) throw new Error("The plan has no unit or no period.");
const form = makeForm(yenChau, { unit, period });

const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ quot: '"', apos: "'", lt: "<", gt: ">", amp: "&" }),
);

function formulasIn(xml: string): ReadonlyMap<string, string> {
  const cells = xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>\s*<f[^>]*>([^<]*)<\/f>/g);
  return new Map(
    Array.from(cells, ([, at = "", formula = ""]) => [
      at,
      formula.replace(/&(?:#(\d+)|(\w+));/g, (whole, number: string | undefined, name: string | undefined) =>
        number === undefined ? (entities.get(name ?? "") ?? whole) : String.fromCodePoint(Number(number)),
      ),
    ]),
  );
}

/** Formulas of the form that a saved file holds otherwise, or no more. */
function changedIn(saved: Uint8Array, { sheets }: Blueprint): { compared: number; changed: string[] } {
  const parts = unzipSync(saved);
  let compared = 0;
  const changed = sheets.flatMap(({ name, cells }, index) => {
    const part = parts[`xl/worksheets/sheet${index + 1}.xml`];
    const found = formulasIn(part ? strFromU8(part) : "");
    return cells.flatMap(({ formula, ...position }) => {
      if (formula === undefined) return [];
      compared += 1;
      const now = found.get(toA1(position)) ?? "";
      return sameFormula(now, formula) ? [] : [`${name}!${toA1(position)}: ${formula} is ${now}`];
    });
  });
  return { compared, changed };
}

const python = process.env["PLAN_MONITOR_PYTHON"];
const inOffice = process.env["PLAN_MONITOR_SOFFICE"] === undefined ? it.skip : it;
const inPython = python === undefined ? it.skip : it;

describe("the form's formulas are the same formulas when they were saved", () => {
  inOffice("by LibreOffice", async () => {
    const [saved] = await recalculate([await writeWorkbook(form)], { trustStored: true });
    const { compared, changed } = changedIn(saved ?? new Uint8Array(), form);
    expect(changed).toEqual([]);
    expect(compared).toBeGreaterThan(500);
  });

  inPython("by openpyxl", async () => {
    const room = mkdtempSync(join(tmpdir(), "plan-monitor-openpyxl-"));
    try {
      const [before, after] = [join(room, "before.xlsx"), join(room, "after.xlsx")];
      writeFileSync(before, await writeWorkbook(form));
      const script = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])";
      execFileSync(python ?? "", ["-c", script, before, after]);
      const { compared, changed } = changedIn(readFileSync(after), form);
      expect(changed).toEqual([]);
      expect(compared).toBeGreaterThan(500);
    } finally {
      rmSync(room, { recursive: true, force: true });
    }
  });
});
