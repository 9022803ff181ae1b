import { blockToA1, sameValue, type Cell, type Place } from "./cell";
import type { EditRefusal, PutSheet, SheetEdit } from "./edit";
import { pictureOf } from "./picture";
import { leadsTo, renameSheetIn } from "./sheet-in-formula";
import type { SheetSnapshot, Snapshot } from "./snapshot";
import { toA1 } from "./cell";

/** The snapshot with one edit of a sheet made (the very same where it is made already), or the refusal (laws ED1, ED4). */
export function applySheetEdit(snapshot: Snapshot, edit: SheetEdit): Snapshot | EditRefusal {
  switch (edit.kind) {
    case "rename-sheet":
      return renamed(snapshot, edit);
    case "show-sheet":
      return withSheet(snapshot, edit.sheet, (sheet) =>
        sheet.visibility === "visible" ? sheet : { ...sheet, visibility: "visible" },
      );
    case "show-lines":
      return withSheet(snapshot, edit.sheet, (sheet) => withLinesShown(sheet, edit));
    case "unmerge": {
      const block = blockToA1(edit.block);
      return withSheet(snapshot, edit.sheet, (sheet) => {
        const merges = sheet.merges.filter((merge) => blockToA1(merge) !== block);
        return merges.length === sheet.merges.length ? sheet : { ...sheet, merges };
      });
    }
    case "put-sheet":
      return withPutSheet(snapshot, edit);
    case "drop-sheet":
      return withoutSheet(snapshot, edit);
  }
}

function sheetNamed({ sheets }: Snapshot, name: string): SheetSnapshot | undefined {
  return sheets.find((sheet) => sheet.name === name);
}

function withSheet(
  snapshot: Snapshot,
  name: string,
  change: (sheet: SheetSnapshot) => SheetSnapshot,
): Snapshot | EditRefusal {
  const before = sheetNamed(snapshot, name);
  if (!before) return refusal(name, "no-such-sheet");
  const after = change(before);
  if (after === before) return snapshot;
  return { ...snapshot, sheets: snapshot.sheets.map((sheet) => (sheet === before ? after : sheet)) };
}

function refusal(sheet: string, reason: EditRefusal["reason"]): EditRefusal {
  return { at: { sheet, cell: "A1" }, reason, found: null };
}

function withLinesShown(
  sheet: SheetSnapshot,
  { rows, columns }: { readonly rows: readonly number[]; readonly columns: readonly number[] },
): SheetSnapshot {
  const hiddenRows = without(sheet.hiddenRows, rows);
  const hiddenColumns = without(sheet.hiddenColumns, columns);
  const isSame = hiddenRows.size === sheet.hiddenRows.size && hiddenColumns.size === sheet.hiddenColumns.size;
  return isSame ? sheet : { ...sheet, hiddenRows, hiddenColumns };
}

function without(all: ReadonlySet<number>, some: readonly number[]): ReadonlySet<number> {
  return new Set([...all].filter((one) => !some.includes(one)));
}

function renamed(snapshot: Snapshot, { sheet, to }: { sheet: string; to: string }): Snapshot | EditRefusal {
  const isThere = sheetNamed(snapshot, sheet) !== undefined;
  if (!isThere) return sheetNamed(snapshot, to) ? snapshot : refusal(sheet, "no-such-sheet");
  if (sheet === to) return snapshot;
  const isTaken = snapshot.sheets.some(({ name }) => name !== sheet && name.toLowerCase() === to.toLowerCase());
  if (isTaken) return refusal(sheet, "name-is-taken");
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((one) => ({
      ...one,
      name: one.name === sheet ? to : one.name,
      rows: withFormulas(one.rows, (formula) => renameSheetIn(formula, sheet, to)),
    })),
    names: new Map([...snapshot.names].map(([name, at]) => [name, at.sheet === sheet ? { ...at, sheet: to } : at])),
  };
}

function withFormulas(rows: SheetSnapshot["rows"], change: (formula: string) => string): SheetSnapshot["rows"] {
  return new Map(
    [...rows].map(([row, cells]) => [
      row,
      new Map(
        [...cells].map(([column, cell]): [number, Cell] => [
          column,
          cell.formula === undefined ? cell : { ...cell, formula: change(cell.formula) },
        ]),
      ),
    ]),
  );
}

