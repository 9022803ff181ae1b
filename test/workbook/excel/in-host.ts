import type { Blueprint } from "../../../src/core/blueprint";
import { openExcel } from "../../../src/workbook/excel/open-excel";
import type { LiveWorkbook } from "../../../src/workbook/workbook";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { makeHost, type ExcelHost } from "../../excel-host/host";
import { bookOfBytes } from "../../excel-host/open-book";
import { openExcel as openClient } from "../../excel-host/open-excel";
import { contractBlueprint } from "../contract-book";

/** A workbook open in the stand-in Excel, with the door to it. */
export interface InHost {
  readonly host: ExcelHost;
  readonly book: LiveWorkbook;
  /** The door as a pane has it that was closed and opened again. */
  readonly reopened: () => LiveWorkbook;
  readonly close: () => void;
}

/** 16 June 2022, and no other time. */
const clock = () => new Date(2022, 5, 16);

export async function inHost(blueprint: Blueprint = contractBlueprint): Promise<InHost> {
  return inHostOf(await writeWorkbook(blueprint));
}

export async function inHostOf(bytes: Uint8Array): Promise<InHost> {
  const host = makeHost(await bookOfBytes(bytes));
  const client = openClient(host);
  return { host, book: openExcel(clock), reopened: () => openExcel(clock), close: client.close };
}
