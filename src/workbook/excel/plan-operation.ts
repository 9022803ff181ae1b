import { applyEdits, contentAt, isRefusal, pendingEdits, sheetEditsIn, type PendingEdit } from "../../core/apply-edits";
import { applySheetEdit } from "../../core/apply-sheet-edit";
import { blockToA1, fromA1, reference } from "../../core/cell";
import { isCellEdit, type CellContent, type Edit, type EditRefusal, type SheetEdit } from "../../core/edit";
import { leadsTo } from "../../core/sheet-in-formula";
import { cellAt, type SheetSnapshot, type Snapshot } from "../../core/snapshot";
import { standardFont } from "../xlsx/cell-style";
import { legacyFont } from "../xlsx/styles";
import type { Operation } from "../workbook";
import { formatAt, type BookPicture, type SheetPicture } from "./book-picture";
import { formatFor, rawOf } from "./excel-cell";
import { freeName, ledTo, planPut, type PutPlan } from "./plan-put";
import { asEditsSayIt } from "./same-in-excel";
import type { CellStep, Step } from "./step";
import type { PutCell } from "./undo-records";

/** What an operation does to the workbook as it was found, before any of it is done. */
export interface Plan {
  /** What the workbook is to hold; values of formulas are Excel's own. */
  readonly after: Snapshot;
  /** Before sheets are put, and behind that. */
  readonly steps: readonly Step[];
  readonly puts: readonly PutPlan[];
  readonly later: readonly Step[];
  /** Formulas elsewhere that followed a sheet which gave way, led to the one in its place. */
  readonly bent: readonly Step[];
  /** What takes it back, in order. */
  readonly back: readonly Step[];
  /** Each cell that is written, by its sheet's name before the operation, with what it is expected to hold. */
  readonly expected: readonly PutCell[];
  /** The same with what it is to hold in the end, by the sheet's name in the end. */
  readonly cells: readonly PutCell[];
}

/** The plan of an operation, or the first refusal (laws ED1, ED2). Null: everything is so already (law ED4). */
export function planOperation(book: BookPicture, { rounds }: Operation): Plan | EditRefusal | null {
  const planner = new Planner(book);
  for (const edits of rounds) {
    const refusal = planner.round(edits);
    if (refusal) return refusal;
  }
  return planner.plan();
}

class Planner {
  private current: Snapshot;
  private readonly steps: Step[] = [];
  private readonly puts: PutPlan[] = [];
  private readonly later: Step[] = [];
  /** The reserved names under which sheets wait for undo. */
  private readonly kept: string[] = [];
  private readonly back: Step[] = [];
  /** By the names that sheets have now. */
  private readonly pictures: Map<string, SheetPicture>;
  /** The names that sheets had before, by those they have now; not of sheets that are put. */
  private readonly origins: Map<string, string>;
  private readonly formats = new Map<string, string>();
  private readonly expected = new Map<string, PutCell>();
  private cells: { sheet: string; readonly cell: string; readonly content: CellContent }[] = [];

  constructor(private readonly book: BookPicture) {
    this.current = book.snapshot;
    this.pictures = new Map(book.sheets);
    this.origins = new Map([...book.sheets.keys()].map((name) => [name, name]));
  }

  round(edits: readonly Edit[]): EditRefusal | null {
    const found = this.current;
    const said = asEditsSayIt(found, edits);
    const outcome = applyEdits(said, edits);
    if (isRefusal(outcome)) return outcome;
    const ofCells = edits.filter(isCellEdit);
    const pending = pendingEdits(said, ofCells);
    if (isRefusal(pending)) return pending;
    this.writeCells(pending, found);
    let now = applyEdits(said, ofCells);
    if (isRefusal(now)) return now;
    for (const edit of sheetEditsIn(edits)) {
      const next = applySheetEdit(now, edit);
      if (isRefusal(next)) return next;
      if (next !== now) this.changeSheet(edit, now);
      now = next;
    }
    this.current = now;
    return null;
  }

  plan(): Plan | null {
    const { current, steps, puts, later, back, expected, cells } = this;
    if (steps.length + puts.length + later.length === 0) return null;
    const last = new Map(
      cells.map(({ sheet, cell, content }) => [reference({ sheet, cell }), { sheet, cell, ...content }]),
    );
    return {
      after: current,
      steps,
      puts,
      later,
      bent: ledTo(current, puts),
      back,
      expected: [...expected.values()],
      cells: [...last.values()],
    };
  }

  private do(forward: Step, backward: readonly Step[]): void {
    (this.puts.length === 0 ? this.steps : this.later).push(forward);
    this.back.unshift(...backward);
  }

  private writeCells(pending: readonly PendingEdit[], found: Snapshot): void {
    const bySheet = new Map<string, PendingEdit[]>();
    for (const edit of pending) bySheet.set(edit.at.sheet, [...(bySheet.get(edit.at.sheet) ?? []), edit]);
    for (const [sheet, edits] of bySheet) {
      const both = edits.map((edit) => this.cellSteps(edit, found));
      const back: Step = { kind: "cells", sheet, cells: both.map(({ backward }) => backward) };
      // A sheet that was put goes as a whole.
      const isPut = this.puts.some((put) => put.sheet.name === sheet);
      this.do({ kind: "cells", sheet, cells: both.map(({ forward }) => forward) }, isPut ? [] : [back]);
    }
  }

