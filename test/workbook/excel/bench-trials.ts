import type { Blueprint } from "../../../src/core/blueprint";
import { makeSummary } from "../../../src/core/consolidation/book/make-summary";
import { makeForm } from "../../../src/core/form/make-form";
import { merge } from "../../../src/core/merge";
import type { Plan } from "../../../src/core/plan/plan";
import { review } from "../../../src/core/review";
import { sampleContents } from "../../../src/samples/sample-contents";
import { snapshotOf } from "../../../src/workbook/memory";
import type { Mark, Operation } from "../../../src/workbook/workbook";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { toA1 } from "../../../src/core/cell";
import { contentAt } from "../../../src/core/apply-edits";
import type { CellEdit } from "../../../src/core/edit";
import { yenChau } from "../../plans/opened";
import { operation, putSheet } from "../contract-book";
import { inHost, type InHost } from "./in-host";

/** What one thing asked of the door costs. */
export interface Cost {
  readonly units: number;
  readonly what: string;
  readonly syncs: number;
  readonly sent: number;
  readonly received: number;
  readonly largest: number;
}

const seed = 267;
const [period] = yenChau.periods;

/** The costs of checking, computing and marking one report, and of a summary of so many units. */
export async function* costs(units: number): AsyncGenerator<Cost> {
  if (units === 1) yield* costsOfReport();
  const summary = summaryOf(units);
  const open = await inHost(blank);
  try {
    const measured = measure(open, units);
    yield await measured("read an empty workbook", () => open.book.read());
    const putting = await puttingOf(summary);
    yield await measured("put the summary", () => mustDo(open, putting));
    yield await measured("put it again (nothing to do)", () => mustDo(open, putting));
    yield await measured("check the summary", () => open.book.read());
    yield await measured("mark 20 cells", () => open.book.mark(marksIn(summary)));
    yield await measured("undo the summary", () => open.book.undo());
  } finally {
    open.close();
  }
}

async function* costsOfReport(): AsyncGenerator<Cost> {
  const form = formOf(yenChau);
  const open = await inHost(form);
  try {
    const measured = measure(open, 1);
    yield await measured("check a report", () => open.book.read());
    yield await measured("compute behind it", () => mustDo(open, operation("compute", formulasOf(form))));
    yield await measured("check again", () => open.book.read());
    yield await measured("mark 20 cells behind it", () => open.book.mark(marksIn(form)));
    yield await measured("undo", () => open.book.undo());
  } finally {
    open.close();
  }
}

function measure({ host }: InHost, units: number) {
  return async (what: string, perform: () => Promise<unknown>): Promise<Cost> => {
    host.counts.reset();
    await perform();
    const { syncs, requestBytes, responseBytes, largestRequest, largestResponse } = host.counts;
    const largest = Math.max(largestRequest, largestResponse);
    return { units, what, syncs, sent: requestBytes, received: responseBytes, largest };
  };
}

async function mustDo({ book }: InHost, what: Operation): Promise<void> {
  const refusal = await book.write(what);
  if (refusal) throw new Error(JSON.stringify(refusal));
}

const blank: Blueprint = {
  title: "Sổ mới",
  sheets: [
    {
      name: "Sheet1",
      visibility: "visible",
      columns: [],
      rows: new Map(),
      cells: [],
      merges: [],
      lists: [],
      inputs: [],
      conditions: [],
      isProtected: false,
      print: { orientation: "portrait", fitsWidth: true },
    },
  ],
  names: [],
};

function formOf(plan: Plan): Blueprint {
  const [unit] = plan.units;
  if (!unit || !period) throw new Error("The plan has no unit or no period.");
  return makeForm(plan, { unit, period }, sampleContents(plan, { unit, period, seed }));
}

/** A district of so many communes, made of those that the plan has. */
export function summaryOf(count: number): Blueprint {
  if (!period) throw new Error("The plan has no period.");
  const units = Array.from({ length: count }, (_, index) => {
    const unit = yenChau.units[index % yenChau.units.length];
    if (!unit) throw new Error("The plan has no unit.");
    if (index < yenChau.units.length) return unit;
    return { ...unit, code: String(90_000 + index), name: `Xã ${index}`, aliases: [] };
  });
  const plan: Plan = { ...yenChau, units };
  const reviews = units.map((unit) =>
    review(
      plan,
      snapshotOf(makeForm(plan, { unit, period }, sampleContents(plan, { unit, period, seed })), `${unit.code}.xlsx`),
      { on: `${plan.year}-07-01`, earlier: [] },
    ),
  );
  const { consolidation } = merge(plan, reviews, { allowsErrors: true });
  if (!consolidation) throw new Error("Nothing was consolidated.");
  return makeSummary(consolidation);
}

async function puttingOf(summary: Blueprint): Promise<Operation> {
  const edits = summary.sheets.map((sheet, index) =>
    putSheet(sheet, {
      after: summary.sheets[index - 1]?.name ?? "Sheet1",
      names: summary.names.filter((name) => name.sheet === sheet.name),
    }),
  );
  return { ...operation("put", edits), drawn: { bytes: await writeWorkbook(summary) } };
}

/** Every formula of the form written anew, as if all had been typed over. */
function formulasOf(form: Blueprint): CellEdit[] {
  const { sheets } = snapshotOf(form, "a.xlsx");
  return sheets.flatMap((sheet) =>
    [...sheet.rows].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { formula }]) => {
        if (formula === undefined) return [];
        const expect = contentAt(sheet, { row, column });
        const at = { sheet: sheet.name, cell: toA1({ row, column }) };
        return [{ at, expect, put: { ...expect, formula: `(${formula})` } }];
      }),
    ),
  );
}

function marksIn({ sheets }: Blueprint): Mark[] {
  return sheets
    .flatMap((sheet) => sheet.cells.map((cell) => ({ sheet: sheet.name, cell: toA1(cell) })))
    .filter((_, index) => index % 7 === 0)
    .slice(0, 20)
    .map((at) => ({ at, severity: "warning" }));
}
