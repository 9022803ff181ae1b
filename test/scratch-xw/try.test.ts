import { it, expect } from "@jest/globals";
import { writeFileSync } from "node:fs";
import { patchWorkbook } from "../../src/workbook/xlsx/patch-workbook";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { fullBlueprint } from "../workbook/xlsx/full-blueprint";
import { recalculate } from "../tools/libreoffice";
it("x", async () => {
  const w = await writeWorkbook(fullBlueprint);
  const [o] = await recalculate([w], {trustStored:false});
  writeFileSync("/tmp/xw/o.xlsx", o!);
  const e = { at: {sheet: "Số liệu", cell: "C4"}, expect: {value: 3000.5}, put: {value: 7}};
  for (const b of [w, o!]) { const r = patchWorkbook(b, [e]); console.log("reason" in r ? r : "ok"); }
});
