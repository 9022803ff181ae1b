import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { faultsIn } from "./all-faults";
import type { Fault } from "./fault";
import { cleanForms } from "./forms";
import { isFoundIn, reviewWith } from "./trial";

const planned = cleanForms().map((form) => ({ form, faults: [...faultsIn(form)] }));

/** Pairs in which one fault takes away what the other one was: the same cell, or the sheet, row or column around it. */
function isSwallowed({ rule, where, at }: Fault, other: Fault): boolean {
  const sheet = at?.sheet ?? where.split(/[!,]/)[0];
  const otherSheet = other.at?.sheet ?? other.where.split(/[!,]/)[0];
  if (where === other.where) return true;
  const isOfForm =
    other.rule === "plan-is-this-plan" || other.rule === "period-is-known" || other.rule === "unit-is-known";
  // In a small plan a column of Chỉ tiêu may hide one figure alone, which the other takes away where it is computed from.
  const hidesNothing = rule === "nothing-is-hidden" && sheet === "Chỉ tiêu" && otherSheet === "Số liệu";
  return isOfForm || hidesNothing || (other.typed === undefined && sheet === otherSheet);
}

it("of two faults neither hides the other, unless it takes away what the other was, or makes it impossible to tell", () => {
  // Indices, so that a failure names the faults instead of printing two whole reports.
  const pair = fc.tuple(fc.nat(planned.length - 1), fc.nat(), fc.nat());
  let alone = 0;
  fc.assert(
    fc.property(pair, ([index, first, second]) => {
      const { form, faults } = planned[index] ?? { faults: [] };
      const [one, other] = [faults[first % faults.length], faults[second % faults.length]];
      if (!form || !one || !other) throw new Error("There are no faults.");
      const { findings, unevaluated } = reviewWith(form, [one, other]);
      for (const [fault, neighbour] of [
        [one, other],
        [other, one],
      ] as const) {
        if (isFoundIn(fault, findings)) {
          alone++;
          continue;
        }
        // Two rules can speak of one cell (a total and its formula): which of them does may change with the neighbour.
        const isOtherwiseTold = findings.some(({ sheet, cell }) => sheet === fault.at?.sheet && cell === fault.at.cell);
        const isTold = isOtherwiseTold || unevaluated.some(({ rule }) => rule === fault.rule);
        const isHidden = !isTold && !isSwallowed(fault, neighbour);
        const spoken = `${fault.where}: ${fault.kind}, beside ${neighbour.where}: ${neighbour.kind}`;
        expect(isHidden ? spoken : "").toBe("");
      }
    }),
    { numRuns: 500, seed: 267, endOnFailure: true },
  );
  expect(alone).toBeGreaterThan(900);
});
