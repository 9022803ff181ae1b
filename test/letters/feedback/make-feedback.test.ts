import { describe, expect, it } from "@jest/globals";
import { makeFeedback } from "../../../src/letters/feedback/make-feedback";
import { merge } from "../../../src/core/merge";
import type { Plan } from "../../../src/core/plan/plan";
import { truongNguyen, yenChau } from "../../plans/opened";
import { elementKey, reviewsOf, type Changes } from "../../core/consolidation/reports";

/** The texts of each unit's answer, by unit. */
function answers(plan: Plan, period: string, changes: ReadonlyMap<string, Changes>): ReadonlyMap<string, string> {
  const reviews = reviewsOf(plan, period, { changes });
  const { consolidation, findings } = merge(plan, reviews);
  if (!consolidation) throw new Error("Nothing was laid together.");
  const made = makeFeedback({ consolidation, reviews, findings }, { on: "2022-07-01", language: "vi" });
  return new Map(
    made.map(({ unit, sheet }) => [
      unit.code,
      sheet.cells.flatMap(({ value }) => (typeof value === "string" ? [value] : [])).join("\n"),
    ]),
  );
}

describe("the answer to a unit", () => {
  it.each<[string, Changes, RegExp]>([
    ["is late", { reportedOn: "2022-07-20" }, /nếu đúng là nộp muộn thì báo rõ lý do/],
    ["is of another stage", { stage: "Ước thực hiện" }, /nếu không, gửi lại báo cáo đúng/],
    ["is unlike all others", { cells: [[elementKey("S41"), 40]] }, /Đối chiếu tử số và mẫu số với sổ gốc/],
  ])(
    "says to the unit whose report %s what it has to do, and not what others have to do about it",
    (_, change, told) => {
      const answer = answers(yenChau, "2022-H1", new Map([["04063", change]])).get("04063");
      expect(answer).toMatch(told);
      expect(answer).not.toMatch(/đề nghị|Hỏi lại|tổng hợp lại|khi gửi báo cáo tổng hợp/i);
    },
  );

  it.each([
    [yenChau, "Toàn huyện"],
    [truongNguyen, "Toàn tỉnh"],
  ] as const)("names the whole after its level", (plan, whole) => {
    const [answer = ""] = answers(plan, plan.periods[0]?.id ?? "", new Map()).values();
    expect(answer.split("\n")).toContain(whole);
  });
});
