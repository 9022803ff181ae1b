import { CellValueType, type ICellData } from "@univerjs/core";
import type { CellValue } from "../../core/cell";
import type { CellContent } from "../../core/edit";
import { dateSerial, serialDate } from "../../workbook/xlsx/date-serial";
import { isDated } from "./read-typed";

/** A content as Univer takes it; the cell's looks stay as they are. */
export function cellOf({ value, formula }: CellContent): ICellData {
  return { ...valueOf(value), f: formula === undefined ? null : `=${formula}`, p: null, si: null };
}

function valueOf(value: CellValue): Pick<ICellData, "v" | "t"> {
  if (value === null) return { v: null };
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value === "object") {
    if ("error" in value) return { v: value.error, t: CellValueType.STRING };
    return { v: dateSerial(value.date) ?? value.date, t: CellValueType.NUMBER };
  }
  // Univer takes a text that looks like a number for one, unless it is told.
  return { v: value, t: /^[-+.\d]|^(?:true|false)$/i.test(value) ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

/** What a cell of Univer's holds, given its number format: only that tells a date from a number. */
export function contentOf(cell: ICellData | null | undefined, format: string | null): CellContent {
  const formula = cell?.f?.startsWith("=") ? cell.f.slice(1) : undefined;
  const value = valueIn(cell, { format, isFormula: formula !== undefined });
  return formula === undefined ? { value } : { value, formula };
}

const errors =
  /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|CYCLE!|SPILL!|CALC!|ERROR!|CONNECT!|BLOCKED!|GETTING_DATA)$/;

function valueIn(
  cell: ICellData | null | undefined,
  { format, isFormula }: { readonly format: string | null; readonly isFormula: boolean },
): CellValue {
  const raw = cell?.v ?? richText(cell);
  if (raw === null || (raw === "" && !isFormula)) return null;
  if (cell?.t === CellValueType.BOOLEAN) return raw === 1 || raw === true || String(raw).toUpperCase() === "TRUE";
  if (typeof raw === "boolean") return raw;
  if (typeof raw === "string") {
    if (isFormula && errors.test(raw)) return { error: raw };
    return cell?.t === CellValueType.NUMBER ? Number(raw) : raw;
  }
  const date = isDated(format) ? serialDate(raw) : null;
  return date === null ? raw : { date };
}

/** The words of a text of several lines or colours. */
export function richText(cell: ICellData | null | undefined): string | null {
  const stream = cell?.p?.body?.dataStream;
  return stream === undefined ? null : stream.replace(/\r\n$/, "").replace(/\r\n?/g, "\n");
}
