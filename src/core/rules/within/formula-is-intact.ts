import { sameValue, type CellValue } from "../../cell";
import type { Mend } from "../../finding";
import type { ComputedCell } from "../../form/form-context";
import type { CellReading, Reading } from "../../reading/reading";
import { sameFormula } from "../../same-formula";
import type { Phrase } from "../../language";
import { cellMend } from "../mends/cell-mend";
import { columnName } from "../naming/column-names";
import { contentShown } from "../naming/content-shown";
import { cellName, rowLabel } from "../naming/report-cells";
import { defineRule, type Report, type Skipped } from "../rule";
import { isOwnSheet } from "../sheet-marks";
import { goneSheets } from "../figures/figure-at";
import { totalsIn, wrongTotal } from "../figures/totals";

type Harm = "emptied" | "typed-over" | "changed" | "constant-changed";

function harmIn({ found }: CellReading, { formula, value }: ComputedCell): Harm | null {
  if (formula === null) return found.formula === undefined && isSame(found.value, value) ? null : "constant-changed";
  if (found.formula !== undefined) return sameFormula(found.formula, formula) ? null : "changed";
  return isBlank(found.value) ? "emptied" : "typed-over";
}

function isBlank(value: CellValue): boolean {
  return value === null || value === "";
}

function isSame(found: CellValue, own: CellValue): boolean {
  return (isBlank(found) && isBlank(own)) || sameValue(found, own);
}

/** The form's own content, as making the report anew would write it. */
function restored(cell: CellReading, { formula, value }: ComputedCell): Mend {
  const own = contentShown({ value });
  if (formula === null) {
    const becomes = own ?? { vi: "ô trống", en: "a blank cell" };
    return cellMend(cell, { value }, { becomes, isCertain: true });
  }
  const result = own ?? { vi: "chưa có kết quả", en: "no result yet" };
  const becomes = { vi: `công thức của biểu mẫu (${result.vi})`, en: `the form's own formula (${result.en})` };
  return cellMend(cell, { value, formula }, { becomes, isCertain: true });
}

/** Typed over with another number, a total is told by its own rule. */
function wrongTotals(report: Report): ReadonlySet<CellReading | null> {
  return new Set(
    totalsIn(report)
      .filter((one) => wrongTotal(one) !== null)
      .map(({ total }) => total.cell),
  );
}

const harms: Readonly<Record<Harm, Phrase>> = {
  emptied: { vi: "công thức đã bị xóa, ô để trống", en: "the formula was deleted and the cell is empty" },
  "typed-over": { vi: "công thức đã bị ghi đè bằng", en: "the formula was typed over with" },
  changed: { vi: "công thức đã bị sửa thành", en: "the formula was changed to" },
  "constant-changed": { vi: "số cố định của biểu mẫu đã bị sửa thành", en: "the form's fixed number was changed to" },
};

/** Without a row or a column nobody can say what the cells should be that are computed from it. */
function* goneInputs({ faults }: Reading): Generator<Skipped> {
  for (const fault of faults) {
    if (fault.kind === "no-row") {
      const { code, label } = fault.row;
      const about = { vi: `“${label.vi}” (${code})`, en: `“${label.en}” (${code})` };
      yield { skipped: "figure-is-missing", about, at: { sheet: fault.sheet, cell: null }, code };
    }
    if (fault.kind !== "no-column") continue;
    const column = fault.table.columns.find(({ key }) => key === fault.key);
    if (!column || column.content === "text" || fault.key === "check") continue;
    const at = { sheet: fault.sheet, cell: null };
    yield { skipped: "figure-is-missing", about: columnName(column), at, code: null };
  }
}

export default defineRule({
  id: "formula-is-intact",
  severity: "error",
  title: { vi: "Các ô tính toán còn nguyên công thức.", en: "Computed cells keep their formulas." },
  *find(report: Report) {
    const { reading, computed } = report;
    yield* goneSheets(reading, ["elements", "indicators", "households", "shortfalls", "funds"]);
    yield* goneInputs(reading);
    const told = wrongTotals(report);
    for (const own of computed.values()) {
      const table = reading.tables.get(own.table);
      const row = table?.rows.get(own.code);
      const cell = row?.cells.get(own.key);
      const column = table?.table.columns.find(({ key }) => key === own.key);
      if (!table || !row || !cell || !column || own.key === "check" || !isOwnSheet(reading, table)) continue;
      const harm = harmIn(cell, own);
      if (harm === null || told.has(cell)) continue;
      yield {
        at: cell.at,
        code: own.code,
        facts: {
          label: rowLabel(own.table, row),
          code: own.code,
          column: columnName(column),
          harm,
          found: contentShown(cell.found),
        },
        mends: [restored(cell, own)],
      };
    }
  },
  what: ({ harm, found, ...cell }) => {
    const [name, words] = [cellName(cell), harms[harm]];
    if (harm === "emptied") return { vi: `${name.vi}: ${words.vi}.`, en: `${name.en}: ${words.en}.` };
    const now = found ?? { vi: "ô trống", en: "nothing" };
    return { vi: `${name.vi}: ${words.vi} “${now.vi}”.`, en: `${name.en}: ${words.en} “${now.en}”.` };
  },
  why: {
    vi: "Ô tính toán phải tự thay đổi theo số liệu nhập; nếu bị ghi đè, báo cáo không còn khớp với số liệu của chính nó.",
    en: "A computed cell has to follow the figures; typed over, the report no longer agrees with itself.",
  },
  todo: {
    vi: "Bấm Hoàn tác, hoặc chép lại ô này từ biểu mẫu chuẩn; số liệu cần sửa thì sửa ở ô nhập màu vàng.",
    en: "Undo, or copy the cell from the standard form again; correct figures in the yellow input cells instead.",
  },
});
