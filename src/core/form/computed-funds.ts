import { allSources, disbursementRate, type Allocation } from "../progress/disbursement";
import { all, isBlank, isDash, isFigure, orEmpty, quoted, total } from "../progress/formula-parts";
import { checkWords } from "./check-words";
import { totalCode } from "./commune-tables";
import { computedCell, refer, referRange, type CellKey, type ComputedCell, type FormContext } from "./form-context";
import { numberIn, orBlank, sumOf } from "./figures";
import type { Row, Table } from "./table";

const id = "funds" as const;
const amounts = ["planned", "allocated", "disbursed"] as const;
type Amount = (typeof amounts)[number];

/** Totals, rates of disbursement (100 · disbursed / allocated) and the live check column of Kinh phí. */
export function computedFunds(context: FormContext, table: Table): (ComputedCell | null)[] {
  const sources = table.rows.filter((row) => !row.isTotal);
  const totals = amounts.map((key) =>
    computedCell(at(totalCode, key), () => ({
      formula: total(
        referRange(
          context,
          sources.map((row) => at(row.code, key)),
          id,
        ),
      ),
      value: orBlank(amountOf(context, sources, { code: totalCode, key })),
    })),
  );
  return [
    ...totals,
    ...table.rows.map((row) => rateCell(context, sources, row)),
    ...table.rows.map((row) => checkCell(context, sources, row)),
  ];
}

function at(code: string, key: string): CellKey {
  return { table: id, code, key };
}

function amountOf(
  context: FormContext,
  sources: readonly Row[],
  { code, key }: { code: string; key: Amount },
): number | null {
  if (code !== totalCode) return numberIn(context.source.said(at(code, key)));
  return sumOf(sources.map((row) => numberIn(context.source.said(at(row.code, key)))));
}

function rateCell(context: FormContext, sources: readonly Row[], { code, isTotal }: Row): ComputedCell | null {
  return computedCell(at(code, "rate"), () => {
    const allocated = refer(context, at(code, "allocated"), id);
    const disbursed = refer(context, at(code, "disbursed"), id);
    const isWhole = isTotal ? [areWhole(context, sources)] : [];
    const allocations = (isTotal ? sources : [{ code }]).map((row): Allocation => ({
      allocated: amountOf(context, sources, { code: row.code, key: "allocated" }),
      disbursed: amountOf(context, sources, { code: row.code, key: "disbursed" }),
    }));
    return {
      // AND would not stop at an error value in what was allocated.
      formula: orEmpty(
        `ISNUMBER(${allocated})`,
        orEmpty(all([...isWhole, isFigure(disbursed), `${allocated}>0`]), `100*N(${disbursed})/${allocated}`),
      ),
      value: orBlank(disbursementRate(allSources(allocations))),
    };
  });
}

/** True where no source has one of the two amounts that a rate needs without the other. */
function areWhole(context: FormContext, sources: readonly Row[]): string {
  const isThere = (key: Amount): string => {
    const range = referRange(
      context,
      sources.map((row) => at(row.code, key)),
      id,
    );
    return `(ISNUMBER(${range})+${isDash(range)})`;
  };
  return `SUMPRODUCT(--(${isThere("allocated")}<>${isThere("disbursed")}))=0`;
}

function checkCell(context: FormContext, sources: readonly Row[], { code }: Row): ComputedCell | null {
  return computedCell(at(code, "check"), () => {
    const [planned = "", allocated = "", disbursed = ""] = amounts.map((key) => refer(context, at(code, key), id));
    const areBlank = [planned, allocated, disbursed].map(isBlank).join(",");
    const isThere = [planned, allocated, disbursed].map((cell) => isFigure(cell)).join(",");
    return {
      formula:
        `IFERROR(IF(AND(${areBlank}),"",IF(OR(${areBlank}),${quoted(checkWords.missing)},` +
        `IF(NOT(AND(${isThere})),${quoted(checkWords.notANumber)},` +
        `IF(N(${disbursed})>N(${allocated}),${quoted(checkWords.aboveAllocated)},` +
        `IF(N(${allocated})>N(${planned}),${quoted(checkWords.abovePlanned)},${quoted(checkWords.good)}))))),${quoted(checkWords.notANumber)})`,
      value: checkWord(context, sources, code),
    };
  });
}

function checkWord(context: FormContext, sources: readonly Row[], code: string): string {
  const said = code === totalCode ? [] : amounts.map((key) => context.source.said(at(code, key)));
  if (said.some(({ kind }) => kind === "error")) return checkWords.notANumber;
  const isFilled = said.map(({ kind }) => kind !== "missing");
  const figures = amounts.map((key) => amountOf(context, sources, { code, key }));
  const isThere = code === totalCode ? figures.map((figure) => figure !== null) : isFilled;
  if (!isThere.includes(true)) return "";
  if (isThere.includes(false)) return checkWords.missing;
  const [planned = null, allocated = null, disbursed = null] = figures;
  if (planned === null || allocated === null || disbursed === null) return checkWords.notANumber;
  if (disbursed > allocated) return checkWords.aboveAllocated;
  return allocated > planned ? checkWords.abovePlanned : checkWords.good;
}
