import type { SheetBlueprint } from "../../core/blueprint";
import { columnLetters, quotedSheet, toA1 } from "../../core/cell";
import type { PutSheet } from "../../core/edit";
import { leadsTo } from "../../core/sheet-in-formula";
import type { SheetSnapshot, Snapshot } from "../../core/snapshot";
import { reservedPrefix } from "../reserved-sheets";
import type { BookPicture } from "./book-picture";
import type { Step } from "./step";

/** A sheet to be put, with the sheet that makes room for it. */
export interface PutPlan {
  readonly sheet: SheetBlueprint;
  readonly old: {
    /** By its name before the operation. */
    readonly name: string;
    /** The reserved name under which it waits for undo. */
    readonly kept: string;
    readonly visibility: SheetSnapshot["visibility"];
  } | null;
  /** Workbook-wide names as they are to stand: name → formula. */
  readonly names: ReadonlyMap<string, string>;
  readonly back: readonly Step[];
}

/** How a sheet will be put into the workbook as it is `now`. */
export function planPut({ book, edit, now, kept }: Putting): PutPlan {
  const { sheet, replaces, names } = edit;
  const replaced = replaces && now.sheets.find(({ name }) => name === replaces.sheet);
  const old = replaced && {
    name: replaced.name,
    kept: freeName(book, kept),
    visibility: replaced.visibility,
  };
  const place = old ? book.order.findIndex(({ name }) => name === old.name) : -1;
  const wanted = new Map(
    names.map(({ name, sheet: of, at }) => [name, formulaOf(of, { row: at.row, column: at.column })]),
  );
  const led = old ? namesInto(book, old.name) : [];
  const touched = new Set([...wanted.keys(), ...led]);
  return {
    sheet,
    old: old ?? null,
    names: wanted,
    back: [
      {
        kind: "give-way",
        sheet: sheet.name,
        back: old ? { kept: old.kept, name: old.name, visibility: old.visibility, place: Math.max(0, place) } : null,
      },
      ...[...touched].map((name): Step => ({ kind: "name", name, formula: formulaNamed(book, name) })),
    ],
  };
}

interface Putting {
  readonly book: BookPicture;
  readonly edit: PutSheet;
  readonly now: Snapshot;
  /** The reserved names that the operation has given already. */
  readonly kept: readonly string[];
}

/** A reserved name that no sheet has, and that was not given already. */
export function freeName({ order }: BookPicture, kept: readonly string[]): string {
  const taken = new Set([...order.map(({ name }) => name.toLowerCase()), ...kept]);
  let number = 1;
  while (taken.has(`${reservedPrefix}${number}`)) number++;
  return `${reservedPrefix}${number}`;
}

/** "='Bìa'!$C$7" */
export function formulaOf(sheet: string, { row, column }: { readonly row: number; readonly column: number }): string {
  return `=${quotedSheet(sheet)}!$${columnLetters(column)}$${row + 1}`;
}

function namesInto({ snapshot }: BookPicture, sheet: string): string[] {
  return [...snapshot.names].filter(([, place]) => place.sheet === sheet).map(([name]) => name);
}

/** Names are the same whatever their case. */
function formulaNamed({ names }: BookPicture, wanted: string): string | null {
  for (const [name, formula] of names) if (name.toLowerCase() === wanted.toLowerCase()) return formula;
  return null;
}

/** The formulas of other sheets that lead to sheets put in place of others, as they are to stand afterwards. */
export function ledTo({ sheets }: Snapshot, puts: readonly PutPlan[]): Step[] {
  const put = new Set(puts.map(({ sheet }) => sheet.name));
  const replaced = new Set(puts.flatMap(({ sheet, old }) => (old ? [sheet.name.toLowerCase()] : [])));
  if (replaced.size === 0) return [];
  return sheets.flatMap((sheet): Step[] => {
    if (put.has(sheet.name)) return [];
    const cells = [...sheet.rows].flatMap(([row, line]) =>
      [...line].flatMap(([column, { formula }]) =>
        formula !== undefined && leadsTo(formula, replaced)
          ? [{ cell: toA1({ row, column }), raw: `=${formula}` }]
          : [],
      ),
    );
    return cells.length === 0 ? [] : [{ kind: "cells", sheet: sheet.name, cells }];
  });
}
