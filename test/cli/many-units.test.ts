import { describe, expect, it } from "@jest/globals";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { planOf } from "../bench/many-units.mjs";
import { filesIn, makeRoom, run } from "./program";

const room = makeRoom();

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
