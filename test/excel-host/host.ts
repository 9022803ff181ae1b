import type { Block } from "../../src/core/cell";
import type { Snapshot } from "../../src/core/snapshot";
import { above, apiSets, versionOf } from "./api-sets";
import { sheetNamed, type HostBook, type HostSheet } from "./book";
import { Counts } from "./counts";
import { cellsChanged, entriesOf, eventMembers, selectionChanged, sheetActivated, type EventEntry } from "./events";
import { isCarriedOut, responseTooLarge, strike, wholeError, type Fault, type WholeError } from "./faults";
import { HostError, NotModelled } from "./host-error";
import { interpret } from "./interpret";
import { actionTypes, requestBody, type RequestBody, type ResponseBody } from "./messages";
import { enter } from "./enter";
import { rangeObject } from "./objects/range";
import { workbookObject } from "./objects/workbook";
import { bookOfBytes } from "./open-book";
import { snapshotOfBook } from "./picture";
import { fromReferenceId, rangeNamed } from "./range-ref";
import { HostState } from "./state";

/*
 * A stand-in for Excel: it takes the very messages that Microsoft's own client (office.js) sends at `context.sync()`,
 * carries them out on a workbook in memory, and answers as Excel does. So the client, `Excel.run`, load and sync, null
 * objects and errors in the tests are the real ones.
 *
 *   const host = makeHost(bookOfBlueprint(form));      // or bookOfSnapshot(snapshot), await bookOfBytes(xlsx)
 *   const { Excel, close } = openExcel(host);          // Node (open-excel.ts); installHost(page, host) in Chromium
 *   await Excel.run(async (context) => { … });
 *   host.snapshot()                                    // what a reader of the saved file would see
 *   host.counts.syncs, .requestBytes, .responseBytes, .largestRequest, .members; host.counts.reset()
 *   host.failAt(2, { kind: "cell-being-edited" })      // the second sync from now on; see faults.ts
 *   host.failAlways({ kind: "cell-being-edited" }), host.failAlways(null)          // until it is taken back
 *   host.user.type("Bìa", "B4", "12"), .select(…), .activate(…)   // the person at the keyboard, with events
 *   host.opened                                        // what Excel.createWorkbook opened
 *   await host.idle()                                  // events have been told
 *
 * A member that this host does not know fails as "NotModelled" and says its name; one above the requirement set (1.14
 * unless said otherwise) fails as "ApiNotFound" (law XL4). Requests and answers over 5 MB fail too (`payloadLimit`).
 *
 * Where it is not Excel: formulas are computed by the calculator of the tests (test/tools), and what that does not know
 * keeps the value it has, or 0 where it was just written; rows and columns are not inserted; locales, spilling, undo and
 * dialogs are absent; texts shown are near enough; errors that Microsoft does not document are guesses. Names that
 * arrive with inserted sheets: see objects/insert-worksheets.ts.
 */

export interface HostOptions {
  /** The highest ExcelApi set that this Excel has. */
  readonly apiVersion?: string;
  /** The most bytes that a request or an answer may have: 5 MB, as on the web, unless said otherwise. */
  readonly payloadLimit?: number;
}

const webLimit = 5 * 1024 * 1024;

/** What a transport is to hand back to the client. */
export type HostAnswer =
  | { readonly kind: "body"; readonly body: ResponseBody; readonly text: string }
  | { readonly kind: "error"; readonly error: WholeError }
  /** Nothing ever comes back. */
  | { readonly kind: "silence" };

export type EventListener = (entries: readonly EventEntry[]) => void;

/** Opens a workbook in the stand-in Excel; the host changes the book it is given. */
export function makeHost(book: HostBook, options: HostOptions = {}): ExcelHost {
  return new ExcelHost(book, { apiVersion: "1.14", payloadLimit: webLimit, ...options });
}

export class ExcelHost {
  readonly counts = new Counts();
  /** `Office.context.document.settings` as saved, in Chromium. */
  readonly documentSettings = new Map<string, string>();
  private readonly state: HostState;
  private readonly faults = new Map<number, Fault>();
  private readonly listeners = new Set<EventListener>();
  private syncs = 0;
  private standingFault: Fault | null = null;
  private telling: Promise<void> = Promise.resolve();

  constructor(
    readonly book: HostBook,
    private readonly options: Required<HostOptions>,
  ) {
    this.state = new HostState(book);
  }

  get apiVersion(): string {
    return this.options.apiVersion;
  }

  get opened(): readonly (HostBook | null)[] {
    return this.state.opened;
  }

  snapshot(): Snapshot {
    return snapshotOfBook(this.book);
  }

  sheet(name: string): HostSheet {
    const found = sheetNamed(this.book, name);
    if (!found) throw new RangeError(`No sheet ${name}`);
    return found;
  }

  /** Orders a fault for the nth sync from now on (1 is the next). */
  failAt(sync: number, fault: Fault): void {
    this.faults.set(this.syncs + sync, fault);
  }

  failNext(fault: Fault): void {
    this.failAt(1, fault);
  }

  /** Every sync fails so until this is called with null, as while a person is typing into a cell. */
  failAlways(fault: Fault | null): void {
    this.standingFault = fault;
  }

