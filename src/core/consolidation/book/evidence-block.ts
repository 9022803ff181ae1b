import { elementsOf, elementByCode, reportingLevel } from "../../plan/lookups";
import type { Indicator, Plan } from "../../plan/plan";
import type { Evidence, Pair } from "../../progress/evidence";
import type { Column, Table } from "../../form/table";
import { formats } from "../../form/formats";
import type { Reading } from "../../reading/reading";
import { evidenceId } from "../../reading/read-summary";
import { readingEvidence } from "../../reading/reading-evidence";

/** Which pair stands under which prefix. */
const pairs: Readonly<Record<string, (evidence: Evidence<number>) => Pair<number> | null>> = {
  "": ({ actual }) => actual,
  both_: ({ both }) => both?.now ?? null,
  baseline_: ({ both }) => both?.then ?? null,
  all_baseline_: ({ baseline }) => baseline,
  last_both_: ({ lastBoth }) => lastBoth?.now ?? null,
  last_year_: ({ lastBoth }) => lastBoth?.then ?? null,
  all_last_year_: ({ lastYear }) => lastYear,
};

const headings: Readonly<Record<string, string>> = {
  "": "Thực hiện",
  both_: "Thực hiện, đơn vị có cả kỳ gốc",
  baseline_: "Kỳ gốc, đơn vị có cả hai kỳ",
  all_baseline_: "Kỳ gốc, mọi đơn vị có",
  last_both_: "Thực hiện, đơn vị có cả cùng kỳ",
  last_year_: "Cùng kỳ, đơn vị có cả hai kỳ",
  all_last_year_: "Cùng kỳ, mọi đơn vị có",
};

/** Indicators that reporting units give evidence for. */
function evidenced(plan: Plan): readonly Indicator[] {
  const level = reportingLevel(plan).id;
  return plan.indicators.filter((indicator) =>
    elementsOf(indicator).every((code) => elementByCode(plan, code)?.by === level),
  );
}

export function evidenceTable(plan: Plan): Table<typeof evidenceId> {
  const side = (prefix: string, which: "numerator" | "denominator"): Column => ({
    key: `${prefix}${which}`,
    tiers: [`${which === "numerator" ? "Tử số" : "Mẫu số"}: ${headings[prefix] ?? ""}`],
    number: "",
    width: 11,
    content: "computed",
    format: formats.count,
  });
  return {
    id: evidenceId,
    sheet: "",
    title: "TỬ SỐ, MẪU SỐ CÁC CHỈ TIÊU",
    columns: [
      { key: "code", tiers: ["Mã số"], number: "", width: 8, content: "code" },
      { key: "name", tiers: ["Chỉ tiêu"], number: "", width: 50, content: "label" },
      ...Object.keys(pairs).flatMap((prefix) => [side(prefix, "numerator"), side(prefix, "denominator")]),
    ],
    rows: evidenced(plan).map(({ code, name }) => ({ code, label: name })),
  };
}

/** What a cell of the table holds for a report; null where the pair is missing. */
export function evidenceValue(reading: Reading, indicator: Indicator, key: string): number | null {
  const evidence = readingEvidence(reading, indicator);
  for (const [prefix, pairOf] of Object.entries(pairs)) {
    const pair = pairOf(evidence);
    if (key === `${prefix}numerator`) return pair?.n ?? null;
    if (key === `${prefix}denominator`) return pair?.d ?? null;
  }
  return null;
}
