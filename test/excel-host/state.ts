import type { HostBook, HostSheet } from "./book";
import { recalculate, type ChangedCell } from "./calculate";
import { accessDenied } from "./host-error";
import type { HostEvent } from "./events";

/** What the objects of one host share: the workbook, and what is to follow from changes to it. */
export class HostState {
  /** Workbooks that arrive as base64 in this request, read beforehand. */
  readonly arriving = new Map<string, HostBook>();
  /** Workbooks that `Excel.createWorkbook` opened in windows of their own. */
  readonly opened: (HostBook | null)[] = [];
  readonly registered = new Set<string>();
  private changed: ChangedCell[] = [];
  private readonly events: HostEvent[] = [];

  constructor(readonly book: HostBook) {}

  noteChange(cell: ChangedCell): void {
    this.changed.push(cell);
  }

  /** Computes what hangs on the changes since the last time. */
  settle(): void {
    const { changed } = this;
    this.changed = [];
    if (changed.length > 0) {
      const isManual = this.book.calculationMode === "Manual";
      // Even where the workbook is calculated by hand, a formula is computed as it is written.
      recalculate(this.book, changed, { onlyThose: isManual });
    }
  }

  notify(event: HostEvent): void {
    this.events.push(event);
  }

  takeEvents(): HostEvent[] {
    return this.events.splice(0);
  }

  refuseReadOnly(): void {
    if (this.book.isReadOnly) throw accessDenied("The workbook is read-only.");
  }

  refuseStructure(): void {
    this.refuseReadOnly();
    if (this.book.isStructureProtected) throw accessDenied("The workbook's structure is protected.");
  }

  /** For what protection forbids outright, unless an option of its own allows it. */
  refuseProtected(sheet: HostSheet, option?: string): void {
    this.refuseReadOnly();
    if (sheet.protection && (option === undefined || sheet.protection.options[option] !== true)) {
      throw accessDenied(`The sheet ${sheet.name} is protected.`);
    }
  }
}
