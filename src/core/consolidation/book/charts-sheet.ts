import type { CellBlueprint, ChartBlueprint, RowBlueprint, SheetBlueprint } from "../../blueprint";
import type { Block } from "../../cell";
import { sheetMarks } from "../../form/cover";
import { headingCells, headingHeights } from "../../form/heading-cells";
import { lineHeight, linesOf } from "../../form/line-count";
import { colours, formatted, looks } from "../../form/looks";
import { layoutOf } from "../../form/sheet-layout";
import { summarySheets, type Book } from "./book";
import { comparesWithBaseline, povertyRate, progressTable, ratesTable, type ChartTable } from "./chart-tables";
import type { ElementsTable } from "./elements-table";
import { summaryOwner } from "./summary-owner";

/** More bars than this cannot be told apart on a page; the table below holds all units. */
export const mostBars = 40;

const firstChartRow = 4;
const headHeights = [34, 22, 18, 12];
/** Rows of the usual height that fill an A4 page lying down, with its margins. */
const rowsOfPage = 29;
const rowsOfFirstPage = 23;

/** Dark against light, so that they can be told apart in grey. */
const barColours = { now: "1F4E79", before: "9DC3E6", plan: "C00000" } as const;

/** Biểu đồ: progress against plan, the poverty rate by unit before and now, and the change; tables of formulas below. */
export function chartsSheet(book: Book, elements: ElementsTable): SheetBlueprint {
  const rate = povertyRate(book);
  const compares = rate !== null && comparesWithBaseline(book, rate);
  const pages = rate === null ? 1 : compares ? 3 : 2;
  const tablesTop = firstChartRow + rowsOfFirstPage + 1 + (pages - 1) * rowsOfPage;
  const progress = tableFrom(book, progressTable(book, tablesTop), tablesTop);
  const rates = rate && {
    indicator: rate,
    ...tableFrom(book, ratesTable(book, elements, { indicator: rate, top: progress.bottom + 2 }), progress.bottom + 2),
  };
  const tables = [progress, ...(rates ? [rates] : [])];
  const columns = columnsOf(tables);
  const width = columns.length;
  const places = [...Array(pages).keys()].map((page) => placeOfPage(page, width));
  const charts = [progressChart(progress, places[0]), ...(rates ? rateCharts(rates, places.slice(1)) : [])];
  const notes = notesOf(book, rates !== null && !compares);
  const firstNote = (tables.at(-1)?.bottom ?? tablesTop) + 2;
  const { letterhead, subtitle } = summaryOwner(book);
  const head = [
    { value: letterhead, look: looks.letterhead },
    { value: "BIỂU ĐỒ THỰC HIỆN KẾ HOẠCH", look: looks.title },
    { value: subtitle, look: looks.subtitle },
  ];
  return {
    name: summarySheets.charts,
    visibility: "visible",
    columns,
    rows: new Map([
      ...headHeights.map((height, row): [number, RowBlueprint] => [row, { height }]),
      ...tables.flatMap(({ rows }) => rows),
    ]),
    cells: [
      ...head.map((cell, row): CellBlueprint => ({ row, column: 0, ...cell })),
      ...tables.flatMap(({ cells }) => cells),
      ...notes.map((value, index): CellBlueprint => ({
        row: firstNote + index,
        column: 0,
        value,
        look: { size: 10, isItalic: true, colour: colours.quiet },
      })),
    ],
    merges: [
      { top: 0, bottom: 0, left: 0, right: 1 },
      ...[1, 2].map((row) => ({ top: row, bottom: row, left: 0, right: width - 1 })),
      ...tables.flatMap(({ merges }) => merges),
    ],
    lists: [],
    inputs: [],
    conditions: [],
    charts,
    isProtected: true,
    print: {
      orientation: "landscape",
      fitsWidth: false,
      pageStarts: [...places.slice(1).map(({ top }) => top), ...tables.map(({ top }) => top)],
      area: { top: 0, left: 0, bottom: firstNote + notes.length - 1, right: width - 1 },
    },
  };
}

function placeOfPage(page: number, width: number): Block {
  const top = page === 0 ? firstChartRow : firstChartRow + rowsOfFirstPage + 1 + (page - 1) * rowsOfPage;
  const height = page === 0 ? rowsOfFirstPage : rowsOfPage - 1;
  return { top, left: 0, bottom: top + height - 1, right: width - 1 };
}

function notesOf({ units }: Book, isWithoutBaseline: boolean): string[] {
  return [
    "Mỗi số trên biểu đồ là công thức dẫn về các sheet tổng hợp. “(thiếu)” là chưa có số liệu, không phải bằng 0.",
    ...(units.length > mostBars
      ? [`Biểu đồ theo đơn vị vẽ ${mostBars} đơn vị đầu; bảng trên có đủ ${units.length} đơn vị.`]
      : []),
    ...(isWithoutBaseline ? ["Chuẩn nghèo đã thay đổi nên không so sánh với kỳ gốc."] : []),
  ];
}

