import type { MayBeBlank } from "./pair-of-figures";

/** The three times for which the sheet Số liệu asks a figure. */
export const elementTimes = ["baseline", "last_year", "actual"] as const;
export type ElementTime = (typeof elementTimes)[number];

/** Last year's figures are not required. */
export function mayBeBlankAt(time: ElementTime): MayBeBlank {
  return time === "last_year" ? "either" : "neither";
}
