import type { CellValue } from "../core/cell";
import { tablesOf } from "../core/form/commune-tables";
import { reportEvidence } from "../core/form/computed-indicators";
import { contentsKey } from "../core/form/contents";
import { numberIn } from "../core/form/figures";
import type { CellKey } from "../core/form/form-context";
import { readCell, type Said } from "../core/form/said";
import { contentOf } from "../core/form/table";
import { elementsAskedOf, indicatorsAskedOf } from "../core/plan/lookups";
import type { Element, Indicator, Period } from "../core/plan/plan";
import { together } from "../core/progress/evidence";
import { goalOf } from "../core/progress/goal";
import { measure, type Progress } from "../core/progress/measure";
import type { SampledUnit } from "./sampled-unit";

export type Inputs = ReadonlyMap<string, CellValue>;

/**
 * The inputs with the reasons that a report owes: beside each indicator that is not met or behind, and beside each
 * change beyond the plan's thresholds. Whatever reasons stood there before are replaced.
 */
export function explained(of: SampledUnit, period: Period, inputs: Inputs): Inputs {
  const said = sayer(of, inputs);
  const reasons = new Map(inputs);
  const write = (cell: CellKey, reason: string | null): void => {
    if (reason === null) reasons.delete(contentsKey(cell));
    else reasons.set(contentsKey(cell), reason);
  };
  for (const element of elementsAskedOf(of.plan, of.unit.code)) {
    write({ table: "elements", code: element.code, key: "note" }, noteOn(of, element, said));
  }
  for (const indicator of indicatorsAskedOf(of.plan, of.unit.code)) {
    const scope = of.isWhole ? ({ kind: "whole" } as const) : ({ kind: "unit", id: of.unit.code } as const);
    const evidence = together([reportEvidence({ said }, indicator)]);
    const progress = measure(goalOf(of.plan, indicator, { scope, period }), evidence);
    write({ table: "indicators", code: indicator.code, key: "explanation" }, reasonFor(of, indicator, progress));
  }
  return reasons;
}

function sayer({ plan, unit }: SampledUnit, inputs: Inputs): (cell: CellKey) => Said {
  const contents = new Map(
    tablesOf(plan, unit.code).flatMap((table) =>
      table.rows.flatMap((row) =>
        table.columns.map((column) => {
          const key = contentsKey({ table: table.id, code: row.code, key: column.key });
          return [key, contentOf(row, column)] as const;
        }),
      ),
    ),
  );
  return (cell) => {
    const key = contentsKey(cell);
    return readCell({ value: inputs.get(key) ?? null }, contents.get(key) ?? "text");
  };
}

/** A count that changed much: a stock against the baseline, what is counted through the year against last year. */
function noteOn({ plan, draws }: SampledUnit, element: Element, said: (cell: CellKey) => Said): string | null {
  if (element.content === "yes-no") return null;
  const changesStandard = element.restsOnStandard && plan.standards.lastYear !== plan.standards.actual;
  const isFlow = element.kind === "flow";
  if (isFlow && changesStandard) return null;
  const at = (key: string): number | null => numberIn(said({ table: "elements", code: element.code, key }));
  const [before, now] = [at(isFlow ? "last_year" : "baseline"), at("actual")];
  if (before === null || now === null || !isMuch(now - before, before, plan.thresholds.changePercent)) return null;
  const than = isFlow ? "cùng kỳ năm trước" : "kỳ gốc";
  const rise = [`Tăng so với ${than} do rà soát bổ sung đối tượng.`, `Tăng so với ${than} do phát sinh trong kỳ.`];
  const fall = [`Giảm so với ${than} do số phát sinh trong kỳ ít.`, `Giảm so với ${than} theo kết quả rà soát.`];
  return oneOf(now > before ? rise : fall, draws.own(`note/${element.code}`));
}

function isMuch(change: number, before: number, percent: number): boolean {
  return Math.abs(change) * 100 > Math.abs(before) * percent;
}

const usualReasons = [
  "Nguồn lực được phân bổ muộn; đơn vị sẽ đẩy nhanh trong thời gian tới.",
  "Khối lượng công việc còn lại tập trung ở các địa bàn khó khăn.",
] as const;

function reasonFor({ plan, profile, draws }: SampledUnit, indicator: Indicator, progress: Progress): string | null {
  const { status, change, changeLastYear, lastYearValue } = progress;
  const at = draws.own(`reason/${indicator.code}`);
  if (status === "not-met" || status === "behind") {
    return oneOf(profile.reasons.get(indicator.code) ?? usualReasons, at);
  }
  const { changePoints, changePercent } = plan.thresholds;
  const isBig = [change, changeLastYear].some((points) =>
    points === null
      ? false
      : indicator.measure.kind === "count"
        ? isMuch(points, lastYearValue ?? 0, changePercent)
        : Math.abs(points) > changePoints,
  );
  return isBig ? oneOf(["Thay đổi do được tăng nguồn lực.", "Thay đổi theo kết quả rà soát trong kỳ."], at) : null;
}

function oneOf(sentences: readonly string[], at: number): string {
  return sentences[Math.floor(at * sentences.length)] ?? "";
}
