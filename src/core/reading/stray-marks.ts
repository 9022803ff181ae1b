import type { CoverReading, Reading, TableReading } from "./reading";

/** What a sheet's own marks say otherwise than the cover; null where they agree, or where either says nothing. */
export interface StrayMarks {
  readonly unit: CoverReading | null;
  readonly period: CoverReading | null;
}

export function strayMarks({ unit, period }: Reading, table: TableReading): StrayMarks {
  const { unitCode, periodId } = table;
  const isOtherUnit = unit.kind === "known" && withoutZeros(unitCode?.text ?? "") !== withoutZeros(unit.unit.code);
  const isOtherPeriod = period !== null && periodId?.text !== period.id;
  return {
    unit: unitCode && unitCode.text !== "" && isOtherUnit ? unitCode : null,
    period: periodId && periodId.text !== "" && isOtherPeriod ? periodId : null,
  };
}

/** Spreadsheets that take a code for a number drop its leading zeros. */
function withoutZeros(code: string): string {
  return code.replace(/^0+/, "");
}
