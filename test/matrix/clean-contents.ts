import fc from "fast-check";
import type { CellValue } from "../../src/core/cell";
import { tablesOf } from "../../src/core/form/commune-tables";
import { taskStatuses, answers } from "../../src/core/form/choices";
import { contentsKey, type Contents } from "../../src/core/form/contents";
import type { CoverField } from "../../src/core/form/cover";
import { movements } from "../../src/core/form/household-columns";
import { elementsAskedOf, unitName } from "../../src/core/plan/lookups";
import type { Element, Period, Plan, Unit } from "../../src/core/plan/plan";
import { wholesOf } from "../../src/core/plan/wholes";

/*
 * Random reports that hold together: every rule of the catalogue is kept, whatever the sizes. Nil values, tiny communes,
 * denominators of 0 and figures at the very edge of what is allowed are common.
 */

export interface Owner {
  readonly plan: Plan;
  readonly unit: Unit;
  readonly period: Period;
}

/** Draws whole numbers from a stream of random ones, edges often. */
type Draw = (from: number, to: number) => number;

type Figures = Map<string, number>;

const nils: readonly CellValue[] = [0, "-", "–", "—", "−", " - "];

/** Contents without an error; the seed decides everything. */
export function cleanContents(owner: Owner): fc.Arbitrary<Contents> {
  return fc
    .record({
      stream: fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      size: fc.constantFrom(0, 1, 3, 40, 900),
    })
    .map(({ stream, size }) => {
      const next = (): number => Number(stream.next().value);
      const draw: Draw = (from, to) => {
        const at = next();
        if (at < 0.12) return from;
        return at > 0.88 ? to : from + Math.floor(((at - 0.12) / 0.76) * (to - from + 1));
      };
      return contentsOf(owner, { draw, size });
    });
}

interface Chance {
  readonly draw: Draw;
  /** About how many households a village has. */
  readonly size: number;
}

function contentsOf(owner: Owner, chance: Chance): Contents {
  const cells = new Map<string, CellValue>();
  const put = (
    table: Parameters<typeof contentsKey>[0]["table"],
    code: string,
    figures: Iterable<readonly [string, CellValue]>,
  ) => {
    for (const [key, value] of figures) cells.set(contentsKey({ table, code, key }), value);
  };
  const asTyped = (figure: number): CellValue => (figure === 0 ? (nils[chance.draw(0, nils.length - 1)] ?? 0) : figure);
  const villages = villagesOf(owner, chance);
  for (const [index, { name, ...figures }] of villages.entries()) {
    const code = `B${String(index + 1).padStart(2, "0")}`;
    put("households", code, [
      ["name", name],
      ...[...figures.movements].map(([key, figure]) => [key, asTyped(figure)] as const),
    ]);
  }
  const totals = totalsOf(villages);
  const actual = elementFigures(owner, chance, fixedBy(owner.plan, totals, "actual"));
  const baseline = elementFigures(owner, chance, fixedBy(owner.plan, totals, "baseline"));
  const lastYear = chance.draw(0, 3) === 0 ? null : elementFigures(owner, chance, new Map());
  for (const element of elementsAskedOf(owner.plan, owner.unit.code)) {
    const value = (figures: Figures): CellValue =>
      element.content === "yes-no"
        ? chance.draw(0, 1) === 0
          ? answers.no
          : answers.yes
        : asTyped(figures.get(element.code) ?? 0);
    put("elements", element.code, [
      ["baseline", value(baseline)],
      ["actual", value(actual)],
      ...(lastYear ? [["last_year", value(lastYear)] as const] : []),
    ]);
  }
  for (const table of tablesOf(owner.plan, owner.unit.code)) {
    for (const row of table.rows) {
      if (table.id === "shortfalls" && owner.plan.shortfalls) {
        const { poor, nearPoor } = owner.plan.shortfalls;
        put("shortfalls", row.code, [
          ["poor", asTyped(chance.draw(0, actual.get(poor) ?? 0))],
          ["near_poor", asTyped(chance.draw(0, actual.get(nearPoor) ?? 0))],
        ]);
      }
      if (table.id === "tasks") put("tasks", row.code, taskOf(chance));
      if (table.id === "funds" && row.isTotal !== true) put("funds", row.code, fundOf(chance, asTyped));
    }
  }
  return { cover: coverOf(owner, chance), cells };
}