/** Formulas elsewhere that named the old sheet name the new one. */
function withPutSheet(snapshot: Snapshot, edit: PutSheet): Snapshot | EditRefusal {
  const put = pictureOf(edit.sheet);
  const { replaces } = edit;
  const same = sheetNamed(snapshot, put.name);
  if (same && sameRows(same.rows, put.rows)) return snapshot;
  const old = replaces ? sheetNamed(snapshot, replaces.sheet) : undefined;
  if (replaces && !old) return refusal(replaces.sheet, "no-such-sheet");
  const isTaken = snapshot.sheets.some((one) => one !== old && one.name.toLowerCase() === put.name.toLowerCase());
  if (isTaken) return refusal(put.name, "name-is-taken");
  if (replaces && old && !sameRows(old.rows, replaces.expect)) return refusal(replaces.sheet, "sheet-has-changed");
  const names = new Map<string, Place>(edit.names.map(({ name, sheet, at }) => [name, { sheet, cell: toA1(at) }]));
  const renaming = old && old.name !== put.name ? renamed(snapshot, { sheet: old.name, to: put.name }) : snapshot;
  if (!("sheets" in renaming)) return renaming;
  const taken = new Set(edit.names.map(({ name }) => name.toLowerCase()));
  const kept = new Map([...renaming.names].filter(([name]) => !taken.has(name.toLowerCase())));
  return {
    ...renaming,
    sheets: old
      ? renaming.sheets.map((sheet) => (sheet.name === put.name ? put : sheet))
      : inserted(renaming.sheets, put, edit.after),
    names: new Map([...kept, ...names]),
  };
}

function inserted(sheets: readonly SheetSnapshot[], put: SheetSnapshot, after: string | null): SheetSnapshot[] {
  const index = after === null ? 0 : sheets.findIndex(({ name }) => name === after) + 1;
  const at = after !== null && index === 0 ? sheets.length : index;
  return [...sheets.slice(0, at), put, ...sheets.slice(at)];
}

function withoutSheet(
  snapshot: Snapshot,
  { sheet: name, expect }: { readonly sheet: string; readonly expect: SheetSnapshot["rows"] },
): Snapshot | EditRefusal {
  const old = sheetNamed(snapshot, name);
  if (!old) return snapshot;
  if (!sameRows(old.rows, expect)) return refusal(name, "sheet-has-changed");
  const sheets = snapshot.sheets.filter((sheet) => sheet !== old);
  const at = formulaTo(sheets, new Set([name.toLowerCase()]));
  if (at) return { at, reason: "sheet-is-needed", found: null };
  if (!sheets.some(({ visibility }) => visibility === "visible")) return refusal(name, "sheet-is-needed");
  return { ...snapshot, sheets, names: new Map([...snapshot.names].filter(([, { sheet }]) => sheet !== name)) };
}

/** The first formula of these sheets that leads to one of others (in lower case); null where none does. */
export function formulaTo(sheets: readonly SheetSnapshot[], wanted: ReadonlySet<string>): Place | null {
  for (const { name: sheet, rows } of sheets) {
    for (const [row, cells] of rows) {
      for (const [column, { formula }] of cells) {
        if (formula !== undefined && leadsTo(formula, wanted)) return { sheet, cell: toA1({ row, column }) };
      }
    }
  }
  return null;
}

/** Whether two sheets hold the same values and formulas. */
export function sameRows(one: SheetSnapshot["rows"], other: SheetSnapshot["rows"]): boolean {
  const isWithin = (inner: SheetSnapshot["rows"], outer: SheetSnapshot["rows"]): boolean =>
    [...inner].every(([row, cells]) =>
      [...cells].every(([column, cell]) => {
        const twin = outer.get(row)?.get(column);
        return twin !== undefined && twin.formula === cell.formula && sameValue(twin.value, cell.value);
      }),
    );
  return isWithin(one, other) && isWithin(other, one);
}
