import { isBlank, isFigure, quoted, total } from "../progress/formula-parts";
import { checkWords } from "./check-words";
import { totalCode } from "./commune-tables";
import { computedCell, refer, referRange, type CellKey, type ComputedCell, type FormContext } from "./form-context";
import { numberIn, orBlank, sumOf } from "./figures";
import { movementSigns, movements } from "./household-columns";
import { isNumeric, type Row, type Table } from "./table";

const id = "households" as const;

/** Closing columns, totals and the live check column of Hộ nghèo. */
export function computedHouseholds(context: FormContext, table: Table): (ComputedCell | null)[] {
  const villages = table.rows.filter((row) => !row.isTotal);
  const summed = table.columns.filter((column) => isNumeric(column.content) || closings.has(column.key));
  return [
    ...villages.flatMap((row) => [
      closingCell(context, row, movements.poor),
      closingCell(context, row, movements.nearPoor),
      checkCell(context, row),
    ]),
    ...summed.map(({ key }) => totalCell(context, villages, key)),
  ];
}

const closings: ReadonlySet<string> = new Set([movements.poor[8], movements.nearPoor[8]]);

function at(row: { readonly code: string }, key: string): CellKey {
  return { table: id, code: row.code, key };
}

/** 9 = 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8 of a row, or null until all eight are there. */
export function closingOf(figures: readonly (number | null)[]): number | null {
  return movementSigns.reduce<number | null>((sum, sign, index) => {
    const figure = figures[index] ?? null;
    return sum === null || figure === null ? null : sum + sign * figure;
  }, 0);
}

function closingIn({ source }: FormContext, row: Row, keys: readonly string[]): number | null {
  return closingOf(keys.slice(0, 8).map((key) => numberIn(source.said(at(row, key)))));
}

function closingCell(context: FormContext, row: Row, keys: readonly string[]): ComputedCell | null {
  return computedCell(at(row, keys[8] ?? ""), () => {
    const cells = keys.slice(0, 8).map((key) => refer(context, at(row, key), id));
    const isThere = cells.map((cell) => isFigure(cell)).join(",");
    const terms = cells.map(
      (cell, index) => `${movementSigns[index] === 1 ? (index === 0 ? "" : "+") : "-"}N(${cell})`,
    );
    return {
      formula: `IF(AND(${isThere}),${terms.join("")},"")`,
      value: orBlank(closingIn(context, row, keys)),
    };
  });
}

function totalCell(context: FormContext, villages: readonly Row[], key: string): ComputedCell | null {
  return computedCell({ table: id, code: totalCode, key }, () => {
    const range = referRange(
      context,
      villages.map((row) => at(row, key)),
      id,
    );
    return { formula: total(range), value: orBlank(sumOf(villages.map((row) => figureIn(context, row, key)))) };
  });
}

function figureIn(context: FormContext, row: Row, key: string): number | null {
  if (key === movements.poor[8]) return closingIn(context, row, movements.poor);
  if (key === movements.nearPoor[8]) return closingIn(context, row, movements.nearPoor);
  return numberIn(context.source.said(at(row, key)));
}

/** Poor column 2 is near-poor column 5, and poor column 5 is near-poor column 2: the same households. */
const twins = [
  [movements.poor[1], movements.nearPoor[4]],
  [movements.poor[4], movements.nearPoor[1]],
] as const;

const typed = ["name", "households", ...movements.poor.slice(0, 8), ...movements.nearPoor.slice(0, 8)];

function checkCell(context: FormContext, row: Row): ComputedCell | null {
  return computedCell(at(row, "check"), () => {
    const keys = [...typed, movements.poor[8], movements.nearPoor[8]];
    const cells = new Map(keys.map((key) => [key, refer(context, at(row, key), id)]));
    return { formula: () => checkFormula((key) => cells.get(key) ?? ""), value: checkWord(context, row) };
  });
}

function checkFormula(ref: (key: string) => string): string {
  const isEmpty = typed.map((key) => isBlank(ref(key))).join(",");
  const isThere = typed.slice(1).map((key) => isFigure(ref(key)));
  const [poor, nearPoor] = [ref(movements.poor[8]), ref(movements.nearPoor[8])];
  const differs = twins.map(([one, other]) => `N(${ref(one)})<>N(${ref(other)})`).join(",");
  return (
    `IFERROR(IF(AND(${isEmpty}),"",IF(OR(${isBlank(ref("name"))},NOT(AND(${isThere.join(",")}))),${quoted(checkWords.missing)},` +
    `IF(OR(${poor}<0,${nearPoor}<0),${quoted(checkWords.belowNothing)},` +
    `IF(${poor}+${nearPoor}>N(${ref("households")}),${quoted(checkWords.aboveHouseholds)},` +
    `IF(OR(${differs}),${quoted(checkWords.disagrees)},${quoted(checkWords.good)}))))),${quoted(checkWords.missing)})`
  );
}

function checkWord(context: FormContext, row: Row): string {
  const said = typed.map((key) => context.source.said(at(row, key)));
  if (said.every(({ kind }) => kind === "missing")) return "";
  const figure = (key: string): number | null => figureIn(context, row, key);
  const isComplete = said[0]?.kind !== "missing" && typed.slice(1).every((key) => figure(key) !== null);
  if (!isComplete || said.some(({ kind }) => kind === "error")) return checkWords.missing;
  const poor = figure(movements.poor[8]) ?? 0;
  const nearPoor = figure(movements.nearPoor[8]) ?? 0;
  if (poor < 0 || nearPoor < 0) return checkWords.belowNothing;
  if (poor + nearPoor > (figure("households") ?? 0)) return checkWords.aboveHouseholds;
  return twins.some(([one, other]) => figure(one) !== figure(other)) ? checkWords.disagrees : checkWords.good;
}
