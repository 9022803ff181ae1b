import type { Edit } from "../edit";
import type { Because, Facts, Mend, Severity } from "../finding";
import type { Phrase } from "../language";
import type { ComputedCell } from "../form/form-context";
import type { Plan } from "../plan/plan";
import type { Consolidation } from "../consolidation/consolidation";
import type { Received } from "../consolidation/receive";
import type { StaleCells } from "../consolidation/stale-cell";
import type { TableId } from "../form/table";
import type { Progress } from "../progress/measure";
import type { NotAReport, Reading } from "../reading/reading";
import type { Unreadable } from "../snapshot";

/** Where a rule points: a cell, a sheet, or the file as a whole. */
export interface Spot {
  readonly sheet: string | null;
  /** A1 form. */
  readonly cell: string | null;
}

export const wholeFile: Spot = { sheet: null, cell: null };

/** One thing that a rule found. `code` is the row's or the unit's, where there is one. */
export interface Spotted<F extends Facts> {
  readonly at: Spot;
  readonly code: string | null;
  readonly facts: F;
  /** Which file it is about, where a rule looks at several. */
  readonly file?: string;
  /** What would put it right; none where only a person can, several where one has to be chosen. */
  readonly mends?: readonly Mend[];
}

/** One place where a rule can say neither yes nor no: the third outcome. */
export interface Skipped {
  readonly skipped: Because;
  readonly about: Phrase | null;
  readonly at: Spot;
  readonly code: string | null;
  readonly file?: string;
}

export function isSkipped(one: Spotted<Facts> | Skipped): one is Skipped {
  return "skipped" in one;
}

/** The words of a finding. */
export interface Words {
  readonly what: Phrase;
  readonly why: Phrase;
  readonly todo: Phrase;
  /** What the unit itself is to do, where `todo` is said to whoever lays the reports together. */
  readonly toUnit: Phrase;
}

interface RuleSpec<Subject, F extends Facts> {
  readonly id: string;
  readonly severity: Severity;
  /** The sentence that is true of a good report, as the rule's page says it. */
  readonly title: Phrase;
  readonly find: (subject: Subject) => Iterable<Spotted<F> | Skipped>;
  readonly what: (facts: F) => Phrase;
  readonly why: Phrase | ((facts: F) => Phrase);
  readonly todo: Phrase | ((facts: F) => Phrase);
  /** As in `Words`; the same as `todo` where there is none. */
  readonly toUnit?: Phrase | ((facts: F) => Phrase);
}

/** A rule whose facts are its own affair: what it finds, and how it says it. */
export interface Rule<Subject> {
  readonly id: string;
  readonly severity: Severity;
  readonly title: Phrase;
  readonly find: (subject: Subject) => Iterable<Spotted<Facts> | Skipped>;
  readonly say: (facts: Facts) => Words;
}

/** A rule's name is the sentence that is true of a good report. */
export function defineRule<Subject, F extends Facts>(spec: RuleSpec<Subject, F>): Rule<Subject> {
  return {
    id: spec.id,
    severity: spec.severity,
    title: spec.title,
    find: spec.find,
    say: (facts) => {
      // The facts of a finding are those its own rule made: `check` never mixes them.
      const own = facts as F;
      const said = (words: Phrase | ((facts: F) => Phrase)): Phrase =>
        typeof words === "function" ? words(own) : words;
      return {
        what: spec.what(own),
        why: said(spec.why),
        todo: said(spec.todo),
        toUnit: said(spec.toUnit ?? spec.todo),
      };
    },
  };
}

/** What the rules within one report look at. */
export interface Report {
  readonly plan: Plan;
  readonly reading: Reading;
  /** What the form's own cells should hold, by `contentsKey`. */
  readonly computed: ReadonlyMap<string, ComputedCell>;
  readonly progress: readonly (Progress & { readonly code: string })[];
  /** The day of the check, ISO `yyyy-mm-dd`; null where nobody says which day it is. */
  readonly on: string | null;
  /** An earlier report of the same unit; null where there is none at hand. */
  readonly previous: Reading | null;
  /** What makes a damaged sheet anew with its figures in it; null where figures would be lost, or nobody's form is known. */
  readonly remake: (table: TableId) => Remade | null;
  /** What moves everything into the current form; null where figures would be lost. */
  readonly remakeForm: () => Remade | null;
  /** Of a summary, the cells that do not hold what its reports say; none of a report. */
  readonly stale: StaleCells;
}

/** Sheets made anew, and the words that stand beside the form's own and would go with the old sheets. */
export interface Remade {
  readonly edits: readonly Edit[];
  readonly lost: readonly string[];
}

/** What the rules about a file that is no report look at. */
export interface NoReport {
  readonly plan: Plan;
  readonly outcome: Unreadable | NotAReport;
}

/** What the rules across reports look at. */
export interface Together {
  readonly plan: Plan;
  readonly received: Received;
  /** Null where no report names a period of the plan. */
  readonly consolidation: Consolidation | null;
}