/** A table of the sheet as cells, and the blocks of its columns. */
interface DrawnTable {
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly CellBlueprint[];
  readonly merges: readonly Block[];
  readonly rows: readonly (readonly [number, RowBlueprint])[];
  readonly widths: readonly number[];
  /** The figures under a key, as far as a chart draws them. */
  readonly block: (key: string) => Block;
}

function tableFrom(book: Book, { table, fill }: ChartTable, top: number): DrawnTable {
  const { plan, period } = book.consolidation;
  const layout = layoutOf(table, top);
  const heading = headingCells(table, layout);
  const marks = [sheetMarks.unit, plan.whole.code, sheetMarks.period, period.id, sheetMarks.table, table.id];
  const rowsOfTable = table.rows.map((row) => ({ row, index: layout.rows.get(row.code) ?? 0 }));
  return {
    top,
    bottom: layout.lastRow,
    cells: [
      ...table.columns.map(({ key }, column) => ({ row: layout.keyRow, column, value: key, look: looks.key })),
      ...marks.map((value, column) => ({ row: layout.markRow, column, value, look: looks.key })),
      { row: layout.titleRow, column: 0, value: table.title, look: { isBold: true, size: 12 } },
      ...heading.cells,
      ...rowsOfTable.flatMap(({ row, index }) =>
        table.columns.map((column, at): CellBlueprint => {
          const look =
            column.content === "code" ? looks.code : column.format === undefined ? looks.label : looks.figure;
          return { row: index, column: at, ...fill(row, column), look: formatted(look, column.format) };
        }),
      ),
    ],
    merges: heading.merges,
    rows: [
      ...[layout.keyRow, layout.markRow].map((row) => [row, { isHidden: true }] as const),
      ...headingHeights(table, layout.tiers).map((height, tier) => [layout.firstHeaderRow + tier, { height }] as const),
      ...rowsOfTable.map(({ row, index }) => {
        const lines = linesOf(row.label.vi, table.columns[1]?.width ?? 1);
        return [index, { height: lineHeight * lines + 3 }] as const;
      }),
    ],
    widths: table.columns.map(({ width }) => width),
    block: (key) => {
      const column = layout.columns.get(key) ?? 0;
      const bottom = layout.firstRow + Math.min(table.rows.length, mostBars) - 1;
      return { top: layout.firstRow, bottom, left: column, right: column };
    },
  };
}

function columnsOf(tables: readonly DrawnTable[]): { width: number }[] {
  const [first, second] = tables.map(({ widths }) => widths);
  const longest = (first?.length ?? 0) >= (second?.length ?? 0) ? first : second;
  return (longest ?? []).map((width) => ({ width }));
}

const nowhere: Block = { top: 0, left: 0, bottom: 0, right: 0 };

function progressChart({ block }: DrawnTable, place: Block = nowhere): ChartBlueprint {
  const series = (name: string, key: string, colour: string) => ({
    name,
    categories: block("category"),
    values: block(key),
    colour,
  });
  return {
    kind: "column",
    title: "Tiến độ thực hiện so với kế hoạch năm (%)",
    description: "Mỗi cột là tiến độ của một chỉ tiêu; đường ngang là 100% kế hoạch.",
    series: [
      { ...series("Tiến độ (%)", "progress", barColours.now), hasLabels: true },
      { ...series("Kế hoạch (100%)", "plan", barColours.plan), isLine: true },
    ],
    axes: { categories: "Mã số chỉ tiêu (tên ở bảng dưới)", values: "Phần trăm kế hoạch", format: "0" },
    place,
  };
}

function rateCharts(
  { indicator, block, widths }: DrawnTable & { readonly indicator: { readonly name: { readonly vi: string } } },
  [first, second]: readonly Block[],
): ChartBlueprint[] {
  const compares = widths.length > 4;
  const series = (name: string, key: string, colour: string) => ({
    name,
    categories: block("category"),
    values: block(key),
    colour,
    hasLabels: true,
  });
  const rates: ChartBlueprint = {
    kind: "column",
    title: `${indicator.name.vi} theo đơn vị (%)`,
    description: "Mỗi đơn vị có cột kỳ gốc và cột thực hiện.",
    series: [
      ...(compares ? [series("Kỳ gốc", "baseline", barColours.before)] : []),
      series("Thực hiện", "value", barColours.now),
    ],
    axes: { categories: "Đơn vị", values: "%", format: "0.0" },
    place: first ?? nowhere,
  };
  if (!second) return [rates];
  const change: ChartBlueprint = {
    kind: "column",
    title: `${indicator.name.vi}: tăng, giảm so với kỳ gốc (điểm %)`,
    description: "Mỗi cột là mức tăng (trên 0) hoặc giảm (dưới 0) của một đơn vị, tính bằng điểm phần trăm.",
    series: [series("Tăng, giảm (điểm %)", "change", barColours.now)],
    axes: { categories: "Đơn vị", values: "Điểm %", format: "+0.0;-0.0;0.0" },
    place: second,
  };
  return [rates, change];
}
