import type { CellValue } from "../../src/core/cell";
import { contentsKey } from "../../src/core/form/contents";
import type { CellKey } from "../../src/core/form/form-context";
import type { Relation } from "../../src/core/plan/plan";
import { wholesOf } from "../../src/core/plan/wholes";
import { review } from "../../src/core/review";
import { typedCellsOf, type CleanForm, type FormCell } from "./clean-form";
import { disagreements, type Fault } from "./fault";

const times = ["baseline", "last_year", "actual"] as const;

/** Every way in which two figures of a report can disagree, one at a time. */
export function* togetherFaults(form: CleanForm): Generator<Fault> {
  const cells = new FilledCells(form);
  yield* partsAboveWholes(form, cells);
  for (const relation of form.plan.relations) yield* brokenRelations(relation, cells);
  yield* villageFaults(cells);
  yield* taskFaults(cells);
  yield* fundFaults(cells);
  yield* reasonFaults(form, cells);
}

/** A cell that holds something in the clean report. */
type Filled = FormCell & { readonly value: Exclude<CellValue, null> };

class FilledCells {
  readonly all: readonly FormCell[];
  readonly #byKey: ReadonlyMap<string, FormCell>;

  constructor(form: CleanForm) {
    this.all = [...typedCellsOf(form)];
    this.#byKey = new Map(this.all.map((cell) => [contentsKey(cell), cell]));
  }

  at(key: CellKey): FormCell | undefined {
    return this.#byKey.get(contentsKey(key));
  }

  /** A cell that is filled; nil counts as filled. */
  filled(key: CellKey): Filled | undefined {
    const cell = this.at(key);
    return cell && cell.value !== null ? { ...cell, value: cell.value } : undefined;
  }

  element(code: string, key: (typeof times)[number]): Filled | undefined {
    return this.filled({ table: "elements", code, key });
  }
}

function figure(cell: FormCell): number {
  return typeof cell.value === "number" ? cell.value : 0;
}

/** A fault that is found at its cell. */
function fault(what: Pick<Fault, "rule" | "kind">, cell: FormCell, value: CellValue): Fault {
  const where = `${cell.sheet}!${cell.place.cell}`;
  return { ...what, where, at: cell.place, implied: disagreements, typed: [[cell, value]] };
}

function* partsAboveWholes({ plan }: CleanForm, cells: FilledCells): Generator<Fault> {
  const rule = "part-is-within-whole";
  for (const [code, wholes] of wholesOf(plan)) {
    for (const whole of wholes) {
      for (const key of times) {
        const [part, bound] = [cells.element(code, key), cells.element(whole, key)];
        if (part && bound) yield fault({ rule, kind: "a part above its whole" }, part, figure(bound) + 1);
      }
    }
  }
  for (const cell of cells.all) {
    const bound = cell.key === "poor" ? plan.shortfalls?.poor : plan.shortfalls?.nearPoor;
    const whole = cells.element(bound ?? "", "actual");
    if (cell.table !== "shortfalls" || cell.value === null || !whole) continue;
    yield fault({ rule, kind: "more wanting than households" }, cell, figure(whole) + 1);
  }
}

function* brokenRelations(relation: Relation, cells: FilledCells): Generator<Fault> {
  switch (relation.kind) {
    case "element-equals-column-total": {
      const cell = cells.element(relation.element, "actual");
      const what = { rule: "same-figure-agrees-everywhere", kind: "an element beside its column" };
      if (cell) yield fault(what, cell, figure(cell) + 1);
      return;
    }
    case "element-baseline-equals-column-total": {
      const cell = cells.element(relation.element, "baseline");
      const what = { rule: "opening-is-last-closing", kind: "a baseline beside the openings" };
      if (cell) yield fault(what, cell, figure(cell) + 1);
      return;
    }
    case "at-least":
      for (const key of times) {
        const [cell, least] = [cells.element(relation.element, key), cells.element(relation.atLeast, key)];
        const what = { rule: "persons-are-at-least-households", kind: "fewer persons than households" };
        if (cell && least && figure(least) > 0) yield fault(what, cell, figure(least) - 1);
      }
      return;
    case "parts-within-whole":
      for (const key of times) yield* partsAbove(relation, cells, key);
      return;
    default:
  }
}

