import type { Finding, Review } from "../core/finding";
import type { Language } from "../core/language";
import { findingsOfNobody } from "../core/merge";
import { tableWords } from "../words/outcomes";
import { fileLines } from "./finding-lines";

/** Files that no answer tells of: their unit would read that nothing came. */
export interface LeftOut {
  readonly files: readonly string[];
  readonly lines: readonly string[];
}

/** The files that cannot be read or are no unit's, and those of another period, plan or level. */
export function leftOut(reviews: readonly Review[], findings: readonly Finding[], language: Language): LeftOut {
  const strays = findings.filter(({ rule }) => rule === "reports-are-of-one-period");
  const told = [...strays, ...findingsOfNobody(reviews)].filter(({ severity }) => severity === "error");
  const files = [...new Set(told.map(({ file }) => file))].sort();
  const linesOf = (file: string): string[] =>
    fileLines(
      file,
      told.filter((finding) => finding.file === file),
      language,
    );
  return {
    files,
    lines: files.length === 0 ? [] : [tableWords.filesWithErrors[language], ...files.flatMap(linesOf), ""],
  };
}
