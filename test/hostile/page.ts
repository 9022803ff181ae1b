import type { Expected } from "./hostile-file";
import { hostileFiles } from "./all-files";
import { bounds } from "./measure";

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

The bounds are ${bounds.seconds} s and ${bounds.megabytes} MB: \`npm run hostile\` ends with 1 where one is broken, or where something else comes of a file. The seconds are
those of the clock, so nothing else may run on the machine; a run beyond the bounds is repeated twice at most, and the cheapest
counts. The memory is the most that the process ever had, as the system counts it (on Linux the high-water mark of its resident set).
`;

/** What was measured, and where. */
export interface Measurement {
  readonly costs: ReadonlyMap<string, Cost>;
  readonly machine: string;
}

const measuredOn = "Measured on ";

/** The page of docs, with what each file cost where that was measured. */
export function hostilePage({ costs, machine }: Measurement): string {
  const sections = Object.entries(hostileFiles).map(([title, files]) => {
    const rows = files.map(({ file, expected }) => {
      const cost = costs.get(file);
      return `| ${file} | ${wordsOf(expected)} | ${cost?.seconds.toFixed(1) ?? ""} | ${cost?.megabytes.toFixed(0) ?? ""} |`;
    });
    return `\n## ${title}\n\n| file | outcome | s | MB |\n| --- | --- | --: | --: |\n${rows.join("\n")}\n`;
  });
  return `${head}\n${measuredOn}${machine}.\n${sections.join("")}`;
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
    .filter((line) => !line.startsWith(measuredOn))
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
