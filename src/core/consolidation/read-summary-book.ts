import type { CellValue, Place } from "../cell";
import { tablesOf } from "../form/commune-tables";
import { sheetMarks, type CoverField } from "../form/cover";
import { isTyped, type TableId } from "../form/table";
import { periodById } from "../plan/lookups";
import type { Period, Plan, Unit } from "../plan/plan";
import { readCell } from "../form/said";
import { readCover } from "../reading/read-cover";
import { topRows } from "../reading/find-table";
import { readKeyedTable } from "../reading/read-table";
import { evidenceId, readUnitPairs } from "../reading/read-summary";
import { isTime, timesByColumn } from "../times";
import type { CellReading, CoverReading, Reading, RowReading, SummaryReading, TableReading } from "../reading/reading";
import { cellAt, type SheetSnapshot, type Snapshot } from "../snapshot";
import { readReceived, type ReceivedRow } from "../reading/read-received";
import { receivedWords, subtitleStart, withErrors } from "../reading/received-words";
import { unreceived, type UnitStatus } from "./consolidation";
import { alteredIn, heldBy, type HeldTable } from "./held-tables";

/** What a summary keeps of its reports, so that late ones can be laid beside them (law CO6). */
export interface Carried {
  readonly period: Period;
  /** Of its figures, as its cover names it; null where it names none. */
  readonly stage: string | null;
  /** One a unit of the plan, in its order, the whole last. */
  readonly units: readonly UnitStatus[];
  /** It says that reports with errors were let in (law CO8). */
  readonly allowsErrors: boolean;
}

/** Reads a summary that this program made by this plan; null for any other workbook: under another plan its codes mean something else. */
export function readCarried(plan: Plan, snapshot: Snapshot): Carried | null {
  const cover = readCover(plan, snapshot);
  const period = periodById(plan, cover.get("pm_period")?.text ?? "");
  const isOfPlan = [plan.id, ""].includes(cover.get("pm_plan")?.text ?? "");
  if (cover.get("pm_form")?.text !== "summary" || !period || !isOfPlan) return null;
  const received = readReceived(snapshot);
  if (!received) return null;
  const blocks = snapshot.sheets.flatMap(blocksOf);
  const units = [...plan.units, plan.whole].map((unit) => {
    const own = ownBlocks(blocks.filter((block) => block.unit === unit.code));
    return carriedStatus(plan, { own, unit, period, status: received.get(unit.code) ?? noStatus });
  });
  const stage = cover.get("pm_stage")?.text ?? "";
  return { period, stage: stage || null, units, allowsErrors: snapshot.sheets.some(saysWithErrors) };
}

function saysWithErrors(sheet: SheetSnapshot): boolean {
  // A report's own words, which stand on its unit's sheet, may end like that.
  const isTheMark = (value: CellValue): boolean =>
    typeof value === "string" && value.startsWith(subtitleStart) && value.endsWith(withErrors);
  return topRows(sheet).some((row) => [...(sheet.rows.get(row)?.values() ?? [])].some(({ value }) => isTheMark(value)));
}

const noStatus: ReceivedRow = {
  received: "",
  stage: "",
  onTime: "",
  file: "",
  digest: "",
  errors: 0,
  warnings: 0,
  sealedOn: null,
  below: null,
};

function carriedStatus(plan: Plan, { own, unit, period, status }: CarriedUnit): UnitStatus {
  const altered = own.flatMap(alteredIn);
  if (!isReceived(status)) return { ...unreceived(unit, false), altered };
  return {
    unit,
    isReceived: true,
    stage: status.stage || null,
    isOnTime: status.onTime === "" ? null : status.onTime === receivedWords.onTime,
    reportedOn: null,
    file: status.file,
    counts: { error: status.errors, warning: status.warnings, note: 0 },
    digest: status.digest === "" ? null : status.digest,
    sealedOn: status.sealedOn,
    reading: status.received === receivedWords.received ? readUnit(plan, { own, unit, period, status }) : null,
    altered,
  };
}

/** A unit of a summary: the tables of its sheet, and what Tình hình nộp says of it. */
interface CarriedUnit {
  readonly own: readonly SheetBlock[];
  readonly unit: Unit;
  readonly period: Period;
  readonly status: ReceivedRow;
}

/** The unit's own sheets may have been copied into the same workbook: those of the summary name their sources. */
function ownBlocks(all: readonly SheetBlock[]): readonly SheetBlock[] {
  const home = all.find(hasSources)?.sheet.name;
  return all.filter(({ sheet }) => home === undefined || sheet.name === home);
}

function isReceived({ received }: ReceivedRow): boolean {
  const { received: counted, refused, otherStage } = receivedWords;
  return [counted, refused, otherStage].some((word) => word === received);
}

