import { z } from "zod";

/*
 * The shape of a plan file. A plan is data: levels, units, periods, what is counted, what is aimed at. The core knows
 * plans, never one plan. Whatever public material did not confirm is marked `confirmed: false` and shown as such.
 */

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/);
const text = z.string().trim().min(1).max(4000);
const name = z.string().trim().min(1).max(200);
const phrase = z.strictObject({ vi: text, en: text });
const date = z.iso.date();
/** Plan figures are decimal numbers of few digits; the arithmetic reads them back exactly from their shortest form. */
const decimal = z.number().min(-1e9).max(1e9);
const confirmed = z.boolean().default(true);

const level = z.strictObject({
  id: code,
  name: phrase,
  /** The level that receives this one's reports; null at the top. */
  parent: code.nullable(),
  receivingBody: phrase,
});

const unit = z.strictObject({
  code,
  name,
  /** What stands before the name in headings: "Xã", "Thị trấn"; may be empty where the name has it already. */
  prefix: z.string().max(40).default(""),
  aliases: z.array(name).default([]),
  kind: code,
  /** Free traits that groups are made of: region, border … */
  traits: z.record(code, z.union([z.string(), z.boolean()])).default({}),
  validFrom: date.nullable().default(null),
  validTo: date.nullable().default(null),
  /** Codes of units this one was made of, so that last year's figures are summed over them. */
  predecessors: z.array(code).default([]),
  confirmed,
});

const group = z.strictObject({
  id: code,
  name: phrase,
  /** The units whose trait has one of these values. */
  where: z.strictObject({ trait: code, isOneOf: z.array(z.union([z.string(), z.boolean()])).min(1) }),
});

const period = z.strictObject({
  id: code,
  name: phrase,
  calendar: code,
  start: date,
  end: date,
  /** Months elapsed since the baseline, of the year's 12. */
  months: z.int().min(1).max(12),
  /** Due dates by level id. */
  due: z.record(code, date),
  confirmed,
});

const element = z.strictObject({
  code,
  label: phrase,
  unit: phrase,
  content: z.enum(["count", "yes-no"]),
  /** stock: the state on a day; flow: counted since the start of the year, cumulative. */
  kind: z.enum(["stock", "flow"]),
  /** The level that supplies the figure. */
  by: code,
  /** Rests on the poverty standard, so that figures under two standards do not compare (law AR7). */
  restsOnStandard: z.boolean().default(false),
});

const measure = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ratio"), numerator: code, denominator: code }),
  z.strictObject({ kind: z.literal("count"), element: code }),
  /** The share of units that say yes to every element. */
  z.strictObject({ kind: z.literal("share"), elements: z.array(code).min(1) }),
]);

const target = z.discriminatedUnion("kind", [
  /** At least `value`; strictly above it where `isStrict`; already due in full at six months where `isStanding`. */
  z.strictObject({
    kind: z.literal("level"),
    value: decimal,
    isStrict: z.boolean().default(false),
    isStanding: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal("range"), lo: decimal, hi: decimal }),
  /** A fall of `by` points a year, or of `by` to `upTo`; progress is against one of the two (law AR4). */
  z.strictObject({
    kind: z.literal("fall"),
    by: decimal.positive(),
    upTo: decimal.positive().optional(),
    progressAgainst: z.enum(["by", "upTo"]).default("by"),
  }),
  /** A total, handed out to the units: the shares add up to it, or the rule allocations-add-up says so. */
  z.strictObject({
    kind: z.literal("total"),
    value: decimal.nonnegative(),
    allocation: z.record(code, decimal.nonnegative()),
    confirmed,
  }),
  /** The plan sets no number: shown, never judged. */
  z.strictObject({ kind: z.literal("watched") }),
]);

const indicator = z.strictObject({
  code,
  name: phrase,
  /** The unit of the value: "%" or what is counted. */
  unit: phrase,
  measure,
  target,
  /** The plan's own yearly pace, in points; shown beside the pace, never part of the status (law AR6). */
  pace: decimal.optional(),
  /** Stands in the forms of this group's members only and is listed once, with the group (laws AR11, CO3). */
  onlyGroup: code.optional(),
  agency: code,
  /** The sentence of the plan it comes from, word for word. */
  sentence: text,
  note: phrase.optional(),
  confirmed,
});

const countedRow = z.strictObject({ code, label: phrase });

const households = z.strictObject({
  /** How many rows of villages the form has. */
  villages: z.int().min(1).max(200),
  villageName: phrase,
});

