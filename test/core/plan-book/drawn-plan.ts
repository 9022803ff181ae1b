import fc from "fast-check";
import { openPlan } from "../../../src/core/plan/open-plan";
import type { Plan } from "../../../src/core/plan/plan";
import { small, truongNguyen, yenChau } from "../../plans/opened";

/** Texts that a spreadsheet would be tempted to take for something else. */
const texts = fc.constantFrom(
  "=1+1",
  "+84 912",
  "-",
  "@A1",
  "0123",
  "1/10",
  "TRUE",
  "Có",
  "Không",
  "#REF!",
  '"trong ngoặc"',
  "hai\ndòng",
  "a;b, c",
  "Đắk R'Tíh",
  "50%",
  "１２",
);
const raw = fc.oneof(texts, fc.constantFrom("", " ", " x ", '"', '""'), fc.string({ maxLength: 12, unit: "grapheme" }));
const code = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,8}$/);
const decimal = fc.integer({ min: 1, max: 9900 }).map((number) => number / 100);

const target = fc.oneof(
  fc.record({ kind: fc.constant("level"), value: decimal, isStrict: fc.boolean(), isStanding: fc.boolean() }),
  fc
    .tuple(decimal, fc.integer({ min: 1, max: 90 }))
    .map(([lo, more]) => ({ kind: "range", lo, hi: Math.min(100, lo + more) })),
  fc
    .tuple(decimal, fc.option(fc.constantFrom("by", "upTo"), { nil: undefined }))
    .map(([by, progressAgainst]) =>
      progressAgainst ? { kind: "fall", by, upTo: by + 0.5, progressAgainst } : { kind: "fall", by },
    ),
  fc.constant({ kind: "watched" }),
);

const unitChanges = fc.record({
  prefix: raw,
  traits: fc.dictionary(code, fc.oneof(raw, fc.boolean()), { maxKeys: 3, noNullPrototype: true }),
  predecessors: fc.array(code, { maxLength: 4 }),
  aliases: fc.array(fc.uuid(), { maxLength: 3 }),
  validFrom: fc.constantFrom(null, "1899-12-31", "2021-07-01"),
  confirmed: fc.boolean(),
});

/** Plans that are right: the known ones with drawn units, targets, texts, periods and parts left out. */
export const drawnPlans: fc.Arbitrary<Plan> = fc
  .record({
    base: fc.constantFrom(small, truongNguyen, yenChau),
    title: fc.record({ vi: texts, en: texts }),
    note: fc.option(fc.record({ vi: texts, en: texts }), { nil: undefined }),
    unit: unitChanges,
    targets: fc.array(target, { minLength: 3, maxLength: 3 }),
    pace: fc.option(decimal, { nil: undefined }),
    isWithoutTables: fc.boolean(),
    changePercent: decimal,
  })
  .map(({ base, title, note, unit, targets, pace, isWithoutTables, changePercent }) => {
    let next = 0;
    const indicators = base.indicators.map((indicator) => {
      const drawn = targets[next++ % targets.length];
      const isRate = indicator.measure.kind !== "count";
      return {
        ...indicator,
        ...(isRate ? { target: drawn } : {}),
        ...(note ? { note } : {}),
        ...(pace === undefined ? {} : { pace }),
      };
    });
    const units = base.units.map((one, index) =>
      index === 0 ? { ...one, ...unit, traits: { ...unit.traits, ...one.traits } } : one,
    );
    const tables = isWithoutTables ? { households: null, shortfalls: null, tasks: [], funds: [], sections: [] } : {};
    const relations = isWithoutTables ? base.relations.filter((one) => !("column" in one)) : base.relations;
    const thresholds = { ...base.thresholds, changePercent };
    return openPlan({ ...base, title, units, indicators, relations, thresholds, ...tables });
  })
  .filter((opened) => "plan" in opened)
  .map((opened) => {
    if (!("plan" in opened)) throw new Error("Filtered above.");
    return opened.plan;
  });
