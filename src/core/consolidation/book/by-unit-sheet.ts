import type { CellContents, Condition, SheetBlueprint } from "../../blueprint";
import { columnLetters, reference, toA1 } from "../../cell";
import { orBlank } from "../../form/figures";
import { formats } from "../../form/formats";
import { colours } from "../../form/looks";
import { layoutOf, positionIn, type SheetLayout } from "../../form/sheet-layout";
import { tableSheet } from "../../form/table-sheet";
import type { Column, Row, Table } from "../../form/table";
import { elementsOf, indicatorByCode, indicatorsAskedOf } from "../../plan/lookups";
import type { Indicator } from "../../plan/plan";
import { all, orEmpty, quoted } from "../../progress/formula-parts";
import { progressIn } from "../../reading/reading-progress";
import { shortName, summarySheets, type Book, type BookUnit } from "./book";
import { evidenceCells } from "./evidence-formulas";
import { elementCellAt, type ElementsTable } from "./elements-table";
import { ranksOf } from "./ranks";
import { summaryOwner } from "./summary-owner";

/** TH Theo đơn vị: each indicator's value by unit, the best and the worst, and the ranks. */
export function byUnitSheet(book: Book, elements: ElementsTable): SheetBlueprint {
  const { plan } = book.consolidation;
  const asked = askedByUnit(book);
  const indicators = comparedIndicators(book);
  const values = new Map(book.units.map((unit) => [unit.unit.code, valuesOf(book, unit)]));
  const table = byUnitTable(book, indicators);
  const layout = layoutOf(table);
  const cell = (code: string, key: string): string =>
    `${columnLetters(layout.columns.get(key) ?? 0)}${(layout.rows.get(code) ?? 0) + 1}`;
  const indexes = new Map(book.units.map(({ unit }, index) => [unit.code, index]));
  const figuresOf = remembered((row: string) => {
    const figures = book.units.map((unit) => values.get(unit.unit.code)?.get(row) ?? null);
    return { figures, ranks: ranksOf(figures) };
  });
  const fill = (row: Row, column: Column): CellContents => {
    const indicator = indicatorByCode(plan, row.code);
    if (!indicator) return { value: null };
    if (column.key === "code") return { value: row.code };
    if (column.key === "name") return { value: row.label.vi };
    if (column.key === "unit") return { value: indicator.unit.vi };
    const { figures, ranks } = figuresOf(row.code);
    const range = `$${cell(row.code, `value.${book.units[0]?.unit.code ?? ""}`)}:$${cell(row.code, `value.${book.units.at(-1)?.unit.code ?? ""}`)}`;
    if (column.key === "best" || column.key === "worst") {
      return extremeCell(book, {
        layout,
        range,
        figures,
        isHighest: (column.key === "best") !== isLowBetter(indicator),
      });
    }
    const [what, code = ""] = column.key.split(".");
    const index = indexes.get(code);
    if (index === undefined || !asked.get(code)?.has(row.code)) return { value: null };
    if (what === "value") {
      const value = figures[index] ?? null;
      const unit = book.units[index];
      return book.isOfSummaries && unit
        ? passedUpValue(unit, indicator, value)
        : valueCell(elements, indicator, { unit: code, value });
    }
    return rankCell({
      at: cell(row.code, `value.${code}`),
      range,
      rank: ranks(figures[index] ?? null, isLowBetter(indicator)),
      isLowBetter: isLowBetter(indicator),
    });
  };
  const notes = [
    "Xếp hạng theo giá trị chỉ tiêu: chỉ tiêu giảm nghèo thì tỷ lệ thấp đứng trước, các chỉ tiêu khác thì giá trị cao đứng trước.",
  ];
  const sheet = tableSheet(table, summaryOwner(book, notes), fill);
  return { ...sheet, conditions: extremeColours(book, layout, indicators) };
}

