import type { Place } from "../cell";
import { answers } from "../form/choices";
import type { Phrase } from "../language";
import { openPlan } from "../plan/open-plan";
import type { Plan } from "../plan/plan";
import type { PlanFault } from "../plan/plan-fault";
import { valueAt } from "../plan/tree";
import { folded } from "../plain-text";
import type { SheetSnapshot, Snapshot } from "../snapshot";
import { allocationSheet } from "./allocation-columns";
import { findPlanColumns } from "./find-plan-columns";
import { bookExpectation } from "./plan-book-words";
import { unitRoles } from "./plan-choices";
import { PlanDraft, type PlanBookFault, type PlanSpot } from "./plan-draft";
import { fieldsSheet } from "./plan-fields-sheet";
import { planSheets } from "./plan-sheets";
import { readAllocations, readPlanSheet } from "./read-plan-sheet";
import { readPlanFields } from "./read-plan-fields";

/** A plan workbook that was opened: the plan, its JSON value without what goes without saying, and what was passed over. */
export type OpenedPlanBook =
  | {
      readonly plan: Plan;
      readonly json: unknown;
      /** Sheets (with the cell "") and columns (with their letters) that no plan knows. */
      readonly ignored: readonly Place[];
    }
  | { readonly faults: readonly PlanBookFault[] };

const maxFaults = 100;

/** Opens a plan from a workbook; faults are told by sheet and cell. Null for a workbook that is no plan workbook. */
export function openPlanBook(snapshot: Snapshot): OpenedPlanBook | null {
  if (!isPlanBook(snapshot)) return null;
  const sheets = sheetsOf(snapshot);
  const draft = new PlanDraft({ digits: digitsOfUnits(sheets) });
  for (const name of wanted) {
    if (!sheets.has(folded(name))) draft.fault({ sheet: name, cell: "", column: null }, theSheet, "");
  }
  const ignored = readAll(draft, sheets);
  const opened = openPlan(draft.json);
  const faults = [
    ...draft.faults,
    ...("faults" in opened ? opened.faults.flatMap((fault) => placed(draft, fault)) : []),
  ];
  if (faults.length > 0 || !("plan" in opened)) return { faults: faults.slice(0, maxFaults) };
  const known = new Set(wanted.map(folded));
  const others = snapshot.sheets.filter(({ name, rows }) => !known.has(folded(name)) && rows.size > 0);
  return {
    plan: opened.plan,
    json: draft.json,
    ignored: [...others.map(({ name }) => ({ sheet: name, cell: "" })), ...ignored],
  };
}

const wanted = [fieldsSheet, allocationSheet, ...planSheets.map(({ name }) => name)];

/** By the names of its sheets; whether the plan in it can be used is another question. */
export function isPlanBook(snapshot: Snapshot): boolean {
  const sheets = sheetsOf(snapshot);
  return sheets.has(folded(fieldsSheet)) && wanted.filter((name) => sheets.has(folded(name))).length > 1;
}

function sheetsOf({ sheets }: Snapshot): ReadonlyMap<string, SheetSnapshot> {
  return new Map(sheets.map((sheet) => [folded(sheet.name), sheet]));
}

const theSheet: Phrase = {
  vi: "có sheet này, kể cả khi không có dòng nào",
  en: "this sheet to be there, even without rows",
};

function readAll(draft: PlanDraft, sheets: ReadonlyMap<string, SheetSnapshot>): Place[] {
  const ignored: Place[] = [];
  const fields = sheets.get(folded(fieldsSheet));
  if (fields) readPlanFields(draft, fields);
  for (const as of planSheets) {
    const sheet = sheets.get(folded(as.name));
    if (valueAt(draft.json, as.list) === undefined) draft.put(as.list, []);
    if (sheet) ignored.push(...readPlanSheet(draft, sheet, as));
  }
  settleParts(draft);
  const indicators = valueAt(draft.json, ["indicators"]);
  const codes = new Map<string, number>();
  for (const [index, indicator] of (Array.isArray(indicators) ? indicators : []).entries()) {
    const code = valueAt(indicator, ["code"]);
    if (typeof code === "string" && !codes.has(code)) codes.set(code, index);
    const hasShares = valueAt(indicator, ["target", "kind"]) === "total";
    if (hasShares) draft.put(["indicators", index, "target", "allocation"], {});
  }
  const shares = sheets.get(folded(allocationSheet));
  if (shares) ignored.push(...readAllocations(draft, shares, codes));
  return ignored;
}

/** A sheet of the form that the plan says nothing about is none. */
function settleParts(draft: PlanDraft): void {
  if (valueAt(draft.json, ["households"]) === undefined) draft.put(["households"], null);
  const shortfalls = valueAt(draft.json, ["shortfalls"]);
  const isSaid = ["poor", "nearPoor"].some((key) => valueAt(shortfalls, [key]) !== undefined);
  const hasRows = ["deprivations", "causes"].some((key) => valueAt(shortfalls, [key, 0]) !== undefined);
  if (!isSaid && !hasRows) draft.put(["shortfalls"], null);
}

/** A fault of the plan at its cell; one whose cell has a fault of its own is not told twice. */
function placed(draft: PlanDraft, fault: PlanFault): PlanBookFault[] {
  const spot = draft.spotOf(fault.path) ?? { sheet: "", cell: "", column: null };
  const isToldAlready = draft.faults.some(({ spot: own }) => own.sheet === spot.sheet && own.cell === spot.cell);
  if (isToldAlready) return [];
  return [
    {
      spot,
      expected: bookExpectation(fault, draft.isPlaced(fault.path) ? spot.column : null),
      found: foundIn(fault, spot),
    },
  ];
}

/** How many digits the codes of reporting units have that are written as text; 0 where they differ. */
function digitsOfUnits(sheets: ReadonlyMap<string, SheetSnapshot>): number {
  const units = planSheets.find(({ list }) => list[0] === "units");
  const sheet = units ? sheets.get(folded(units.name)) : undefined;
  const found = units && sheet ? findPlanColumns(sheet, units) : null;
  if (!sheet || !found) return 0;
  const textIn = (row: number, key: string): string => {
    const at = found.found.find(({ column }) => column.key === key)?.at ?? -1;
    const value = sheet.rows.get(row)?.get(at)?.value;
    return typeof value === "string" ? value.trim() : "";
  };
  const lengths = new Set(
    [...sheet.rows.keys()]
      .filter((row) => row >= found.firstRow && folded(textIn(row, "role")) !== folded(unitRoles.whole))
      .map((row) => textIn(row, "code"))
      .filter((code) => /^\d+$/.test(code))
      .map(({ length }) => length),
  );
  const [length = 0, other] = lengths;
  return other === undefined ? length : 0;
}

/** What stands in the cell as the cell has it, not as a plan file would. */
function foundIn({ found }: PlanFault, { column }: PlanSpot): string {
  const content = column?.content;
  if (content?.kind === "yes-no" || content?.kind === "trait") {
    return found === "true" ? answers.yes : found === "false" ? answers.no : found;
  }
  return content?.kind === "choice" ? (content.words.get(found.replaceAll('"', "")) ?? found) : found;
}
