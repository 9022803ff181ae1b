import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { tablesOf } from "../../src/core/form/commune-tables";
import { contentsKey, type Contents } from "../../src/core/form/contents";
import { makeForm } from "../../src/core/form/make-form";
import type { Period, Plan, Unit } from "../../src/core/plan/plan";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";

/** A unit's blank form filled in and saved by a script with openpyxl, as the script of some office might. */
export async function fillForm(
  plan: Plan,
  owner: { readonly unit: Unit; readonly period: Period },
  contents: Contents,
): Promise<Uint8Array> {
  const room = await mkdtemp(join(tmpdir(), "plan-monitor-fill-"));
  try {
    const [blank, inputs, out] = ["blank.xlsx", "inputs.json", "out.xlsx"].map((name) => join(room, name));
    if (!blank || !inputs || !out) throw new Error("no room");
    await writeFile(blank, await writeWorkbook(makeForm(plan, owner)));
    await writeFile(inputs, inputsOf(plan, owner.unit, contents));
    const python = process.env["PLAN_MONITOR_PYTHON"] ?? "python3";
    await promisify(execFile)(python, ["-W", "ignore", "test/tools/fill_form.py", blank, inputs, out]);
    return await readFile(out);
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}

/** The contents as the script takes them: by sheet, code and key. */
function inputsOf(plan: Plan, { code: unit }: Unit, { cover, cells }: Contents): string {
  const rows = tablesOf(plan, unit).flatMap((table) =>
    table.rows.flatMap(({ code }) =>
      table.columns.flatMap(({ key }) => {
        const value = cells.get(contentsKey({ table: table.id, code, key }));
        return value === undefined || value === null ? [] : [[table.sheet, code, key, value]];
      }),
    ),
  );
  return JSON.stringify({ cover: Object.fromEntries(cover), cells: rows });
}
