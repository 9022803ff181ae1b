import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Blueprint } from "../../src/core/blueprint";
import type { CellValue, Position } from "../../src/core/cell";
import { toA1 } from "../../src/core/cell";
import type { Contents } from "../../src/core/form/contents";
import { makeForm } from "../../src/core/form/make-form";
import type { Period, Plan, Unit } from "../../src/core/plan/plan";
import { review } from "../../src/core/review";
import type { Review } from "../../src/core/finding";
import { isUnreadable, type Snapshot } from "../../src/core/snapshot";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";

/** A report as its file. */
export interface ReportFile {
  readonly unit: Unit;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function reportFile(
  plan: Plan,
  of: { unit: Unit; period: Period },
  contents: Contents,
): Promise<ReportFile> {
  return { unit: of.unit, name: `${of.unit.code}.xlsx`, bytes: await writeWorkbook(makeForm(plan, of, contents)) };
}

export function picture(bytes: Uint8Array, name = "file.xlsx"): Snapshot {
  const snapshot = readSnapshot(name, bytes);
  if (isUnreadable(snapshot)) throw new Error(`${name}: ${snapshot.reason}, ${snapshot.detail}`);
  return snapshot;
}

export function reviewFile(plan: Plan, { name, bytes }: ReportFile): Review {
  return review(plan, readSnapshot(name, bytes));
}

/** The file with the stored value of every formula cell taken out, so that whoever opens it has to compute. */
export function withoutStoredValues(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    if (!name.startsWith("xl/worksheets/sheet")) return [name, part] as const;
    const text = strFromU8(part)
      .replace(/(<\/f>|<f[^>]*\/>)<v>[^<]*<\/v>/g, "$1")
      .replace(/(<\/f>|<f[^>]*\/>)<v\/>/g, "$1");
    return [name, strToU8(text)] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

/** How many formula cells of a book were compared with what its blueprint stores in them, and how they differ. */
export interface Comparison {
  readonly compared: number;
  readonly differences: readonly string[];
}

/** The stored values against those of a file that was computed again. */
export function compareFormulas(blueprint: Blueprint, computed: Snapshot): Comparison {
  const sheets = new Map(computed.sheets.map((sheet) => [sheet.name, sheet]));
  return compareWith(
    blueprint,
    ({ sheet, row, column }) => sheets.get(sheet)?.rows.get(row)?.get(column)?.value ?? null,
  );
}

/** The stored values against those that a calculator gives. */
export function compareWith(
  blueprint: Blueprint,
  valueAt: (place: Position & { readonly sheet: string }) => CellValue,
): Comparison {
  let compared = 0;
  const differences: string[] = [];
  for (const { name: sheet, cells } of blueprint.sheets) {
    for (const { row, column, formula, value } of cells) {
      if (formula === undefined) continue;
      compared++;
      const found = valueAt({ sheet, row, column });
      if (isSame(value, found)) continue;
      const [own, other] = [JSON.stringify(value), JSON.stringify(found)];
      differences.push(`${sheet}!${toA1({ row, column })}: ${own} / ${other} = ${formula.slice(0, 200)}`);
    }
  }
  return { compared, differences };
}

/** Equal texts; numbers to the last bits, since spreadsheets store fifteen or seventeen digits. */
function isSame(expected: CellValue, found: CellValue): boolean {
  if (typeof expected === "number" && typeof found === "number") {
    return Math.abs(expected - found) <= 1e-12 * Math.max(Math.abs(expected), Math.abs(found));
  }
  return (expected ?? "") === (found ?? "");
}