function askedByUnit({ consolidation: { plan }, units }: Book): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    units.map(({ unit }) => [unit.code, new Set(indicatorsAskedOf(plan, unit.code).map(({ code }) => code))]),
  );
}

/** The indicators that some unit's form asks for: the rows of TH Theo đơn vị. */
function comparedIndicators(book: Book): readonly Indicator[] {
  const asked = askedByUnit(book);
  return book.consolidation.plan.indicators.filter(({ code }) =>
    book.units.some(({ unit }) => asked.get(unit.code)?.has(code)),
  );
}

/** The cells of TH Theo đơn vị that hold one indicator's value, by unit. */
export function unitValueCells(book: Book, indicator: string): ReadonlyMap<string, string> {
  const layout = layoutOf(byUnitTable(book, comparedIndicators(book)));
  return new Map(
    book.units.flatMap(({ unit }): [string, string][] => {
      const at = positionIn(layout, indicator, `value.${unit.code}`);
      return at ? [[unit.code, reference({ sheet: summarySheets.byUnit, cell: toA1(at) })]] : [];
    }),
  );
}

function valuesOf({ consolidation }: Book, { status }: BookUnit): Map<string, number | null> {
  if (!status.reading) return new Map();
  return new Map(progressIn(consolidation.plan, status.reading).map(({ code, value }) => [code, value]));
}

/** A rate that the plan wants to fall is better low. */
function isLowBetter({ target }: Indicator): boolean {
  return target.kind === "fall";
}

function byUnitTable(book: Book, indicators: readonly Indicator[]): Table<"summary-by-unit"> {
  const ofUnits = (key: string, heading: string, column: Partial<Column>): Column[] =>
    book.units.map((unit) => ({
      key: `${key}.${unit.unit.code}`,
      tiers: [heading, shortName(unit)],
      number: "",
      width: 9,
      content: "computed",
      ...column,
    }));
  const name = (key: string, heading: string): Column => ({
    key,
    tiers: [heading],
    number: "",
    width: 14,
    content: "computed",
    holdsWords: true,
  });
  return {
    id: "summary-by-unit",
    sheet: summarySheets.byUnit,
    title: "CÁC CHỈ TIÊU THEO ĐƠN VỊ",
    columns: [
      { key: "code", tiers: ["Mã số"], number: "A", width: 7, content: "code" },
      { key: "name", tiers: ["Chỉ tiêu"], number: "B", width: 36, content: "label" },
      { key: "unit", tiers: ["Đơn vị tính"], number: "C", width: 8, content: "label" },
      ...ofUnits("value", "Giá trị", { format: formats.percent }),
      name("best", "Tốt nhất"),
      name("worst", "Kém nhất"),
      ...ofUnits("rank", "Xếp hạng", { format: "0", isScreenOnly: true, width: 8 }),
    ],
    rows: indicators.map((indicator) => ({
      code: indicator.code,
      label: indicator.name,
      ...(indicator.measure.kind === "count"
        ? { formats: new Map(book.units.map(({ unit }) => [`value.${unit.code}`, formats.count])) }
        : {}),
    })),
  };
}

/** The unit's value from its figures in TH Số liệu, by law AR1. */
function valueCell(
  elements: ElementsTable,
  { measure, ...indicator }: Indicator,
  { unit, value }: { readonly unit: string; readonly value: number | null },
): CellContents {
  const at = (element: string): string => elementCellAt(elements, { element, unit, time: "actual", isOutside: true });
  const cells = elementsOf({ measure, ...indicator }).map(at);
  const areThere = all(cells.map((cell) => `ISNUMBER(${cell})`));
  const [first = "", second = ""] = cells;
  switch (measure.kind) {
    case "count":
      return { formula: orEmpty(areThere, first), value: orBlank(value) };
    case "ratio":
      return { formula: orEmpty(areThere, orEmpty(`${second}>0`, `100*${first}/${second}`)), value: orBlank(value) };
    case "share":
      return {
        formula: orEmpty(areThere, `IF(${all(cells.map((cell) => `${cell}=1`))},100,0)`),
        value: orBlank(value),
      };
  }
}

