import { blockToA1, toA1, type Block, type Place } from "../../core/cell";
import type { SheetSnapshot } from "../../core/snapshot";
import { isReserved } from "../reserved-sheets";
import { WorkbookTrouble } from "../workbook";
import { readTarget } from "../xlsx/workbook-part";
import { askReach, askSheet, reachOf, sheetPicture, type SheetAsked } from "./ask-sheet";
import { breath } from "./breath";
import { visibilityOf, type BookPicture, type SheetName, type SheetPicture } from "./book-picture";
import { withLegacyFonts } from "./legacy-fonts";
import { undoKey } from "./undo-records";

/** Sheets of reports end well within it; of a larger one the rest is asked for when its reach is known. */
const quickBlock: Block = { top: 0, left: 0, bottom: 999, right: 99 };
/** More sheets than this are measured before they are asked for, lest the answer is too large for Excel on the web. */
const quickSheets = 30;
/** What a cell takes in an answer, with its formula, format and type: a measured mean of summaries, rounded up. */
const bytesOfCell = 80;
const bytesAtOnce = 4 * 1024 * 1024;
const mostCells = 2_000_000;

/**
 * The open workbook as it is now: the sheets' names in one sync, what is in them in a second. Where the sheets are the
 * `known` ones of an earlier reading, one sync does both. Further syncs only for more than 30 sheets or very large ones
 * (one for each 4 MB), and where a sheet has several fonts and texts that may be of a legacy encoding.
 */
export async function readBook(context: Excel.RequestContext, known: readonly SheetName[] = []): Promise<BookPicture> {
  const frame = askFrame(context);
  const asked = new Map<string, SheetAsked>();
  const ask = (sheets: readonly SheetName[], block: Block) => {
    for (const { id } of sheets) asked.set(id, askSheet(context.workbook.worksheets.getItem(id), block));
  };
  if (known.length <= quickSheets) ask(known, quickBlock);
  await context.sync();
  const order = orderOf(frame);
  const wanted = order.filter(({ name }) => !isReserved(name));
  const unasked = wanted.filter(({ id }) => !asked.has(id));
  if (unasked.length > 0 && wanted.length <= quickSheets) {
    ask(unasked, quickBlock);
    await context.sync();
  }
  const measured = await askMeasured(context, wanted, asked);
  const pictures: SheetPicture[] = [];
  for (const sheet of wanted) {
    const answer = measured.get(sheet.id) ?? asked.get(sheet.id);
    if (answer) pictures.push(sheetPicture(sheet, answer));
    await breath();
  }
  return pictureOf(frame, order, await withLegacyFonts(context, pictures));
}

/** The sheets' names and what undo stored, without what is in the sheets: one sync. */
export async function readOrder(context: Excel.RequestContext): Promise<Pick<BookPicture, "order" | "records">> {
  const frame = askFrame(context);
  await context.sync();
  return { order: orderOf(frame), records: recordsOf(frame) };
}

interface FrameAsked {
  readonly workbook: Excel.Workbook;
  readonly sheets: Excel.WorksheetCollection;
  readonly names: Excel.NamedItemCollection;
  readonly active: Excel.Worksheet;
  readonly records: Excel.Setting;
}

function askFrame({ workbook }: Excel.RequestContext): FrameAsked {
  const { worksheets: sheets, names } = workbook;
  workbook.load("name,readOnly");
  sheets.load("items/id,items/name,items/visibility");
  names.load("items/name,items/formula,items/scope");
  const active = sheets.getActiveWorksheet();
  active.load("id");
  const records = workbook.settings.getItemOrNullObject(undoKey);
  records.load("value");
  return { workbook, sheets, names, active, records };
}

function recordsOf({ records }: Pick<FrameAsked, "records">): unknown {
  return records.isNullObject ? null : records.value;
}

function orderOf({ sheets }: FrameAsked): SheetName[] {
  return sheets.items.map(({ id, name, visibility }) => ({ id, name, visibility: visibilityOf(visibility) }));
}

/** Asks for the sheets that have not been asked for, and for those that go beyond what was; as many at once as may be. */
async function askMeasured(
  context: Excel.RequestContext,
  sheets: readonly SheetName[],
  asked: ReadonlyMap<string, SheetAsked>,
): Promise<ReadonlyMap<string, SheetAsked>> {
  const reaches = new Map<string, Excel.Range>();
  for (const { id } of sheets) {
    reaches.set(id, asked.get(id)?.whole ?? askReach(context.workbook.worksheets.getItem(id)));
  }
  if (sheets.some(({ id }) => !asked.has(id))) await context.sync();
  const measured = new Map<string, SheetAsked>();
  let cells = 0;
  let bytes = 0;
  for (const { id, name } of sheets) {
    const whole = reaches.get(id);
    const reach = (whole && reachOf(whole)) ?? { top: 0, left: 0, bottom: 0, right: 0 };
    const count = (reach.bottom + 1) * (reach.right + 1);
    cells += count;
    if (cells > mostCells) throw tooMuch(name);
    if (asked.has(id) && reach.bottom <= quickBlock.bottom && reach.right <= quickBlock.right) continue;
    if (bytes > 0 && bytes + count * bytesOfCell > bytesAtOnce) {
      await context.sync();
      bytes = 0;
    }
    measured.set(id, askSheet(context.workbook.worksheets.getItem(id), reach));
    bytes += count * bytesOfCell;
  }
  if (bytes > 0) await context.sync();
  return measured;
}

function tooMuch(sheet: string): WorkbookTrouble {
  return new WorkbookTrouble("too-much-at-once", { sheet, isUnsure: false, detail: `more than ${mostCells} cells` });
}

function pictureOf(
  { workbook, names, active, records }: FrameAsked,
  order: readonly SheetName[],
  sheets: readonly SheetPicture[],
): BookPicture {
  const snapshots = sheets.map(({ snapshot }) => snapshot);
  const ofWorkbook = names.items.filter(({ scope }) => scope === "Workbook");
  const formulas = new Map(ofWorkbook.map(({ name, formula }) => [name, String(formula)]));
  return {
    snapshot: { file: workbook.name, sheets: snapshots, names: placesOf(formulas, snapshots) },
    sheets: new Map(sheets.map((sheet) => [sheet.snapshot.name, sheet])),
    order,
    names: formulas,
    activeId: active.id,
    isReadOnly: workbook.readOnly,
    records: recordsOf({ records }),
  };
}

/** Names that stand for one cell, or for one merged block, which is its first cell. */
function placesOf(names: ReadonlyMap<string, string>, sheets: readonly SheetSnapshot[]): ReadonlyMap<string, Place> {
  const merges = new Map(sheets.map((sheet) => [sheet.name, new Set(sheet.merges.map(blockToA1))]));
  const places = new Map<string, Place>();
  for (const [name, formula] of names) {
    const target = readTarget(formula.replace(/^=/, ""));
    if (!target) continue;
    const { sheet, block } = target;
    const isOneCell = block.top === block.bottom && block.left === block.right;
    if (!merges.has(sheet) || !(isOneCell || merges.get(sheet)?.has(blockToA1(block)))) continue;
    places.set(name, { sheet, cell: toA1({ row: block.top, column: block.left }) });
  }
  return places;
}
