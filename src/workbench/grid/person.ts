import type { IExecutionOptions } from "@univerjs/core";
import { z } from "zod/mini";
import { fromA1, toA1, type Place, type Position } from "../../core/cell";
import type { CellContent } from "../../core/edit";
import { clipboardRows, type PastedCell } from "./clipboard-rows";
import { filledFrom } from "./filled";
import type { ShownCell, TypedCell } from "./grid";
import { mayRun } from "./guard-commands";
import { isTextFormat, readTyped } from "./read-typed";
import { sameContent, type ShownContents } from "./shown-contents";
import { isAsShown, rawCells, typedContent } from "./typed-cells";
import type { UniverSheets } from "./univer-sheets";

const rangeShape = z.object({
  startRow: z.number(),
  startColumn: z.number(),
  endRow: z.number(),
  endColumn: z.number(),
});
const setValues = z.object({ range: z.optional(z.nullable(rangeShape)), value: z.unknown() });
const paste = z.object({ textContent: z.optional(z.string()), htmlContent: z.optional(z.string()) });
const fill = z.object({ sourceRange: rangeShape, targetRange: rangeShape });
const editing = z.object({ visible: z.boolean() });

/** What is done of a person's change, and who is told. */
export interface PersonsChange {
  readonly typed: (cells: readonly TypedCell[]) => void;
  readonly refused: (place: Place) => void;
}

/** A person at the sheet: every change they make goes through here, as a whole or not at all. */
export class Person {
  shown: ShownContents | null = null;
  /** Set while the grid itself is at work; nothing is asked then. */
  isOurs = false;
  #copied: { readonly text: string; readonly rows: readonly (readonly PastedCell[])[] } | null = null;

  constructor(
    private readonly sheets: UniverSheets,
    private readonly change: PersonsChange,
  ) {}

  readonly ask = (id: string, params: unknown, options: IExecutionOptions | undefined): "do" | "skip" => {
    if (this.isOurs) return "do";
    switch (id) {
      case "sheet.command.set-range-values":
        this.#typed(params);
        return "skip";
      case "sheet.command.clear-selection-content":
      case "sheet.command.clear-selection-all":
        this.clear();
        return "skip";
      case "sheet.command.paste-by-short-key":
        this.#pasted(params);
        return "skip";
      case "sheet.command.auto-fill":
        this.#filled(params);
        return "skip";
      case "sheet.operation.set-cell-edit-visible":
      case "sheet.operation.set-cell-edit-visible-f2":
        return this.#mayEdit(params) ? "do" : "skip";
      case "univer.command.undo":
      case "univer.command.redo":
        // Within the text being typed, where Univer's history is of that text alone.
        return this.sheets.book?.isCellEditing() === true ? "do" : "skip";
      case "univer.command.copy":
        this.remember();
        return "do";
      default:
        return mayRun(id, options) ? "do" : "skip";
    }
  };

  /** Empties the inputs among the selected cells; refused where there are none. */
  clear(): void {
    const places = this.#selectedPlaces().filter((place) => !isBlank(this.#at(place)));
    const free = places.filter((place) => this.shown?.mayType(place));
    if (free.length > 0) this.#put(free.map((at) => ({ at, content: { value: null } })));
    else if (places[0]) this.change.refused(places[0]);
  }

  /** What is being copied, so that pasting it here gives what the cells hold and not how they are shown. */
  remember(): void {
    const [range, ...others] = this.sheets.selectedRanges();
    this.#copied = null;
    if (!range || others.length > 0 || (range.endRow - range.startRow) * (range.endColumn - range.startColumn) > 20_000)
      return;
    const rows: PastedCell[][] = [];
    const lines: string[] = [];
    for (let row = range.startRow; row <= range.endRow; row += 1) {
      const line: PastedCell[] = [];
      const texts: string[] = [];
      for (let column = range.startColumn; column <= range.endColumn; column += 1) {
        const place = this.sheets.place({ row, column });
        const text = this.sheets.shown({ row, column });
        line.push({ text, value: place ? this.#at(place).value : null });
        texts.push(text);
      }
      rows.push(line);
      lines.push(texts.join("\t"));
    }
    this.#copied = { text: plain(lines.join("\n")), rows };
  }

  #at(place: Place): CellContent {
    return this.shown?.at(place) ?? { value: null };
  }

  #selectedPlaces(): Place[] {
    const name = this.sheets.selected()?.sheet;
    const sheet = name === undefined ? undefined : this.shown?.sheet(name);
    if (!sheet) return [];
    const places: Place[] = [];
    for (const { startRow, endRow, startColumn, endColumn } of this.sheets.selectedRanges()) {
      const { lastRow, lastColumn } = this.#end();
      for (let row = startRow; row <= Math.min(endRow, lastRow); row += 1)
        for (let column = startColumn; column <= Math.min(endColumn, lastColumn); column += 1)
          places.push({ sheet: sheet.name, cell: toA1({ row, column }) });
    }
    return places;
  }

