import type { SheetBlueprint } from "../../blueprint";
import { reference } from "../../cell";
import { totalCode } from "../../form/commune-tables";
import { orBlank } from "../../form/figures";
import { formats } from "../../form/formats";
import { householdColumns } from "../../form/household-columns";
import type { Column, TableId } from "../../form/table";
import { orEmpty } from "../../progress/formula-parts";
import { cellOf, figureOf } from "../../reading/reading";
import { figureLink, placeOf, summarySheets, type Book, type BookUnit } from "./book";
import { totalAt } from "./unit-sheet";
import { unitRowsSheet, type UnitColumn } from "./unit-rows-sheet";

interface At {
  readonly table: TableId;
  readonly code: string;
  readonly key: string;
}

/** A column of links to one cell of each unit's sheet, added up below. */
function linked(column: Column, cell: At): UnitColumn {
  return {
    column,
    total: "sum",
    fill: (unit) => {
      const formula = figureLink(unit, cell);
      return formula === null ? { value: null } : { formula, value: orBlank(figureAt(unit, cell)) };
    },
  };
}

function figureAt(unit: BookUnit, { table, code, key }: At): number | null {
  if (code !== totalCode)
    return unit.status.reading ? figureOf(cellOf(unit.status.reading, table, { code, key })) : null;
  const block = unit.blocks.find((candidate) => candidate.table.id === table);
  return block ? totalAt(unit, block, key) : null;
}

/** TH Hộ nghèo: the movements of each unit, from the totals of its villages. */
export function householdsSheet(book: Book): SheetBlueprint {
  return unitRowsSheet(book, {
    id: "summary-households",
    sheet: summarySheets.households,
    title: "TỔNG HỢP BIẾN ĐỘNG HỘ NGHÈO, HỘ CẬN NGHÈO",
    nameHeading: "Đơn vị",
    columns: householdColumns.map((column) =>
      linked({ ...column, content: "computed" }, { table: "households", code: totalCode, key: column.key }),
    ),
    notes: [],
  });
}

/** TH Thiếu hụt: each deprivation and cause, poor and near-poor, by unit. */
export function shortfallsSheet(book: Book): SheetBlueprint {
  const { shortfalls } = book.consolidation.plan;
  const rows = shortfalls ? [...shortfalls.deprivations, ...shortfalls.causes] : [];
  const sides = [
    { key: "poor", heading: "Hộ nghèo" },
    { key: "near_poor", heading: "Hộ cận nghèo" },
  ];
  return unitRowsSheet(book, {
    id: "summary-shortfalls",
    sheet: summarySheets.shortfalls,
    title: "TỔNG HỢP THIẾU HỤT VÀ NGUYÊN NHÂN NGHÈO",
    nameHeading: "Đơn vị",
    columns: rows.flatMap(({ code, label }) =>
      sides.map(({ key, heading }) =>
        linked(
          {
            key: `${code}.${key}`,
            tiers: [label.vi, heading],
            number: code,
            width: 9,
            content: "computed",
            format: formats.count,
          },
          { table: "shortfalls", code, key },
        ),
      ),
    ),
    notes: ["Một hộ có thể thiếu hụt nhiều chỉ số, có nhiều nguyên nhân: tổng các cột có thể lớn hơn số hộ."],
  });
}

const amounts = [
  { key: "planned", heading: "Kế hoạch" },
  { key: "allocated", heading: "Đã phân bổ" },
  { key: "disbursed", heading: "Đã giải ngân" },
] as const;

/** TH Kinh phí: each source and all sources, with the rate of disbursement computed over the sums. */
export function fundsSheet(book: Book): SheetBlueprint {
  const sources = [
    ...book.consolidation.plan.funds,
    { code: totalCode, label: { vi: "Tất cả các nguồn", en: "All sources" } },
  ];
  return unitRowsSheet(book, {
    id: "summary-funds",
    sheet: summarySheets.funds,
    title: "TỔNG HỢP KINH PHÍ THỰC HIỆN (triệu đồng)",
    nameHeading: "Đơn vị",
    columns: sources.flatMap(({ code, label }): UnitColumn[] => [
      ...amounts.map(({ key, heading }) =>
        linked(
          {
            key: `${code}.${key}`,
            tiers: [label.vi, heading],
            number: "",
            width: 11,
            content: "computed",
            format: formats.amount,
          },
          { table: "funds", code, key },
        ),
      ),
      rateColumn(code, label.vi),
    ]),
    notes: ["Tỷ lệ giải ngân = tổng đã giải ngân / tổng đã phân bổ × 100."],
  });
}

function rateColumn(code: string, label: string): UnitColumn {
  const formula = (ref: (key: string) => string): string => {
    const [allocated, disbursed] = [ref(`${code}.allocated`), ref(`${code}.disbursed`)];
    return orEmpty(`AND(ISNUMBER(${disbursed}),N(${allocated})>0)`, `100*${disbursed}/${allocated}`);
  };
  const rate = (disbursed: number | null, allocated: number | null): number | "" =>
    disbursed !== null && allocated !== null && allocated > 0 ? (100 * disbursed) / allocated : "";
  return {
    column: {
      key: `${code}.rate`,
      tiers: [label, "Tỷ lệ giải ngân (%)"],
      number: "",
      width: 10,
      content: "computed",
      format: formats.percent,
    },
    fill: (unit, ref) => {
      const at = (key: string): number | null => figureAt(unit, { table: "funds", code, key });
      return { formula: formula(ref), value: rate(at("disbursed"), at("allocated")) };
    },
    total: (ref, sums) => ({
      formula: formula(ref),
      value: rate(sums.get(`${code}.disbursed`) ?? null, sums.get(`${code}.allocated`) ?? null),
    }),
  };
}

/** The cells of a unit's task table in one column, as its sheet has them. */
export function taskCells(unit: BookUnit, key: string): { readonly code: string; readonly at: string }[] {
  const block = unit.blocks.find(({ table }) => table.id === "tasks");
  return (block?.rowOrder ?? []).flatMap(({ code }) => {
    const place = placeOf(unit, { table: "tasks", code, key });
    return place ? [{ code, at: reference(place) }] : [];
  });
}
