import type { Phrase } from "./language";
import type { Progress } from "./progress/measure";
import type { Reading } from "./reading/reading";

export type Severity = "error" | "warning" | "note";

/** What a message is made of: figures, labels in both languages, texts as found. Plain data, never words alone. */
export type Fact = string | number | boolean | null | Phrase | readonly (string | number)[];
export type Facts = Readonly<Record<string, Fact>>;

/** Something wrong or odd, with its cell; words are made at the edge (`say`). */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly code: string | null;
  readonly facts: Facts;
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
  readonly progress: readonly (Progress & { readonly code: string })[];
}
