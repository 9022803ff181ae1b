import { readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import type { Operations } from "../../src/taskpane/operations";
import { ribbonActions } from "../../src/taskpane/ribbon";

it("every button of the ribbon does something, and nothing waits for a button that is not there", () => {
  const named = [...readFileSync("manifest.xml", "utf8").matchAll(/<FunctionName>(\w+)<\/FunctionName>/g)];
  const ids = Object.keys(ribbonActions({} as Operations));
  expect(ids.sort()).toEqual(named.map(([, id]) => id).sort());
});
