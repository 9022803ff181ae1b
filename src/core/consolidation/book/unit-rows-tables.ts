import type { SheetBlueprint } from "../../blueprint";
import { reference } from "../../cell";
import { totalCode } from "../../form/commune-tables";
import { orBlank } from "../../form/figures";
import { formats } from "../../form/formats";
import { householdColumns } from "../../form/household-columns";
import type { Column, TableId } from "../../form/table";
import { allSources, commonRate, disbursementRate, type Allocation } from "../../progress/disbursement";
import { all, orEmpty } from "../../progress/formula-parts";
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
    notes: ["Cột mà một bản, tiểu khu còn để trống thì để trống ở dòng của đơn vị đó và không cộng vào dòng chung."],
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
  const { funds } = book.consolidation.plan;
  const sources = [...funds, { code: totalCode, label: { vi: "Tất cả các nguồn", en: "All sources" } }];
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
      rateColumn(code === totalCode ? funds.map((one) => one.code) : [code], { code, label: label.vi }),
    ]),
    notes: [
      "Tỷ lệ giải ngân = tổng đã giải ngân / tổng đã phân bổ × 100, chỉ tính các đơn vị có tỷ lệ: đơn vị thiếu một trong hai số không tính vào cả tử lẫn mẫu.",
    ],
  });
}

/** A unit's rate from its own row, and the common one over the units that have a rate (law CO2). */
function rateColumn(codes: readonly string[], { code, label }: { code: string; label: string }): UnitColumn {
  const keys = { rate: `${code}.rate`, allocated: `${code}.allocated`, disbursed: `${code}.disbursed` };
  return {
    column: {
      key: keys.rate,
      tiers: [label, "Tỷ lệ giải ngân (%)"],
      number: "",
      width: 10,
      content: "computed",
      format: formats.percent,
    },
    fill: (unit, ref) => {
      const [allocated, disbursed] = [ref(keys.allocated), ref(keys.disbursed)];
      const areWhole = codes.map((one) => `ISNUMBER(${ref(`${one}.allocated`)})=ISNUMBER(${ref(`${one}.disbursed`)})`);
      return {
        formula: orEmpty(
          all([...areWhole, `ISNUMBER(${disbursed})`, `N(${allocated})>0`]),
          `100*${disbursed}/${allocated}`,
        ),
        value: orBlank(disbursementRate(allSources(codes.map((one) => allocationOf(unit, one))))),
      };
    },
    total: ({ range, figures }) => {
      const [rates, allocated, disbursed] = [figures(keys.rate), figures(keys.allocated), figures(keys.disbursed)];
      const rated = rates.map((rate, index): Allocation => {
        const [of = null, is = null] = rate === null ? [] : [allocated[index], disbursed[index]];
        return { allocated: of, disbursed: is };
      });
      const sumOfRated = (key: string): string => `SUMIFS(${range(key)},${range(keys.rate)},">=-1E+300")`;
      return {
        formula: orEmpty(
          `COUNT(${range(keys.rate)})>0`,
          `100*${sumOfRated(keys.disbursed)}/${sumOfRated(keys.allocated)}`,
        ),
        value: orBlank(commonRate(rated)),
      };
    },
  };
}

function allocationOf(unit: BookUnit, code: string): Allocation {
  const amount = (key: string): number | null => figureAt(unit, { table: "funds", code, key });
  return { allocated: amount("allocated"), disbursed: amount("disbursed") };
}

/** The cells of a unit's task table in one column, as its sheet has them. */
export function taskCells(unit: BookUnit, key: string): { readonly code: string; readonly at: string }[] {
  const block = unit.blocks.find(({ table }) => table.id === "tasks");
  return (block?.rowOrder ?? []).flatMap(({ code }) => {
    const place = placeOf(unit, { table: "tasks", code, key });
    return place ? [{ code, at: reference(place) }] : [];
  });
}
