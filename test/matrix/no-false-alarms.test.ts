import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { makeForm } from "../../src/core/form/make-form";
import { review } from "../../src/core/review";
import { snapshotOf } from "../../src/workbook/memory";
import type { Snapshot, Unreadable } from "../../src/core/snapshot";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { truongNguyen, yenChau } from "../plans/opened";
import { itWithLibreOffice, itWithPython } from "../proof/tools";
import { recalculate } from "../tools/libreoffice";
import { fillForm } from "../tools/openpyxl";
import { cleanContents, type Owner } from "./clean-contents";

const nothing = new Uint8Array();

const owners: readonly Owner[] = [yenChau, truongNguyen].flatMap((plan) =>
  plan.periods.flatMap((period) => [...plan.units.slice(0, 3), plan.whole].map((unit) => ({ plan, unit, period }))),
);

const drawn = fc
  .constantFrom(...owners)
  .chain((owner) => cleanContents(owner).map((contents) => ({ owner, contents })));

function errorsIn({ plan }: Owner, picture: Snapshot | Unreadable): string[] {
  return review(plan, picture, { on: `${plan.year + 1}-01-31`, earlier: [] })
    .findings.filter(({ severity }) => severity === "error")
    .map(({ rule, sheet, cell, facts }) => `${rule} ${sheet ?? ""}!${cell ?? ""} ${JSON.stringify(facts)}`);
}

describe("reports without a fault, however odd", () => {
  it("give no error: 2,000 of them", () => {
    fc.assert(
      fc.property(drawn, ({ owner, contents }) => {
        const picture = snapshotOf(makeForm(owner.plan, owner, contents), "bao-cao.xlsx");
        expect(errorsIn(owner, picture)).toEqual([]);
      }),
      { numRuns: Number(process.env["CLEAN_RUNS"] ?? 2000), seed: 267, endOnFailure: true },
    );
  });

  itWithLibreOffice(
    "nor do they when LibreOffice has computed and saved them",
    async () => {
      const reports = fc.sample(drawn, { numRuns: 40, seed: 1 });
      const own = reports.map(({ owner, contents }) => writeWorkbook(makeForm(owner.plan, owner, contents)));
      const saved = await recalculate(await Promise.all(own), { trustStored: false });
      const errors = reports.map(({ owner }, index) =>
        errorsIn(owner, readSnapshot("a.xlsx", saved[index] ?? nothing)),
      );
      expect(errors.flat()).toEqual([]);
    },
    300_000,
  );

  itWithPython(
    "nor do they when openpyxl has filled in the form",
    async () => {
      for (const { owner, contents } of fc.sample(drawn, { numRuns: 20, seed: 2 })) {
        const bytes = await fillForm(owner.plan, owner, contents);
        expect(errorsIn(owner, readSnapshot("a.xlsx", bytes))).toEqual([]);
      }
    },
    300_000,
  );
});
