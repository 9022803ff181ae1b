import { describe, expect, it } from "@jest/globals";
import { readsOtherFile } from "../../../src/core/rules/other-files";

describe("a formula that reads another file", () => {
  it.each([
    "[1]Sheet1!A1",
    "[12]!Tong",
    "SUM([1]Sheet1!A1:B2)",
    "'[so.xlsx]Tháng 6'!A1",
    "'D:\\so theo doi\\[so.xlsx]Sheet1'!$A$1",
    "'file:///home/a/so.ods'#$Sheet1.A1+'/a/[b.xlsx]C'!A1",
    "'D:\\so.xlsx'!Tong",
    "[so.xlsx]Sheet1!A1+1",
    "A1+'Nhà ''mới''/[2]x'!A1",
  ])("%s", (formula) => {
    expect(readsOtherFile(formula)).toBe(true);
  });

  it.each([
    "A1+1",
    "'Số liệu'!A1",
    "SUM(Bảng1[Số hộ])",
    "Bảng1[[#This Row],[Số hộ]]+'Số liệu'!A1",
    '"[1]Sheet1!A1"&A1',
    "IF(A1=\"'[x]y'!A1\",1,0)",
  ])("but not %s", (formula) => {
    expect(readsOtherFile(formula)).toBe(false);
  });
});
