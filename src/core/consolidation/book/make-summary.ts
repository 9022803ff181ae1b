import type { Blueprint, BlueprintInTurn, SheetBlueprint } from "../../blueprint";
import { coverBlueprint } from "../../form/cover-sheet";
import { noContents } from "../../form/contents";
import { planSheetBlueprint } from "../../form/plan-sheet";
import { unitName } from "../../plan/lookups";
import type { Consolidation } from "../consolidation";
import { planBook } from "./book";
import { byUnitSheet } from "./by-unit-sheet";
import { chartsSheet } from "./charts-sheet";
import { elementsSheet } from "./elements-sheet";
import { elementsTable } from "./elements-table";
import { indicatorsSheet } from "./indicators-sheet";
import { receivedSheet } from "./received-sheet";
import { tasksSheet } from "./tasks-sheet";
import { fundsSheet, householdsSheet, shortfallsSheet } from "./unit-rows-tables";
import { unitSheet } from "./unit-sheet";

/**
 * The summary workbook of a consolidation: every figure a native formula that leads to a cell of a unit's sheet, with
 * the value the core gives it.
 */
export function makeSummary(consolidation: Consolidation): Blueprint {
  const { sheets, ...rest } = summaryInTurn(consolidation);
  return { ...rest, sheets: [...sheets] };
}

/** The same with each sheet described when its turn comes: of a thousand units nobody can hold all at once. */
export function summaryInTurn(consolidation: Consolidation): BlueprintInTurn {
  const { plan, period, stage } = consolidation;
  const contents = { ...noContents, cover: new Map([["pm_stage", stage] as const]) };
  const cover = coverBlueprint(plan, { unit: plan.whole, period, form: "summary" }, contents);
  return {
    title: `${plan.title.vi} – ${unitName(plan.whole)} – ${period.name.vi}`,
    names: cover.names,
    sheets: sheetsInTurn(consolidation, cover.sheet),
  };
}

function* sheetsInTurn(consolidation: Consolidation, cover: SheetBlueprint): Generator<SheetBlueprint> {
  const { plan } = consolidation;
  const book = planBook(consolidation);
  const elements = elementsTable(book);
  yield cover;
  yield receivedSheet(book);
  yield elementsSheet(book, elements);
  yield indicatorsSheet(book, elements);
  yield byUnitSheet(book, elements);
  if (plan.households) yield householdsSheet(book);
  if (plan.shortfalls) yield shortfallsSheet(book);
  if (plan.tasks.length > 0) yield tasksSheet(book);
  if (plan.funds.length > 0) yield fundsSheet(book);
  yield chartsSheet(book, elements);
  for (const unit of [book.whole, ...book.units]) yield unitSheet(book, unit);
  yield planSheetBlueprint(plan);
}
