import type { Trial } from "./fault-trials";

const outcomes = { "as before": "as before", "as after": "as after", between: "BETWEEN" } as const;

/** The page of docs that the trials make: what an official's workbook is, and what is said, after anything that can fail. */
export function faultPage(trials: readonly Trial[]): string {
  const operations = [...new Set(trials.map(({ operation }) => operation))];
  return `${head(trials)}\n${operations.map((operation) => section(operation, trials)).join("\n")}`;
}

/** The row in which a trial stands. */
export function rowOf({ fault, workbook, told }: Trial): string {
  return `| ${fault} | ${outcomes[workbook]} | ${told} |`;
}

function head(trials: readonly Trial[]): string {
  return `# What can fail in Excel

Made by \`npm run docs -- excel-faults\`; a test holds it true. Every thing that the pane asks of the Excel door, with every
fault of the stand-in Excel (\`test/excel-host\`, before Microsoft's own client) at every one of its syncs, and cut off at
every single action: ${trials.length.toLocaleString("en-US")} trials. The workbook is then as before or as after, never between (law
ED2), by what a reader of the saved file finds, its number formats, fonts, marks, protection and the sheet in sight. What is told is
"done" or a trouble (law XL5; the words are in \`src/words/troubles.ts\`); "!" means that it says nobody can know.

A trouble with "as before" says that nothing was written. "done" in spite of a fault: only the answer was lost, or it struck what
is tried again.
`;
}

function section(operation: string, trials: readonly Trial[]): string {
  const rows = new Set(trials.filter((trial) => trial.operation === operation).map(rowOf));
  return `## ${operation}

| fault | workbook | told |
| ----- | -------- | ---- |
${[...rows].join("\n")}
`;
}
