import { readFileSync, writeFileSync } from "node:fs";
import XLSX from "xlsx";
import { AddUp } from "./add-up.mjs";

/** node sheetjs.mjs TOTALS.json OUT.xlsx FILE...: reads every sheet, adds up, writes a workbook of the totals. */
const [told, out, ...files] = process.argv.slice(2);
const totals = new AddUp();
for (const file of files) {
  const book = XLSX.read(readFileSync(file), { dense: true });
  for (const name of book.SheetNames) totals.add(name, XLSX.utils.sheet_to_json(book.Sheets[name], { header: 1 }));
}
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(totals.rows()), "Tổng hợp");
writeFileSync(out, XLSX.write(book, { type: "buffer", bookType: "xlsx", compression: true }));
totals.tell(told);