/** A unit's report from its sheet, each figure of this period with its address in the unit's own file. */
function readUnit(plan: Plan, { own, unit, period, status }: CarriedUnit): Reading {
  const tables = new Map<TableId, TableReading>();
  for (const table of tablesOf(plan, unit.code)) {
    const block = own.find((candidate) => candidate.table === table.id);
    const reading = block ? readKeyedTable([block.sheet], table) : null;
    if (block && reading) tables.set(table.id, table.id === "elements" ? withSources(reading, block.sheet) : reading);
  }
  const pairs = own.find(({ table }) => table === evidenceId);
  const elements = tables.get("elements");
  const summary =
    pairs && elements && passesUp(tables)
      ? summaryIn(plan, elements, { pairs: pairs.sheet, below: status.below })
      : null;
  const cover = new Map<CoverField, CoverReading>([
    ["pm_unit_code", { text: unit.code, at: null }],
    ["pm_period", { text: period.id, at: null }],
    ["pm_stage", { text: status.stage, at: null }],
  ]);
  return {
    file: status.file,
    form: summary ? "summary" : unit.code === plan.whole.code ? "district" : "commune",
    formVersion: "",
    standards: null,
    unit: { kind: "known", unit, by: "code" },
    period,
    cover,
    tables: summary ? new Map() : tables,
    faults: [],
    summary,
  };
}

/**
 * Where some units hand in summaries, every unit's sheet has the pairs. A summary passes up numbers of elements and nothing
 * else: whoever says anything beside them, an answer in a word among it, filled the form.
 */
function passesUp(tables: ReadonlyMap<TableId, TableReading>): boolean {
  return [...tables].every(([id, { rows }]) =>
    [...rows.values()].every(
      ({ row, cells }) =>
        row.isTotal === true ||
        [...cells].every(([key, { content, said }]) =>
          id === "elements" && isTime(key) ? said.kind !== "answer" : !isTyped(content) || said.kind === "missing",
        ),
    ),
  );
}

/** What a unit's own summary passed up: totals of elements, counted answers among them, and pairs (law CO9). */
function summaryIn(
  plan: Plan,
  elements: TableReading,
  { pairs, below }: { readonly pairs: SheetSnapshot } & Pick<SummaryReading, "below">,
): SummaryReading {
  const total = (cell: CellReading): CellReading => ({
    ...cell,
    content: "computed",
    said: readCell(cell.found, "computed"),
  });
  const rows = [...elements.rows].map(([code, { cells }]) => {
    const times = timesByColumn.flatMap((time) => {
      const cell = cells.get(time);
      return cell ? [[time, total(cell)] as const] : [];
    });
    return [code, new Map(times)] as const;
  });
  return { elements: new Map(rows), evidence: readUnitPairs(plan, pairs), below };
}

/** The part of a sheet that holds one table, by the marks under its key row. */
interface SheetBlock extends HeldTable {
  readonly unit: string;
}

function blocksOf(sheet: SheetSnapshot): SheetBlock[] {
  const marks = [...sheet.rows]
    .filter(([, cells]) => cells.get(0)?.value === sheetMarks.unit)
    .map(([row, cells]) => ({
      row,
      unit: cells.get(1)?.value,
      table: cells.get(5)?.value,
      held: heldBy(cells),
    }))
    .sort((a, b) => a.row - b.row);
  return marks.flatMap(({ row, unit, table, held }, index) => {
    const first = row - 1;
    const last = (marks[index + 1]?.row ?? Number.POSITIVE_INFINITY) - 1;
    if (typeof unit !== "string" || typeof table !== "string") return [];
    const rows = new Map([...sheet.rows].filter(([at]) => at >= first && at < last));
    return [{ unit, table, held, first, sheet: { ...sheet, rows } }];
  });
}

function hasSources({ first, sheet }: SheetBlock): boolean {
  return [...(sheet.rows.get(first) ?? [])].some(([, cell]) => cell.value === "source");
}

/** Each actual figure goes back to the cell of the unit's file that the sheet names beside it (law CO7). */
function withSources(table: TableReading, sheet: SheetSnapshot): TableReading {
  const keys = sheet.rows.get(table.keyRow ?? -1);
  const column = [...(keys ?? [])].find(([, cell]) => cell.value === "source")?.[0];
  if (column === undefined) return table;
  const rows = new Map(
    [...table.rows].map(([code, row]): [string, RowReading] => {
      const source = sourceIn(cellAt(sheet, row.index, column)?.value);
      const actual = row.cells.get("actual");
      if (!source || !actual) return [code, row];
      const cells = new Map<string, CellReading>([...row.cells, ["actual", { ...actual, at: source }]]);
      return [code, { ...row, cells }];
    }),
  );
  return { ...table, rows };
}

/** "Số liệu!F12" → place. */
function sourceIn(value: unknown): Place | null {
  if (typeof value !== "string") return null;
  const mark = value.lastIndexOf("!");
  return mark <= 0 ? null : { sheet: value.slice(0, mark), cell: value.slice(mark + 1) };
}
