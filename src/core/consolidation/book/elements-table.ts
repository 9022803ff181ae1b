import { formats } from "../../form/formats";
import { layoutOf, type SheetLayout } from "../../form/sheet-layout";
import type { Column, Row, Table } from "../../form/table";
import { columnLetters, maxColumns, quotedSheet } from "../../cell";
import { membersOf, reportingLevel } from "../../plan/lookups";
import type { Plan } from "../../plan/plan";
import { times, type Time } from "../../times";
import { shortName, summarySheets, type Book, type BookUnit } from "./book";

/** TH Số liệu as a table, with where every unit's figures stand: what all formulas of the summary rest on. */
export interface ElementsTable {
  readonly table: Table<"summary-elements">;
  readonly layout: SheetLayout;
}

const headings: Readonly<Record<Time, string>> = {
  actual: "Thực hiện kỳ báo cáo theo đơn vị",
  baseline: "Kỳ gốc theo đơn vị",
  last_year: "Cùng kỳ năm trước theo đơn vị",
};

export function unitKey(time: Time, unit: string): string {
  return `${time}.${unit}`;
}

/** "actual.04063" → ["actual", "04063"]; codes and group ids hold no dot. */
export function splitKey(key: string): readonly [string, string?] {
  const dot = key.indexOf(".");
  return dot < 0 ? [key] : [key.slice(0, dot), key.slice(dot + 1)];
}

/** Code, name and unit of measure; the totals of three times; coverage and who is missing. */
const columnsOfTotals = 8;

/** How many units a summary has room for: each has a column a time, and a worksheet ends at XFD. */
export function mostUnits({ groups }: Plan): number {
  const left = maxColumns - columnsOfTotals - 2 * groups.length;
  // The whole has its own columns beside those of its units.
  return Math.floor(left / times.length) - 1;
}

export function elementsTable(book: Book): ElementsTable {
  const { plan } = book.consolidation;
  const figure = (key: string, tiers: readonly string[], width = 10): Column => ({
    key,
    tiers,
    number: "",
    width,
    content: "computed",
    format: formats.count,
  });
  const coverage = (key: string, tiers: readonly string[]): Column => ({
    key,
    tiers,
    number: "",
    width: 8,
    content: "computed",
  });
  const all = [...book.units, book.whole];
  const table: Table<"summary-elements"> = {
    id: "summary-elements",
    sheet: summarySheets.elements,
    title: "TỔNG HỢP SỐ LIỆU CƠ SỞ",
    columns: [
      { key: "code", tiers: ["Mã số"], number: "A", width: 7, content: "code" },
      { key: "name", tiers: ["Nội dung"], number: "B", width: 46, content: "label" },
      { key: "unit", tiers: ["Đơn vị tính"], number: "C", width: 9, content: "label" },
      { ...figure("baseline", ["Tổng số", "Kỳ gốc"]), number: "1" },
      { ...figure("last_year", ["Tổng số", "Cùng kỳ năm trước"]), number: "2" },
      { ...figure("actual", ["Tổng số", "Thực hiện"]), number: "3" },
      { ...coverage("coverage", ["Độ phủ (đơn vị)"]), number: "4" },
      {
        key: "missing",
        tiers: ["Đơn vị chưa có số liệu"],
        number: "5",
        width: 20,
        content: "computed",
        holdsWords: true,
      },
      ...plan.groups.flatMap(({ id, name }) => [
        figure(`actual.${id}`, [name.vi, "Thực hiện"]),
        coverage(`coverage.${id}`, [name.vi, "Độ phủ"]),
      ]),
      ...times.flatMap((time) =>
        all.map((unit) => ({
          ...figure(unitKey(time, unit.unit.code), [headings[time], shortName(unit)], 9),
          ...(time === "actual" ? {} : { isScreenOnly: true }),
        })),
      ),
    ],
    rows: plan.elements.map((element): Row => ({
      code: element.code,
      label: element.label,
      texts: new Map([["unit", element.content === "yes-no" ? "số đơn vị có" : element.unit.vi]]),
    })),
    helperRows: plan.groups.map(({ id }) => {
      const members = new Set(membersOf(plan, id).map((unit) => unit.code));
      return {
        key: groupRow(id),
        values: new Map(
          times.flatMap((time) =>
            book.units.map(({ unit }) => [unitKey(time, unit.code), members.has(unit.code) ? 1 : 0] as const),
          ),
        ),
      };
    }),
  };
  return { table, layout: layoutOf(table) };
}

function groupRow(group: string): string {
  return `group.${group}`;
}

/** The units whose own forms hold an element: the reporting units, or the whole alone. */
export function suppliers(book: Book, element: string): readonly BookUnit[] {
  const { plan } = book.consolidation;
  const by = plan.elements.find((candidate) => candidate.code === element)?.by;
  return by === reportingLevel(plan).id ? book.units : [book.whole];
}

/** The row of one element over its suppliers at one time, fixed: "$J$12:$X$12", or with the sheet's name before it. */
export function elementRange(
  book: Book,
  { layout, table }: ElementsTable,
  { element, time, isOutside }: { readonly element: string; readonly time: Time; readonly isOutside: boolean },
): string {
  const units = suppliers(book, element);
  const columns = units.map(({ unit }) => layout.columns.get(unitKey(time, unit.code)) ?? 0);
  const row = (layout.rows.get(element) ?? 0) + 1;
  return rangeOf(isOutside ? table.sheet : null, row, columns);
}

/** The hidden row that says who belongs to a group, over the reporting units. */
export function groupRange(
  book: Book,
  { layout, table }: ElementsTable,
  { group, isOutside }: { readonly group: string; readonly isOutside: boolean },
): string {
  const columns = book.units.map(({ unit }) => layout.columns.get(unitKey("actual", unit.code)) ?? 0);
  return rangeOf(isOutside ? table.sheet : null, (layout.helperRows.get(groupRow(group)) ?? 0) + 1, columns);
}

function rangeOf(sheet: string | null, row: number, columns: readonly number[]): string {
  const letters = [Math.min(...columns), Math.max(...columns)].map(columnLetters);
  const range = `$${letters[0] ?? "A"}$${row}:$${letters[1] ?? "A"}$${row}`;
  return sheet === null ? range : `${quotedSheet(sheet)}!${range}`;
}

/** The cell of one unit's figure in TH Số liệu. */
export function elementCellAt(
  { layout, table }: ElementsTable,
  { element, unit, time, isOutside }: { element: string; unit: string; time: Time; isOutside: boolean },
): string {
  const cell = `$${columnLetters(layout.columns.get(unitKey(time, unit)) ?? 0)}$${(layout.rows.get(element) ?? 0) + 1}`;
  return isOutside ? `${quotedSheet(table.sheet)}!${cell}` : cell;
}
