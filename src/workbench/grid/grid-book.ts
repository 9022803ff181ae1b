import { BooleanNumber, LocaleType, type ICellData, type IWorkbookData } from "@univerjs/core";
import { fromA1, type Place } from "../../core/cell";
import type { ShownBook } from "./grid";
import { cellOf } from "./univer-cell";

/** A workbook as Univer takes it. */
export function gridBook({ snapshot }: ShownBook): IWorkbookData {
  const sheets: IWorkbookData["sheets"] = {};
  const sheetOrder: string[] = [];
  for (const [index, sheet] of snapshot.sheets.entries()) {
    const id = `sheet-${index}`;
    sheetOrder.push(id);
    const cellData: Record<number, Record<number, ICellData>> = {};
    let rowCount = 50;
    let columnCount = 20;
    for (const [row, cells] of sheet.rows) {
      const line: Record<number, ICellData> = (cellData[row] = {});
      rowCount = Math.max(rowCount, row + 10);
      for (const [column, cell] of cells) {
        line[column] = cellOf(cell);
        columnCount = Math.max(columnCount, column + 3);
      }
    }
    const mergeData = sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startColumn: left,
      endRow: bottom,
      endColumn: right,
    }));
    sheets[id] = {
      id,
      name: sheet.name,
      hidden: sheet.visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      rowCount,
      columnCount,
      cellData,
      mergeData,
    };
  }
  return { id: "book", name: snapshot.file, appVersion: "", locale: LocaleType.VI_VN, styles: {}, sheetOrder, sheets };
}

/** Whether a person may type into a cell: it is an input, or its sheet is not protected. */
export function mayType({ snapshot, looks }: ShownBook, place: Place): boolean {
  const sheet = snapshot.sheets.find(({ name }) => name === place.sheet);
  if (!sheet) return false;
  if (!sheet.isProtected) return true;
  const at = fromA1(place.cell);
  const drawn = looks.sheets.find(({ name }) => name === place.sheet);
  const look = at && drawn?.cells.get(at.row)?.get(at.column);
  return look !== null && look !== undefined && drawn?.looks[look]?.isInput === true;
}
