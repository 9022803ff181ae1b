import { describe, expect, it } from "@jest/globals";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import plan from "../../src/plans/yen-chau-2022.json" with { type: "json" };
import { filesIn, makeRoom, run } from "./program";

const room = makeRoom();

/** The plan for so many communes, each of its targets by unit shared out among them. */
function planOf(count: number): unknown {
  const units = Array.from({ length: count }, (_, index) => ({
    ...plan.units[index % plan.units.length],
    code: String(10_000 + index),
    name: `Xã ${index}`,
    aliases: [],
  }));
  const allocation = Object.fromEntries(units.map(({ code }) => [code, 1]));
  const indicators = plan.indicators.map((indicator) =>
    "allocation" in indicator.target
      ? { ...indicator, target: { ...indicator.target, value: count, allocation } }
      : indicator,
  );
  return { ...plan, units, indicators };
}

describe("more units than a summary has room for", () => {
  it("[CO9] are refused before anything is read, with the way to do it level by level", async () => {
    writeFileSync(join(room, "plan.json"), JSON.stringify(planOf(10_598)));
    const { code, stderr } = await run(
      ["consolidate", "nowhere", "-o", "s.xlsx", "--plan", "plan.json", "--lang", "en"],
      room,
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/10598 reporting units.*5457 at most.*level by level/);
    expect(filesIn(room)).toEqual(["plan.json"]);
  });
});
