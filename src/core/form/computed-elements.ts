import { isAbove, isAnswered, isBlank, isFigure, quoted } from "../progress/formula-parts";
import { wholesOf } from "../plan/wholes";
import { checkWords } from "./check-words";
import { computedCell, refer, type ComputedCell, type FormContext, type MadeCell } from "./form-context";
import { answerIn, numberIn } from "./figures";
import type { Row, Table } from "./table";

const keys = ["baseline", "actual"] as const;

/** The live check column of Số liệu: the required figures are there, are counts, and no part is above its whole. */
export function computedElements(context: FormContext, table: Table): (ComputedCell | null)[] {
  const asked = new Set(table.rows.map((row) => row.code));
  return table.rows.map((row) => {
    const wholes = (wholesOf(context.plan).get(row.code) ?? []).filter((whole) => asked.has(whole));
    return computedCell({ table: "elements", code: row.code, key: "check" }, () =>
      row.content === "yes-no" ? checkAnswers(context, row) : checkCounts(context, row, wholes),
    );
  });
}

function checkAnswers(context: FormContext, { code }: Row): { formula: string; value: string } {
  const cells = keys.map((key) => ({ table: "elements" as const, code, key }));
  const isThere = cells.map((cell) => isAnswered(refer(context, cell, "elements"))).join(",");
  const answers = cells.map((cell) => answerIn(context.source.said(cell)));
  return {
    formula: `IF(AND(${isThere}),${quoted(checkWords.good)},${quoted(checkWords.missing)})`,
    value: answers.includes(null) ? checkWords.missing : checkWords.good,
  };
}

function checkCounts(context: FormContext, { code }: Row, wholes: readonly string[]): MadeCell {
  const referencesOf = (element: string) =>
    keys.map((key) => refer(context, { table: "elements", code: element, key }, "elements"));
  const own = referencesOf(code);
  const ofWholes = wholes.map(referencesOf);
  return { formula: () => countsFormula(own, ofWholes), value: countsWord(context, { code, wholes }) };
}

function countsFormula(references: readonly string[], wholes: readonly (readonly string[])[]): string {
  const above = wholes.flatMap((whole) => whole.map((cell, index) => isAbove(references[index] ?? "", cell)));
  const notCount = references.map((cell) => `N(${cell})<0,N(${cell})<>INT(N(${cell}))`).join(",");
  const areBlank = references.map(isBlank).join(",");
  const isThere = references.map((cell) => isFigure(cell)).join(",");
  const last =
    above.length === 0
      ? quoted(checkWords.good)
      : `IF(OR(${above.join(",")}),${quoted(checkWords.aboveWhole)},${quoted(checkWords.good)})`;
  return (
    `IFERROR(IF(OR(${areBlank}),${quoted(checkWords.missing)},` +
    `IF(NOT(AND(${isThere})),${quoted(checkWords.notANumber)},` +
    `IF(OR(${notCount}),${quoted(checkWords.notACount)},${last}))),${quoted(checkWords.notANumber)})`
  );
}

function countsWord({ source }: FormContext, { code, wholes }: { code: string; wholes: readonly string[] }): string {
  const said = keys.map((key) => source.said({ table: "elements", code, key }));
  if (said.some(({ kind }) => kind === "error")) return checkWords.notANumber;
  if (said.some(({ kind }) => kind === "missing")) return checkWords.missing;
  const figures = said.map(numberIn);
  if (figures.includes(null)) return checkWords.notANumber;
  if (figures.some((figure) => figure !== null && (figure < 0 || !Number.isInteger(figure))))
    return checkWords.notACount;
  const isAboveOne = wholes.some((whole) =>
    keys.some((key, index) => {
      const limit = numberIn(source.said({ table: "elements", code: whole, key }));
      return limit !== null && (figures[index] ?? 0) > limit;
    }),
  );
  return isAboveOne ? checkWords.aboveWhole : checkWords.good;
}
