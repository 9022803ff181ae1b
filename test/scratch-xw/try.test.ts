import { it, expect } from "@jest/globals";
import { excelLike } from "../workbook/xlsx/excel-like";
import { validate } from "../tools/validator";
it("x", async () => {
  expect(await validate([excelLike()])).toEqual([]);
});
