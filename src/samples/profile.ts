import { z } from "zod";
import type { Plan } from "../core/plan/plan";
import yenChau from "./yen-chau-2022.json" with { type: "json" };

/*
 * What makes the samples of one plan look like its place: sizes, names, usual rates. A plan without a profile is
 * sampled from its own targets alone.
 */

const range = z.tuple([z.number(), z.number()]).readonly();
const sentence = z.string().min(1);
const codes = z.array(z.string()).default([]);

function byCode<Shape extends z.ZodType>(shape: Shape) {
  return z.record(z.string(), shape).transform((record) => new Map(Object.entries(record)));
}

/** A count as a multiple of something: another element, or a fact of the unit. */
const share = z.strictObject({
  kind: z.literal("share"),
  /** The code of an element, or "households", "persons", "villages", "allocation". */
  of: z.string(),
  /** The multiple at the baseline, spread over the units. */
  rate: range,
  /** What the multiple gains by the end of the year; not negative for what is counted through the year. */
  gain: range.default([0, 0]),
  /** Units where there is nothing of the kind. */
  noneIn: codes,
});

/** A yes/no answer: the share of units that say yes at the baseline and at the end of the year. */
const answer = z.strictObject({
  kind: z.literal("answer"),
  yes: range,
  /** Units that say yes at all times. */
  alwaysIn: codes,
});

const recipe = z.discriminatedUnion("kind", [share, answer]);

const profile = z.strictObject({
  villageNames: z.array(z.string()).readonly(),
  /** Baseline figures by unit; `poor` in percent of households, `names` only where they are not drawn from the list. */
  units: byCode(
    z.strictObject({
      households: z.int(),
      persons: z.int(),
      villages: z.int(),
      poor: z.number(),
      names: z.array(z.string()).default([]),
    }),
  ),
  elements: byCode(recipe),
  /** Shares of poor and of near-poor households. */
  shortfalls: byCode(z.strictObject({ poor: range, nearPoor: range })),
  /** Million đồng a household in the year's plan. */
  funds: byCode(z.strictObject({ planned: range, noneIn: codes })),
  tasks: byCode(
    z.strictObject({
      done: sentence,
      difficulty: sentence.optional(),
      /** There may be nothing to do in a unit. */
      mayNotArise: z.boolean().default(false),
      /** When it begins and is finished everywhere, where it is known. */
      months: range.optional(),
    }),
  ),
  /** Why an indicator is behind or not met. */
  reasons: byCode(z.array(sentence)),
});

export type Profile = z.infer<typeof profile>;
export type Recipe = z.infer<typeof recipe>;
export type ShareRecipe = z.infer<typeof share>;

const none: Profile = {
  villageNames: [],
  units: new Map(),
  elements: new Map(),
  shortfalls: new Map(),
  funds: new Map(),
  tasks: new Map(),
  reasons: new Map(),
};

const profiles = new Map<string, unknown>([["yen-chau-2022", yenChau]]);

/** What is known of a plan's place; nothing for most plans. */
export function profileOf(plan: Plan): Profile {
  const known = profiles.get(plan.id);
  // Parsed when it is asked for: a fault in sample data must not stop the other commands.
  return known === undefined ? none : profile.parse(known);
}
