import type { Phrase } from "../core/language";
import type { Indicator } from "../core/plan/plan";
import { shown } from "../core/show-number";

const nothing: Phrase = { vi: "", en: "" };

/**
 * What an indicator aims at, in words: "≥ 95%", "giảm 3–4 điểm %", "158". `target` is the scope's own number (law
 * AR11), null where the plan sets none.
 */
export function targetPhrase({ target: aim, measure }: Indicator, target: number | null): Phrase {
  if (target === null) return nothing;
  const low = shown(target);
  const unit = measure.kind === "count" ? "" : "%";
  switch (aim.kind) {
    case "level": {
      const sign = aim.isStrict ? ">" : "≥";
      return { vi: `${sign} ${low.vi}${unit}`, en: `${sign} ${low.en}${unit}` };
    }
    case "range": {
      const high = shown(aim.hi);
      return { vi: `${low.vi}–${high.vi}${unit}`, en: `${low.en}–${high.en}${unit}` };
    }
    case "fall": {
      const high = aim.upTo === undefined ? nothing : shown(aim.upTo);
      const span = (from: string, to: string): string => (to === "" ? from : `${from}–${to}`);
      return { vi: `giảm ${span(low.vi, high.vi)} điểm %`, en: `fall of ${span(low.en, high.en)} points` };
    }
    case "total":
      return low;
    case "watched":
      return nothing;
  }
}
