import { folded } from "../plain-text";
import type { Plan, Unit } from "./plan";
import { pathText, planFault, type PlanFault, type PlanPath } from "./plan-fault";

interface Named {
  readonly path: PlanPath;
  readonly code: string;
}

/** Codes that would be taken for one another in a sheet are faults, and so are unit names (law RD5). */
export function* findRepeatedCodes(plan: Plan): Generator<PlanFault> {
  for (const codes of codesOf(plan)) yield* findRepeated(codes);
  yield* findReserved(plan);
  yield* findRepeatedNames(plan);
}

function codesOf(plan: Plan): Named[][] {
  const { deprivations, causes } = plan.shortfalls ?? { deprivations: [], causes: [] };
  return [
    idsIn(["levels"], plan.levels),
    // Columns of the summary are named after units and groups alike.
    [
      { path: ["whole", "code"], code: plan.whole.code },
      ...codesIn(["units"], plan.units),
      ...idsIn(["groups"], plan.groups),
    ],
    // Twice in the list, an old unit's figures would be added twice.
    ...plan.units.map((unit, index) => predecessorsIn(["units", index], unit)),
    predecessorsIn(["whole"], plan.whole),
    idsIn(["calendars"], plan.calendars),
    idsIn(["periods"], plan.periods),
    idsIn(["stages"], plan.stages),
    idsIn(["agencies"], plan.agencies),
    codesIn(["elements"], plan.elements),
    codesIn(["indicators"], plan.indicators),
    [...codesIn(["shortfalls", "deprivations"], deprivations), ...codesIn(["shortfalls", "causes"], causes)],
    idsIn(["sections"], plan.sections),
    codesIn(["tasks"], plan.tasks),
    codesIn(["funds"], plan.funds),
  ];
}

function idsIn(list: PlanPath, rows: readonly { readonly id: string }[]): Named[] {
  return rows.map(({ id }, index) => ({ path: [...list, index, "id"], code: id }));
}

function codesIn(list: PlanPath, rows: readonly { readonly code: string }[]): Named[] {
  return rows.map(({ code }, index) => ({ path: [...list, index, "code"], code }));
}

function predecessorsIn(unit: PlanPath, { predecessors }: Unit): Named[] {
  return predecessors.map((code, index) => ({ path: [...unit, "predecessors", index], code }));
}

/** Capitals and the leading zeros that spreadsheets drop do not tell codes apart. */
function foldedCode(code: string): string {
  return code.toLowerCase().replace(/^0+(?=\d+$)/, "");
}

function* findRepeated(codes: readonly Named[]): Generator<PlanFault> {
  const first = new Map<string, PlanPath>();
  for (const { path, code } of codes) {
    const key = foldedCode(code);
    const earlier = first.get(key);
    if (earlier) yield planFault(path, usedAt(earlier), code);
    else first.set(key, path);
    if (Object.hasOwn(Object.prototype, code)) yield planFault(path, notAllowed, code);
  }
}

function usedAt(path: PlanPath): PlanFault["expected"] {
  const place = pathText(path);
  return {
    vi: `một mã khác: mã này đã dùng ở ${place}`,
    en: `another code: this one is used already at ${place}`,
  };
}

const notAllowed = { vi: "một mã khác: không dùng mã này", en: "another code: this one is not allowed" };

/** The row of totals has this code in every form. */
const totalCode = "TC";

function* findReserved(plan: Plan): Generator<PlanFault> {
  for (const [index, { code }] of plan.funds.entries()) {
    if (code.toUpperCase() === totalCode) yield planFault(["funds", index, "code"], notAllowed, code);
  }
}

/** A report without a code is known by its unit's name, so no two units answer to one, with or without the prefix. */
function* findRepeatedNames(plan: Plan): Generator<PlanFault> {
  const first = new Map<string, { unit: Unit; path: PlanPath }>();
  const units = [plan.whole, ...plan.units].map((unit, index) => ({
    unit,
    at: index === 0 ? ["whole"] : ["units", index - 1],
  }));
  for (const { unit, at } of units) {
    const names = [
      { path: [...at, "name"], said: unit.name },
      ...unit.aliases.map((said, index) => ({ path: [...at, "aliases", index], said })),
    ];
    for (const { path, said } of names) {
      for (const name of new Set([folded(said), folded(`${unit.prefix} ${said}`)])) {
        const earlier = first.get(name);
        if (!earlier) first.set(name, { unit, path });
        else if (earlier.unit !== unit) {
          yield planFault(path, sameNameAs(earlier.path), said);
          break;
        }
      }
    }
  }
}

function sameNameAs(path: PlanPath): PlanFault["expected"] {
  const place = pathText(path);
  return {
    vi: `một tên khác với tên ở ${place}, kể cả khi bỏ dấu (có thể ghi "Xã", "Phường" vào tên và để prefix trống)`,
    en: `a name other than the one at ${place}, also without diacritics ("Xã", "Phường" may stand in the name, with an empty prefix)`,
  };
}
