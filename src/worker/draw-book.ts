import type { SheetBlueprint } from "../core/blueprint";
import { isCellEdit, type Edit, type PutSheet } from "../core/edit";
import { blocksRead } from "../core/formula-reads";
import type { DrawnBook, Operation } from "../workbook/workbook";
import { writeWorkbook } from "../workbook/xlsx/write-workbook";

/** An operation of these rounds, with the sheets that it puts drawn. */
export async function operationOf(name: Operation["name"], rounds: readonly (readonly Edit[])[]): Promise<Operation> {
  return { name, rounds, drawn: await drawn(rounds.flat()) };
}

/** Where a sheet is put twice, as it is in the end. */
async function drawn(edits: readonly Edit[]): Promise<DrawnBook | null> {
  const puts = edits.filter((edit): edit is PutSheet => !isCellEdit(edit) && edit.kind === "put-sheet");
  if (puts.length === 0) return null;
  const sheets = new Map(puts.map(({ sheet }) => [sheet.name, sheet]));
  const names = new Map(puts.flatMap((put) => put.names.map((name) => [name.name, name] as const)));
  const all = [...sheets.values()];
  return {
    bytes: await writeWorkbook({
      title: all[0]?.name ?? "",
      sheets: [...all, ...standIns(all)],
      names: [...names.values()].filter(({ sheet }) => sheets.has(sheet)),
    }),
  };
}

/** Blank sheets for those that formulas name and that are not put: without them Excel takes the file for damaged. */
function standIns(sheets: readonly SheetBlueprint[]): SheetBlueprint[] {
  const there = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const named = sheets.flatMap(({ name, cells, inputs, conditions }) =>
    [...cells, ...inputs, ...conditions].flatMap(({ formula }) =>
      formula === undefined ? [] : blocksRead(formula, name).map(({ sheet }) => sheet),
    ),
  );
  return [...new Map(named.map((name) => [name.toLowerCase(), name]))]
    .filter(([lower]) => !there.has(lower))
    .map(([, name]) => blankSheet(name));
}

function blankSheet(name: string): SheetBlueprint {
  return {
    name,
    visibility: "visible",
    columns: [],
    rows: new Map(),
    cells: [],
    merges: [],
    lists: [],
    inputs: [],
    conditions: [],
    isProtected: false,
    print: { orientation: "portrait", fitsWidth: true },
  };
}
