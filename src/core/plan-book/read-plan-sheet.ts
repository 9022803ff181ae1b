import { columnLetters, toA1, type Place } from "../cell";
import type { Phrase } from "../language";
import type { PlanPath } from "../plan/plan-fault";
import { textOf, valueAt } from "../plan/tree";
import type { SheetSnapshot } from "../snapshot";
import { allocationColumns, allocationFamily } from "./allocation-columns";
import { findPlanColumns, type FoundColumn, type FoundColumns, type WantedColumns } from "./find-plan-columns";
import { unitRoles } from "./plan-choices";
import type { Kinds, PlanColumn, PlanSheet } from "./plan-column";
import type { PlanDraft } from "./plan-draft";

/** Reads the rows of one sheet into the draft; gives what it passed over: columns that no plan knows. */
export function readPlanSheet(draft: PlanDraft, sheet: SheetSnapshot, as: PlanSheet): Place[] {
  const found = columnsOf(draft, sheet, as);
  draft.placeSheet(as.list, sheet.name);
  if (!found) return [];
  let count = 0;
  let wholes = 0;
  for (const row of rowsOf(sheet, found)) {
    const isWhole =
      as.wholeIf !== undefined && roleIn(draft, { sheet, row, found, key: as.wholeIf.key }) === unitRoles.whole;
    if (isWhole && ++wholes > 1) {
      draft.fault({ sheet: sheet.name, cell: toA1({ row, column: 0 }), column: null }, oneWhole, unitRoles.whole);
      continue;
    }
    readEntry(draft, { sheet, row, found, as, path: isWhole ? ["whole"] : [...as.list, count] });
    if (!isWhole) count++;
  }
  if (as.wholeIf && wholes === 0) draft.fault({ sheet: sheet.name, cell: "", column: null }, oneWhole, "");
  return ignoredOf(sheet, found);
}

const oneWhole: Phrase = {
  vi: `đúng một dòng có vai trò "${unitRoles.whole}"`,
  en: `exactly one row with the role "${unitRoles.whole}"`,
};

/** Finds the columns; what is missing or there twice is a fault. */
export function columnsOf(draft: PlanDraft, sheet: SheetSnapshot, wanted: WantedColumns): FoundColumns | null {
  const found = findPlanColumns(sheet, wanted);
  if (!found) {
    const expected = { vi: "dòng tiêu đề các cột như tệp mẫu", en: "the row of headings, as in the model" };
    draft.fault({ sheet: sheet.name, cell: "", column: null }, expected, "");
    return null;
  }
  for (const { heading } of found.missing) {
    const expected = { vi: `cột "${heading}"`, en: `the column "${heading}"` };
    draft.fault({ sheet: sheet.name, cell: "", column: null }, expected, "");
  }
  for (const { at, column } of found.twice) {
    const cell = toA1({ row: found.headingRow, column: at });
    const expected = { vi: `chỉ một cột "${column.heading}"`, en: `only one column "${column.heading}"` };
    draft.fault({ sheet: sheet.name, cell, column }, expected, column.heading);
  }
  return found;
}

/** The rows below the headings that hold something in a column of the plan, from the top. */
export function rowsOf(sheet: SheetSnapshot, { found, firstRow }: FoundColumns): number[] {
  const columns = found.filter(({ column }) => column.content.kind !== "shown").map(({ at }) => at);
  const isFilled = (row: number): boolean => {
    const cells = sheet.rows.get(row);
    return columns.some((at) => {
      const cell = cells?.get(at);
      return cell !== undefined && !(typeof cell.value === "string" && cell.value.trim() === "");
    });
  };
  return [...sheet.rows.keys()].filter((row) => row >= firstRow && isFilled(row)).sort((a, b) => a - b);
}

export function ignoredOf(sheet: SheetSnapshot, { unknown }: FoundColumns): Place[] {
  return unknown.map((column) => ({ sheet: sheet.name, cell: columnLetters(column) }));
}

interface RowIn {
  readonly sheet: SheetSnapshot;
  readonly row: number;
  readonly found: FoundColumns;
}

function roleIn(draft: PlanDraft, { sheet, row, found, key }: RowIn & { readonly key: string }): unknown {
  const role = found.found.find(({ column }) => column.key === key);
  return role ? draft.read({ sheet, row, ...role }) : undefined;
}

interface EntryIn extends RowIn {
  readonly as: PlanSheet;
  readonly path: PlanPath;
}

