import ExcelJS from "exceljs";
import { AddUp } from "./add-up.mjs";

/** node exceljs.mjs TOTALS.json OUT.xlsx FILE...: reads every sheet, adds up, writes a workbook of the totals. */
const [told, out, ...files] = process.argv.slice(2);
const totals = new AddUp();
// A formula's cell holds an object with its result.
const plain = (value) => (value !== null && typeof value === "object" && "result" in value ? value.result : value);
for (const file of files) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  for (const sheet of book.worksheets) {
    const rows = [];
    sheet.eachRow((row) => rows.push(row.values.slice(1).map(plain)));
    totals.add(sheet.name, rows);
  }
}
const book = new ExcelJS.Workbook();
book.addWorksheet("Tổng hợp").addRows(totals.rows());
await book.xlsx.writeFile(out);
totals.tell(told);
