import type { Time } from "../../times";
import type { MayBeBlank } from "./pair-of-figures";

/** Last year's figures are not required. */
export function mayBeBlankAt(time: Time): MayBeBlank {
  return time === "last_year" ? "either" : "neither";
}
