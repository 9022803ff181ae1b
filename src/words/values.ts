import type { Coverage } from "../core/consolidation/consolidation";
import type { Phrase } from "../core/language";
import type { Indicator } from "../core/plan/plan";
import { shown, shownFixed } from "../core/show-number";
import { tableWords } from "./outcomes";

/** A value of an indicator as people write it: "25,42%", "1.234"; nothing where there is none. */
export function valuePhrase({ measure }: Indicator, value: number | null, decimals = 2): Phrase {
  if (value === null) return { vi: "", en: "" };
  return measure.kind === "count" ? shown(value, decimals) : percentPhrase(value, decimals);
}

/** "25,42%". */
export function percentPhrase(value: number, decimals = 2): Phrase {
  const { vi, en } = shownFixed(value, decimals);
  return { vi: `${vi}%`, en: `${en}%` };
}

/** A change in points or in numbers with its sign, "+3,12", "-1.204"; without one where it is too small to be seen. */
export function signedPhrase({ measure }: Indicator, change: number): Phrase {
  const { vi, en } = measure.kind === "count" ? shown(change) : shownFixed(change);
  return change > 0 && /[1-9∞]/.test(vi) ? { vi: `+${vi}`, en: `+${en}` } : { vi, en };
}

/** One figure of a table of changes: an indicator's value, else a number; words where there is none. */
export function figurePhrase(indicator: Indicator | undefined, value: number | null, decimals = 2): Phrase {
  if (value === null) return tableWords.notThere;
  return indicator ? valuePhrase(indicator, value, decimals) : shown(value, decimals);
}

/** "13/15 đơn vị, tạm tính"; whole where all units stand behind it. */
export function coveragePhrase([have, all]: Coverage): Phrase {
  const isWhole = have === all;
  return {
    vi: `${have}/${all} đơn vị${isWhole ? "" : ", tạm tính"}`,
    en: `${have} of ${all} unit${all === 1 ? "" : "s"}${isWhole ? "" : ", provisional"}`,
  };
}
