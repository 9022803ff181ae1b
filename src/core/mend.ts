import { applyEdits, canBeWritten, isRefusal } from "./apply-edits";
import { reference, type Place } from "./cell";
import { isCellEdit, type CellEdit, type Edit, type EditRefusal } from "./edit";
import { recomputeEdits } from "./edits/recompute";
import { isMendable, type Finding, type Mend, type Review } from "./finding";
import { mayRead } from "./formula-reads";
import { isTyped } from "./form/table";
import type { Plan } from "./plan/plan";
import type { Reading } from "./reading/reading";
import { sameFormula } from "./same-formula";
import { review, type Occasion } from "./review";
import type { Snapshot } from "./snapshot";

/** A person's answer where a mend asks: which of a finding's mends is to be made, counted from 0. */
export interface Choice {
  readonly at: Place;
  readonly mend: number;
}

export interface MendRequest {
  readonly occasion: Occasion;
  readonly choices: readonly Choice[];
  /** This mend alone, and what follows from it; left out, all that need no answer and all that are chosen. */
  readonly only?: WantedMend;
}

/** One mend of one finding of the review that the occasion gives: both by their place, counted from 0. */
export interface WantedMend {
  readonly finding: number;
  readonly mend: number;
}

/** What was put right, with the mend that did it. */
export interface MendedFinding {
  readonly finding: Finding;
  readonly mend: Mend;
}

/** A workbook after its mends. The rounds are to be written one after another, each as one operation. */
export interface Mended {
  readonly snapshot: Snapshot;
  readonly rounds: readonly (readonly Edit[])[];
  readonly mended: readonly MendedFinding[];
  /** A fresh look at what stands there now. */
  readonly review: Review;
}

/** One mend uncovers another; a workbook that needs more rounds than this is looked at by a person. */
const maxRounds = 60;

/**
 * Puts right all that a machine may put right, and what a person chose, until nothing more is to be mended (law ED6),
 * or one thing alone; then the form's own cells are computed anew. Sheets come before cells. Gives the first refusal and
 * nothing else where an edit could not be made (law ED2).
 */
export function mend(plan: Plan, given: Snapshot, { occasion, choices, only }: MendRequest): Mended | EditRefusal {
  const rounds: (readonly Edit[])[] = [];
  const mended: MendedFinding[] = [];
  const done = new Set<string>();
  let snapshot = given;
  let fresh = review(plan, snapshot, occasion);
  const make = (edits: readonly Edit[]): EditRefusal | null => {
    const released = releasedFormulas(fresh.reading, edits).filter((edit) => canBeWritten(snapshot, [edit]));
    const round = [...edits, ...released];
    const outcome = applyEdits(snapshot, round);
    if (isRefusal(outcome)) return outcome;
    rounds.push(round);
    snapshot = outcome;
    fresh = review(plan, snapshot, occasion);
    return null;
  };
  while (rounds.length < maxRounds) {
    const wanted = only === undefined ? wantedIn(fresh, choices) : rounds.length === 0 ? oneIn(fresh, only) : [];
    const picked = pickRound(wanted.filter(({ finding }) => !done.has(keyOf(finding))));
    const edits =
      picked.length > 0
        ? [...new Set(picked.flatMap(({ mend: { edits: own } }) => own))]
        : rounds.length > 0
          ? recomputed(plan, fresh.reading)
              .filter((edit) => canBeWritten(snapshot, [edit]))
              .filter((edit) => only === undefined || keepsFormula(edit))
          : [];
    if (edits.length === 0) break;
    const refusal = make(edits);
    if (refusal) return refusal;
    mended.push(...picked);
    for (const { finding } of picked) done.add(keyOf(finding));
  }
  return { snapshot, rounds, mended, review: fresh };
}

function wantedIn({ findings }: Review, choices: readonly Choice[]): MendedFinding[] {
  return findings.flatMap((finding): MendedFinding[] => {
    const chosen = mendFor(finding, choices);
    return chosen ? [{ finding, mend: chosen }] : [];
  });
}

function oneIn({ findings }: Review, wanted: WantedMend): MendedFinding[] {
  const finding = findings[wanted.finding];
  const chosen = finding?.mends[wanted.mend];
  return finding && chosen ? [{ finding, mend: chosen }] : [];
}

/** Restoring a formula that was typed over is a mend of its own, which nobody asked for here. */
function keepsFormula({ expect, put }: CellEdit): boolean {
  return expect.formula !== undefined && put.formula !== undefined && sameFormula(expect.formula, put.formula);
}

function mendFor(finding: Finding, choices: readonly Choice[]): Mend | undefined {
  if (isMendable(finding)) return finding.mends[0];
  const choice = choices.find(({ at }) => at.sheet === finding.sheet && at.cell === finding.cell);
  return choice && finding.mends[choice.mend];
}

function recomputed(plan: Plan, reading: Reading | null): CellEdit[] {
  return reading ? recomputeEdits(plan, reading) : [];
}

/** A mend that does not take its finding away is not made a second time. */
function keyOf({ rule, sheet, cell, code }: Finding): string {
  return JSON.stringify([rule, sheet, cell, code]);
}

/** What can be made at once: one change of whole sheets (and all findings that it puts right), else cells, each once. */
function pickRound(wanted: readonly MendedFinding[]): MendedFinding[] {
  const first = wanted.find(({ mend: { edits } }) => edits.some((edit) => !isCellEdit(edit)));
  if (first) {
    const own = new Set(first.mend.edits);
    return wanted.filter(({ mend: { edits } }) => edits.length === own.size && edits.every((edit) => own.has(edit)));
  }
  const taken = new Set<string>();
  return wanted.filter(({ mend: { edits } }) => {
    const cells = edits.filter(isCellEdit).map(({ at }) => reference(at));
    if (cells.some((cell) => taken.has(cell))) return false;
    for (const cell of cells) taken.add(cell);
    return true;
  });
}

/**
 * A typed formula that reads a mended cell shows the value of before: it gives it up, so that nobody takes it for a
 * figure (law RD6); `figure-is-calculated` then tells it and computes it where it can.
 */
function releasedFormulas(reading: Reading | null, edits: readonly Edit[]): CellEdit[] {
  const changed = edits.filter(isCellEdit).map(({ at }) => at);
  const edited = new Set(changed.map(reference));
  const released: CellEdit[] = [];
  if (!reading || changed.length === 0) return released;
  let isMore = true;
  while (isMore) {
    isMore = false;
    for (const cell of typedFormulas(reading)) {
      if (edited.has(reference(cell.at)) || !mayRead(cell.found.formula, cell.at.sheet, changed)) continue;
      released.push({ at: cell.at, expect: cell.found, put: { value: null, formula: cell.found.formula } });
      edited.add(reference(cell.at));
      changed.push(cell.at);
      isMore = true;
    }
  }
  return released;
}

interface TypedFormula {
  readonly at: Place;
  readonly found: CellEdit["expect"] & { readonly formula: string };
}

function typedFormulas({ tables }: Reading): TypedFormula[] {
  return [...tables.values()].flatMap(({ rows }) =>
    [...rows.values()].flatMap(({ cells }) =>
      [...cells.values()].flatMap(({ at, content, found }) =>
        isTyped(content) && found.formula !== undefined && found.value !== null
          ? [{ at, found: { ...found, formula: found.formula } }]
          : [],
      ),
    ),
  );
}
