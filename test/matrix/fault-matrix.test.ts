import { describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import { review } from "../../src/core/review";
import { isUnreadable } from "../../src/core/snapshot";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { expectPage } from "../laws/made-page";
import { acrossFaults, tryAcross } from "./across-faults";
import { faultsIn } from "./all-faults";
import { blueprintOf } from "./blueprint-of";
import { findingsOf, planted, type CleanForm } from "./clean-form";
import type { Fault } from "./fault";
import { cleanForms } from "./forms";
import { kindOf, matrixPage, Tallies } from "./matrix-page";
import { isFoundIn, spokenTrial, tryFault, type Trial } from "./trial";

/** All places are tried by `npm run fault-matrix` (some 20 minutes), here each kind in some places of each form. */
const isWhole = process.env["FAULT_MATRIX"] === "whole";
const everyNth = 60;

const forms = cleanForms();
const planned = forms.map((form) => ({ form, faults: [...faultsIn(form)] }));

/** Of each kind the first place and then every nth, not the same ones in every form. */
function chosen<Planted extends Fault>(faults: readonly Planted[], offset: number): readonly Planted[] {
  if (isWhole) return faults;
  const seen = new Map<string, number>();
  return faults.filter((fault) => {
    const count = seen.get(kindOf(fault)) ?? 0;
    seen.set(kindOf(fault), count + 1);
    return count === 0 || (count + offset) % everyNth === 0;
  });
}

function failed(trials: readonly Trial[]): string[] {
  return trials.filter(({ isFound, beyond }) => !isFound || beyond.length > 0).map(spokenTrial);
}

function titleOf({ plan, unit, period }: CleanForm): string {
  return `${plan.id} ${unit.code} ${period.id}`;
}

const tallies = new Tallies();
const acrossTallies = new Tallies();

describe("the fault matrix", () => {
  it.each(forms.map((form) => [titleOf(form), form] as const))(
    "%s: the form that faults are planted in is clean",
    (_, form) => {
      expect(findingsOf(form, form.snapshot)).toEqual([]);
    },
  );

  it.each(planned.map(({ form, faults }, index) => [titleOf(form), { form, faults, index }] as const))(
    "%s: every fault is found at its cell, and nothing that it does not imply",
    (_, { form, faults, index }) => {
      const trials = chosen(faults, index * 13).map((fault) => tryFault(form, fault));
      for (const trial of trials) tallies.add(trial);
      expect(failed(trials)).toEqual([]);
    },
    isWhole ? 3_600_000 : 120_000,
  );

  it(
    "across reports: every fault is found, and nothing that it does not imply",
    () => {
      const trials = chosen([...acrossFaults()], 0).map(tryAcross);
      for (const trial of trials) acrossTallies.add(trial);
      expect(failed(trials)).toEqual([]);
    },
    isWhole ? 3_600_000 : 120_000,
  );

  it("the page in the docs tells of these faults in all their places", () => {
    if (isWhole) expectPage("docs/fault-matrix.md", matrixPage(tallies.all, acrossTallies.all));
    const page = readFileSync(new URL("../../docs/fault-matrix.md", import.meta.url), "utf8");
    const told = [...page.matchAll(/^\| \[([a-z-]+)\]\S+ \| (.+?) \| (\d+) \|/gm)].map(
      ([, rule = "", kind = "", places = ""]) => [kindOf({ rule, kind }), Number(places)] as const,
    );
    const there = new Map<string, number>();
    for (const fault of [...planned.flatMap(({ faults }) => faults), ...acrossFaults()]) {
      there.set(kindOf(fault), (there.get(kindOf(fault)) ?? 0) + 1);
    }
    expect(new Map([...told].sort())).toEqual(new Map([...there].sort()));
  });
});

describe("faults in files", () => {
  it("300 of them, written as .xlsx and read again, are found as in memory", async () => {
    const all = planned.flatMap(({ form, faults }) => faults.map((fault) => ({ form, fault })));
    const step = Math.floor(all.length / 330);
    const sample = all.filter((_, index) => index % step === 0);
    let tried = 0;
    const missed: string[] = [];
    for (const { form, fault } of sample) {
      if (tried === 300) break;
      const blueprint = blueprintOf(planted(form, [fault]));
      if (!blueprint) continue;
      tried++;
      if (!isFoundInFile(form, fault, await writeWorkbook(blueprint))) missed.push(`${fault.where}: ${fault.kind}`);
    }
    expect(missed).toEqual([]);
    expect(tried).toBe(300);
  }, 300_000);
});

function isFoundInFile(form: CleanForm, fault: Fault, bytes: Uint8Array): boolean {
  const snapshot = readSnapshot("bao-cao.xlsx", bytes);
  return !isUnreadable(snapshot) && isFoundIn(fault, review(form.plan, snapshot, form.occasion).findings);
}