/** The same of a unit whose report is itself a summary: from the pairs it passed up. */
function passedUpValue(unit: BookUnit, { code, measure }: Indicator, value: number | null): CellContents {
  const [n = ""] = evidenceCells([unit], code, "numerator");
  const [d = ""] = evidenceCells([unit], code, "denominator");
  const formula =
    measure.kind === "count" ? orEmpty(`ISNUMBER(${n})`, n) : orEmpty(`AND(ISNUMBER(${n}),N(${d})>0)`, `100*${n}/${d}`);
  return { formula, value: orBlank(value) };
}

/** What stands for both ends where all units are the same. */
const allAlike = "bằng nhau";

/** The name of the unit with the highest or the lowest value: the first of several, with how many more there are. */
function extremeCell(
  book: Book,
  {
    layout,
    range,
    figures,
    isHighest,
  }: { layout: SheetLayout; range: string; figures: readonly (number | null)[]; isHighest: boolean },
): CellContents {
  const there = figures.filter((figure) => figure !== null);
  const wanted = isHighest ? Math.max(...there) : Math.min(...there);
  const unit = book.units[figures.indexOf(wanted)];
  const more = there.filter((figure) => figure === wanted).length - 1;
  const isAlike = there.length > 1 && more + 1 === there.length;
  const headerRow = layout.firstHeaderRow + layout.tiers;
  const header = range.replace(/\d+/g, String(headerRow)).replace(/([A-Z]+)(\d+)/g, "$1$$$2");
  const extreme = `${isHighest ? "MAX" : "MIN"}(${range})`;
  const name = `INDEX(${header},MATCH(${extreme},${range},0))`;
  const count = `COUNTIF(${range},${extreme})`;
  const others = `IF(${count}>1," và "&(${count}-1)&" đơn vị khác","")`;
  return {
    formula: `IF(COUNT(${range})=0,"",IF(AND(COUNT(${range})>1,${count}=COUNT(${range})),${quoted(allAlike)},${name}&${others}))`,
    value: !unit ? "" : isAlike ? allAlike : `${shortName(unit)}${more === 0 ? "" : ` và ${more} đơn vị khác`}`,
  };
}

function rankCell(how: { at: string; range: string; rank: number | null; isLowBetter: boolean }): CellContents {
  return {
    formula: orEmpty(`ISNUMBER(${how.at})`, `RANK(${how.at},${how.range},${how.isLowBetter ? 1 : 0})`),
    value: orBlank(how.rank),
  };
}

/** A row is asked for once a column. */
function remembered<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

/** The best and the worst value of each row, coloured; the words stand in the columns beside. */
function extremeColours(book: Book, layout: SheetLayout, indicators: readonly Indicator[]): Condition[] {
  const left = layout.columns.get(`value.${book.units[0]?.unit.code ?? ""}`) ?? 0;
  const right = layout.columns.get(`value.${book.units.at(-1)?.unit.code ?? ""}`) ?? 0;
  return indicators.flatMap((indicator): Condition[] => {
    const row = layout.rows.get(indicator.code) ?? 0;
    const block = { top: row, bottom: row, left, right };
    const first = `${columnLetters(left)}${row + 1}`;
    const range = `$${columnLetters(left)}$${row + 1}:$${columnLetters(right)}$${row + 1}`;
    const [best, worst] = isLowBetter(indicator) ? ["MIN", "MAX"] : ["MAX", "MIN"];
    const differs = `MAX(${range})>MIN(${range})`;
    return [
      {
        block,
        formula: `AND(ISNUMBER(${first}),${differs},${first}=${best}(${range}))`,
        look: { fill: colours.goodFill },
      },
      {
        block,
        formula: `AND(ISNUMBER(${first}),${differs},${first}=${worst}(${range}))`,
        look: { fill: colours.badFill },
      },
    ];
  });
}
