import { isAbove, isBlank, isFigure, quoted } from "../progress/formula-parts";
import { checkWords } from "./check-words";
import { computedCell, refer, type ComputedCell, type FormContext } from "./form-context";
import { numberIn } from "./figures";
import type { Table } from "./table";

const id = "shortfalls" as const;

/** The live check column of Thiếu hụt: no shortfall is above the households that could have it. */
export function computedShortfalls(context: FormContext, table: Table): (ComputedCell | null)[] {
  const bounds = context.plan.shortfalls;
  if (!bounds) return [];
  const pairs = [
    { key: "poor", element: bounds.poor, word: checkWords.abovePoor },
    { key: "near_poor", element: bounds.nearPoor, word: checkWords.aboveNearPoor },
  ];
  return table.rows.map(({ code }) =>
    computedCell({ table: id, code, key: "check" }, () => {
      const sides = pairs.map(({ key, element, word }) => ({
        cell: { table: id, code, key },
        bound: { table: "elements" as const, code: element, key: "actual" },
        word,
      }));
      const references = sides.map((side) => ({
        cell: refer(context, side.cell, id),
        bound: refer(context, side.bound, id),
        word: quoted(side.word),
      }));
      const word = (): string => {
        const said = sides.map(({ cell }) => context.source.said(cell));
        if (said.some(({ kind }) => kind === "error")) return checkWords.notANumber;
        if (said.every(({ kind }) => kind === "missing")) return "";
        if (said.some(({ kind }) => kind === "missing")) return checkWords.missing;
        const figures = said.map(numberIn);
        if (figures.includes(null)) return checkWords.notANumber;
        const above = sides.find(({ bound }, index) => {
          const limit = numberIn(context.source.said(bound));
          return limit !== null && (figures[index] ?? 0) > limit;
        });
        return above?.word ?? checkWords.good;
      };
      return { formula: () => checkFormula(references), value: word() };
    }),
  );
}

/** A shortfall, the households that could have it, and what is said where it is above them. */
interface Side {
  readonly cell: string;
  readonly bound: string;
  readonly word: string;
}

function checkFormula(sides: readonly Side[]): string {
  const areBlank = sides.map(({ cell }) => isBlank(cell)).join(",");
  const isThere = sides.map(({ cell }) => isFigure(cell)).join(",");
  const judged = sides.reduceRight(
    (otherwise, { cell, bound, word }) => `IF(${isAbove(cell, bound)},${word},${otherwise})`,
    quoted(checkWords.good),
  );
  return (
    `IFERROR(IF(AND(${areBlank}),"",IF(OR(${areBlank}),${quoted(checkWords.missing)},` +
    `IF(NOT(AND(${isThere})),${quoted(checkWords.notANumber)},${judged}))),${quoted(checkWords.notANumber)})`
  );
}
