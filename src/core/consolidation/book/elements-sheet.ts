import type { CellContents, SheetBlueprint } from "../../blueprint";
import { columnLetters, reference } from "../../cell";
import { orBlank } from "../../form/figures";
import { tableSheet } from "../../form/table-sheet";
import type { Column, Row } from "../../form/table";
import { elementByCode } from "../../plan/lookups";
import type { ElementTotal } from "../consolidation";
import { isTime, type Time } from "../../times";
import { elementFigure, figureLink, placeOf, shortName, type Book, type BookUnit } from "./book";
import { elementRange, groupRange, suppliers, splitKey, unitKey, type ElementsTable } from "./elements-table";
import { summaryOwner } from "./summary-owner";
import { textList } from "./text-list";

/** TH Số liệu: every unit's figures linked to its sheet, totals over those that report, and who is missing (CO1, CO2). */
export function elementsSheet(book: Book, elements: ElementsTable): SheetBlueprint {
  const { consolidation } = book;
  const totals = new Map(consolidation.elements.map((total) => [total.code, total]));
  const ofGroups = new Map(
    [...consolidation.groups].flatMap(([group, list]) =>
      list.map((total) => [`${group}/${total.code}`, total] as const),
    ),
  );
  const units = new Map([...book.units, book.whole].map((unit) => [unit.unit.code, unit]));
  const fill = (row: Row, column: Column): CellContents => {
    const { code } = row;
    if (column.key === "code") return { value: code };
    if (column.key === "name") return { value: row.label.vi };
    if (column.key === "unit") return { value: row.texts?.get("unit") ?? null };
    const total = totals.get(code);
    if (!total) return { value: null };
    if (column.key === "missing") return missingCell(book, elements, total);
    const [first, second] = splitKey(column.key);
    if (second === undefined) return totalCell(book, elements, { total, key: first });
    const unit = units.get(second);
    if (unit && isTime(first)) return unitCell(book, unit, { code, time: first });
    const ofGroup = ofGroups.get(`${second}/${code}`);
    return ofGroup ? groupCell(book, elements, { total: ofGroup, key: first, group: second }) : { value: null };
  };
  const notes = [
    "Ô trống: đơn vị chưa có số liệu; tổng chỉ gồm các đơn vị có số liệu, xem cột Độ phủ. Nội dung có/không: tổng là số đơn vị có.",
  ];
  return tableSheet(elements.table, summaryOwner(book, notes), fill);
}

function totalCell(
  book: Book,
  elements: ElementsTable,
  { total, key }: { readonly total: ElementTotal; readonly key: string },
): CellContents {
  const range = (time: Time): string => elementRange(book, elements, { element: total.code, time, isOutside: false });
  if (key === "coverage") {
    const at = range("actual");
    return { formula: `COUNT(${at})&"/"&COLUMNS(${at})`, value: total.coverage.join("/") };
  }
  if (!isTime(key)) return { value: null };
  const value = { actual: total.actual, baseline: total.baseline, last_year: total.lastYear }[key];
  return { formula: `IF(COUNT(${range(key)})=0,"",SUM(${range(key)}))`, value: orBlank(value) };
}

function groupCell(
  book: Book,
  elements: ElementsTable,
  { total, key, group }: { readonly total: ElementTotal; readonly key: string; readonly group: string },
): CellContents {
  const figures = elementRange(book, elements, { element: total.code, time: "actual", isOutside: false });
  const members = groupRange(book, elements, { group, isOutside: false });
  const there = `COUNTIFS(${members},1,${figures},">=-1E+300")`;
  if (key === "coverage") {
    return { formula: `${there}&"/"&SUM(${members})`, value: total.coverage.join("/") };
  }
  return {
    formula: `IF(${there}=0,"",SUMIFS(${figures},${members},1,${figures},">=-1E+300"))`,
    value: orBlank(total.actual),
  };
}

/** A unit's figure: a link to its sheet; yes is 1 and no is 0; blank where the form has no such row. */
function unitCell(
  book: Book,
  unit: BookUnit,
  { code, time }: { readonly code: string; readonly time: Time },
): CellContents {
  const place = placeOf(unit, { table: "elements", code, key: time });
  if (!place) return { value: null };
  const value = orBlank(elementFigure(unit, code, time));
  const at = reference(place);
  const isYesNo = elementByCode(book.consolidation.plan, code)?.content === "yes-no";
  if (isYesNo && !unit.status.reading?.summary) {
    return { formula: `IF(TRIM(${at})="Có",1,IF(TRIM(${at})="Không",0,""))`, value };
  }
  return { formula: figureLink(unit, { table: "elements", code, key: time }) ?? "", value };
}

/** The names of the units without the figure. */
function missingCell(book: Book, { layout }: ElementsTable, total: ElementTotal): CellContents {
  const units = suppliers(book, total.code);
  const row = (layout.rows.get(total.code) ?? 0) + 1;
  return missingNames(units, {
    isThere: ({ unit }) => `ISNUMBER(${columnLetters(layout.columns.get(unitKey("actual", unit.code)) ?? 0)}${row})`,
    missing: total.missing,
  });
}

/** The names of units for which a condition does not hold. */
export function missingNames(
  units: readonly BookUnit[],
  { isThere, missing }: { readonly isThere: (unit: BookUnit) => string; readonly missing: readonly string[] },
): CellContents {
  const away = new Set(missing);
  return textList(
    units.map((unit) => {
      const name = shortName(unit);
      return { isBlank: isThere(unit), label: name, shown: away.has(unit.unit.code) ? name : null };
    }),
  );
}
