/** 0 done and nothing wrong, 1 done and errors were found, 2 could not be done. */
export type ExitCode = 0 | 1 | 2;

/** What a command did, before anything is printed. */
export interface Outcome {
  readonly code: ExitCode;
  /** The JSON document for other programs. */
  readonly document: Readonly<Record<string, unknown>>;
  /** The report for people. */
  readonly lines: readonly string[];
  /** What remains of the report where only errors are wanted. */
  readonly faults: readonly string[];
  /** What was written and how it went. */
  readonly remarks: readonly string[];
  /** Why it could not be done, where there is still something to show. */
  readonly complaints?: readonly string[];
}
