import type { Phrase } from "../../language";
import { periodById, unitByCode, unitName } from "../../plan/lookups";
import type { Plan } from "../../plan/plan";
import type { CoverReading, Reading } from "../../reading/reading";
import { excerpt } from "../naming/excerpt";
import { defineRule, wholeFile, type Report, type Spot } from "../rule";
import { strayMarks, type StrayMarks } from "../../reading/stray-marks";

interface Stray extends StrayMarks {
  /** Null where every sheet says the same against the cover: then it is the cover that is odd. */
  readonly sheet: string | null;
  readonly at: Spot;
}

function straysIn(reading: Reading): Stray[] {
  const tables = [...reading.tables.values()];
  const strays = tables.flatMap((table): Stray[] => {
    const marks = strayMarks(reading, table);
    const first = marks.unit ?? marks.period;
    return first ? [{ ...marks, sheet: table.sheet, at: first.at ?? wholeFile }] : [];
  });
  const [one] = strays;
  const isOfAll = strays.length > 1 && strays.length === tables.length;
  if (!one || !isOfAll || strays.some((stray) => saidBy(stray) !== saidBy(one))) return strays;
  const field = reading.cover.get(one.unit ? "pm_unit_code" : "pm_period");
  return [{ ...one, sheet: null, at: field?.at ?? wholeFile }];
}

function saidBy({ unit, period }: StrayMarks): string {
  return JSON.stringify([unit?.text ?? null, period?.text ?? null]);
}

function unitSaid(plan: Plan, mark: CoverReading | null): string | null {
  if (!mark) return null;
  const unit = unitByCode(plan, mark.text);
  return unit ? unitName(unit) : excerpt(mark.text, 30);
}

function periodSaid(plan: Plan, mark: CoverReading | null): Phrase | null {
  if (!mark) return null;
  const text = excerpt(mark.text, 30);
  return periodById(plan, mark.text)?.name ?? { vi: text, en: text };
}

export default defineRule({
  id: "sheets-are-of-one-report",
  severity: "error",
  title: { vi: "Mọi sheet là của cùng một đơn vị và một kỳ.", en: "All sheets are of one unit and one period." },
  *find({ plan, reading }: Report) {
    for (const { sheet, at, unit, period } of straysIn(reading)) {
      yield {
        at: { sheet: at.sheet, cell: at.cell },
        code: null,
        facts: {
          sheet,
          unit: unitSaid(plan, unit),
          period: periodSaid(plan, period),
          ownUnit: reading.unit.kind === "known" ? unitName(reading.unit.unit) : null,
          ownPeriod: reading.period?.name ?? null,
        },
      };
    }
  },
  what: ({ sheet, unit, period, ownUnit, ownPeriod }) => {
    const vi = [
      unit !== null && `là của ${unit}, còn Bìa ghi ${ownUnit ?? ""}`,
      period && `là của kỳ “${period.vi}”, còn Bìa ghi “${ownPeriod?.vi ?? ""}”`,
    ].filter((words) => typeof words === "string");
    const en = [
      unit !== null && `of ${unit}, while the cover says ${ownUnit ?? ""}`,
      period && `of “${period.en}”, while the cover says “${ownPeriod?.en ?? ""}”`,
    ].filter((words) => typeof words === "string");
    return sheet === null
      ? { vi: `Mọi sheet số liệu ${vi.join("; ")}.`, en: `Every data sheet is ${en.join("; and ")}.` }
      : { vi: `Sheet “${sheet}” ${vi.join("; ")}.`, en: `The sheet “${sheet}” is ${en.join("; and ")}.` };
  },
  why: {
    vi: "Sheet chép từ báo cáo khác sang sẽ đưa số liệu của đơn vị hoặc kỳ khác vào báo cáo này.",
    en: "A sheet pasted from another report brings in the figures of another unit or period.",
  },
  todo: ({ sheet }) =>
    sheet === null
      ? {
          vi: "Nếu Bìa ghi nhầm thì sửa Bìa; nếu không, nhập số liệu vào biểu mẫu lập cho đúng đơn vị và kỳ.",
          en: "If the cover is wrong, put it right; else enter the figures in the form of the right unit and period.",
        }
      : {
          vi: `Thay sheet “${sheet}” bằng sheet của đúng đơn vị và đúng kỳ; nếu Bìa ghi nhầm thì sửa Bìa.`,
          en: `Put in the sheet “${sheet}” of the right unit and period; if the cover is wrong, put the cover right.`,
        },
});