  private cellSteps({ at, position, put, leavesLegacyFont }: PendingEdit, snapshot: Snapshot): BothWays {
    const { sheet, cell } = at;
    const picture = this.pictures.get(sheet);
    const snapshotOfSheet = snapshot.sheets.find(({ name }) => name === sheet);
    const found = snapshotOfSheet ? contentAt(snapshotOfSheet, position) : { value: null };
    const key = reference(at);
    const origin = this.origins.get(sheet);
    if (origin !== undefined) {
      const first = { sheet: origin, cell, ...found };
      if (!this.expected.has(reference(first))) this.expected.set(reference(first), first);
    }
    this.cells.push({ sheet, cell, content: put });
    const format = this.formats.get(key) ?? formatAt(picture, position);
    const needed = formatFor(put, format);
    this.formats.set(key, needed ?? format);
    const before = snapshotOfSheet && cellAt(snapshotOfSheet, position.row, position.column)?.legacyFont;
    const font = before ?? legacyFont(picture?.font ?? undefined);
    // A legacy font stays only with the text that was written in it (law RD4).
    const isOther = typeof put.value === "string" && put.formula === undefined && before === undefined;
    const leaves = font !== undefined && (leavesLegacyFont === true || isOther);
    return {
      forward: {
        cell,
        raw: rawOf(put, needed ?? format),
        ...(needed !== null && { format: needed }),
        ...(leaves && { font: standardFont.name }),
      },
      backward: {
        cell,
        raw: rawOf(found, format),
        ...(needed !== null && { format }),
        ...(leaves && { font }),
      },
    };
  }

  private changeSheet(edit: SheetEdit, now: Snapshot): void {
    const before = now.sheets.find(({ name }) => name === (edit.kind === "put-sheet" ? "" : edit.sheet));
    switch (edit.kind) {
      case "rename-sheet": {
        const { sheet, to } = edit;
        this.do({ kind: "rename", sheet, to }, [{ kind: "rename", sheet: to, to: sheet }]);
        this.follow(sheet, to);
        break;
      }
      case "show-sheet": {
        const { sheet } = edit;
        const was = before?.visibility ?? "visible";
        this.do({ kind: "see", sheet, visibility: "visible" }, [{ kind: "see", sheet, visibility: was }]);
        break;
      }
      case "show-lines": {
        const rows = edit.rows.filter((row) => before?.hiddenRows.has(row) === true);
        const columns = edit.columns.filter((column) => before?.hiddenColumns.has(column) === true);
        const lines = { kind: "lines", sheet: edit.sheet, rows, columns } as const;
        this.do({ ...lines, isHidden: false }, [{ ...lines, isHidden: true }]);
        break;
      }
      case "unmerge": {
        const merge = { kind: "merge", sheet: edit.sheet, block: blockToA1(edit.block) } as const;
        this.do({ ...merge, isMerged: false }, [{ ...merge, isMerged: true }]);
        break;
      }
      case "put-sheet": {
        const put = planPut({ book: this.book, edit, now, kept: this.kept });
        if (put.old) this.kept.push(put.old.kept);
        this.forget([put.old?.name, edit.sheet.name]);
        this.puts.push(put);
        this.back.unshift(...put.back);
        this.pictures.delete(edit.sheet.name);
        this.origins.delete(edit.sheet.name);
        break;
      }
      case "drop-sheet":
        this.setAside(edit.sheet, before?.visibility ?? "visible");
    }
  }

  /** Nothing is deleted: the sheet waits under a reserved name, where undo finds it; names would lead there with it. */
  private setAside(sheet: string, visibility: SheetSnapshot["visibility"]): void {
    const { book } = this;
    const wanted = new Set([sheet.toLowerCase()]);
    for (const [name, formula] of book.names) {
      if (leadsTo(formula, wanted)) this.do({ kind: "name", name, formula: null }, [{ kind: "name", name, formula }]);
    }
    const kept = freeName(book, this.kept);
    const origin = this.origins.get(sheet) ?? sheet;
    const place = Math.max(
      0,
      book.order.findIndex(({ name }) => name === origin),
    );
    this.kept.push(kept);
    this.do({ kind: "set-aside", sheet, kept }, [{ kind: "come-back", sheet: kept, name: sheet, visibility, place }]);
    this.forget([sheet]);
    this.pictures.delete(sheet);
    this.origins.delete(sheet);
  }

  /** A sheet that gives way need not hold what was written into it. */
  private forget(names: readonly (string | undefined)[]): void {
    this.cells = this.cells.filter(({ sheet }) => !names.includes(sheet));
  }

  /** What was noted of a sheet goes by its new name. */
  private follow(from: string, to: string): void {
    const picture = this.pictures.get(from);
    this.pictures.delete(from);
    if (picture) this.pictures.set(to, picture);
    const origin = this.origins.get(from);
    this.origins.delete(from);
    if (origin !== undefined) this.origins.set(to, origin);
    for (const cell of this.cells) if (cell.sheet === from) cell.sheet = to;
    for (const { sheet, cell } of this.cells) {
      const format = this.formats.get(reference({ sheet: from, cell }));
      if (sheet === to && format !== undefined && fromA1(cell))
        this.formats.set(reference({ sheet: to, cell }), format);
    }
  }
}

interface BothWays {
  readonly forward: CellStep;
  readonly backward: CellStep;
}
