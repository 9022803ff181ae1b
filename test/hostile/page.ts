import type { Expected } from "./hostile-file";
import { hostileFiles } from "./all-files";

/** What a file cost, in seconds and megabytes. */
export interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
}

const head = `# Hostile files

Written by \`npm run hostile\`. Every file is made by a script of [test/hostile](../test/hostile/all-files.ts) out of one clean
report, and checked by \`plan-monitor check FILE --json\` in a process of its own: from its start to its end so many seconds,
and so much memory at most, Node's own included. What must come of each is a [test](../test/hostile/hostile.test.ts); what it
costs is not, for machines differ. "The same" is: the same figures, findings and indicators as of the clean report.
`;

/** The page of docs, with what each file cost where that was measured. */
export function hostilePage(costs: ReadonlyMap<string, Cost>): string {
  const sections = Object.entries(hostileFiles).map(([title, files]) => {
    const rows = files.map(({ file, expected }) => {
      const cost = costs.get(file);
      return `| ${file} | ${wordsOf(expected)} | ${cost?.seconds.toFixed(1) ?? ""} | ${cost?.megabytes.toFixed(0) ?? ""} |`;
    });
    return `\n## ${title}\n\n| file | outcome | s | MB |\n| --- | --- | --: | --: |\n${rows.join("\n")}\n`;
  });
  return head + sections.join("");
}

function wordsOf(expected: Expected): string {
  if (expected === "same") return "the same";
  if (typeof expected === "string") return `refused: ${expected}`;
  return expected.length === 0 ? "read, nothing to say" : `read; ${expected.join(", ")}`;
}

/** The page without what machines differ in, and without the padding of its tables. */
export function withoutCosts(page: string): string {
  return page
    .split("\n")
    .map((line) =>
      line.startsWith("|")
        ? line
            .split("|")
            .slice(0, 3)
            .map((cell) => cell.trim().replace(/^-+$/, "-"))
            .join("|")
        : line,
    )
    .join("\n");
}
