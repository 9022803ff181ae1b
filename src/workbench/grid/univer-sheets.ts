import type { ICellData, ICommandService, IRange, IWorkbookData, Worksheet } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { FWorkbook } from "@univerjs/sheets/facade";
import { fromA1, toA1, type Place, type Position } from "../../core/cell";
import type { CellContent } from "../../core/edit";
import type { ShownCell } from "./grid";
import { cellOf, contentOf } from "./univer-cell";

/** The workbook in Univer: its cells by our places, and ways to go about in it. */
export class UniverSheets {
  #book: FWorkbook | null = null;

  constructor(
    readonly api: FUniver,
    readonly commands: ICommandService,
  ) {}

  get book(): FWorkbook | null {
    return this.#book;
  }

  open(data: IWorkbookData): void {
    this.shut();
    this.#book = this.api.createWorkbook(data);
    // Numbers are shown as Viet Nam writes them, whatever the language of the words around them.
    this.#book.setNumfmtLocal("vi");
  }

  shut(): void {
    if (this.#book) this.api.disposeUnit(this.#book.getId());
    this.#book = null;
  }

  /** Writes contents without Univer's own history; formulas that depend on them are calculated. */
  write(cells: readonly ShownCell[]): void {
    const values = new Map<string, Record<number, Record<number, ICellData>>>();
    for (const { at, content } of cells) {
      const sheet = this.#book?.getSheetByName(at.sheet);
      const position = fromA1(at.cell);
      if (!sheet || !position) continue;
      const rows = values.get(sheet.getSheetId()) ?? {};
      (rows[position.row] ??= {})[position.column] = cellOf(content);
      values.set(sheet.getSheetId(), rows);
    }
    const unitId = this.#book?.getId();
    for (const [subUnitId, cellValue] of values)
      this.commands.syncExecuteCommand("sheet.mutation.set-range-values", { unitId, subUnitId, cellValue });
  }

  content(sheetId: string, { row, column }: Position, format: string | null): CellContent {
    return contentOf(this.#raw(sheetId)?.getCellRaw(row, column) ?? null, format);
  }

  #raw(sheetId: string): Worksheet | null {
    return this.#book?.getWorkbook().getSheetBySheetId(sheetId) ?? null;
  }

  nameOf(sheetId: string): string | null {
    return this.#raw(sheetId)?.getName() ?? null;
  }

  place({ row, column }: Position): Place | null {
    const sheet = this.#book?.getActiveSheet().getSheetName();
    return sheet === undefined ? null : { sheet, cell: toA1({ row, column }) };
  }

  /** The cell that a person is at; of a merged block its first. */
  selected(): Place | null {
    const at = this.#book?.getActiveCell()?.getRange();
    return at ? this.place({ row: at.startRow, column: at.startColumn }) : null;
  }

  selectedRanges(): readonly IRange[] {
    return (
      this.#book
        ?.getActiveSheet()
        .getSelection()
        ?.getActiveRangeList()
        .map((range) => range.getRange()) ?? []
    );
  }

  /** What a cell shows, as text. */
  shown({ row, column }: Position): string {
    return this.#book?.getActiveSheet().getRange(row, column).getDisplayValue() ?? "";
  }

  goTo({ sheet, cell }: Place): boolean {
    const tab = this.#book?.getSheetByName(sheet);
    const at = fromA1(cell);
    if (!this.#book || !tab || !at || tab.isSheetHidden()) return false;
    if (at.row >= tab.getMaxRows() || at.column >= tab.getMaxColumns()) return false;
    if (this.#book.getActiveSheet().getSheetId() !== tab.getSheetId()) this.#book.setActiveSheet(tab);
    const merged = tab.getRange(at.row, at.column).isPartOfMerge()
      ? tab.getCellMergeData(at.row, at.column)
      : undefined;
    (merged ?? tab.getRange(at.row, at.column)).activate();
    // Undefined, against its type, for a sheet that was not drawn yet. Its last lines may be half or wholly out of sight.
    const seen = tab.getVisibleRange();
    const isSeen =
      !!seen &&
      at.row >= seen.startRow &&
      at.row < seen.endRow - 1 &&
      at.column >= seen.startColumn &&
      at.column < seen.endColumn - 1;
    // To the upper left, but with a little of what stands before it, so that its headings are not far; frozen ones never are.
    const before = tab.getFrozenColumns() > 0 ? 1 : 3;
    if (!isSeen) tab.scrollToCell(Math.max(0, at.row - 5), Math.max(0, at.column - before));
    return true;
  }

  turnTo(name: string): boolean {
    const tab = this.#book?.getSheetByName(name);
    if (!tab || tab.isSheetHidden()) return false;
    this.#book?.setActiveSheet(tab);
    return true;
  }

  /** One visible sheet further or back; at the ends nothing. */
  turn(by: 1 | -1): void {
    const tabs = this.#book?.getSheets().filter((sheet) => !sheet.isSheetHidden()) ?? [];
    const here = tabs.findIndex((sheet) => sheet.getSheetId() === this.#book?.getActiveSheet().getSheetId());
    const next = tabs[here + by];
    if (next) this.#book?.setActiveSheet(next);
  }
}
