import fc from "fast-check";
import type { CellValue } from "../../src/core/cell";
import { tablesOf } from "../../src/core/form/commune-tables";
import { contentsKey, type Contents } from "../../src/core/form/contents";
import { contentOf, isTyped, type Content } from "../../src/core/form/table";
import { indicatorsAskedOf } from "../../src/core/plan/lookups";
import type { Indicator, Period, Plan, Unit } from "../../src/core/plan/plan";

/** Whose form is filled. */
export interface Owner {
  readonly plan: Plan;
  readonly unit: Unit;
  readonly period: Period;
}

const nils: readonly CellValue[] = [0, "-", "–", "—", "−", " - ", "\u00A0-", "-\u00A0", " — "];
const blanks: readonly CellValue[] = [null, "", "  ", "\u00A0"];
/** "?" and "*" are typed for "not known yet"; to some functions of spreadsheets they stand for any text. */
const oddities: readonly CellValue[] = ["abc", "1.234", "25, 42%", "?", "*", "~", "-–", "- –", "|", "=1+1", 10.98, -3];
const errors: readonly CellValue[] = [{ error: "#N/A" }, { error: "#DIV/0!" }, { error: "#REF!" }];
const answers: readonly CellValue[] = ["Có", "Có", "Có", "Không", "có", "KHÔNG", " Có ", "Có\u00A0"];

/** What officials type, by what the cell holds. */
const typed: Readonly<Partial<Record<Content, fc.Arbitrary<CellValue>>>> = {
  count: fc.oneof({ weight: 5, arbitrary: fc.nat(300) }, { weight: 1, arbitrary: fc.constantFrom(...nils) }),
  amount: fc.constantFrom<CellValue>(...nils, 12.5, 100.25, 900, 1e6),
  percent: fc.constantFrom<CellValue>(0, 50, 100),
  "yes-no": fc.constantFrom(...answers),
  status: fc.constantFrom<CellValue>("Hoàn thành"),
  text: fc.constantFrom<CellValue>("Bản A", "=1+1"),
};

/** How many of ten cells hold something else than they should. */
const messes = [0, 0, 1, 3, 9, 10] as const;

/**
 * The contents of a form: figures at the exact boundaries of every verdict, with more or fewer of their cells then
 * holding what accidents leave there. `truths`: TRUE and FALSE among them, which LibreOffice takes for numbers.
 */
export function drawnContents(owner: Owner, { truths }: { readonly truths: boolean }): fc.Arbitrary<Contents> {
  const accidents = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...blanks) },
    { weight: 2, arbitrary: fc.constantFrom(...nils) },
    { weight: 3, arbitrary: fc.constantFrom(...oddities, "??", "C?", "K*") },
    { weight: 1, arbitrary: fc.constantFrom(...errors) },
    ...(truths ? [{ weight: 1, arbitrary: fc.boolean() }] : []),
  );
  const cells = cellsOf(owner);
  return fc.constantFrom(...messes).chain((mess) =>
    fc
      .tuple(
        fc.tuple(...cells.map(({ arbitrary }) => arbitrary)),
        fc.tuple(...indicatorsAskedOf(owner.plan, owner.unit.code).map((one) => sceneOf(owner, one))),
        fc.tuple(...cells.map(() => fc.tuple(fc.nat(9), accidents))),
      )
      .map(([plain, scenes, fates]) => {
        const drawn = new Map(cells.map(({ key }, index) => [key, plain[index] ?? null]));
        for (const [key, value] of scenes.flat()) drawn.set(key, value);
        for (const [index, { key }] of cells.entries()) {
          const [fate = 0, accident = null] = fates[index] ?? [];
          if (fate < mess) drawn.set(key, accident);
        }
        return { cover: new Map(), cells: drawn };
      }),
  );
}

