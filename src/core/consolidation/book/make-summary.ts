import type { Blueprint } from "../../blueprint";
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
  const { plan, period } = consolidation;
  const book = planBook(consolidation);
  const elements = elementsTable(book);
  const cover = coverBlueprint(plan, { unit: plan.whole, period, form: "summary" }, noContents);
  return {
    title: `${plan.title.vi} – ${unitName(plan.whole)} – ${period.name.vi}`,
    names: cover.names,
    sheets: [
      cover.sheet,
      receivedSheet(book),
      elementsSheet(book, elements),
      indicatorsSheet(book, elements),
      byUnitSheet(book, elements),
      ...(plan.households ? [householdsSheet(book)] : []),
      ...(plan.shortfalls ? [shortfallsSheet(book)] : []),
      ...(plan.tasks.length > 0 ? [tasksSheet(book)] : []),
      ...(plan.funds.length > 0 ? [fundsSheet(book)] : []),
      chartsSheet(book, elements),
      ...[book.whole, ...book.units].map((unit) => unitSheet(book, unit)),
      planSheetBlueprint(plan),
    ],
  };
}
