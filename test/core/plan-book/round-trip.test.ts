import { describe, expect, it } from "@jest/globals";
import { openPlan } from "../../../src/core/plan/open-plan";
import { small, truongNguyen, yenChau } from "../../plans/opened";
import { bookOf, openedFrom } from "./books";

describe("a plan as a workbook and back", () => {
  it.each([yenChau, truongNguyen, small].map((plan) => [plan.id, plan] as const))(
    "[PL1] %s is the same plan",
    (_, plan) => {
      const { plan: back, json } = openedFrom(bookOf(plan));
      expect(back).toEqual(plan);
      expect(openPlan(JSON.parse(JSON.stringify(json)))).toEqual({ plan });
    },
  );
});
