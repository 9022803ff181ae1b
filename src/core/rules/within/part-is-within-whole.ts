import type { Place } from "../../cell";
import type { CellKey } from "../../form/form-context";
import type { Phrase } from "../../language";
import type { Plan } from "../../plan/plan";
import { wholesOf } from "../../plan/wholes";
import { cellOf, figureOf } from "../../reading/reading";
import { shown } from "../../show-number";
import { columnName } from "../column-names";
import { cellName, rowLabel } from "../report-cells";
import { defineRule, type Report } from "../rule";

const times = ["baseline", "last_year", "actual"] as const;

/** The pairs of cells of which the first may not be above the second. */
function* pairsOf(plan: Plan): Generator<{ part: CellKey; whole: CellKey }> {
  for (const { code } of plan.elements) {
    for (const whole of wholesOf(plan).get(code) ?? []) {
      for (const key of times) {
        yield { part: { table: "elements", code, key }, whole: { table: "elements", code: whole, key } };
      }
    }
  }
  if (!plan.shortfalls) return;
  const { deprivations, causes, poor, nearPoor } = plan.shortfalls;
  for (const { code } of [...deprivations, ...causes]) {
    for (const [key, bound] of [
      ["poor", poor],
      ["near_poor", nearPoor],
    ] as const) {
      const whole: CellKey = { table: "elements", code: bound, key: "actual" };
      yield { part: { table: "shortfalls", code, key }, whole };
    }
  }
}

/** A cell with its figure and how messages name it; null where there is no figure. */
function figureAt({ reading }: Report, key: CellKey): (Named & { at: Place; figure: number }) | null {
  const table = reading.tables.get(key.table);
  const row = table?.rows.get(key.code);
  const column = table?.table.columns.find((candidate) => candidate.key === key.key);
  const cell = cellOf(reading, key.table, key);
  const figure = figureOf(cell);
  if (!row || !column || !cell || figure === null) return null;
  return { at: cell.at, figure, label: rowLabel(key.table, row), code: key.code, column: columnName(column) };
}

interface Named {
  readonly label: Phrase;
  readonly code: string;
  readonly column: Phrase;
}

export default defineRule({
  id: "part-is-within-whole",
  severity: "error",
  title: { vi: "Một phần không lớn hơn toàn bộ.", en: "No part is above its whole." },
  *find(report: Report) {
    for (const pair of pairsOf(report.plan)) {
      const [part, whole] = [figureAt(report, pair.part), figureAt(report, pair.whole)];
      if (!part || !whole || part.figure <= whole.figure) continue;
      yield {
        at: part.at,
        code: part.code,
        facts: {
          label: part.label,
          code: part.code,
          column: part.column,
          figure: part.figure,
          wholeLabel: whole.label,
          wholeCode: whole.code,
          wholeFigure: whole.figure,
        },
      };
    }
  },
  what: ({ figure, wholeLabel, wholeCode, wholeFigure, ...cell }) => {
    const [name, part, whole] = [cellName(cell), shown(figure), shown(wholeFigure)];
    return {
      vi: `${name.vi}: ${part.vi} lớn hơn ${whole.vi} của “${wholeLabel.vi}” (${wholeCode}).`,
      en: `${name.en}: ${part.en} is above the ${whole.en} of “${wholeLabel.en}” (${wholeCode}).`,
    };
  },
  why: {
    vi: "Một phần không thể lớn hơn toàn bộ; tỷ lệ tính ra sẽ vượt 100%.",
    en: "A part cannot be above its whole; the rate would be above 100%.",
  },
  todo: ({ code, wholeCode }) => ({
    vi: `Đối chiếu hai số ${code} và ${wholeCode}, sửa số nhập sai.`,
    en: `Compare ${code} with ${wholeCode} and correct the one that is wrong.`,
  }),
});
