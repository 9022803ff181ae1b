import { makeBook, makeSheet, type HostBook } from "./book";
import { makeHost, type ExcelHost, type HostOptions } from "./host";
import { openExcel, type OpenExcel } from "./open-excel";

let open: OpenExcel | null = null;

/** Opens a workbook of two blank sheets, or the one given, before the client; the one before is closed. */
export function openHost(book: HostBook = blankBook(), options: HostOptions = {}): ExcelHost {
  closeHost();
  const host = makeHost(book, options);
  open = openExcel(host);
  return host;
}

export function closeHost(): void {
  open?.close();
  open = null;
}

export function blankBook(): HostBook {
  return makeBook("a.xlsx", [makeSheet("Bìa"), makeSheet("Số liệu")]);
}

/** The code with which the client's promise fails; "" where it does not. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return "";
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return error.code;
    throw error;
  }
}
