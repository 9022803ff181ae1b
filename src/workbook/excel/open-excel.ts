import type { Place } from "../../core/cell";
import { dateSerial } from "../xlsx/date-serial";
import { readTarget } from "../xlsx/workbook-part";
import { isReserved } from "../reserved-sheets";
import { WorkbookTrouble, type LiveWorkbook, type Mark } from "../workbook";
import { base64Of } from "./base64";
import type { BookPicture, SheetName } from "./book-picture";
import { listenToExcel } from "./hints";
import { inExcel } from "./in-excel";
import { readBook } from "./read-book";
import { closedAgain } from "./settle";
import { retold, troubleOf } from "./trouble-of";
import { undoOperation } from "./undo-operation";
import { lastName, recordsIn, undoKey } from "./undo-records";
import { guardedByMarks, writeMarks } from "./write-marks";
import { writeOperation } from "./write-operation";

/** The workbook that is open in Excel, through Office.js; `now` is the clock by which marks fade. */
export function openExcel(now: () => Date = () => new Date()): LiveWorkbook {
  const door = new ExcelDoor(now);
  return {
    read: () => door.inTurn(async () => (await door.look()).snapshot),
    write: (operation) => door.inTurn(async () => writeOperation(await door.latest(), operation)),
    undoable: () => door.inTurn(undoable),
    undo: () => door.inTurn(async () => undoOperation(await door.look())),
    mark: (marks) => door.inTurn(() => door.mark(marks)),
    reveal: (place) => door.inTurn(() => reveal(place)),
    selected: () => door.inTurn(selected),
    onHint: (listener) =>
      listenToExcel((hint) => {
        if (hint === "changed") door.forget();
        listener(hint);
      }),
    openNew: ({ bytes }) => door.inTurn(() => inExcel(() => Excel.createWorkbook(base64Of(bytes)))),
  };
}

/** So long a reading is as good as a new one, if nobody was heard to change anything: time for the engine to think. */
const freshMs = 2_000;

/** What the door knows from one time to the next: nothing that is not asked for again where it does not fit. */
class ExcelDoor {
  private seen: BookPicture | null = null;
  private seenAt = 0;
  private order: readonly SheetName[] = [];
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly now: () => Date) {}

  /** One thing after another: two that overlap would each find the other half done. */
  inTurn<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
    const done = this.last.then(work, work);
    this.last = done.catch(() => undefined);
    return done;
  }

  async look(): Promise<BookPicture> {
    this.seen = null;
    const book = await readAgain(this.order.filter(({ name }) => !isReserved(name)));
    this.order = book.order;
    this.seen = book;
    this.seenAt = this.now().getTime();
    return book;
  }

  /**
   * The reading on which an operation was just planned, or a new one. Nothing is lost by it: what a person typed in between
   * is noticed in the very batch that writes, and put back (law ED1); it saves a sync (law XL1).
   */
  async latest(): Promise<BookPicture> {
    const isFresh = this.now().getTime() - this.seenAt <= freshMs;
    const book = isFresh && this.seen ? this.seen : await this.look();
    this.seen = null;
    return book;
  }

  forget(): void {
    this.seen = null;
  }

  /** Needs no look of its own right after a reading (law XL1). */
  async mark(marks: readonly Mark[]): Promise<void> {
    const seen = this.seen ?? (await this.look());
    this.seen = null;
    try {
      this.seen = await this.markIn(seen, marks);
    } catch (cause) {
      const trouble = await closedAgain(cause, guardedByMarks(seen, marks));
      if (trouble.about.isUnsure) throw trouble;
      const book = await this.look();
      // Half of the marks is worse than a second try, and a mark or sheet may be gone that was there.
      if (trouble.kind !== "item-is-gone" && isSameMarks(seen, book)) throw trouble;
      this.seen = await this.markIn(book, marks).catch((again: unknown) => {
        throw retold(troubleOf(again), { isUnsure: true });
      });
    }
  }

  private async markIn(book: BookPicture, marks: readonly Mark[]): Promise<BookPicture> {
    const standing = await inExcel((context) => writeMarks(context, book, { marks, day: this.today() }));
    const sheets = [...book.sheets].map(
      ([name, sheet]) => [name, { ...sheet, marks: standing.get(sheet.id) ?? [] }] as const,
    );
    return { ...book, sheets: new Map(sheets) };
  }

  private today(): number {
    const now = this.now();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
    return dateSerial(day.join("-")) ?? 0;
  }
}

function isSameMarks(one: BookPicture, other: BookPicture): boolean {
  const marks = ({ sheets }: BookPicture) =>
    JSON.stringify([...sheets.values()].map((sheet) => [sheet.id, sheet.marks]));
  return marks(one) === marks(other);
}

/** By the sheets of the last reading, which saves a sync; where one of those is gone, from the beginning. */
async function readAgain(known: readonly SheetName[]): Promise<BookPicture> {
  try {
    return await inExcel((context) => readBook(context, known));
  } catch (cause) {
    if (known.length === 0 || !(cause instanceof WorkbookTrouble) || cause.kind !== "item-is-gone") throw cause;
    return inExcel((context) => readBook(context));
  }
}

function undoable() {
  return inExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(undoKey);
    setting.load("value");
    await context.sync();
    return setting.isNullObject ? null : lastName(recordsIn(setting.value));
  });
}

/** A hidden sheet is not shown without being asked for. */
function reveal({ sheet: name, cell }: Place): Promise<void> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load("visibility");
    await context.sync();
    if (sheet.isNullObject || sheet.visibility !== "Visible") {
      throw new WorkbookTrouble("item-is-gone", { sheet: name, isUnsure: false, detail: "no such sheet in sight" });
    }
    sheet.activate();
    sheet.getRange(cell).select();
    await context.sync();
  });
}

function selected(): Promise<Place | null> {
  return inExcel(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("address");
    await context.sync();
    const target = readTarget(cell.address);
    const place = /([A-Z]+\d+)$/.exec(cell.address)?.[1];
    return target && place !== undefined && !isReserved(target.sheet) ? { sheet: target.sheet, cell: place } : null;
  });
}
