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
      return `"${target.isStrict ? ">" : "≥"} "${digitsOf(target.value)}`;
    case "range":
      return `${digitsOf(target.lo)}"–${spoken(target.hi)}"`;
    case "fall": {
      const format = `"giảm "${digitsOf(target.by)}`;
      return target.upTo === undefined ? format : `${format}"–${spoken(target.upTo)}"`;
    }
    case "total":
      return formats.count;
    case "watched":
      return formats.percent;
  }
}

/** As many decimals as the number has: "0.##" leaves a mark behind whole numbers ("95,"). */
function digitsOf(value: number): string {
  const [, decimals = ""] = String(value).split(".");
  return decimals === "" ? "0" : `0.${"0".repeat(decimals.length)}`;
}

function spoken(value: number): string {
  return String(value).replace(".", ",");
}
