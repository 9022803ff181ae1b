import type { Place } from "../../core/cell";
import { WorkbookTrouble, type TroubleKind } from "../workbook";
import type { BookPicture } from "./book-picture";
import { inExcel } from "./in-excel";
import { protectAgain, type Guarded } from "./protection";
import { readBook } from "./read-book";
import { isAsBefore } from "./as-before";
import { restore } from "./restore";
import { retold, troubleOf } from "./trouble-of";

/** What was under way when Excel gave no good answer. */
export interface Interrupted {
  readonly before: BookPicture;
  readonly places: readonly Place[];
  readonly guarded: readonly Guarded[];
  /** Whether the workbook is as it was to become: then it was only the answer that got lost. */
  readonly isDone: (now: BookPicture) => boolean;
}

/** With these Excel refuses a whole request before it looks into it. */
const refusesAll: ReadonlySet<TroubleKind> = new Set<TroubleKind>(["cell-is-being-edited", "host-is-busy"]);

/**
 * Looks at the workbook after a failure and brings it back to what it was (laws ED2, XL5). Comes back where all was done
 * in spite of it; else throws the trouble, which `isUnsure` where nobody can say how the workbook is.
 */
export async function settle(cause: unknown, { before, places, guarded, isDone }: Interrupted): Promise<void> {
  const trouble = troubleOf(cause);
  const now = await lookAgain(trouble);
  if (isDone(now)) return;
  if (trouble.about.isUnsure) throw trouble;
  const news = whatRefused(trouble, guarded, now);
  if (isAsBefore(before, now)) throw retold(trouble, { ...news, isUnsure: false });
  const isBack = await broughtBack(before, places);
  throw retold(trouble, { ...news, isUnsure: !isBack });
}

async function lookAgain(trouble: WorkbookTrouble): Promise<BookPicture> {
  try {
    return await inExcel((context) => readBook(context));
  } catch (again) {
    const isSame = again instanceof WorkbookTrouble && again.kind === trouble.kind;
    throw retold(trouble, { isUnsure: !(isSame && refusesAll.has(trouble.kind)) });
  }
}

/** Excel denies access to a sheet with a password and to a workbook that is read-only in the same word. */
function whatRefused(
  trouble: WorkbookTrouble,
  guarded: readonly Guarded[],
  now: BookPicture,
): { readonly kind?: TroubleKind; readonly sheet: string | null } {
  if (trouble.kind !== "sheet-is-protected") return { sheet: trouble.about.sheet };
  return now.isReadOnly ? { kind: "workbook-is-read-only", sheet: null } : { sheet: stillGuarded(guarded, now) };
}

/** Sheets are opened in order, so the first that is still closed is the one that has a password. */
function stillGuarded(guarded: readonly Guarded[], { order, sheets }: BookPicture): string | null {
  for (const { id, name } of guarded) {
    const now = order.find((one) => one.id === id);
    if (now && sheets.get(now.name)?.protection) return name;
  }
  return null;
}

/** Whether the workbook could be brought back to what it was. */
export async function broughtBack(before: BookPicture, places: readonly Place[]): Promise<boolean> {
  try {
    return await inExcel((context) => restore(context, before, { places }));
  } catch (cause) {
    // The trouble that is told is the first one; this one makes it unsure.
    if (cause instanceof WorkbookTrouble) return false;
    throw cause;
  }
}

/** The trouble of a batch that changes no value, once the sheets which it opened are protected again. */
export async function closedAgain(cause: unknown, guarded: readonly Guarded[]): Promise<WorkbookTrouble> {
  const trouble = troubleOf(cause);
  try {
    const now = await lookAgain(trouble);
    const isOpen = ({ id }: Guarded) => [...now.sheets.values()].some((one) => one.id === id && !one.protection);
    const open = guarded.filter(isOpen);
    if (open.length > 0) {
      await inExcel(async (context) => {
        protectAgain(context, open);
        await context.sync();
      });
    }
    return retold(trouble, whatRefused(trouble, guarded, now));
  } catch (again) {
    return again instanceof WorkbookTrouble && again.kind === trouble.kind
      ? again
      : retold(trouble, { isUnsure: true });
  }
}
