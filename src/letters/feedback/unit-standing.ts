import type { Consolidation, UnitStatus } from "../../core/consolidation/consolidation";
import type { Finding, Review } from "../../core/finding";
import { indicatorByCode, indicatorsAskedOf } from "../../core/plan/lookups";
import type { Indicator } from "../../core/plan/plan";
import type { Progress } from "../../core/progress/measure";
import { progressIn } from "../../core/reading/reading-progress";

/** What the answers are made from: the reports laid together, each file's review, and the findings of all together. */
export interface Answered {
  readonly consolidation: Consolidation;
  readonly reviews: readonly Review[];
  readonly findings: readonly Finding[];
}

/** A place among the units that have a value; equals share it. */
export interface Rank {
  readonly place: number;
  readonly of: number;
}

export interface IndicatorStanding {
  readonly indicator: Indicator;
  readonly own: Progress;
  /** The whole's value; null where there is none. */
  readonly whole: number | null;
  /** Null where the indicator has no direction, the unit no value, or its report is left out of the totals. */
  readonly rank: Rank | null;
}

export interface UnitStanding {
  readonly status: UnitStatus;
  /** The worst first; null where the report came with an earlier summary, which holds no findings. */
  readonly findings: readonly Finding[] | null;
  /** None where there are no figures to measure. */
  readonly indicators: readonly IndicatorStanding[];
}

const gravity = { error: 0, warning: 1, note: 2 } as const;

/** How many units' reports came with an earlier summary, which does not hold what was found in them. */
export function unitsWithoutFindings({ consolidation, reviews }: Omit<Answered, "findings">): number {
  return consolidation.units.filter(
    (status) => status.unit.code !== consolidation.plan.whole.code && status.isReceived && !reviewOf(status, reviews),
  ).length;
}

function reviewOf({ file }: UnitStatus, reviews: readonly Review[]): Review | undefined {
  return file === null ? undefined : reviews.find((one) => one.file === file);
}

/** How every reporting unit stands, in the plan's order. */
export function unitStandings({ consolidation, reviews, findings }: Answered): UnitStanding[] {
  const { plan, indicators: totals } = consolidation;
  const units = consolidation.units.filter(({ unit }) => unit.code !== plan.whole.code);
  const counted = new Map(
    units.map(({ unit, reading }) => [
      unit.code,
      new Map((reading ? progressIn(plan, reading) : []).map((one) => [one.code, one])),
    ]),
  );
  const wholes = new Map(
    totals
      .filter(({ code, group }) => group === (indicatorByCode(plan, code)?.onlyGroup ?? null))
      .map(({ code, value }) => [code, value]),
  );
  return units.map((status) => {
    const { unit, file, isReceived } = status;
    const review = reviewOf(status, reviews);
    const isOfUnit = (finding: Finding): boolean =>
      finding.code === unit.code || (finding.file !== "" && finding.file === file);
    const all = [...(review?.findings ?? []), ...findings.filter(isOfUnit)];
    const own = counted.get(unit.code);
    const measured =
      own && own.size > 0 ? own : new Map((review?.progress ?? []).map((one) => [one.code, one] as const));
    return {
      status,
      findings:
        isReceived && !review ? null : [...all].sort((one, other) => gravity[one.severity] - gravity[other.severity]),
      indicators: indicatorsAskedOf(plan, unit.code).flatMap((indicator) => {
        const progress = measured.get(indicator.code);
        if (!progress) return [];
        const values = [...counted.values()].flatMap((one) => one.get(indicator.code)?.value ?? []);
        const value = own?.get(indicator.code)?.value ?? null;
        return [
          {
            indicator,
            own: progress,
            whole: wholes.get(indicator.code) ?? null,
            rank: rankOf(indicator, value, values),
          },
        ];
      }),
    };
  });
}

/** By value, as TH Theo đơn vị ranks; a rate that the plan wants to fall is better low. */
export function rankOf({ target }: Indicator, value: number | null, values: readonly number[]): Rank | null {
  if (value === null || target.kind === "watched") return null;
  const isAhead = (other: number): boolean => (target.kind === "fall" ? other < value : other > value);
  return { place: values.filter(isAhead).length + 1, of: values.length };
}
