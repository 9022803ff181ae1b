import type { CellValue } from "../../src/core/cell";
import { makeSummary } from "../../src/core/consolidation/book/make-summary";
import type { Blueprint } from "../../src/core/blueprint";
import { toA1 } from "../../src/core/cell";
import type { Finding, Review } from "../../src/core/finding";
import { contentsKey, type Contents } from "../../src/core/form/contents";
import type { CoverField } from "../../src/core/form/cover";
import { makeForm } from "../../src/core/form/make-form";
import { merge } from "../../src/core/merge";
import { indicatorsAskedOf, reportingLevel } from "../../src/core/plan/lookups";
import type { Period, Plan, Unit } from "../../src/core/plan/plan";
import { review } from "../../src/core/review";
import { sampleContents } from "../../src/samples/sample-contents";
import { snapshotOf } from "../../src/workbook/memory";
import { yenChau } from "../plans/opened";
import { isRuleThere } from "./all-faults";
import { rewritten } from "./clean-form";
import type { Fault } from "./fault";
import type { Trial } from "./trial";

/** A fault of the reports together, or of the summary that is made of them. */
export interface AcrossFault extends Fault {
  readonly findings: () => readonly Finding[];
  /** The unit (or row) that it must be told of. */
  readonly code: string | null;
}

const plan: Plan = yenChau;
const on = `${plan.year + 1}-01-31`;
const seed = 267;

function firstPeriod(): Period {
  const [period] = plan.periods;
  if (!period) throw new Error("The plan has no period.");
  return period;
}

const period = firstPeriod();
const senders: readonly Unit[] = [...plan.units, plan.whole];

function contentsOf(unit: Unit, of: Period = period): Contents {
  return sampleContents(plan, { unit, period: of, seed });
}

interface Sent {
  readonly period?: Period;
  readonly cover?: readonly (readonly [CoverField, CellValue])[];
  readonly cells?: ReadonlyMap<string, CellValue>;
  readonly file?: string;
}

/** A unit's report, as clean as ever but for what is said. */
function reportOf(
  unit: Unit,
  { period: of = period, cover = [], cells, file = `${unit.code}.xlsx` }: Sent = {},
): Review {
  const clean = contentsOf(unit, of);
  const contents = { ...clean, cover: new Map([...clean.cover, ...cover]), cells: cells ?? clean.cells };
  return review(plan, snapshotOf(makeForm(plan, { unit, period: of }, contents), file), { on, earlier: [] });
}

const clean: ReadonlyMap<string, Review> = new Map(senders.map((unit) => [unit.code, reportOf(unit)]));

/** All clean reports, some of them replaced or left out (null) or joined by others. */
function together(changed: ReadonlyMap<string, Review | null>, more: readonly Review[] = []): readonly Finding[] {
  const reviews = [...clean].flatMap(([code, own]) => {
    const other = changed.get(code);
    return other === null ? [] : [other ?? own];
  });
  return merge(plan, [...reviews, ...more], { allowsErrors: true }).findings;
}

/** Every fault that only shows when the reports lie side by side. */
export function* acrossFaults(): Generator<AcrossFault> {
  for (const fault of plannedFaults()) if (isRuleThere(fault)) yield fault;
}

function* plannedFaults(): Generator<AcrossFault> {
  for (const unit of senders) yield* faultsOfSender(unit);
  for (const [index, unit] of plan.units.entries()) {
    const next = plan.units[index + 1];
    if (next) yield copied(unit, next);
    yield* oddRates(unit);
  }
  yield* summaryFaults();
}

function fault(what: Pick<Fault, "rule" | "kind">, code: string, findings: () => readonly Finding[]): AcrossFault {
  return { ...what, where: code, code, at: undefined, implied: [], findings };
}

