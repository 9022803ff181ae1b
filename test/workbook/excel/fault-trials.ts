import { matrixOperations, type MatrixOperation } from "./fault-operations";
import type { Fault } from "../../excel-host/faults";
import { WorkbookTrouble } from "../../../src/workbook/workbook";
import { comparable } from "../contract";
import { isReserved } from "../../../src/workbook/reserved-sheets";
import { inHost, type InHost } from "./in-host";

/** What became of one operation that met one fault at one sync. */
export interface Trial {
  readonly operation: string;
  readonly fault: string;
  /** 0: all along. */
  readonly sync: number;
  /** How the workbook is afterwards, by what a reader of the saved file sees, its formats and its protection. */
  readonly workbook: "as before" | "as after" | "between";
  /** "done", or the trouble that was told; "!" where it says that nobody knows. */
  readonly told: string;
}

const faults: readonly (readonly [name: string, fault: Fault])[] = [
  ["sheet protected", { kind: "protected-sheet" }],
  ["cell being edited", { kind: "cell-being-edited" }],
  ["request too large", { kind: "payload-too-large", of: "request" }],
  ["answer too large", { kind: "payload-too-large", of: "response" }],
  ["no answer, not done", { kind: "timeout", isApplied: false }],
  ["no answer, but done", { kind: "timeout", isApplied: true }],
  ["item gone", { kind: "item-gone" }],
  ["Excel busy", { kind: "host-busy" }],
];

/** From the beginning, and until the person does something about it. */
const lasting: readonly (readonly [name: string, fault: Fault])[] = [
  ["cell being edited all along", { kind: "cell-being-edited" }],
  ["Excel busy all along", { kind: "host-busy" }],
  ["no answer any more", { kind: "timeout", isApplied: false }],
];

/**
 * Every operation with every fault at every one of its syncs, and cut off at every one of its actions; or at no more than
 * `cuts` of them a sync, spread over it.
 */
export async function* trials(cuts = Infinity): AsyncGenerator<Trial> {
  for (const operation of matrixOperations) {
    const { after, before, syncs, actions } = await undisturbed(operation);
    yield await tried(operation, { fault: "workbook read-only", struck: null, sync: 0, before, after });
    for (const [fault, struck] of lasting) yield await tried(operation, { fault, struck, sync: 0, before, after });
    for (let sync = 1; sync <= syncs; sync++) {
      for (const [fault, struck] of faults) yield await tried(operation, { fault, struck, sync, before, after });
      const count = actions[sync - 1] ?? 0;
      const step = Math.max(1, count / cuts);
      for (let place = 0; place < count; place += step) {
        const action = Math.floor(place);
        const struck: Fault = { kind: "fails-at-action", action };
        yield await tried(operation, { fault: "cut off", struck, sync, before, after });
      }
    }
  }
}

interface Undisturbed {
  readonly before: string;
  readonly after: string;
  readonly syncs: number;
  /** How many actions each sync had. */
  readonly actions: readonly number[];
}

async function undisturbed(operation: MatrixOperation): Promise<Undisturbed> {
  const open = await inHost();
  try {
    await operation.prepare?.(open);
    const before = seen(open);
    open.host.counts.reset();
    const actions: number[] = [];
    const answer = open.host.answer.bind(open.host);
    open.host.answer = (text) => {
      const { Actions } = JSON.parse(text) as { readonly Actions: readonly { readonly Name: string }[] };
      if (!Actions.some(({ Name }) => Name === "_RemoveReference")) actions.push(Actions.length);
      return answer(text);
    };
    await operation.perform(open);
    return { before, after: seen(open), syncs: open.host.counts.syncs, actions };
  } finally {
    open.close();
  }
}

interface Struck {
  readonly fault: string;
  /** Null: the workbook is read-only from the beginning. */
  readonly struck: Fault | null;
  readonly sync: number;
  readonly before: string;
  readonly after: string;
}

async function tried(operation: MatrixOperation, { fault, struck, sync, before, after }: Struck): Promise<Trial> {
  const open = await inHost();
  try {
    await operation.prepare?.(open);
    if (!struck) open.host.book.isReadOnly = true;
    else if (sync === 0) open.host.failAlways(struck);
    else open.host.failAt(sync, struck);
    const told = await toldBy(() => operation.perform(open));
    const now = seen(open);
    const workbook = now === before ? "as before" : now === after ? "as after" : "between";
    return { operation: operation.name, fault, sync, workbook, told };
  } finally {
    open.close();
  }
}

async function toldBy(perform: () => Promise<unknown>): Promise<string> {
  try {
    await perform();
    return "done";
  } catch (cause) {
    if (!(cause instanceof WorkbookTrouble)) throw cause;
    return `${cause.kind}${cause.about.isUnsure ? "!" : ""}`;
  }
}

/** All that somebody could find changed; what undo keeps is in no reading. */
export function seen({ host }: InHost): string {
  const { sheets, names } = comparable(host.snapshot());
  const own = host.book.sheets.filter(({ name }) => !isReserved(name));
  return JSON.stringify({
    sheets: sheets.filter(({ name }) => !isReserved(name)),
    names,
    active: host.book.activeSheet.name,
    protection: own.map(({ protection }) => protection !== null),
    formats: own.map(({ name, cells }) => [
      name,
      ...["B2", "C2", "B3", "C3", "B4", "B5", "C5"].map((cell) => {
        const [column = "A", row = "1"] = cell;
        const look = cells.lookAt(Number(row) - 1, column.charCodeAt(0) - 65);
        return [look.numberFormat, look.fontName];
      }),
    ]),
    marks: own.map(({ conditions }) => conditions.map(({ formula }) => formula)),
  });
}
