import { describe, expect, it } from "@jest/globals";
import type { CellKey } from "../../../src/core/form/form-context";
import { taskStatuses } from "../../../src/core/form/choices";
import { reasonCellOf } from "../../../src/core/rules/reason";
import { yenChau } from "../../plans/opened";
import { elementKey, reviewOf } from "../consolidation/reports";

const of = { unit: "04063", period: "2022-H1" };
const [, , done] = taskStatuses;

function task(key: string): CellKey {
  return { table: "tasks", code: "NV01", key };
}

const disagreeing = [
  [task("status"), done],
  [task("percent"), 50],
] as const;

describe("the reason for a warning", () => {
  it("of a task is not what the report says of its results and difficulties, which every task has", () => {
    const { reading, findings } = reviewOf(yenChau, of, {
      cells: [...disagreeing, [task("result"), "Đã mở 12 lớp"], [task("difficulty"), "Thiếu kinh phí"]],
    });
    const found = findings.filter(({ rule }) => rule === "task-status-agrees-with-percent");
    expect(found.map(({ code, severity, reason }) => [code, severity, reason])).toEqual([["NV01", "warning", null]]);
    const [finding] = found;
    if (!reading || !finding) throw new Error("Nothing is found.");
    expect(reasonCellOf(reading, finding)?.at).toEqual(reading.cover.get("pm_note")?.at);
  });

  it("of a figure stands in the note beside it", () => {
    const { findings } = reviewOf(yenChau, of, {
      cells: [
        [elementKey("S38"), 1],
        [elementKey("S38", "note"), "Nhập từ năm trước"],
      ],
    });
    const warnings = findings.filter(({ code, severity }) => code === "S38" && severity === "warning");
    expect(warnings.length).toBeGreaterThan(0);
    for (const { reason } of warnings) expect(reason).toBe("Nhập từ năm trước");
  });
});
