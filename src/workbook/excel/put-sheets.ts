import { fromA1 } from "../../core/cell";
import { WorkbookTrouble, type DrawnBook } from "../workbook";
import { base64Of } from "./base64";
import { saidVisibility, type BookPicture } from "./book-picture";
import { doSteps } from "./do-steps";
import type { Plan } from "./plan-operation";
import { formulaOf } from "./plan-put";
import type { Step } from "./step";

/** What Excel brought along with the sheets that were inserted. */
export interface Inserted {
  readonly names: Excel.NamedItemCollection;
}

/**
 * Makes room and inserts the sheets, all of them at once, out of the workbook that our own writer drew from the same
 * blueprints: the looks are those of the file to the last border, and it is one call, where drawing them here would be
 * hundreds for each sheet. Files of communes never come this way (law XL3). The old sheets wait under reserved names;
 * nothing is deleted.
 */
export function insertSheets(
  context: Excel.RequestContext,
  { plan, drawn }: { readonly plan: Plan; readonly drawn: DrawnBook | null },
): void {
  if (!drawn) {
    const about = { sheet: null, isUnsure: false, detail: "an operation that puts sheets came without them" };
    throw new WorkbookTrouble("unknown", about);
  }
  const { workbook } = context;
  for (const { old } of plan.puts) if (old) workbook.worksheets.getItem(old.name).name = old.kept;
  workbook.insertWorksheetsFromBase64(base64Of(drawn.bytes), {
    sheetNamesToInsert: plan.puts.map(({ sheet }) => sheet.name),
    positionType: "End",
  });
}

/** Asks for the names of the workbook behind the insertion. */
export function askInserted({ workbook: { names } }: Excel.RequestContext): Inserted {
  names.load("items/name,items/formula,items/scope");
  return { names };
}

interface Placing {
  readonly before: BookPicture;
  readonly plan: Plan;
  /** As they are behind the insertion. */
  readonly names: ReadonlyMap<string, string>;
}

/** Puts inserted sheets in their places, names on their cells, and what they replaced out of sight. */
export function placeSheets(context: Excel.RequestContext, { before, plan, names }: Placing): void {
  const { worksheets } = context.workbook;
  const { after, puts } = plan;
  for (const [place, { name }] of after.sheets.entries()) worksheets.getItem(name).position = place;
  for (const { sheet } of puts) worksheets.getItem(sheet.name).visibility = saidVisibility(sheet.visibility);
  for (const { old } of puts) if (old) worksheets.getItem(old.kept).visibility = "VeryHidden";
  doSteps(context, namesWanted({ before, plan, names }), names.keys());
  // The insertion, or an active sheet that gave way, may have moved what the person sees (law ED5).
  const active = before.order.find(({ id }) => id === before.activeId);
  const inItsPlace = puts.find(({ old }) => old?.name === active?.name);
  const shown = inItsPlace?.sheet.visibility === "visible" ? inItsPlace.sheet.name : null;
  if (shown !== null) worksheets.getItem(shown).activate();
  else if (active && !inItsPlace) worksheets.getItem(active.id).activate();
}

/** Names that were brought along and are nobody's go; all others lead where they are to lead. */
function namesWanted({ before, plan: { after, puts }, names }: Placing): Step[] {
  const put = new Set(puts.map(({ sheet }) => sheet.name));
  const wanted = new Map<string, string>();
  for (const [name, { sheet, cell }] of after.names) {
    const position = fromA1(cell);
    if (position && put.has(sheet)) wanted.set(name, formulaOf(sheet, position));
  }
  const kept = new Set([...before.names.keys(), ...wanted.keys()].map((name) => name.toLowerCase()));
  const goes = [...names.keys()].filter((name) => !kept.has(name.toLowerCase()));
  return [
    ...goes.map((name): Step => ({ kind: "name", name, formula: null })),
    ...[...wanted].map(([name, formula]): Step => ({ kind: "name", name, formula })),
  ];
}
