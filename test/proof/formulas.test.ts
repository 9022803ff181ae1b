import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Blueprint } from "../../src/core/blueprint";
import { toA1 } from "../../src/core/cell";
import { contentsKey } from "../../src/core/form/contents";
import { makeForm } from "../../src/core/form/make-form";
import { statusWords } from "../../src/core/progress/status";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { truongNguyen, yenChau } from "../plans/opened";
import { calculator } from "../tools/calculator";
import { recalculate } from "../tools/libreoffice";
import { compareFormulas, compareWith, picture, withoutStoredValues } from "./books";
import { copiedDown, drawnContents, type Owner } from "./drawn-contents";
import { itWithLibreOffice } from "./tools";

/** Members and non-members of the group, and the whole, in every period of both plans. */
const owners: readonly Owner[] = [yenChau, truongNguyen].flatMap((plan) =>
  plan.periods.flatMap((period) => [...plan.units.slice(0, 4), plan.whole].map((unit) => ({ plan, unit, period }))),
);

/** The same forms in every run. */
function drawnForms(each: number, options: { readonly truths: boolean }): Blueprint[] {
  return owners.flatMap((owner, index) =>
    fc
      .sample(drawnContents(owner, options), { numRuns: each, seed: 267 + index })
      .map((contents) => makeForm(owner.plan, owner, contents)),
  );
}

function valuesOf({ sheets }: Blueprint): (sheet: string, key: string) => unknown[] {
  return (name, key) => {
    const sheet = sheets.find((one) => one.name === name);
    const column = sheet?.cells.find(({ row, value }) => row === 0 && value === key)?.column;
    return (sheet?.cells ?? []).filter((cell) => cell.column === column && cell.formula).map(({ value }) => value);
  };
}

describe("the form's formulas", () => {
  let forms: readonly Blueprint[] = [];
  beforeAll(() => {
    forms = drawnForms(4, { truths: true });
  });

  it("[AR3] [AR10] give in plain doubles the value and status that the core gives, for every input", () => {
    let compared = 0;
    for (const form of forms) {
      const valueAt = calculator(form);
      const outcome = compareWith(form, ({ sheet, ...at }) => valueAt(sheet, toA1(at)));
      expect(outcome.differences).toEqual([]);
      compared += outcome.compared;
    }
    expect(compared).toBeGreaterThan(20_000);
  });

  it("[AR10] add up a column in which every village holds the same blank, dash or accident", () => {
    const owner = owners[1];
    const [contents] = owner ? fc.sample(drawnContents(owner, { truths: false }), { numRuns: 1, seed: 5 }) : [];
    if (!owner || !contents) throw new Error("Nobody's form.");
    for (const value of [null, " - ", "\u00A0—", "?", "x", "\u00A0", { error: "#N/A" }, 0, true]) {
      const form = makeForm(owner.plan, owner, copiedDown(owner, contents, value));
      const valueAt = calculator(form);
      expect(compareWith(form, ({ sheet, ...at }) => valueAt(sheet, toA1(at))).differences).toEqual([]);
    }
  });

  it("[RD2] [AR10] take “?” and “*” for no figure, in the core and in the cells", () => {
    const owner = owners[1];
    if (!owner) throw new Error("Nobody's form.");
    for (const mark of ["?", "*", "~?", "??"]) {
      const cells = new Map(
        ["S07", "S06", "S42", "S43", "S44"].map((code) => [
          contentsKey({ table: "elements", code, key: "actual" }),
          mark,
        ]),
      );
      const form = makeForm(owner.plan, owner, { cover: new Map(), cells });
      const valueAt = calculator(form);
      const statuses = form.sheets
        .filter(({ name }) => name === "Chỉ tiêu")
        .flatMap(({ name, cells: own }) =>
          own.filter(({ value }) => value === statusWords.missing).map((cell) => ({ name, cell })),
        )
        .map(({ name, cell }) => valueAt(name, toA1(cell)));
      expect(statuses.length).toBeGreaterThan(20);
      expect(new Set(statuses)).toEqual(new Set([statusWords.missing]));
    }
  });

  it("[AR8] the drawn forms come to every status, and to boundaries at which plain division is wrong", () => {
    const seen = forms.flatMap((form) => valuesOf(form)("Chỉ tiêu", "status"));
    const times = Object.values(statusWords).map((word) => seen.filter((one) => one === word).length);
    expect(Math.min(...times)).toBeGreaterThan(5);
    expect(forms.filter(isPlainFallWrong).length).toBeGreaterThan(0);
  });

  itWithLibreOffice(
    "[AR10] give in LibreOffice the value and status that the core gives, for every input",
    async () => {
      const drawn = drawnForms(2, { truths: false });
      const files = await Promise.all(drawn.map(async (form) => withoutStoredValues(await writeWorkbook(form))));
      const computed = await recalculate(files, { trustStored: false });
      let compared = 0;
      const differences: string[] = [];
      for (const [index, form] of drawn.entries()) {
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

/** Whether 100·b/B − 100·n/d against the fall, in doubles, says otherwise than the sheet does. */
function isPlainFallWrong(form: Blueprint): boolean {
  const at = valuesOf(form);
  const rows = ["numerator", "denominator", "baseline_numerator", "baseline_denominator"].map((key) =>
    at("Chỉ tiêu", key),
  );
  const [n, d, bn, bd] = rows.map((column) => column[0]);
  if (typeof n !== "number" || typeof d !== "number" || typeof bn !== "number" || typeof bd !== "number") return false;
  const fall = (100 * bn) / bd - (100 * n) / d;
  const isMet = [statusWords.met, statusWords.exceeded].some((word) => word === at("Chỉ tiêu", "status")[0]);
  return d > 0 && bd > 0 && fall >= 3 !== isMet;
}
