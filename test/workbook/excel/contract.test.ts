import { afterEach } from "@jest/globals";
import { openExcel } from "../../../src/workbook/excel/open-excel";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { makeHost } from "../../excel-host/host";
import { bookOfBytes } from "../../excel-host/open-book";
import { openExcel as openClient, type OpenExcel } from "../../excel-host/open-excel";
import { describeDoor } from "../contract";
import { contractBlueprint } from "../contract-book";

let client: OpenExcel | null = null;
afterEach(() => {
  client?.close();
  client = null;
});

describeDoor("Excel", async () => {
  const host = makeHost(await bookOfBytes(await writeWorkbook(contractBlueprint)));
  client = openClient(host);
  return {
    book: openExcel(() => new Date(2022, 5, 16)),
    type: (at, value) => {
      host.user.type(at.sheet, at.cell, typeof value === "string" || typeof value === "number" ? value : "");
      return host.idle();
    },
  };
});
