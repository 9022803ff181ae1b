import type { Place } from "../../cell";
import { periodById, unitByCode, unitName } from "../../plan/lookups";
import type { Period, Plan, Unit } from "../../plan/plan";
import type { CoverReading, TableReading } from "../../reading/reading";
import { excerpt } from "../excerpt";
import { defineRule, type Report } from "../rule";

/** A mark that names another unit or period than the cover: where it stands and whom it names. */
interface Stray {
  readonly at: Place | null;
  readonly whose: string;
}

export default defineRule({
  id: "sheets-are-of-one-report",
  severity: "error",
  *find({ plan, reading }: Report) {
    const unit = reading.unit.kind === "known" ? reading.unit.unit : null;
    for (const table of reading.tables.values()) {
      const unitStray = unit && strayUnit(plan, unit, table.unitCode);
      const periodStray = reading.period && strayPeriod(plan, reading.period, table);
      const first = unitStray ?? periodStray;
      if (!first) continue;
      yield {
        at: { sheet: table.sheet, cell: first.at?.cell ?? null },
        code: null,
        facts: {
          sheet: table.sheet,
          unit: unitStray?.whose ?? null,
          period: periodStray?.whose ?? null,
          ownUnit: unit ? unitName(unit) : "",
          ownPeriod: reading.period?.name ?? { vi: "", en: "" },
        },
      };
    }
  },
  what: ({ sheet, unit, period, ownUnit, ownPeriod }) => {
    const vi = [unit && `của “${unit}”, Bìa là ${ownUnit}`, period && `của kỳ “${period}”, Bìa là ${ownPeriod.vi}`];
    const en = [
      unit && `of “${unit}”, the cover of ${ownUnit}`,
      period && `of “${period}”, the cover of ${ownPeriod.en}`,
    ];
    return {
      vi: `Sheet “${sheet}” là ${vi.filter(Boolean).join("; ")}.`,
      en: `The sheet “${sheet}” is ${en.filter(Boolean).join("; ")}.`,
    };
  },
  why: {
    vi: "Sheet chép từ báo cáo khác sang sẽ làm số liệu của đơn vị này thành của đơn vị hoặc kỳ khác.",
    en: "A sheet pasted from another report brings in the figures of another unit or period.",
  },
  todo: {
    vi: "Thay bằng sheet của đúng đơn vị và đúng kỳ; nếu Bìa sai thì sửa Bìa.",
    en: "Put in the sheet of the right unit and period; if the cover is wrong, put the cover right.",
  },
});

function strayUnit(plan: Plan, own: Unit, mark: CoverReading | null): Stray | null {
  if (!mark || mark.text === "" || withoutZeros(mark.text) === withoutZeros(own.code)) return null;
  const named = unitByCode(plan, mark.text);
  return { at: mark.at, whose: named ? unitName(named) : excerpt(mark.text, 30) };
}

function strayPeriod(plan: Plan, own: Period, { periodId: mark }: TableReading): Stray | null {
  if (!mark || mark.text === "" || mark.text === own.id) return null;
  return { at: mark.at, whose: periodById(plan, mark.text)?.name.vi ?? excerpt(mark.text, 30) };
}

/** Spreadsheets that take a code for a number drop its leading zeros. */
function withoutZeros(code: string): string {
  return code.replace(/^0+/, "");
}