function coverOf({ plan, unit, period }: Owner, { draw }: Chance): Map<CoverField, CellValue> {
  const names = [unit.name, unitName(unit), ...unit.aliases, unitName(unit).toUpperCase()];
  return new Map<CoverField, CellValue>([
    ["pm_unit_name", names[draw(0, names.length - 1)] ?? unit.name],
    ["pm_stage", plan.stages[draw(0, plan.stages.length - 1)]?.name.vi ?? ""],
    ["pm_reporter", "Lò Thị Én"],
    ["pm_phone", "0912 000 000"],
    ["pm_reported_on", { date: period.end }],
  ]);
}

interface Village {
  readonly name: string;
  readonly movements: Figures;
}

function villagesOf({ plan, unit }: Owner, { draw, size }: Chance): Village[] {
  if (!plan.households || unit.code === plan.whole.code) return [];
  return Array.from({ length: draw(1, Math.min(plan.households.villages, 12)) }, (_, index) => {
    const [poor, nearPoor] = [draw(0, size), draw(0, size)];
    const [toNear, above, lessPoor] = split(draw, poor);
    const [toPoor, aboveNear, lessNear] = split(draw, nearPoor);
    const figures: Figures = new Map([
      ...entries(movements.poor, [poor, toNear, above, lessPoor, toPoor, draw(0, size), draw(0, size), draw(0, 2)]),
      ...entries(movements.nearPoor, [
        nearPoor,
        toPoor,
        aboveNear,
        lessNear,
        toNear,
        draw(0, size),
        draw(0, 2),
        draw(0, size),
      ]),
    ]);
    const closings = closing(figures, movements.poor) + closing(figures, movements.nearPoor);
    const openings = poor + nearPoor;
    figures.set("households", Math.max(closings, openings) + draw(0, size));
    return { name: `Bản ${index + 1} ${draw(0, 1) === 0 ? "Nà" : "Huổi"} ${index}`, movements: figures };
  });
}

/** Three parts that are together at most the whole. */
function split(draw: Draw, whole: number): [number, number, number] {
  const first = draw(0, whole);
  const second = draw(0, whole - first);
  return [first, second, draw(0, whole - first - second)];
}

function entries(keys: readonly string[], figures: readonly number[]): [string, number][] {
  return figures.map((figure, index) => [keys[index] ?? "", figure]);
}

function closing(figures: Figures, keys: readonly string[]): number {
  const at = (index: number): number => figures.get(keys[index] ?? "") ?? 0;
  return at(0) - at(1) - at(2) - at(3) + at(4) + at(5) + at(6) + at(7);
}

function totalsOf(villages: readonly Village[]): Figures {
  const totals: Figures = new Map();
  const add = (key: string, figure: number): void => void totals.set(key, (totals.get(key) ?? 0) + figure);
  for (const { movements: figures } of villages) {
    for (const [key, figure] of figures) add(key, figure);
    add(movements.poor[8], closing(figures, movements.poor));
    add(movements.nearPoor[8], closing(figures, movements.nearPoor));
  }
  return totals;
}

/** Elements that another sheet decides. */
function fixedBy({ relations }: Plan, totals: Figures, time: "actual" | "baseline"): Figures {
  const kind = time === "actual" ? "element-equals-column-total" : "element-baseline-equals-column-total";
  const fixed: Figures = new Map();
  for (const relation of relations) {
    if (relation.kind === kind) fixed.set(relation.element, totals.get(relation.column) ?? 0);
  }
  return fixed;
}

