import { expect, it } from "@jest/globals";
import { opened } from "../worker/live";
import { changedBook, type BookChange } from "./changes-of-books";
import { changedFile, type FileChange } from "./changes-of-files";
import { littleFiles } from "./lands";
import { roadOfBook, roadOfBytes, type Distance } from "./whole-road";

/* What `npm run fuzz` found once: drawings on a report without a fault (0) and on a summary (2). */

const files = await littleFiles();
const at = (sheet: number, row: number, column: number) => ({ sheet, row, column });
const first = at(0, 0, 0);

const books: readonly (readonly [string, Distance, readonly BookChange[]])[] = [
  [
    "a figure so small that another is ∞ times it",
    "check",
    [{ kind: "cell", at: at(0.75, 0.5384615389630198, 0.2857142863795161), becomes: 5e-324, formula: null }],
  ],
  [
    "a change so great that its percentage is no double",
    "check",
    [{ kind: "cell", at: at(0.125, 0.12280701845884323, 0.7142857145518064), becomes: -1e308, formula: null }],
  ],
  ["a name that leads under a merged block", "mend", [{ kind: "name", at: at(0, 0.1, 0.833333333954215) }]],
  [
    "a cell copied under a merged block",
    "mend",
    [{ kind: "copied", at: at(0.75, 0.6923076929524541, 0), to: at(0, 0.23076923098415136, 0) }],
  ],
  [
    "computed cells under a merged block",
    "mend",
    [
      { kind: "merge", at: at(0.25, 0.5333333341404796, 0), to: at(0, 0, 0.14285714365541935) },
      { kind: "sheet", at: at(0.125, 0, 0), does: "gone", name: "" },
    ],
  ],
  [
    "an indicator's code copied over a heading",
    "mend",
    [{ kind: "copied", at: at(0.25, 0.5333333341404796, 0), to: at(0, 0.20000000018626451, 0) }],
  ],
  [
    "a merged block over computed cells, and a sheet's cell gone",
    "mend",
    [
      { kind: "merge", at: at(0.25, 0.5333333341404796, 0), to: at(0, 0, 0.2380952388048172) },
      { kind: "cell", at: at(0.125, 0, 0), becomes: null, formula: null },
      { kind: "cell", at: first, becomes: 0, formula: null },
    ],
  ],
];

it.each(books)("%s: %s", (_what, distance, changes) => {
  for (const { land, bytes } of files) {
    const book = changedBook(opened({ name: "a.xlsx", bytes }), changes);
    expect(() => roadOfBook(land, book, distance)).not.toThrow();
  }
});

const bytes: readonly (readonly [string, Distance, readonly FileChange[]])[] = [
  [
    "a byte that begins an entity nobody knows",
    "check",
    [{ kind: "part", part: 0.5882352944463491, how: { kind: "byte", at: 0.35980110336095095, to: 65 } }],
  ],
  ...[0.21621621679514647, 0.37837837915867567, 0.4594594603404403].map(
    (place): readonly [string, Distance, readonly FileChange[]] => [
      `a workbook part without its attribute at ${place}`,
      "mend",
      [{ kind: "part", part: 0.29411764722317457, how: { kind: "attribute", at: place, becomes: null } }],
    ],
  ),
  [
    "a formula to mend on a sheet whose relations are no XML",
    "mend",
    [
      { kind: "part", part: 0.5757575761526823, how: { kind: "byte", at: 0, to: 0 } },
      { kind: "part", part: 0.5454545458778739, how: { kind: "text", at: 0.20000000018626451, becomes: "0" } },
    ],
  ],
];

it.each(bytes)("%s: %s", async (_what, distance, changes) => {
  for (const file of files) await roadOfBytes(file.land, changedFile(file, changes), distance);
});
