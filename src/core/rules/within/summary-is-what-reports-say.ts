import type { CellValue } from "../../cell";
import type { StaleCell } from "../../consolidation/stale-cell";
import type { CellContent } from "../../edit";
import type { Phrase } from "../../language";
import { sameFormula } from "../../same-formula";
import { unitName } from "../../plan/lookups";
import { shown } from "../../show-number";
import { excerpt } from "../naming/excerpt";
import { defineRule, wholeFile, type Report } from "../rule";
import { summaryColumnName, summaryRowName } from "../naming/summary-names";

type Harm = "altered" | "emptied" | "typed-over" | "target-changed" | "changed" | "outdated";

function harmTo({ found, due }: StaleCell): Harm {
  if (due.formula === undefined) return "target-changed";
  if (found.formula === undefined) return found.value === null ? "emptied" : "typed-over";
  return sameFormula(found.formula, due.formula) ? "outdated" : "changed";
}

/** Two figures that differ only far behind the mark are written out. */
function valuesOf({ found, due }: StaleCell): { readonly now: Phrase; readonly right: Phrase } {
  const [now, right] = [written(found.value, 2), written(due.value, 2)];
  return now.vi === right.vi ? { now: written(found.value, 12), right: written(due.value, 12) } : { now, right };
}

function written(value: CellValue, decimals: number): Phrase {
  if (value === null || value === "") return { vi: "(trống)", en: "(blank)" };
  if (typeof value === "number") return shown(value, decimals);
  const text = typeof value === "object" ? ("error" in value ? value.error : value.date) : String(value);
  return { vi: `“${excerpt(text)}”`, en: `“${excerpt(text)}”` };
}

function formulaIn({ formula }: CellContent): string {
  return formula === undefined ? "" : excerpt(`=${formula}`, 80);
}

export default defineRule({
  id: "summary-is-what-reports-say",
  severity: "error",
  title: { vi: "Biểu tổng hợp đúng như các báo cáo.", en: "The summary says what the reports say." },
  *find({ plan, stale: { cells, tables, skipped } }: Pick<Report, "plan" | "stale">) {
    if (skipped) yield { skipped: skipped.because, about: skipped.about, at: wholeFile, code: null };
    for (const { unit, title, at } of tables) {
      const [name, table] = [unitName(unit), excerpt(title)];
      yield {
        at,
        code: unit.code,
        facts: {
          row: { vi: name, en: name },
          code: unit.code,
          column: { vi: table, en: table },
          harm: "altered",
          formula: "",
          now: nothing,
          right: nothing,
        },
      };
    }
    for (const cell of cells) {
      const { at, found, due, code, followers } = cell;
      const { now, right } = valuesOf(cell);
      yield {
        at,
        code,
        facts: {
          row: summaryRowName(plan, cell),
          code,
          column: summaryColumnName(plan, cell.key),
          harm: harmTo(cell),
          formula: formulaIn(found),
          now,
          right,
        },
        mends: [{ becomes: right, isCertain: true, edits: [{ at, expect: found, put: due }, ...followers] }],
      };
    }
  },
  what: ({ row, code, column, harm, formula, now, right }) => {
    const name = { vi: `“${row.vi}” (${code}), ${column.vi}`, en: `“${row.en}” (${code}), ${column.en}` };
    switch (harm) {
      case "altered":
        return {
          vi: `${row.vi}: bảng “${column.vi}” trên sheet của đơn vị đã bị sửa sau khi tổng hợp, không còn đúng như báo cáo đã nộp.`,
          en: `${row.en}: the table “${column.en}” on the unit's sheet was changed after it was laid in, and no longer says what was reported.`,
        };
      case "emptied":
        return {
          vi: `${name.vi}: ô đã bị xóa trống; các báo cáo cho ${right.vi}.`,
          en: `${name.en}: the cell was emptied; the reports give ${right.en}.`,
        };
      case "typed-over":
        return {
          vi: `${name.vi}: ô đã bị gõ đè bằng ${now.vi}; các báo cáo cho ${right.vi}.`,
          en: `${name.en}: the cell was typed over with ${now.en}; the reports give ${right.en}.`,
        };
      case "target-changed":
        return {
          vi: `${name.vi}: số của kế hoạch đã bị sửa thành ${now.vi}; kế hoạch ghi ${right.vi}.`,
          en: `${name.en}: the plan's own number was changed to ${now.en}; the plan says ${right.en}.`,
        };
      case "changed":
        return {
          vi: `${name.vi}: công thức đã bị sửa thành “${formula}”, ô đang là ${now.vi}; các báo cáo cho ${right.vi}.`,
          en: `${name.en}: the formula was changed to “${formula}” and the cell holds ${now.en}; the reports give ${right.en}.`,
        };
      default:
        return {
          vi: `${name.vi}: ô đang là ${now.vi}, giá trị đã cũ; các báo cáo cho ${right.vi}.`,
          en: `${name.en}: the cell holds ${now.en}, which is out of date; the reports give ${right.en}.`,
        };
    }
  },
  why: {
    vi: "Mỗi số trong biểu tổng hợp phải lần được về báo cáo của từng đơn vị; số gõ đè không còn thay đổi theo báo cáo.",
    en: "Every figure of the summary leads back to the units' reports; one that was typed over follows them no more.",
  },
  todo: ({ harm }) =>
    harm === "altered"
      ? {
          vi: "Ghép lại báo cáo gốc của đơn vị vào biểu này; nếu số liệu đã nộp sai thì đề nghị đơn vị sửa và gửi lại báo cáo.",
          en: "Merge the unit's own report into this summary again; where what it reported is wrong, ask the unit for a new report.",
        }
      : {
          vi: "Khôi phục công thức của ô; nếu số liệu của đơn vị nào sai thì đề nghị đơn vị gửi lại báo cáo rồi tổng hợp lại.",
          en: "Put the formula back; where a unit's figure is wrong, ask the unit for a new report and consolidate again.",
        },
});

const nothing: Phrase = { vi: "", en: "" };
