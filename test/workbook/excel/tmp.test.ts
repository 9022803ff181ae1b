import { it } from "@jest/globals";
import { trials } from "./fault-trials";
import { writeFileSync } from "node:fs";
it("runs", async () => {
  const all = [];
  const t = Date.now();
  for await (const one of trials(24)) all.push(one);
  writeFileSync("/tmp/trials.json", JSON.stringify(all));
  console.log(all.length, Date.now() - t);
}, 900000);
