import type { CellValue } from "../../src/core/cell";
import type { CoverField } from "../../src/core/form/cover";
import { planSheet } from "../../src/core/form/cover";
import { rewritten, withSheet, type CleanForm } from "./clean-form";
import type { Fault } from "./fault";

/** Every mistake that can be made on Bìa. */
export function* coverFaults(form: CleanForm): Generator<Fault> {
  const { plan, unit, period, snapshot } = form;
  const other = plan.units.find(({ code }) => code !== unit.code);
  const fault = (rule: string, kind: string, [field, value]: readonly [CoverField, CellValue]): Fault => {
    const place = snapshot.names.get(field);
    if (!place) throw new Error(`No field ${field}.`);
    return {
      rule,
      kind,
      where: field,
      at: place,
      implied: [],
      rewrite: (found) => rewritten(found, place, value === null ? null : { value }),
    };
  };
  yield fault("unit-is-known", "an unknown unit code", ["pm_unit_code", "99999"]);
  yield fault("unit-name-matches-code", "a name that is not the code's", ["pm_unit_name", other?.name ?? ""]);
  yield fault("period-is-known", "an unknown period", ["pm_period", "1999-H1"]);
  yield fault("plan-is-this-plan", "another plan", ["pm_plan", "another-plan"]);
  yield fault("reporter-is-named", "no reporter", ["pm_reporter", null]);
  yield fault("reporter-is-named", "no phone", ["pm_phone", null]);
  yield fault("report-date-is-plausible", "a date before the period", [
    "pm_reported_on",
    { date: `${Number(period.start.slice(0, 4)) - 1}-01-05` },
  ]);
  yield fault("report-date-is-plausible", "a date after the check", [
    "pm_reported_on",
    { date: `${plan.year + 5}-01-05` },
  ]);
  yield fault("report-date-is-plausible", "no date", ["pm_reported_on", null]);
  yield fault("report-date-is-plausible", "words for a date", ["pm_reported_on", "tuần trước"]);
  yield fault("form-version-is-current", "a newer form", ["pm_form_version", "99"]);
  yield fault("sealed-report-is-unchanged", "a seal that does not fit", [
    "pm_seal",
    `Chốt ngày 18/06/2022 · bộ quy tắc 1 · SHA-256 ${"0".repeat(64)}`,
  ]);
  yield fault("sealed-report-is-unchanged", "words for a seal", ["pm_seal", "đã chốt"]);
  yield otherStandard;
}

/** A form that was made while the plan still named another poverty standard. */
const otherStandard: Fault = {
  rule: "poverty-standard-is-the-same",
  kind: "a form of another poverty standard",
  where: planSheet,
  at: undefined,
  implied: [],
  rewrite: (snapshot) =>
    withSheet(snapshot, planSheet, (sheet) => ({
      ...sheet,
      rows: new Map(
        [...sheet.rows].map(([row, cells]) => [
          row,
          new Map([...cells].map(([column, cell]) => [column, { ...cell, value: otherwise(cell.value) }])),
        ]),
      ),
    })),
};

function otherwise(value: CellValue): CellValue {
  return typeof value === "string" ? value.replace(/("standards":\{"baseline":")[^"]*/, "$1Chuẩn cũ") : value;
}
