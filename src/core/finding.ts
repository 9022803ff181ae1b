import type { Edit } from "./edit";
import type { Phrase } from "./language";
import type { Progress } from "./progress/measure";
import type { Reading } from "./reading/reading";

export type Severity = "error" | "warning" | "note";

/** What a message is made of: figures, labels in both languages, texts as found. Plain data, never words alone. */
export type Fact = string | number | boolean | null | Phrase | readonly (string | number)[];
export type Facts = Readonly<Record<string, Fact>>;

/** A change that puts a finding right (laws RD3, ED6). */
export interface Mend {
  /** What will stand there, as people read it: the preview. */
  readonly becomes: Phrase;
  /** False where the figure or the text could mean something else: a person has to say yes. */
  readonly isCertain: boolean;
  readonly edits: readonly Edit[];
}

/** Something wrong or odd, with its cell; words are made at the edge (`say`). */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly code: string | null;
  readonly facts: Facts;
  /** None where only a person can put it right; several where one has to be chosen. */
  readonly mends: readonly Mend[];
  /** What the report itself says of it in the row's column of reasons; null for errors, and where nothing is said. */
  readonly reason: string | null;
}

/** Whether a machine may put it right without asking (law ED6). */
export function isMendable({ mends }: Finding): boolean {
  return mends.length === 1 && mends[0]?.isCertain === true;
}

/** Why a rule could not be evaluated somewhere; `because.ts` has the words. */
export type Because =
  | "figure-is-missing"
  | "figure-is-unreadable"
  | "sheet-is-gone"
  | "unit-is-unknown"
  | "period-is-unknown"
  | "no-earlier-report"
  | "earlier-report-is-of-another-plan"
  | "no-date-of-checking"
  | "no-date-of-report"
  | "standards-differ"
  | "too-few-units"
  | "report-is-of-another-plan"
  | "report-names-no-plan"
  | "too-few-figures"
  | "seal-is-of-a-later-version"
  | "summary-is-of-another-layout";

/** A rule that said neither yes nor no somewhere: the third outcome, which is never "passed". */
export interface Unevaluated {
  readonly rule: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly code: string | null;
  readonly because: Because;
  /** What it is about, where the reason does not say it all: the names of the cells, the number of units. */
  readonly about: Phrase | null;
}

export function countBySeverity(findings: readonly Finding[]): { error: number; warning: number; note: number } {
  const count = (severity: Finding["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), note: count("note") };
}

/** What became of one file: its reading (null where it is no report), its findings, its progress. */
export interface Review {
  readonly file: string;
  readonly outcome: "ok" | "errors" | "unreadable";
  readonly reading: Reading | null;
  readonly findings: readonly Finding[];
  readonly unevaluated: readonly Unevaluated[];
  readonly progress: readonly (Progress & { readonly code: string })[];
}
