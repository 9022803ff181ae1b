import { join } from "node:path";
import { commitOf } from "./commit.mjs";
import { findTools } from "./tools.mjs";
import { writeGuides } from "./write-guides.mjs";

/** Writes the guides and the book of rules to out/guides; a browser of Chromium's family prints them. */
process.exitCode = await main();

async function main() {
  const { variables, missing } = await findTools(["PLAN_MONITOR_CHROMIUM"]);
  for (const { name, advice } of missing) console.error(`Missing: ${name}. To install it: ${advice}`);
  if (missing.length > 0) return 1;
  const folder = join("out", "guides");
  const names = await writeGuides(folder, { program: variables.PLAN_MONITOR_CHROMIUM, day: commitOf().day });
  for (const name of names) console.log(join(folder, name));
  return 0;
}