function* partsAbove(
  { parts: codes, whole: code }: Extract<Relation, { kind: "parts-within-whole" }>,
  cells: FilledCells,
  key: (typeof times)[number],
): Generator<Fault> {
  const parts = codes.map((part) => cells.element(part, key)).filter((part) => part !== undefined);
  const [first, ...others] = parts;
  const whole = cells.element(code, key);
  if (!first || !whole || parts.length < codes.length) return;
  const rest = others.reduce((sum, part) => sum + figure(part), 0);
  const what = { rule: "whole-holds-its-parts", kind: "parts above their whole" };
  yield { ...fault(what, first, figure(whole) - rest + 1), at: undefined };
}

function* villageFaults(cells: FilledCells): Generator<Fault> {
  const villages = cells.all.filter(
    ({ table, key, value, row }) => table === "households" && key === "name" && value !== null && row.isTotal !== true,
  );
  const [first] = villages;
  for (const village of villages) {
    const at = (key: string): Filled | undefined => cells.filled({ table: "households", code: village.code, key });
    for (const cell of [at("p2"), at("p5")]) {
      const what = { rule: "poor-and-near-poor-agree", kind: "twins that differ" };
      if (cell) yield { ...fault(what, cell, figure(cell) + 1), at: undefined };
    }
    const all = at("households");
    const crowded = { rule: "whole-holds-its-parts", kind: "more poor than households in a village" };
    if (all) yield { ...fault(crowded, all, 1), at: undefined };
    const name = typeof first?.value === "string" ? first.value.toUpperCase() : "";
    if (village !== first) yield fault({ rule: "village-appears-once", kind: "a village twice" }, village, name);
  }
}

function* taskFaults(cells: FilledCells): Generator<Fault> {
  const contradictions = [
    ["Hoàn thành", 40],
    ["Đang thực hiện", 100],
    ["Chưa thực hiện", 30],
    ["Không phát sinh", 30],
  ] as const;
  for (const cell of cells.all) {
    const status = cells.at({ ...cell, key: "status" });
    if (cell.table !== "tasks" || cell.key !== "percent" || !status) continue;
    for (const [state, percent] of contradictions) {
      const what = { rule: "task-status-agrees-with-percent", kind: `“${state}” at ${percent}%` };
      const typed = [[status, state] as const, [cell, percent] as const];
      yield { ...fault(what, cell, percent), at: undefined, typed };
    }
  }
}

function* fundFaults(cells: FilledCells): Generator<Fault> {
  const slips = [
    ["an amount in đồng", 1_000_000],
    ["an amount in thousand đồng", 1000],
  ] as const;
  const bounds: ReadonlyMap<string, string> = new Map([
    ["disbursed", "allocated"],
    ["allocated", "planned"],
  ]);
  for (const cell of cells.all) {
    const bound = cells.filled({ ...cell, key: bounds.get(cell.key) ?? "" });
    if (cell.table !== "funds" || !bound || figure(bound) === 0 || figure(cell) === 0) continue;
    const above = { rule: "disbursed-is-within-allocated", kind: "more than the bound" };
    yield fault(above, cell, figure(bound) + 0.5);
    for (const [kind, times] of slips) yield fault({ rule: "amount-is-in-millions", kind }, cell, figure(cell) * times);
    const shrunk = Math.floor(figure(cell)) / 1000;
    if (!/^\d+\.\d{3}$/.test(String(shrunk)) || shrunk < 1 || figure(cell) < figure(bound) / 5) continue;
    yield fault({ rule: "amount-is-in-millions", kind: "thousands read as decimals" }, cell, shrunk);
  }
}

/** Reasons that were owed and given, and are taken away. */
function* reasonFaults({ plan, snapshot, occasion }: CleanForm, cells: FilledCells): Generator<Fault> {
  const { progress } = review(plan, snapshot, occasion);
  const late = new Set(
    progress.filter(({ status }) => status === "not-met" || status === "behind").map(({ code }) => code),
  );
  for (const cell of cells.all) {
    if (cell.value === null) continue;
    const isExplanation = cell.table === "indicators" && cell.key === "explanation" && late.has(cell.code);
    const what = { rule: "missed-target-is-explained", kind: "an explanation deleted" };
    if (isExplanation) yield { ...fault(what, cell, null), implied: ["change-is-explained"] };
    const note = { rule: "change-is-explained", kind: "a note deleted" };
    if (cell.table === "elements" && cell.key === "note")
      yield { ...fault(note, cell, null), at: undefined, implied: [] };
  }
}
