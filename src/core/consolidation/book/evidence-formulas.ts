import { reference } from "../../cell";
import { placeOf, type BookUnit } from "./book";
import { evidenceId } from "../../reading/read-summary";

/** A function takes 255 arguments at most. */
const mostArguments = 250;

/** The cells of one indicator's pairs on the sheets of units. */
export function evidenceCells(units: readonly BookUnit[], code: string, key: string): string[] {
  return units.flatMap((unit) => {
    const place = placeOf(unit, { table: evidenceId, code, key });
    return place ? [reference(place)] : [];
  });
}

function inGroups(name: "SUM" | "COUNT", cells: readonly string[]): string {
  if (cells.length <= mostArguments) return `${name}(${cells.join(",")})`;
  const groups: string[] = [];
  for (let start = 0; start < cells.length; start += mostArguments) {
    groups.push(`${name}(${cells.slice(start, start + mostArguments).join(",")})`);
  }
  return groups.join("+");
}

/** Σ of one side of a pair over units, empty where no unit has it. */
function sumFormula(cells: readonly string[]): string {
  return `IF(${inGroups("COUNT", cells)}=0,"",${inGroups("SUM", cells)})`;
}

/** The side of a pair for TH Chỉ tiêu; earlier pairs fall back on all that have them (law CO4). */
export function evidenceSum(units: readonly BookUnit[], code: string, key: string): string {
  const own = sumFormula(evidenceCells(units, code, key));
  const isEarlier = key.startsWith("baseline_") || key.startsWith("last_year_");
  if (!isEarlier) return own;
  const isAlone = `${inGroups("COUNT", evidenceCells(units, code, "numerator"))}=0`;
  return `IF(${isAlone},${sumFormula(evidenceCells(units, code, `all_${key}`))},${own})`;
}

export function evidenceCount(units: readonly BookUnit[], code: string): string {
  return inGroups("COUNT", evidenceCells(units, code, "numerator"));
}
