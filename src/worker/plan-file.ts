import type { Phrase } from "../core/language";
import { openPlan, openPlanText } from "../core/plan/open-plan";
import { planBounds } from "../core/plan/plan-bounds";
import { unitName } from "../core/plan/lookups";
import type { Plan } from "../core/plan/plan";
import { makePlanBook } from "../core/plan-book/make-plan-book";
import { openPlanBook } from "../core/plan-book/open-plan-book";
import { sayPlanBookFault } from "../core/plan-book/plan-book-words";
import { sayPlanTextFaults } from "../core/plan-book/plan-place";
import { isUnreadable, type Snapshot } from "../core/snapshot";
import yenChau from "../plans/yen-chau-2022.json" with { type: "json" };
import { planPicture } from "../words/plan-picture";
import { whatStops } from "../words/what-stops";
import type { NewBook } from "../workbook/workbook";
import { canBeReadBack } from "../workbook/xlsx/bounds";
import { readSnapshot } from "../workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../workbook/xlsx/write-workbook";
import type { PlanFile, PlanOutcome, PlanView } from "./engine";

/** The plan that the engine works by. */
export interface PlanInUse {
  readonly plan: Plan;
  /** The program's own, and not one from a file. */
  readonly isOwn: boolean;
  /** What stands in its file and is no part of a plan. */
  readonly remarks: readonly Phrase[];
}

type Faulty = Extract<PlanOutcome, { kind: "faulty" }>;

export function ownPlan(): PlanInUse {
  const opened = openPlan(yenChau);
  if (!("plan" in opened)) throw new RangeError("The program's own plan has faults.");
  return { plan: opened.plan, isOwn: true, remarks: [] };
}

/** The plan in a plan file (.json) or plan workbook (.xlsx), or the sentences that say what is wrong in it. */
export function openPlanFile({ name, bytes }: PlanFile): PlanInUse | Faulty {
  // A character takes four bytes at most.
  if (bytes.length > 4 * planBounds.characters) return faulty([whatStops.planNotRead(name)]);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? planInBook(name, bytes) : planInText(new TextDecoder().decode(bytes));
}

function planInText(text: string): PlanInUse | Faulty {
  const opened = openPlanText(text);
  if ("plan" in opened) return { plan: opened.plan, isOwn: false, remarks: [] };
  return faulty(sayPlanTextFaults(text, opened.faults));
}

function planInBook(name: string, bytes: Uint8Array): PlanInUse | Faulty {
  const snapshot = readSnapshot(name, bytes);
  return isUnreadable(snapshot) ? faulty([whatStops.planNotRead(name)]) : openPlanIn(snapshot);
}

/** The plan in a workbook that is open, or the sentences that say what is wrong in it. */
export function openPlanIn(book: Snapshot): PlanInUse | Faulty {
  const opened = openPlanBook(book);
  if (!opened) return faulty([whatStops.notAPlanBook(book.file)]);
  if (!("plan" in opened)) return faulty(opened.faults.map(sayPlanBookFault));
  const remarks = opened.ignored.map(({ sheet, cell }) => planPicture.ignored(sheet, cell));
  return { plan: opened.plan, isOwn: false, remarks };
}

/** More faults than this help nobody at once. */
const saidFaults = 10;

function faulty(faults: readonly Phrase[]): Faulty {
  const more = faults.length - saidFaults;
  return { kind: "faulty", faults: [...faults.slice(0, saidFaults), ...(more > 0 ? [whatStops.andMore(more)] : [])] };
}

/** The plan as a workbook that an official can change and open again as a plan; null where it is too large for one. */
export async function planAsBook({ plan }: PlanInUse): Promise<NewBook | null> {
  const book = makePlanBook(plan);
  if (!canBeReadBack(book)) return null;
  return { fileName: `ke-hoach-${plan.id}.xlsx`, bytes: await writeWorkbook(book) };
}

export function planView({ plan, isOwn }: PlanInUse): PlanView {
  return {
    title: plan.title,
    isOwn,
    units: [...plan.units, plan.whole].map((unit) => ({ code: unit.code, name: unitName(unit) })),
    periods: plan.periods.map(({ id, name }) => ({ id, name })),
  };
}
