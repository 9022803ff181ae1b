import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { applyEdits, isRefusal } from "../../src/core/apply-edits";
import { isMendable, type Finding } from "../../src/core/finding";
import { mend } from "../../src/core/mend";
import { merge } from "../../src/core/merge";
import { unitCodeOf } from "../../src/core/reading/reading";
import { review } from "../../src/core/review";
import { isUnreadable, type Snapshot } from "../../src/core/snapshot";
import { small } from "../plans/opened";
import type { Expected } from "./drawn-acts";
import { spoken } from "./drawn-form";
import { examplesIn } from "./drawn-page";
import { drawnReports } from "./drawn-reports";
import { drawnBook } from "./drawn-summary";

const folder = new URL("../../docs/rules/", import.meta.url);
const pages = readdirSync(folder)
  .filter((file) => file.endsWith(".md") && !["README.md", "examples.md"].includes(file))
  .map((file) => ({ rule: file.slice(0, -".md".length), text: readFileSync(new URL(file, folder), "utf8") }));

/** Each finding once beside what announced it: an exact mark first, then one that only names the sheet. */
function unmatched(found: readonly Finding[], expected: readonly Expected[]): { found: string[]; expected: string[] } {
  const left = [...found];
  const unmet = [...expected]
    .sort((one, other) => Number(one.isLoose) - Number(other.isLoose))
    .filter((mark) => {
      const index = left.findIndex(
        ({ rule, sheet, cell }) =>
          rule === mark.rule &&
          (mark.isLoose ? sheet === null || sheet === mark.sheet : sheet === mark.sheet && cell === mark.cell),
      );
      if (index >= 0) left.splice(index, 1);
      return index < 0;
    });
  return { found: left.map(spoken), expected: unmet.map(spoken) };
}

describe.each(pages)("$rule", ({ rule, text }) => {
  const examples = examplesIn(text);

  it("has examples of both kinds, and shows its own fault in each of the faulty", () => {
    expect(new Set(examples.map(({ isGood }) => isGood))).toEqual(new Set([true, false]));
    for (const { isGood, lines } of examples) {
      const marks = lines.flatMap((line) => line.split("←").slice(1)).join(",");
      expect(marks.includes(rule)).toBe(!isGood);
    }
  });

  it.each(examples)(
    "line $line: [ED4] [ED6] mended, nothing is left that a machine may mend, and mending twice is mending once",
    ({ kind, lines }) => {
      if (kind === "reports") return;
      const { picture, occasion } = drawnBook(kind, lines);
      if (isUnreadable(picture)) return;
      const request = { occasion, choices: [] };
      const outcome = mend(small, picture, request);
      if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
      expect(outcome.review.findings.filter(isMendable).map(spoken)).toEqual([]);
      let once: Snapshot = picture;
      for (const edits of outcome.rounds) {
        const made = applyEdits(once, edits);
        if (isRefusal(made)) throw new Error(JSON.stringify(made));
        expect(applyEdits(made, edits)).toEqual(made);
        once = made;
      }
      expect(once).toEqual(outcome.snapshot);
      expect(mend(small, once, request)).toMatchObject({ rounds: [], mended: [] });
    },
  );

  it.each(examples)("line $line: finds what is marked, and nothing else", ({ kind, lines }) => {
    if (kind !== "reports") {
      const { picture, expected, occasion } = drawnBook(kind, lines);
      expect(unmatched(review(small, picture, occasion).findings, expected)).toEqual({ found: [], expected: [] });
      return;
    }
    const { plan, reviews, expected } = drawnReports(lines);
    const own = reviews.flatMap(({ reading, findings }) =>
      findings.map(({ rule: id }) => `${id} ${(reading && unitCodeOf(reading)) ?? ""}`),
    );
    const across = merge(plan, reviews).findings.map(({ rule: id, code }) => `${id} ${code ?? ""}`);
    expect([...own, ...across].sort()).toEqual(expected.map((mark) => `${mark.rule} ${mark.unit}`).sort());
  });
});
