import type { ChangeKind, TotalChange } from "../core/consolidation/changes";
import type { Phrase } from "../core/language";
import type { Indicator } from "../core/plan/plan";
import { figurePhrase } from "./values";

/** What a change is about, by the name of the element or indicator; a report has none. */
export function changeName(kind: ChangeKind, name: Phrase): Phrase {
  switch (kind) {
    case "element":
    case "indicator":
    case "figure":
      return name;
    case "baseline":
      return { vi: `${name.vi} (đầu kỳ)`, en: `${name.en} (baseline)` };
    case "last_year":
      return { vi: `${name.vi} (cùng kỳ năm trước)`, en: `${name.en} (last year)` };
    case "report":
      return {
        vi: "Nội dung khác của báo cáo (kỳ gốc, nhiệm vụ, kinh phí, hộ, lời giải trình)",
        en: "Other contents of the report (baselines, tasks, funds, households, words)",
      };
  }
}

/** Both sides of a change: with two places, or as many more as tell them apart; a report has no figures. */
export function changeFigures(
  { kind, before, after }: Pick<TotalChange, "kind" | "before" | "after">,
  indicator: Indicator | undefined,
): { readonly before: Phrase; readonly after: Phrase } {
  if (kind === "report") return { before: none, after: none };
  const sides = (decimals: number): { readonly before: Phrase; readonly after: Phrase } => ({
    before: figurePhrase(indicator, before, decimals),
    after: figurePhrase(indicator, after, decimals),
  });
  for (let decimals = 2; decimals < mostDecimals; decimals++) {
    const told = sides(decimals);
    if (told.before.vi !== told.after.vi) return told;
  }
  return sides(mostDecimals);
}

const none: Phrase = { vi: "", en: "" };

// A rate of 0 to 100 that differs at all differs within as many.
const mostDecimals = 15;
