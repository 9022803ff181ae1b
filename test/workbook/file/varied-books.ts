import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { reference } from "../../../src/core/cell";
import { makeForm } from "../../../src/core/form/make-form";
import { periodById, unitByCode } from "../../../src/core/plan/lookups";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { yenChau } from "../../plans/opened";
import { fromFlat } from "../../tools/libreoffice";
import { excelLike } from "../xlsx/excel-like";
import { fullBlueprint } from "../xlsx/full-blueprint";
import { linkedBook } from "../xlsx/patching";
import { flatBooks } from "./flat-books";
import { packedOddly, packedWidely, withCustomXml, withUnknown } from "./grown-books";

export interface VariedBook {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How the references of cells begin that LibreOffice fills anew from others. */
  readonly follows?: string;
  /** LibreOffice does not open it. */
  readonly isBeyondOffice?: true;
}

/** Made by this program, or by hand. */
export async function ownBooks(): Promise<readonly VariedBook[]> {
  const [unit, period] = [unitByCode(yenChau, "04063"), periodById(yenChau, "2022-H1")];
  if (!unit || !period) throw new Error("The plan has no such unit or period.");
  const [form, full] = await Promise.all([
    writeWorkbook(makeForm(yenChau, { unit, period })),
    writeWorkbook(fullBlueprint),
  ]);
  // Filled by the array formula beside it.
  const follows = reference({ sheet: "Số liệu", cell: "B5" });
  return [
    { name: "our own form", bytes: form },
    { name: "our own, all that a blueprint can say", bytes: full },
    { name: "as Excel writes", bytes: excelLike(), follows },
    { name: "as Excel writes, with customXml and properties", bytes: withCustomXml(excelLike()), follows },
    { name: "our own form with customXml and properties", bytes: withCustomXml(form) },
    { name: "as Excel writes, with unknown parts and extensions", bytes: withUnknown(excelLike()), follows },
    { name: "our own, packed oddly", bytes: packedOddly(full) },
    { name: "our own, packed with sizes of 64 bits", bytes: packedWidely(full), isBeyondOffice: true },
    { name: "openpyxl: a table, a comment, a chart, links between sheets", bytes: linkedBook() },
  ];
}

export async function officeBooks(): Promise<readonly VariedBook[]> {
  const made = await fromFlat(flatBooks.map(({ xml }) => xml));
  return flatBooks.map(({ name, follows }, index) => ({
    name,
    bytes: made[index] ?? new Uint8Array(),
    ...(follows !== undefined && { follows }),
  }));
}

export async function scriptBooks(): Promise<readonly VariedBook[]> {
  const room = await mkdtemp(join(tmpdir(), "plan-monitor-varied-"));
  try {
    const python = process.env["PLAN_MONITOR_PYTHON"] ?? "python3";
    await promisify(execFile)(python, ["-W", "ignore", "test/tools/varied_books.py", room]);
    const files = (await readdir(room)).sort();
    return await Promise.all(
      files.map(async (file) => ({
        name: file.replace(/\.xlsx$/, ""),
        bytes: new Uint8Array(await readFile(join(room, file))),
      })),
    );
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}