  #end(): { readonly lastRow: number; readonly lastColumn: number } {
    const sheet = this.sheets.book?.getActiveSheet();
    return { lastRow: (sheet?.getMaxRows() ?? 0) - 1, lastColumn: (sheet?.getMaxColumns() ?? 0) - 1 };
  }

  #mayEdit(params: unknown): boolean {
    const wish = editing.safeParse(params);
    const place = this.sheets.selected();
    if (!wish.success || !wish.data.visible || !place || this.sheets.book?.isCellEditing()) return true;
    if (this.shown?.mayType(place)) return true;
    this.change.refused(place);
    return false;
  }

  #typed(params: unknown): void {
    const wish = setValues.safeParse(params);
    const range = wish.success ? (wish.data.range ?? this.sheets.selectedRanges()[0]) : undefined;
    if (!wish.success || !range) return;
    const cells: ShownCell[] = [];
    for (const { row, column, cell } of rawCells(wish.data.value, range)) {
      const at = this.sheets.place({ row, column });
      if (!at) continue;
      const { value, formula } = this.#at(at);
      const content = typedContent(cell, this.shown?.formatAt(at) ?? null);
      const isLeft =
        formula === undefined &&
        typeof cell?.v === "string" &&
        isAsShown(cell.v, { value, shown: this.sheets.shown({ row, column }) });
      // A text that begins with "=" and was left as it stood stays a text (law ED7).
      const isText = content.formula !== undefined && value === `=${content.formula}`;
      if (!isLeft && !isText) cells.push({ at, content });
    }
    this.#put(cells);
  }

  #pasted(params: unknown): void {
    const wish = paste.safeParse(params);
    const range = this.sheets.selectedRanges()[0];
    if (!wish.success || !range) return;
    const { textContent = "", htmlContent = "" } = wish.data;
    const isOwn = this.#copied !== null && this.#copied.text === plain(textContent);
    const rows = isOwn ? this.#copied?.rows : clipboardRows(textContent, htmlContent);
    const origin = { row: range.startRow, column: range.startColumn };
    const first = this.sheets.place(origin);
    if (!rows || !first) {
      if (first) this.change.refused(first);
      return;
    }
    const cells: ShownCell[] = [];
    for (const { row, column, cell } of spread(rows, range)) {
      const at = this.sheets.place({ row, column });
      if (!at) continue;
      const format = this.shown?.formatAt(at) ?? null;
      cells.push({
        at,
        content:
          cell.value !== undefined && !isTextFormat(format)
            ? { value: cell.value }
            : readTyped(cell.text, { format, from: "clipboard" }),
      });
    }
    this.#put(cells);
  }

  #filled(params: unknown): void {
    const wish = fill.safeParse(params);
    if (!wish.success) return;
    const cells: ShownCell[] = [];
    for (const { to, from } of filledFrom(wish.data.sourceRange, wish.data.targetRange)) {
      const [at, source] = [this.sheets.place(to), this.sheets.place(from)];
      if (at && source) cells.push({ at, content: this.#moved(this.#at(source), { to, from }) });
    }
    this.#put(cells);
  }

  #moved(
    { value, formula }: CellContent,
    { to, from }: { readonly to: Position; readonly from: Position },
  ): CellContent {
    if (formula === undefined) return { value };
    const moved = this.sheets.api
      .getFormula()
      .moveFormulaRefOffset(`=${formula}`, to.column - from.column, to.row - from.row);
    return { value: null, formula: moved.slice(1) };
  }

  /** All of it, or, where a locked cell would change, nothing. */
  #put(cells: readonly ShownCell[]): void {
    const { shown } = this;
    if (!shown) return;
    const changed = cells.filter(({ at, content }) => !sameContent(content, shown.at(at)));
    const locked = changed.find(({ at }) => !shown.mayType(at) || !this.#isInside(at));
    if (locked) {
      this.change.refused(locked.at);
      return;
    }
    if (changed.length === 0) return;
    const typed = changed.map(({ at, content }) => ({ at, content, before: shown.at(at) }));
    for (const { at, content } of changed) shown.set(at, content);
    this.isOurs = true;
    try {
      this.sheets.write(changed);
    } finally {
      this.isOurs = false;
    }
    this.change.typed(typed);
  }

  #isInside({ cell }: Place): boolean {
    const at = fromA1(cell);
    const { lastRow, lastColumn } = this.#end();
    return at !== null && at.row <= lastRow && at.column <= lastColumn;
  }
}

function isBlank({ value, formula }: CellContent): boolean {
  return value === null && formula === undefined;
}

/** One cell pasted fills the whole selection; a block is laid from the selection's first cell. */
function spread<Item>(
  rows: readonly (readonly Item[])[],
  range: z.infer<typeof rangeShape>,
): { readonly row: number; readonly column: number; readonly cell: Item }[] {
  const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
  const cells: { row: number; column: number; cell: Item }[] = [];
  if (only !== undefined) {
    for (let row = range.startRow; row <= range.endRow; row += 1)
      for (let column = range.startColumn; column <= range.endColumn; column += 1)
        cells.push({ row, column, cell: only });
    return cells;
  }
  for (const [down, line] of rows.entries())
    for (const [across, cell] of line.entries())
      cells.push({ row: range.startRow + down, column: range.startColumn + across, cell });
  return cells;
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
}