/** A figure for every element so that no part is above its whole and no whole below what it has to hold. */
function elementFigures({ plan, unit }: Owner, { draw, size }: Chance, fixed: Figures): Figures {
  const figures: Figures = new Map(fixed);
  const asked = elementsAskedOf(plan, unit.code).filter(({ content }) => content === "count");
  const lowest = (code: string): number => leastOf(plan, figures, code);
  const pending = new Set(asked.map(({ code }) => code).filter((code) => !fixed.has(code)));
  for (const element of inOrder(plan, asked)) {
    const { code } = element;
    if (!pending.has(code)) continue;
    const bounds = (wholesOf(plan).get(code) ?? []).map((whole) => figures.get(whole));
    const siblings = roomBeside(plan, figures, code);
    const most = Math.min(
      ...bounds.filter((bound) => bound !== undefined),
      ...siblings,
      5 * size + 20 + lowest(code) * 6,
    );
    figures.set(code, draw(Math.min(lowest(code), most), most));
  }
  return figures;
}

/** Wholes before their parts, and what has to hold others after them. */
function inOrder(plan: Plan, elements: readonly Element[]): Element[] {
  const rank = (code: string, depth = 0): number => {
    const wholes = [
      ...(wholesOf(plan).get(code) ?? []),
      ...plan.relations.flatMap((one) =>
        one.kind === "parts-within-whole" && one.parts.includes(code) ? [one.whole] : [],
      ),
    ];
    return depth > 20 || wholes.length === 0 ? 0 : 1 + Math.max(...wholes.map((whole) => rank(whole, depth + 1)));
  };
  return [...elements].sort((one, other) => rank(one.code) - rank(other.code));
}

/** The least that an element may be: what it is at least, and what its fixed parts make together. */
function leastOf(plan: Plan, figures: Figures, code: string): number {
  const known = (other: string): number => figures.get(other) ?? 0;
  let least = 0;
  for (const relation of plan.relations) {
    if (relation.kind === "at-least" && relation.element === code) {
      least = Math.max(
        least,
        figures.has(relation.atLeast) ? known(relation.atLeast) : leastOf(plan, figures, relation.atLeast),
      );
    }
    if (relation.kind === "parts-within-whole" && relation.whole === code) {
      least = Math.max(
        least,
        relation.parts.reduce((sum, part) => sum + (figures.get(part) ?? leastOf(plan, figures, part)), 0),
      );
    }
    if (relation.kind === "part-within-whole" && relation.whole === code) {
      least = Math.max(least, figures.get(relation.part) ?? leastOf(plan, figures, relation.part));
    }
  }
  for (const [part, wholes] of wholesOf(plan)) if (wholes.includes(code)) least = Math.max(least, known(part));
  return least;
}

/** What is left for an element in each whole that it shares with others, the others' least already taken away. */
function roomBeside(plan: Plan, figures: Figures, code: string): number[] {
  return plan.relations.flatMap((relation) => {
    if (relation.kind !== "parts-within-whole" || !relation.parts.includes(code)) return [];
    const whole = figures.get(relation.whole);
    if (whole === undefined) return [];
    const others = relation.parts.filter((part) => part !== code);
    return [whole - others.reduce((sum, part) => sum + (figures.get(part) ?? leastOf(plan, figures, part)), 0)];
  });
}

function taskOf({ draw }: Chance): [string, CellValue][] {
  const states: readonly (readonly [string, number])[] = [
    [taskStatuses[0], 0],
    [taskStatuses[1], draw(0, 99)],
    [taskStatuses[2], 100],
    [taskStatuses[3], 0],
  ];
  const [status, percent] = states[draw(0, 3)] ?? ["", 0];
  return draw(0, 4) === 0
    ? []
    : [
        ["status", status],
        ["percent", percent],
        ["result", "Đã làm xong việc 1; - việc 2"],
      ];
}

function fundOf({ draw, size }: Chance, asTyped: (figure: number) => CellValue): [string, CellValue][] {
  const planned = draw(0, 4 * size * 10) / 4;
  const allocated = draw(0, Math.floor(planned * 4)) / 4;
  return [
    ["planned", asTyped(planned)],
    ["allocated", asTyped(allocated)],
    ["disbursed", asTyped(draw(0, Math.floor(allocated * 4)) / 4)],
  ];
}
