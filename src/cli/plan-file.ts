import { openPlanBook } from "../core/plan-book/open-plan-book";
import { sayPlanBookFault } from "../core/plan-book/plan-book-words";
import { sayPlanTextFaults } from "../core/plan-book/plan-place";
import type { Place } from "../core/cell";
import type { Phrase } from "../core/language";
import { openPlanText } from "../core/plan/open-plan";
import type { Plan } from "../core/plan/plan";
import { planBounds } from "../core/plan/plan-bounds";
import { isUnreadable } from "../core/snapshot";
import { readSnapshot } from "../workbook/xlsx/read-snapshot";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import { labelOf } from "./inputs";
import { nodeCodec } from "./node-codec";
import { isNoBytes, readFileBytes } from "./read-file";

/** One thing wrong in a plan, by its path (JSON) or its cell (workbook). */
export interface PlanTrouble {
  readonly path: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly what: Phrase;
}

/** A plan from its file, or what is wrong in it. */
export type PlanFromFile =
  | {
      readonly plan: Plan;
      /** What a plan file would say: without what goes without saying, where a workbook was read. */
      readonly json: unknown;
      readonly ignored: readonly Place[];
    }
  | { readonly troubles: readonly PlanTrouble[] };

/** Opens a plan file (.json) or a plan workbook (.xlsx), told apart by what is in it. Throws CannotBeDone where neither can be read. */
export async function openPlanFile(file: string): Promise<PlanFromFile> {
  const label = labelOf(file);
  const bytes = await readFileBytes(file);
  // A character takes four bytes at most.
  if (isNoBytes(bytes) || bytes.length > 4 * planBounds.characters)
    throw new CannotBeDone(whatStops.planNotRead(label));
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? planInBook(label, bytes) : planInText(new TextDecoder().decode(bytes));
}

function planInText(text: string): PlanFromFile {
  const opened = openPlanText(text);
  if ("plan" in opened) return { plan: opened.plan, json: opened.plan, ignored: [] };
  const said = sayPlanTextFaults(text, opened.faults);
  return {
    troubles: opened.faults.flatMap(({ path }, index) => {
      const what = said[index];
      return what ? [{ path, sheet: null, cell: null, what }] : [];
    }),
  };
}

function planInBook(label: string, bytes: Uint8Array): PlanFromFile {
  const snapshot = readSnapshot(label, bytes, nodeCodec);
  if (isUnreadable(snapshot)) throw new CannotBeDone(whatStops.planNotRead(label));
  const opened = openPlanBook(snapshot);
  if (!opened) throw new CannotBeDone(whatStops.notAPlanBook(label));
  if ("plan" in opened) return opened;
  return {
    troubles: opened.faults.map((fault) => ({
      path: null,
      sheet: fault.spot.sheet || null,
      cell: fault.spot.cell || null,
      what: sayPlanBookFault(fault),
    })),
  };
}