function* faultsOfSender(unit: Unit): Generator<AcrossFault> {
  const { code } = unit;
  const instead = (sent: Sent) => () => together(new Map([[code, reportOf(unit, sent)]]));
  // With one unit less the middle of the others moves, and another can come to stand beyond the bound.
  const implied = ["figure-is-in-line-with-peers"];
  const gone = fault({ rule: "every-unit-reports", kind: "a unit without a report" }, code, () =>
    together(new Map([[code, null]])),
  );
  yield { ...gone, implied };
  const reporter = [["pm_reporter", "Người khác"]] as const;
  const twice = fault({ rule: "unit-reports-once", kind: "two different reports of a unit" }, code, () =>
    together(new Map(), [reportOf(unit, { cover: reporter, file: "lan-2.xlsx" })]),
  );
  yield { ...twice, implied };
  const [, later] = plan.periods;
  const mixed = { rule: "reports-are-of-one-period" };
  if (later) {
    yield {
      ...fault({ ...mixed, kind: "a report of another period" }, code, instead({ period: later })),
      implied: ["every-unit-reports", ...implied],
    };
  }
  const stages = plan.stages.map(({ name }) => name.vi);
  const stage = contentsOf(unit).cover.get("pm_stage");
  const other = stages.find((name) => name !== stage) ?? "";
  yield fault({ ...mixed, kind: "a report of another stage" }, code, instead({ cover: [["pm_stage", other]] }));
  const level = code === plan.whole.code ? (reportingLevel(plan).parent ?? "") : reportingLevel(plan).id;
  const due = new Map(Object.entries(period.due)).get(level) ?? "";
  const late = `${due.slice(0, 8)}${String(Number(due.slice(8)) + 3).padStart(2, "0")}`;
  yield fault(
    { rule: "report-is-on-time", kind: "a report three days late" },
    code,
    instead({ cover: [["pm_reported_on", { date: late }]] }),
  );
}

/** The later unit's report holds the figures of the one before it. */
function copied(from: Unit, to: Unit): AcrossFault {
  return {
    ...fault({ rule: "reports-are-not-copies", kind: "a report with another unit's figures" }, to.code, () =>
      together(new Map([[to.code, reportOf(to, { cells: contentsOf(from).cells })]])),
    ),
    implied: ["figure-is-in-line-with-peers"],
  };
}

/** A zero left out of a numerator, where the rate is high enough to fall out of line. */
function* oddRates(unit: Unit): Generator<AcrossFault> {
  const { cells } = contentsOf(unit);
  const at = (code: string): string => contentsKey({ table: "elements", code, key: "actual" });
  for (const { code, measure } of indicatorsAskedOf(plan, unit.code)) {
    if (measure.kind !== "ratio") continue;
    const [n, d] = [cells.get(at(measure.numerator)), cells.get(at(measure.denominator))];
    if (typeof n !== "number" || typeof d !== "number" || d === 0 || n / d < 0.5) continue;
    const slip = new Map([...cells, [at(measure.numerator), Math.round(n / 10)] as const]);
    yield {
      ...fault({ rule: "figure-is-in-line-with-peers", kind: "a numerator without its last digit" }, unit.code, () =>
        together(new Map([[unit.code, reportOf(unit, { cells: slip })]])),
      ),
      where: `${unit.code} ${code}`,
    };
  }
}

/** In each row of each sheet of the summary one formula typed over, the columns in turn. */
function* summaryFaults(): Generator<AcrossFault> {
  const book = summary();
  const picture = snapshotOf(book, "tong-hop.xlsx");
  for (const { name, cells } of book.sheets) {
    if (!name.startsWith("TH")) continue;
    const rows = new Map<number, (typeof cells)[number][]>();
    for (const cell of cells) {
      if (cell.formula === undefined || typeof cell.value !== "number") continue;
      rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
    }
    for (const [row, own] of rows) {
      const cell = own[row % own.length];
      if (!cell || typeof cell.value !== "number") continue;
      const place = { sheet: name, cell: toA1(cell) };
      const put = { value: cell.value + 1 };
      yield {
        rule: "summary-is-what-reports-say",
        kind: "a formula of the summary typed over",
        where: `${name}!${place.cell}`,
        at: place,
        code: null,
        implied: [],
        findings: () => review(plan, rewritten(picture, place, put), { on, earlier: [] }).findings,
      };
    }
  }
}

let made: Blueprint | null = null;

function summary(): Blueprint {
  const { consolidation } = merge(plan, [...clean.values()]);
  if (!consolidation) throw new Error("Nothing was consolidated.");
  return (made ??= makeSummary(consolidation));
}

export function tryAcross(given: AcrossFault): Trial {
  const findings = given.findings();
  const { rule, code, at } = given;
  const allowed = new Set([rule, ...given.implied]);
  return {
    fault: given,
    findings,
    isFound: findings.some(
      (one) =>
        one.rule === rule &&
        (code === null || one.code === code) &&
        (at === undefined || (one.sheet === at.sheet && one.cell === at.cell)),
    ),
    beyond: findings.filter((one) => !allowed.has(one.rule)),
  };
}