function readEntry(draft: PlanDraft, { sheet, row, found, as, path }: EntryIn): void {
  const own = found.found.filter(({ column }) => column.key !== as.wholeIf?.key && column.content.kind !== "shown");
  const read = new Map(own.map((one) => [one.column.key, draft.read({ sheet, row, ...one })]));
  const kinds: Kinds = (key) => textOf(read.get(key));
  const [first] = own;
  if (first) draft.place(path, { sheet, row, ...first });
  draft.put(path, {});
  const counted = new Map<string, number>();
  for (const one of own) {
    const { column } = one;
    const value = valueIn(read, column, kinds);
    const inEntry = pathIn(one, kinds, counted);
    const full = [...path, ...inEntry];
    draft.place(full, { sheet, row, ...one });
    if (value === undefined) continue;
    if (one.family?.isCounted) counted.set(one.family.key, (counted.get(one.family.key) ?? 0) + 1);
    draft.put(full, value);
  }
}

/** Values of one list follow each other without gaps, however their columns are counted. */
function pathIn({ column, family }: FoundColumn, kinds: Kinds, counted: ReadonlyMap<string, number>): PlanPath {
  if (!family?.isCounted) return column.path(kinds);
  return [...family.path, counted.get(family.key) ?? 0];
}

function valueIn(read: ReadonlyMap<string, unknown>, column: PlanColumn, kinds: Kinds): unknown {
  const own = read.get(column.key) ?? (column.orElse === undefined ? undefined : read.get(column.orElse));
  if (column.content.kind === "yes-no" && own === column.content.blankMeans) return undefined;
  if (column.content.kind === "choice" && own === column.content.blankMeans) return undefined;
  if (column.key === "parent" && own === undefined) return null;
  const isOne = column.isList !== undefined && !column.isList(kinds);
  if (isOne && Array.isArray(own) && own.length === 1) return own[0] as unknown;
  return own;
}

/** Reads the shares of the totals into the indicators that the draft has already. */
export function readAllocations(
  draft: PlanDraft,
  sheet: SheetSnapshot,
  indicators: ReadonlyMap<string, number>,
): Place[] {
  const found = columnsOf(draft, sheet, { columns: allocationColumns, families: [allocationFamily] });
  if (!found) return [];
  const unitColumn = found.found.find(({ column }) => column.key === "unit");
  const totals = found.found.filter(({ family }) => family !== null);
  for (const one of totals) {
    const path = pathOfShares(one, indicators);
    if (path) draft.place(path, { sheet, row: found.headingRow, ...one });
    else {
      const cell = toA1({ row: found.headingRow, column: one.at });
      const expected = {
        vi: "mã của một chỉ tiêu ở sheet Chỉ tiêu",
        en: "the code of an indicator of the sheet Chỉ tiêu",
      };
      draft.fault({ sheet: sheet.name, cell, column: one.column }, expected, one.column.heading);
    }
  }
  const seen = new Set<string>();
  const units = unitsIn(draft);
  for (const row of unitColumn ? rowsOf(sheet, found) : []) {
    const shares = totals.map((one) => ({ one, share: draft.read({ sheet, row, ...one }) }));
    const unit = unitColumn ? draft.read({ sheet, row, ...unitColumn }) : undefined;
    const cell = toA1({ row, column: unitColumn?.at ?? 0 });
    const spot = { sheet: sheet.name, cell, column: unitColumn?.column ?? null };
    if (typeof unit !== "string") {
      if (shares.some(({ share }) => share !== undefined)) draft.fault(spot, unitCode, "");
      continue;
    }
    if (!units.has(unit)) {
      // Told where the code stands: the share beside it may be right.
      if (shares.some(({ share }) => share !== undefined)) draft.fault(spot, reportingUnit, unit);
      continue;
    }
    if (seen.has(unit)) draft.fault(spot, oncePerUnit, unit);
    seen.add(unit);
    for (const { one, share } of shares) {
      const path = pathOfShares(one, indicators);
      if (!path) continue;
      draft.place([...path, unit], { sheet, row, ...one });
      if (share !== undefined) draft.put([...path, unit], share);
    }
  }
  return ignoredOf(sheet, found);
}

const unitCode: Phrase = { vi: "mã đơn vị", en: "the unit's code" };
const reportingUnit: Phrase = {
  vi: "mã của một đơn vị báo cáo ở sheet Đơn vị",
  en: "the code of a reporting unit of the sheet Đơn vị",
};
const oncePerUnit: Phrase = { vi: "mỗi đơn vị một dòng", en: "one row a unit" };

function unitsIn({ json }: PlanDraft): ReadonlySet<unknown> {
  const units = valueAt(json, ["units"]);
  return new Set(Array.isArray(units) ? units.map((unit) => valueAt(unit, ["code"])) : []);
}

function pathOfShares({ column }: FoundColumn, indicators: ReadonlyMap<string, number>): PlanPath | null {
  const index = indicators.get(column.key.slice(`${allocationFamily.key}.`.length));
  return index === undefined ? null : ["indicators", index, "target", "allocation"];
}