  /** Calls back with the events that somebody registered for; gives the way to stop. */
  onEvents(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Resolves when every event so far has been told. */
  async idle(): Promise<void> {
    await this.telling;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  /** Answers one request, as JSON text. */
  async answer(requestText: string): Promise<HostAnswer> {
    const request = requestBody.parse(JSON.parse(requestText));
    const isCleanup = this.counts.addRequest(request, requestText);
    // The client's own tidying is no sync of the program's.
    if (!isCleanup) this.syncs += 1;
    const fault = isCleanup ? undefined : this.faultOf(requestText);
    const error = fault ? wholeError(fault) : null;
    if (fault && error && !isCarriedOut(fault)) return told(fault, error);
    await this.readArriving(request);
    const body = this.carryOut(request, fault);
    const text = JSON.stringify(body);
    this.counts.addResponse(text);
    this.tell();
    if (fault && error) return told(fault, error);
    const isTooLarge = Buffer.byteLength(text) > this.options.payloadLimit;
    return isTooLarge ? { kind: "error", error: responseTooLarge } : { kind: "body", body, text };
  }

  private faultOf(requestText: string): Fault | undefined {
    const ordered = this.standingFault ?? this.faults.get(this.syncs);
    const isTooLarge = Buffer.byteLength(requestText) > this.options.payloadLimit;
    return ordered ?? (isTooLarge ? { kind: "payload-too-large", of: "request" } : undefined);
  }

  private carryOut(request: RequestBody, fault: Fault | undefined): ResponseBody {
    const { state } = this;
    const body = interpret(request, {
      root: workbookObject(state),
      byReference: (id) => rangeObject(state, fromReferenceId(this.book, id)),
      onMember: (type, member) => this.meet(type, member),
      beforeAction: (index) => {
        const action = request.Actions[index];
        if (fault && action) strike(fault, action, index);
        // Formulas are computed when somebody looks, so that a write in many pieces computes them once.
        if (action?.ActionType === actionTypes.query) state.settle();
      },
    });
    state.settle();
    return body;
  }

  private meet(type: string, member: string): void {
    const name = documentedName(member);
    if (name === null) return;
    const key = `${type}.${name}`;
    const since = apiSets().get(key);
    if (since === undefined) throw new NotModelled(`${key}, which the types do not have`);
    if (since > versionOf(this.apiVersion)) {
      const set = since === above ? "no released set" : `ExcelApi ${since.toFixed(2)}`;
      throw new HostError("ApiNotFound", `${key} is of ${set}, this Excel has ExcelApi ${this.apiVersion}.`, 404);
    }
    this.counts.addMember(key);
  }

  /** Workbooks come as base64 in calls; reading them takes a while, and carrying out must not wait in between. */
  private async readArriving({ Actions, ObjectPaths }: RequestBody): Promise<void> {
    for (const { Name, ArgumentInfo } of [...Actions, ...Object.values(ObjectPaths)]) {
      if (Name !== "InsertWorksheetsFromBase64" && Name !== "CreateWorkbook") continue;
      const [base64] = ArgumentInfo?.Arguments ?? [];
      if (typeof base64 !== "string" || base64 === "") continue;
      try {
        this.state.arriving.set(base64, await bookOfBytes(Buffer.from(base64, "base64")));
      } catch {
        // The call itself says that this is no workbook.
        this.state.arriving.delete(base64);
      }
    }
  }

  private tell(): void {
    const entries = entriesOf(this.state.takeEvents(), this.state.registered);
    if (entries.length === 0) return;
    this.telling = this.telling
      // After the answer: the client knows what it asked for before it hears of what came of it.
      .then(() => new Promise((resolve) => setTimeout(resolve, 0)))
      .then(() => {
        for (const listener of this.listeners) listener(entries);
      });
  }

  /** The person at the keyboard; protection binds them as it binds programs. */
  readonly user = {
    type: (sheetName: string, address: string, input: string | number | boolean): void => {
      const sheet = this.sheet(sheetName);
      const { block } = rangeNamed(this.book, sheet, address);
      const { top: row, left: column } = block;
      const look = sheet.cells.lookAt(row, column);
      if (sheet.protection && look.isLocked) throw new RangeError(`${sheetName}!${address} is locked.`);
      const { format, ...entered } = enter(input, look.numberFormat);
      const own = sheet.cells.at(row, column)?.look ?? null;
      sheet.cells.put(row, column, {
        ...entered,
        look: format === undefined ? own : { ...look, numberFormat: format },
      });
      this.state.noteChange({ sheet, row, column });
      this.state.settle();
      this.state.notify(cellsChanged(sheet, block, false));
      this.tell();
    },
    select: (sheetName: string, address: string): void => {
      const sheet = this.sheet(sheetName);
      const block: Block = rangeNamed(this.book, sheet, address).block;
      if (this.book.activeSheet !== sheet) this.user.activate(sheetName);
      this.book.selections.set(sheet, block);
      this.state.notify(selectionChanged(sheet, block));
      this.tell();
    },
    activate: (sheetName: string): void => {
      this.book.activeSheet = this.sheet(sheetName);
      this.state.notify(sheetActivated(this.book.activeSheet));
      this.tell();
    },
  };
}

function told(fault: Fault, error: WholeError): HostAnswer {
  return fault.kind === "timeout" && fault.isSilent === true ? { kind: "silence" } : { kind: "error", error };
}

/** The member of the documentation behind a wire name; null for what is the client's own affair. */
function documentedName(member: string): string | null {
  const [, event] = /^_(?:Register|Unregister)(\w+)Event$/.exec(member) ?? [];
  if (event !== undefined) return eventMembers[event] ?? member;
  if (member.startsWith("_")) return null;
  return member.slice(0, 1).toLowerCase() + member.slice(1);
}
