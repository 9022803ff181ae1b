import type { ChangeKind } from "../core/consolidation/changes";
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

/** One side of a change; a report has no figure. */
export function changeFigure(kind: ChangeKind, indicator: Indicator | undefined, value: number | null): Phrase {
  return kind === "report" ? { vi: "", en: "" } : figurePhrase(indicator, value);
}
