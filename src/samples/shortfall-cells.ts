import type { Moment } from "./columns";
import { whole, within, type Range } from "./draws";
import type { Figures } from "./figures";
import type { SampledUnit } from "./sampled-unit";

/** Poor and near-poor households with one deprivation or cause: some of those that the elements count. */
export function shortfallCells(
  { plan, profile, draws }: SampledUnit,
  code: string,
  { figures, moment }: { readonly figures: Figures; readonly moment: Moment },
): ReadonlyMap<string, number> {
  const { poor = "", nearPoor = "" } = plan.shortfalls ?? {};
  const middle = within([0.05, 0.5], draws.shared(`shortfall/${code}`));
  const usual: Range = [0.85 * middle, 1.15 * middle];
  const known = profile.shortfalls.get(code) ?? { poor: usual, nearPoor: usual };
  const count = (key: "poor" | "nearPoor", element: string): number => {
    const all = figures(element, moment);
    const rate = within(known[key], draws.spread(`shortfall/${code}/${key}`));
    return Math.min(all, whole(all * rate, draws.own(`shortfall/${code}/${key}/round`)));
  };
  return new Map([
    ["poor", count("poor", poor)],
    ["near_poor", count("nearPoor", nearPoor)],
  ]);
}
