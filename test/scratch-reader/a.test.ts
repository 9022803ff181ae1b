import { it } from "@jest/globals";
import { shiftable } from "../../src/workbook/xlsx/shift-formula";
it("x", () => {
  for (const f of [
    "A1+$A1+A$1+$A$1",
    "SUM(A1:B2)",
    "LOG10(A1)",
    "1E5+A1",
    "1.5E+3*A1",
    "A:C+$A:C",
    "1:3+$1:3",
    "Sheet1!A1+'A1 B1'!C1",
    "Sheet1:Sheet3!A1",
    "Bìa!A1&Số_1",
    "Table1[Col2]+A1",
    "Table1[[#This Row],[A1]]+A1",
    "[1]Sheet1!A1",
    "A1:INDEX(B1:B9,2)",
    "T1!A1",
    "ZZZ1+TAX2023",
    '"A1""B1"&A1',
    "A1#",
    'IF(A1>=.5,B1,"")',
    "A1%",
    "A1:B$2:C3",
    "OFFSET(A1,1,1):B2",
    "A1,B1 C1",
    "_xlfn.XLOOKUP(A1,B:B,C:C)",
    "Sheet1!A1:Sheet1!B2",
    "Sheet1!A:A",
    "2:2",
    "A1:A1",
    "-A1^2",
    "TRUE+A1",
    "pm_A1+A1.b",
    "{1,2;3,4}*A1",
    "#REF!A1",
    "1:3",
  ])
    console.log(f, " → ", shiftable(f, { rows: 1, columns: 1 }));
  console.time("q");
  shiftable('"'.repeat(99999), { rows: 1, columns: 1 });
  shiftable("[".repeat(9999), { rows: 1, columns: 1 });
  shiftable("a:".repeat(99999), { rows: 1, columns: 1 });
  shiftable("['".repeat(9999), { rows: 1, columns: 1 });
  shiftable("[[".repeat(9999) + "]".repeat(9999), { rows: 1, columns: 1 });
  console.timeEnd("q");
});
