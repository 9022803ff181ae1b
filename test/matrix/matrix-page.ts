import type { Fault } from "./fault";
import type { Trial } from "./trial";

/** What became of one kind of fault over all its places. */
export interface Tally {
  readonly rule: string;
  readonly kind: string;
  readonly implied: readonly string[];
  places: number;
  found: number;
  beyond: number;
}

/** Collects trials by rule and kind of fault, in the order in which they first come. */
export class Tallies {
  readonly #byKind = new Map<string, Tally>();

  add({ fault, isFound, beyond }: Trial): void {
    const tally = this.#of(fault);
    tally.places++;
    if (isFound) tally.found++;
    tally.beyond += beyond.length;
  }

  get all(): readonly Tally[] {
    return [...this.#byKind.values()].sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
  }

  #of({ rule, kind, implied }: Fault): Tally {
    const key = kindOf({ rule, kind });
    const known = this.#byKind.get(key) ?? { rule, kind, implied, places: 0, found: 0, beyond: 0 };
    this.#byKind.set(key, known);
    return known;
  }
}

export function kindOf({ rule, kind }: Pick<Fault, "rule" | "kind">): string {
  return `${rule} | ${kind}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(part === whole ? 0 : 2)}%`;
}

/** The page of docs that tells what a run of all faults gave. */
export function matrixPage(tallies: readonly Tally[], acrossTallies: readonly Tally[]): string {
  const all = [...tallies, ...acrossTallies];
  const places = all.reduce((sum, tally) => sum + tally.places, 0);
  const found = all.reduce((sum, tally) => sum + tally.found, 0);
  const beyond = all.reduce((sum, tally) => sum + tally.beyond, 0);
  const rows = (some: readonly Tally[]): string =>
    some
      .map(
        ({ rule, kind, places: all, found: there, beyond: more }) =>
          `| [${rule}](rules/${rule}.md) | ${kind} | ${all} | ${percent(there, all)} | ${more} |`,
      )
      .join("\n");
  const head = "| rule | fault | planted | found | beyond |\n| --- | --- | ---: | ---: | ---: |";
  const implied = new Map<string, string[]>();
  for (const { kind, implied: rules } of all) {
    if (rules.length > 0) implied.set(rules.join(", "), [...(implied.get(rules.join(", ")) ?? []), kind]);
  }
  return `<!-- Made by \`npm run fault-matrix\`; not by hand. -->

# The fault matrix

Every fault of the catalogue, planted one at a time in every place of a clean report where it can occur: each element, each
column, each village's row, each sheet, in the forms of two plans (a commune's first and last period and the district's own form
of Yên Châu 2022; a commune of Trường Nguyên 2026), and in the sixteen reports of a period together. The generators are in
\`test/matrix\`. "Found" is the share of the places where the rule spoke at the very cell (or the sheet, where the fault is one
of a whole row, column or sheet); "beyond" counts findings of other rules that the fault does not imply.

**${places.toLocaleString("en")} faults planted, ${percent(found, places)} found, ${beyond} findings beyond.** \`npm test\` plants a
part of them again each time, holds the number of places in this table to the generators, and sends 300 of them through .xlsx
files.

## In one report

${head}
${rows(tallies)}

## In the reports together

${head}
${rows(acrossTallies)}

## What a fault implies

A report that says 10.5 households where there were 10 contradicts itself elsewhere too, and those findings are right. These
rules may speak besides the fault's own:

${[...implied].map(([rules, kinds]) => `- ${[...new Set(kinds)].join("; ")}: ${rules}`).join("\n")}
`;
}
