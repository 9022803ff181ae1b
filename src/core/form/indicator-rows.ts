import type { Indicator } from "../plan/plan";
import { formats } from "./formats";
import type { Row } from "./table";

/** The row of an indicator in Chỉ tiêu or TH Chỉ tiêu: its fixed texts and how its numbers show. */
export function indicatorRow(indicator: Indicator): Row {
  return {
    code: indicator.code,
    label: indicator.name,
    texts: new Map([["unit", indicator.unit.vi]]),
    formats: new Map([
      ["target", targetFormat(indicator)],
      ...(indicator.measure.kind === "count" ? countFormats : []),
    ]),
  };
}

const countFormats: readonly (readonly [string, string])[] = [
  ["value", formats.count],
  ["baseline_value", formats.count],
  ["last_year_value", formats.count],
  ["change", formats.signedCount],
  ["change_last_year", formats.signedCount],
];

/** The target's number with the plan's words around it: "≥ 95", "giảm 3–4", "20–22". The cell holds the number alone. */
function targetFormat({ target }: Indicator): string {
  switch (target.kind) {
    case "level":
      return `"${target.isStrict ? ">" : "≥"} "0.##`;
    case "range":
      return `0.##"–${spoken(target.hi)}"`;
    case "fall":
      return target.upTo === undefined ? '"giảm "0.##' : `"giảm "0.##"–${spoken(target.upTo)}"`;
    case "total":
      return formats.count;
    case "watched":
      return formats.percent;
  }
}

function spoken(value: number): string {
  return String(value).replace(".", ",");
}
