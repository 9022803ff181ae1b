import { reference, toA1, type Place } from "../../cell";
import { planSheet } from "../../form/cover";
import { membersOf, wholeLevel } from "../../plan/lookups";
import type { Unit } from "../../plan/plan";
import { elementCell, figureOf } from "../../reading/reading";
import type { Time } from "../../times";
import type { Consolidation, UnitStatus } from "../consolidation";
import { unitBlocks, type UnitBlock } from "./unit-blocks";

/** The sheets of the summary that add up, by what they hold. */
export const summarySheets = {
  received: "Tình hình nộp",
  elements: "TH Số liệu",
  indicators: "TH Chỉ tiêu",
  byUnit: "TH Theo đơn vị",
  households: "TH Hộ nghèo",
  shortfalls: "TH Thiếu hụt",
  tasks: "TH Nhiệm vụ",
  funds: "TH Kinh phí",
  charts: "Biểu đồ",
} as const;

/** One unit in the summary: its status, its sheet and where the figures stand on it. */
export interface BookUnit {
  readonly status: UnitStatus;
  readonly unit: Unit;
  readonly sheet: string;
  readonly blocks: readonly UnitBlock[];
}

/** A summary being made. */
export interface Book {
  readonly consolidation: Consolidation;
  /** The reporting units in the plan's order. */
  readonly units: readonly BookUnit[];
  readonly whole: BookUnit;
  /** Some reports are summaries of a lower level, which pass up pairs and not only figures (law CO9). */
  readonly isOfSummaries: boolean;
  /** Codes of the members, by group id. */
  readonly groupMembers: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Sheets and places for every unit, reported or not. */
export function planBook(consolidation: Consolidation): Book {
  const { plan } = consolidation;
  const taken = new Set([...Object.values(summarySheets), planSheet].map((name) => name.toLowerCase()));
  const wholeSheet = freeName({ name: wholeLevel(plan).name.vi, code: plan.whole.code }, taken);
  const isOfSummaries = consolidation.units.some(({ reading }) => reading !== null && reading.summary !== null);
  const all = consolidation.units.map((status): BookUnit => {
    const { unit } = status;
    const sheet = unit.code === plan.whole.code ? wholeSheet : freeName(unit, taken);
    return { status, unit, sheet, blocks: unitBlocks(plan, status, isOfSummaries) };
  });
  const whole = all.find(({ unit }) => unit.code === plan.whole.code);
  if (!whole) throw new RangeError("The whole has no status.");
  return {
    consolidation,
    units: all.filter((unit) => unit !== whole),
    whole,
    isOfSummaries,
    groupMembers: new Map(plan.groups.map(({ id }) => [id, new Set(membersOf(plan, id).map((unit) => unit.code))])),
  };
}

/** The longest name that Excel gives a sheet. */
const longest = 31;

/** Excel refuses longer names, some marks, and a quote at either end. */
function freeName({ name, code }: Pick<Unit, "name" | "code">, taken: Set<string>): string {
  const plain = name
    .replace(/[\\/?*[\]:]/g, " ")
    .replace(/^'+|'+$/g, "")
    .slice(0, longest)
    .trim();
  const codeAlone = code.slice(0, longest);
  const withCode = `${plain.slice(0, longest - 1 - codeAlone.length)} ${codeAlone}`.trim();
  const candidates = [plain, withCode, codeAlone];
  const free =
    candidates.find((one) => one !== "" && one.length <= longest && !taken.has(one.toLowerCase())) ??
    `Đơn vị ${code}`.slice(0, longest);
  taken.add(free.toLowerCase());
  return free;
}

/** Where a figure of a unit stands on its sheet; null where its form has no such row or column. */
export function placeOf(unit: BookUnit, cell: { table: string; code: string; key: string }): Place | null {
  const block = unit.blocks.find(({ table }) => table.id === cell.table);
  const row = block?.rows.get(cell.code);
  const column = block?.columns.get(cell.key);
  return row === undefined || column === undefined ? null : { sheet: unit.sheet, cell: toA1({ row, column }) };
}

/** The link to a unit's cell that does not turn a blank into 0; null where there is nothing to link to. */
export function figureLink(unit: BookUnit, cell: { table: string; code: string; key: string }): string | null {
  const place = placeOf(unit, cell);
  if (!place) return null;
  const at = reference(place);
  return `IF(ISNUMBER(${at}),${at},IF(TRIM(${at})="-",0,""))`;
}

/** The figure of an element that entered the totals, or null. */
export function elementFigure({ status }: BookUnit, code: string, time: Time): number | null {
  return status.reading ? figureOf(elementCell(status.reading, code, time)) : null;
}

/** The name of a unit as table headings write it. */
export function shortName({ unit }: BookUnit): string {
  return unit.name;
}
