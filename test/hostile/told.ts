import type { z } from "zod";
import { checkShape, parsed } from "../cli/json-shapes";
import type { Expected } from "./hostile-file";

export type ToldFile = z.infer<typeof checkShape>["files"][number];

/** What `check --json` said of each file. */
export function toldFiles(stdout: string): readonly ToldFile[] {
  return parsed(checkShape, stdout).files;
}

/** Whether what was said of a file is what had to be; nothing is said of the texts that a report holds. */
export function isAsExpected(told: ToldFile, clean: ToldFile, expected: Expected): boolean {
  if (typeof expected === "string" && expected !== "same") {
    return told.findings.length === 1 && told.findings[0]?.facts["reason"] === expected;
  }
  if (expected === "same" || expected.length === 0) {
    return JSON.stringify({ ...told, file: "" }) === JSON.stringify({ ...clean, file: "" });
  }
  return JSON.stringify([...new Set(told.findings.map(({ rule }) => rule))].sort()) === JSON.stringify(expected);
}
