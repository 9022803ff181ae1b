import { movements } from "../../form/household-columns";
import { wholesOf } from "../../plan/wholes";
import { timesByColumn } from "../../times";
import { figureAt, isThere, skippedFor, type Figure, type FigureAt } from "./figure-at";
import type { Report, Skipped } from "../rule";
import { villageKey, villagesIn } from "./villages";

/** A whole that is smaller than parts of it which do not overlap. */
export interface Overfull {
  readonly whole: Figure;
  readonly parts: readonly Figure[];
  readonly sum: number;
}

interface Asked {
  readonly whole: FigureAt | null;
  readonly parts: readonly (FigureAt | null)[];
  /** A blank among these figures is no question. */
  readonly mayBeBlank: boolean;
}

/** Parts that do not overlap beside their whole: as the plan's relations say, at each time; and in each village. */
function* askedIn(report: Report): Generator<Asked> {
  for (const relation of report.plan.relations) {
    if (relation.kind !== "parts-within-whole") continue;
    for (const key of timesByColumn) {
      const at = (code: string): FigureAt | null => figureAt(report, { table: "elements", code, key });
      yield { whole: at(relation.whole), parts: relation.parts.map(at), mayBeBlank: key === "last_year" };
    }
  }
  for (const { row } of villagesIn(report)) {
    const at = (key: string): FigureAt | null => figureAt(report, villageKey(row.code, key));
    yield { whole: at("households"), parts: [at(movements.poor[8]), at(movements.nearPoor[8])], mayBeBlank: false };
  }
}

/** Wholes that do not hold their parts, and those that cannot be judged. */
export function* overfullIn(report: Report): Generator<Overfull | Skipped> {
  for (const { whole, parts: asked, mayBeBlank } of askedIn(report)) {
    const parts = asked.filter((part) => part !== null);
    if (!whole || parts.length < asked.length) continue;
    const all = [whole, ...parts];
    if (!isThere(whole) || !parts.every(isThere)) {
      const skipped = lackingIn(whole, all, mayBeBlank);
      if (skipped) yield skipped;
      continue;
    }
    const sum = parts.reduce((sofar, { figure }) => sofar + figure, 0);
    if (sum > whole.figure && !isToldOfOne(report, whole, parts)) yield { whole, parts, sum };
  }
}

function lackingIn(whole: FigureAt, all: readonly FigureAt[], mayBeBlank: boolean): Skipped | null {
  const unreadable = all.filter(({ lacks }) => lacks === "figure-is-unreadable");
  if (unreadable.length > 0) return skippedFor(whole, unreadable);
  return mayBeBlank || !all.some(isThere) ? null : skippedFor(whole, all);
}

/** One part alone is above the whole, which the rule about single parts tells already. */
function isToldOfOne({ plan }: Report, whole: Figure, parts: readonly Figure[]): boolean {
  return parts.some(({ code, figure }) => figure > whole.figure && wholesOf(plan).get(code)?.includes(whole.code));
}
