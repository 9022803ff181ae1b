import { sheetMarks, planSheet } from "../form/cover";
import { isTableId } from "../form/table";
import { unitName } from "../plan/lookups";
import type { Plan } from "../plan/plan";
import type { SheetSnapshot, Snapshot } from "../snapshot";
import { findMark } from "./find-table";
import { readCover, readUnit } from "./read-cover";

/** Whose sheet it is, by what stands on the sheet itself. */
interface Owner {
  readonly unit: string;
  readonly period: string;
  /** Which sheet of a form it is. */
  readonly part: string;
}

/** Sheets of one report, in the order of the workbook. */
interface Group {
  readonly parts: ReadonlySet<string>;
  readonly sheets: readonly SheetSnapshot[];
}

/**
 * The reports whose sheets were copied into one workbook ("Số liệu", "Số liệu (2)", …), one snapshot a unit and period, by
 * the marks that each sheet carries; in the order of their first sheets. A sheet that stands there twice begins a second
 * report of its unit. Where no sheet stands there twice it is one report, whatever its marks say: which of them are wrong
 * is for the rules to tell. The sheets of a summary are no reports. Each file is named after the workbook and the unit.
 */
export function reportsWithin(plan: Plan, book: Snapshot): Snapshot[] {
  const shared = book.sheets.filter(({ name }) => name === planSheet);
  const taken = new Set<string>();
  return withTheirCovers(groupsIn(book)).map((sheets) =>
    reportOf(plan, book, { sheets: [...sheets, ...shared], taken }),
  );
}

function groupsIn(book: Snapshot): Group[] {
  const groups: { owner: Owner; parts: Set<string>; sheets: SheetSnapshot[] }[] = [];
  for (const sheet of book.sheets) {
    const owner = ownerOf(sheet);
    if (!owner) continue;
    const open = groups.find(({ owner: other, parts }) => isSameReport(owner, other) && !parts.has(owner.part));
    if (open) {
      open.parts.add(owner.part);
      open.sheets.push(sheet);
    } else {
      groups.push({ owner, parts: new Set([owner.part]), sheets: [sheet] });
    }
  }
  const all = groups.flatMap(({ parts }) => [...parts]);
  if (groups.length === 0 || new Set(all).size < all.length) return groups;
  const owned = new Set(groups.flatMap(({ sheets }) => sheets));
  return [{ parts: new Set(all), sheets: book.sheets.filter((sheet) => owned.has(sheet)) }];
}

/** A cover that says something else than every sheet of its report would be left alone, and its report be without a cover. */
function withTheirCovers(groups: readonly Group[]): SheetSnapshot[][] {
  const covers = new Map<Group, Group>();
  for (const [index, cover] of groups.entries()) {
    if (!isCoverAlone(cover)) continue;
    const bare = groups.filter((group) => !group.parts.has("cover") && !covers.has(group));
    const own = bare.find((group) => groups.indexOf(group) > index) ?? bare.at(-1);
    if (own) covers.set(own, cover);
  }
  const placed = new Set(covers.values());
  return groups
    .filter((group) => !placed.has(group))
    .map((group) => [...(covers.get(group)?.sheets ?? []), ...group.sheets]);
}

function isCoverAlone({ parts }: Group): boolean {
  return parts.size === 1 && parts.has("cover");
}

function isSameReport(one: Owner, other: Owner): boolean {
  return one.unit === other.unit && one.period === other.period;
}

/** On Bìa the label stands between the hidden key and the value; on data sheets the value is right beside it. */
function ownerOf(sheet: SheetSnapshot): Owner | null {
  const form = findMark(sheet, "pm_form", 2);
  const distance = form ? 2 : 1;
  const unit = withoutZeros(findMark(sheet, sheetMarks.unit, distance)?.text ?? "");
  const period = findMark(sheet, sheetMarks.period, distance)?.text ?? "";
  const part = form ? "cover" : (findMark(sheet, sheetMarks.table)?.text ?? "");
  if (unit === "" || form?.text === "summary" || !(part === "cover" || isTableId(part))) return null;
  return isOfSummary(sheet) ? null : { unit, period, part };
}

/** A unit's sheet in a summary says of each figure which cell it came from. */
export function isOfSummary(sheet: SheetSnapshot): boolean {
  return findMark(sheet, "source", 0) !== null;
}

/** Spreadsheets that take a code for a number drop its leading zeros. */
function withoutZeros(code: string): string {
  return code.replace(/^0+/, "");
}

function reportOf(
  plan: Plan,
  book: Snapshot,
  { sheets, taken }: { readonly sheets: readonly SheetSnapshot[]; readonly taken: Set<string> },
): Snapshot {
  const names = new Set(sheets.map(({ name }) => name));
  const own: Snapshot = {
    file: book.file,
    sheets,
    names: new Map([...book.names].filter(([, { sheet }]) => names.has(sheet))),
  };
  const unit = readUnit(plan, readCover(plan, own));
  const name = unit.kind === "known" ? unitName(unit.unit) : unit.code || unit.name;
  const file = freeName(`${book.file} – ${name}`, taken);
  taken.add(file);
  return { ...own, file };
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted} (${count})`;
  return name;
}