/** Figures that must agree, and figures that are parts of others, beyond what the indicators' ratios say already. */
const relation = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("element-equals-column-total"), element: code, column: code }),
  z.strictObject({ kind: z.literal("element-baseline-equals-column-total"), element: code, column: code }),
  z.strictObject({ kind: z.literal("part-within-whole"), part: code, whole: code }),
  /** Parts of one whole that do not overlap: together they are at most the whole. */
  z.strictObject({ kind: z.literal("parts-within-whole"), parts: z.array(code).min(1), whole: code }),
  z.strictObject({ kind: z.literal("at-least"), element: code, atLeast: code }),
]);

const shortfalls = z.strictObject({
  deprivations: z.array(countedRow),
  causes: z.array(countedRow),
  /** The elements that bound the two columns. */
  poor: code,
  nearPoor: code,
});

const task = z.strictObject({
  code,
  /** Where it stands in the plan: "IV.2.1". */
  section: z.string().min(1).max(20),
  text,
  /** A short name in both languages, for tables and messages. */
  name: phrase,
  agency: code,
});

const thresholds = z.strictObject({
  /** Percent: a change of a count beyond this against the baseline asks for an explanation. */
  changePercent: decimal.positive().default(50),
  /** Percentage points: the same for a rate. */
  changePoints: decimal.positive().default(10),
  /** A count that changed by less than this many is never asked about, whatever the percentage. */
  changeFloor: decimal.nonnegative().default(10),
  /** Modified z-score beyond which a rate is out of line with its peers. */
  peerScore: decimal.positive().default(3.5),
  /** Units needed before peers are compared. */
  peerUnits: z.int().min(3).default(8),
  /** Percentage points from the median below which a rate is in line whatever its score. */
  peerPoints: decimal.nonnegative().default(10),
  /** Percent: how near a figure comes to its history when it is divided (or multiplied) by 10, 100 or 1000. */
  slipPercent: decimal.positive().max(100).default(25),
  /** Figures that are smaller than this on both sides are not looked at for slips: 3 may well become 30. */
  slipFloor: decimal.nonnegative().default(100),
  /** Percent of the figures of two reports that are alike before one is taken for a copy of the other. */
  copyPercent: decimal.positive().max(100).default(90),
  /** Million đồng: an amount from here on was typed in đồng. */
  amountCeiling: decimal.positive().default(1_000_000),
  /** Days after the due date that are still on time. */
  graceDays: z.int().min(0).default(0),
});

export const planSchema = z.strictObject({
  schema: z.literal(1),
  id: code,
  title: phrase,
  /** "267/KH-UBND". */
  number: name,
  issued: date,
  place: name,
  /** The body that issued the plan, as headings write it. */
  issuer: phrase,
  year: z.int().min(2000).max(2100),
  /** The level of the units that report, the level that receives, and those above. */
  levels: z.tuple([level, level], level),
  /** The unit that the reporting units add up to; it has a form of its own where its bodies supply elements. */
  whole: unit,
  units: z.array(unit).min(1).max(20_000),
  groups: z.array(group).default([]),
  calendars: z.array(z.strictObject({ id: code, name: phrase, source: name })).min(1),
  periods: z.array(period).min(1),
  stages: z.array(z.strictObject({ id: code, name: phrase })).min(1),
  /** Under which poverty standard each column of figures was counted (law AR7). */
  standards: z.strictObject({ baseline: name, lastYear: name, actual: name }),
  agencies: z.array(z.strictObject({ id: code, name: phrase })).min(1),
  elements: z.array(element).min(1).max(2000),
  indicators: z.array(indicator).min(1).max(1000),
  households: households.nullable(),
  shortfalls: shortfalls.nullable(),
  /** Titles of the sections that tasks stand in: "IV.1" and its heading. */
  sections: z.array(z.strictObject({ id: z.string().min(1).max(20), title: phrase })).default([]),
  tasks: z.array(task).default([]),
  funds: z.array(countedRow).default([]),
  relations: z.array(relation).default([]),
  thresholds: thresholds.prefault({}),
});

export type Plan = z.infer<typeof planSchema>;
export type Level = z.infer<typeof level>;
export type Unit = Plan["units"][number];
export type Group = Plan["groups"][number];
export type Period = Plan["periods"][number];
export type Element = Plan["elements"][number];
export type Indicator = Plan["indicators"][number];
export type Measure = Indicator["measure"];
export type Target = Indicator["target"];
export type Task = Plan["tasks"][number];
export type Relation = Plan["relations"][number];
