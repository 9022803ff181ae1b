import { describe, expect, it } from "@jest/globals";
import { makeForm } from "../../../src/core/form/make-form";
import { snapshotOf } from "../../../src/workbook/memory";
import { inputCells, type InputCells } from "../../../src/workbench/input-table/input-cells";
import { yenChau } from "../../plans/opened";
import { looksOf } from "../looks-of";

const [, unit = yenChau.whole] = yenChau.units;
const [period] = yenChau.periods;
if (!period) throw new Error("The plan has no period.");
const form = makeForm(yenChau, { unit, period });
const looks = looksOf(form);

function tableOf(name: string): InputCells {
  const sheet = snapshotOf(form, "form").sheets.find((one) => one.name === name);
  const ofSheet = looks.sheets.find((one) => one.name === name);
  if (!sheet || !ofSheet) throw new Error(`no sheet ${name}`);
  return inputCells(sheet, ofSheet);
}

function headings(name: string): string[] {
  return tableOf(name).columns.map(({ heading }) => heading);
}

describe("the input cells of a form as a table", () => {
  it("has the form's headings, the widest first, and neither titles nor the columns' numbers", () => {
    expect(headings("Số liệu")).toEqual(["Kỳ gốc", "Cùng kỳ năm trước", "Thực hiện kỳ báo cáo", "Ghi chú, giải trình"]);
    expect(headings("Hộ nghèo").slice(0, 5)).toEqual([
      "Bản, tiểu khu",
      "Tổng số hộ dân cư",
      "Hộ nghèo › Số hộ đầu kỳ",
      "Hộ nghèo › Số hộ giảm trong kỳ › Thoát nghèo, trở thành cận nghèo",
      "Hộ nghèo › Số hộ giảm trong kỳ › Thoát nghèo, vượt chuẩn cận nghèo",
    ]);
  });

  it("names its rows by what stands left of them", () => {
    expect(
      tableOf("Số liệu")
        .rows.slice(0, 2)
        .map(({ label }) => label),
    ).toEqual(["S01 · Tổng số hộ dân cư · hộ", "S02 · Số hộ nghèo · hộ"]);
    expect(tableOf("Bìa").rows.map(({ label }) => label)).toContain("Người lập biểu");
  });

  it.each(form.sheets.filter(({ visibility }) => visibility === "visible").map(({ name }) => name))(
    "%s: every unlocked cell is there once, and no other",
    (name) => {
      const sheet = form.sheets.find((one) => one.name === name);
      const hidden = new Set([...(sheet?.rows ?? [])].filter(([, { isHidden }]) => isHidden).map(([row]) => row));
      const unlocked = (sheet?.cells ?? []).filter(({ look, row }) => look.isInput === true && !hidden.has(row));
      const shown = tableOf(name).rows.flatMap(({ cells }) => [...cells.values()]);
      expect(new Set(shown.map(({ cell }) => cell)).size).toBe(shown.length);
      expect(shown).toHaveLength(unlocked.length);
    },
  );

  it("gives the choices of cells that have a list", () => {
    const [task] = tableOf("Nhiệm vụ").rows;
    expect([...(task?.cells.values() ?? [])].some(({ choices }) => choices.includes("Đang thực hiện"))).toBe(true);
  });
});