function cellsOf({ plan, unit }: Owner): { key: string; arbitrary: fc.Arbitrary<CellValue> }[] {
  return tablesOf(plan, unit.code).flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.flatMap((column) => {
        const content = contentOf(row, column);
        const arbitrary = typed[content];
        if (!isTyped(content) || !arbitrary) return [];
        return [{ key: contentsKey({ table: table.id, code: row.code, key: column.key }), arbitrary }];
      }),
    ),
  );
}

/** Figures of one indicator, by cell. */
type Scene = readonly (readonly [string, CellValue])[];

function at(code: string, key: string): string {
  return contentsKey({ table: "elements", code, key });
}

/** The indicator's figures exactly at a boundary of its target, or one household beside it. */
function sceneOf({ unit, plan, period }: Owner, { measure, target }: Indicator): fc.Arbitrary<Scene> {
  if (measure.kind === "share" || target.kind === "watched") return fc.constant([]);
  const draw = fc.record({ size: fc.integer({ min: 1, max: 30 }), start: fc.nat(1000), pick: fc.nat(), step: step() });
  if (measure.kind === "count") {
    const total = target.kind === "total" ? totalOf(plan, unit, target) : 0;
    const edges = [total, (total * 11) / 10, (total * period.months) / 12];
    return draw.map(({ pick, step: by }) => [
      [at(measure.element, "actual"), Math.ceil(edges[pick % edges.length] ?? 0) + by],
    ]);
  }
  return draw.map(({ size, start, pick, step: by }) => {
    const levels = levelsOf({ target }).map((level) => Math.round(level * 100));
    const level = levels[pick % levels.length] ?? 0;
    // The fewest that a level is a whole part of: 20 for 95, 1000 for 97.1; and twelve times as many for the line.
    const among = (10_000 / greatestDivisor(level, 10_000)) * size;
    const isOnLine = pick % 2 === 1 && period.months < 12;
    const d = isOnLine ? 12 * among : among;
    const part = (level * d) / 10_000;
    const before = isOnLine ? 12 * (start % (among + 1)) : start % (d + 1);
    const line = (from: number, to: number): number => (from * (12 - period.months) + to * period.months) / 12;
    const goal = target.kind === "fall" ? before - part : part;
    const n = (isOnLine ? line(before, goal) : goal) + by;
    // Now and then the baseline itself stands at the target, among twice as many.
    const isThereAlready = pick % 7 === 0 && target.kind !== "fall";
    return [
      [at(measure.numerator, "actual"), n],
      [at(measure.denominator, "actual"), d],
      [at(measure.numerator, "baseline"), isThereAlready ? 2 * part : before],
      [at(measure.denominator, "baseline"), isThereAlready ? 2 * d : d],
    ];
  });
}

function step(): fc.Arbitrary<number> {
  return fc.constantFrom(0, 0, 0, -1, 1);
}

function levelsOf({ target }: Pick<Indicator, "target">): number[] {
  switch (target.kind) {
    case "level":
      return [target.value];
    case "range":
      return [target.lo, target.hi];
    case "fall":
      return [target.by, ...(target.upTo === undefined ? [] : [target.upTo])];
    default:
      return [];
  }
}

function totalOf(
  { whole }: Plan,
  { code }: Unit,
  { value, allocation }: { readonly value: number; readonly allocation: Readonly<Record<string, number>> },
): number {
  return code === whole.code ? value : (new Map(Object.entries(allocation)).get(code) ?? 0);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** A column of the villages in which every row holds the same blank, dash or accident, which is what copying down leaves. */
export function copiedDown({ plan, unit }: Owner, { cells, ...contents }: Contents, value: CellValue): Contents {
  const households = tablesOf(plan, unit.code).find(({ id }) => id === "households");
  const keys = (households?.rows ?? [])
    .filter(({ isTotal }) => isTotal !== true)
    .flatMap(({ code }) => ["p4", "n8"].map((key) => contentsKey({ table: "households", code, key })));
  return { ...contents, cells: new Map([...cells, ...keys.map((key) => [key, value] as const)]) };
}
