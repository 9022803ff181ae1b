import { it, expect } from "@jest/globals";
import { writeFileSync } from "node:fs";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { fullBlueprint } from "../workbook/xlsx/full-blueprint";
import { recalculate, toPdf } from "../tools/libreoffice";
import { validate } from "../tools/validator";
it("x", async () => {
  const bytes = await writeWorkbook(fullBlueprint);
  writeFileSync("/tmp/xw/full.xlsx", bytes);
  expect(await validate([bytes])).toEqual([]);
  const [out] = await recalculate([bytes], {trustStored:false});
  const [pdf] = await toPdf([bytes]);
  writeFileSync("/tmp/xw/full-lo.xlsx", out!);
  writeFileSync("/tmp/xw/full.pdf", pdf!);
});
