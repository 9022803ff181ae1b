import { fromA1 } from "../../core/cell";
import type { Mark } from "../../workbook/workbook";
import type { UniverSheets } from "./univer-sheets";

const colours = {
  error: { stroke: "#c50f1f", fill: "rgba(197, 15, 31, 0.14)" },
  warning: { stroke: "#bc4b09", fill: "rgba(247, 165, 56, 0.2)" },
  note: { stroke: "#0f6cbd", fill: "rgba(15, 108, 189, 0.12)" },
} as const;

/** Marks lie over the sheet's canvas: no cell, format or rule changes. Univer draws them on the sheet in view alone. */
export class ShownMarks {
  #marks: readonly Mark[] = [];
  #drawn: { readonly dispose: () => void }[] = [];

  constructor(private readonly sheets: UniverSheets) {}

  show(marks: readonly Mark[]): void {
    this.#marks = marks;
    this.draw();
  }

  clear(): void {
    this.#marks = [];
    this.#rub();
  }

  draw(): void {
    this.#rub();
    const sheet = this.sheets.book?.getActiveSheet();
    if (!sheet) return;
    for (const { at, severity } of this.#marks) {
      const position = at.sheet === sheet.getSheetName() ? fromA1(at.cell) : null;
      if (!position || position.row >= sheet.getMaxRows() || position.column >= sheet.getMaxColumns()) continue;
      const merged = sheet.getCellMergeData(position.row, position.column);
      const range = merged ?? sheet.getRange(position.row, position.column);
      this.#drawn.push(range.highlight({ ...colours[severity], strokeWidth: 2, widgets: {} }));
    }
  }

  #rub(): void {
    for (const mark of this.#drawn) mark.dispose();
    this.#drawn = [];
  }
}
