import type { CellKey } from "../../form/form-context";
import { closingOf } from "../../form/computed-households";
import { totalCode } from "../../form/commune-tables";
import { movements } from "../../form/household-columns";
import { cellOf } from "../../reading/reading";
import { shown } from "../../show-number";
import { columnName } from "../column-names";
import { cellName, rowLabel } from "../report-cells";
import { settledFigure } from "../settled-figure";
import { defineRule, type Report } from "../rule";

type Keys = (typeof movements)[keyof typeof movements];

/** The closing that stands in a row and the one that follows from its eight movements. */
function closingsIn(report: Report, code: string, keys: Keys): { found: number | null; follows: number | null } {
  const figure = (key: string): number | null => settledFigure(report, cellKey(code, key));
  return { found: figure(keys[8]), follows: closingOf(keys.slice(0, 8).map(figure)) };
}

function cellKey(code: string, key: string): CellKey {
  return { table: "households", code, key };
}

/** Blank, or off by so much; null where it is right or cannot be judged. */
function faultOf(report: Report, code: string, keys: Keys): { found: number | null; follows: number } | null {
  const { found, follows } = closingsIn(report, code, keys);
  if (follows === null || found === follows) return null;
  const isBlank = cellOf(report.reading, "households", cellKey(code, keys[8]))?.said.kind === "missing";
  return found === null && !isBlank ? null : { found, follows };
}

/** The total only says again what its villages say, while one of them is unfinished or accounts for the difference. */
function isEcho(report: Report, villages: readonly string[], keys: Keys): boolean {
  let gap = 0;
  for (const code of villages) {
    const { found, follows } = closingsIn(report, code, keys);
    const figures = keys.map((key) => settledFigure(report, cellKey(code, key)));
    if (figures.every((figure) => figure === null)) continue;
    if (found === null || follows === null) return true;
    gap += found - follows;
  }
  const total = closingsIn(report, totalCode, keys);
  return total.found !== null && total.follows !== null && gap !== 0 && total.found - total.follows === gap;
}

export default defineRule({
  id: "closing-follows-from-movements",
  severity: "error",
  title: { vi: "Số cuối kỳ bằng số đầu kỳ trừ giảm, cộng tăng.", en: "The closing follows from the movements." },
  *find(report: Report) {
    const table = report.reading.tables.get("households");
    if (!table) return;
    const villages = [...table.rows.keys()].filter((code) => code !== totalCode);
    for (const row of table.table.rows) {
      for (const keys of [movements.poor, movements.nearPoor]) {
        const there = table.rows.get(row.code);
        const cell = there?.cells.get(keys[8]);
        const column = table.table.columns.find(({ key }) => key === keys[8]);
        const fault = faultOf(report, row.code, keys);
        if (!there || !cell || !column || !fault || (row.isTotal && isEcho(report, villages, keys))) continue;
        yield {
          at: cell.at,
          code: row.code,
          facts: { label: rowLabel("households", there), code: row.code, column: columnName(column), ...fault },
        };
      }
    }
  },
  what: ({ found, follows, ...cell }) => {
    const [name, due] = [cellName(cell), shown(follows)];
    return found === null
      ? {
          vi: `${name.vi}: còn trống, trong khi các cột 1 đến 8 cho kết quả ${due.vi}.`,
          en: `${name.en}: blank, while columns 1 to 8 give ${due.en}.`,
        }
      : {
          vi: `${name.vi}: ghi ${shown(found).vi}, nhưng 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8 bằng ${due.vi}.`,
          en: `${name.en}: it says ${shown(found).en}, but 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8 gives ${due.en}.`,
        };
  },
  why: {
    vi: "Số hộ cuối kỳ phải bằng số đầu kỳ trừ số giảm, cộng số tăng; lệch nghĩa là có một biến động chưa ghi hoặc ghi sai.",
    en: "The closing is the opening less what left plus what came; a difference is a movement left out or wrong.",
  },
  todo: {
    vi: "Kiểm tra lại cột 1 đến cột 8 của dòng này; để biểu tự tính cột 9.",
    en: "Check columns 1 to 8 of the row, and let the form compute column 9.",
  },
});
