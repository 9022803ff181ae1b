import { describe, expect, it } from "@jest/globals";
import type { Cell } from "../../../src/core/cell";
import { isRefusal } from "../../../src/core/apply-edits";
import { isMendable, type Finding } from "../../../src/core/finding";
import { mend, type Choice } from "../../../src/core/mend";
import { noOccasion, review } from "../../../src/core/review";
import { actsAsFormula } from "../../../src/core/rules/typed-texts";
import { say } from "../../../src/core/rules/say";
import { isUnreadable, type Snapshot } from "../../../src/core/snapshot";
import { drawnForm } from "../../laws/drawn-form";
import { small } from "../../plans/opened";

/** The clean report with this drawn as the result of its first task. */
function reportWith(drawn: string): Snapshot {
  const { picture } = drawnForm([
    "Nhiệm vụ",
    "| Mã số | Kết quả thực hiện |",
    "| ----- | --- |",
    `| NV01 | ${drawn} |`,
  ]);
  if (isUnreadable(picture)) throw new RangeError(drawn);
  return picture;
}

function findingsOf(drawn: string): readonly Finding[] {
  return review(small, reportWith(drawn)).findings;
}

/** The cell after every certain mend and every choice. */
function mendedCell(drawn: string, choices: readonly Choice[] = []): Cell | undefined {
  const given = reportWith(drawn);
  const mended = mend(small, given, { occasion: noOccasion, choices });
  if (isRefusal(mended)) throw new RangeError(mended.reason);
  const before = new Set(given.sheets.flatMap(textsIn));
  const [changed] = mended.snapshot.sheets.flatMap(textsIn).filter((cell) => !before.has(cell));
  return changed;
}

function textsIn({ rows }: Snapshot["sheets"][number]): Cell[] {
  return [...rows.values()].flatMap((cells) => [...cells.values()].filter(({ value }) => typeof value === "string"));
}

describe("[RD4] [ED6] a text is mended whole, whatever rules speak of it", () => {
  const legacy = "text-is-not-in-a-legacy-encoding";

  it.each([
    [String.raw`"M\u00ADêng\u00A0Lùm" (.VnTime)`, [legacy], "Mường Lựm"],
    [String.raw`"§· häp\u200B 14 b¶n" (.VnTime)`, [legacy], "Đã họp 14 bản"],
    [`"-§· häp" (.VnTime)`, [legacy, "text-is-not-a-formula"], "“-Đã họp”"],
    [String.raw`"=Mƣờng\u00A0Lựm"`, ["text-is-unicode", "text-is-not-a-formula"], "“=Mường Lựm”"],
    [String.raw`"\u200B=1+1"`, ["text-is-unicode", "text-is-not-a-formula"], "“=1+1”"],
    [String.raw`"Ba\u0309n Nà"`, ["text-is-unicode"], "Bản Nà"],
  ])("%s", (drawn, rules, expected) => {
    expect(findingsOf(drawn).map(({ rule }) => rule)).toEqual(rules);
    expect(findingsOf(drawn).every(isMendable)).toBe(true);
    expect(mendedCell(drawn)).toEqual({ value: expected });
  });

  it.each([`"Tú Nang"`, `"Lóng Phiêng"`, `"Tú Nang" (VNI-Times)`, `"Lóng Phiêng" (VNI-Times)`, `"Bản Đông" (.VnTime)`])(
    "%s stays as it is",
    (drawn) => {
      expect(findingsOf(drawn)).toEqual([]);
      expect(mendedCell(drawn)).toBeUndefined();
    },
  );

  it("asks where a text could be Unicode as well", () => {
    const drawn = `"Tó Nang" (.VnTime)`;
    const [finding, ...others] = findingsOf(drawn);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: legacy, mends: [{ becomes: { vi: "Tú Nang" }, isCertain: false }] });
    expect(finding && say(finding, "vi").todo).toMatch(/^Nếu đúng là “Tú Nang” .*nếu đúng là “Tó Nang” /u);
    expect(mendedCell(drawn)).toBeUndefined();
    const at = finding?.mends[0]?.edits.flatMap((edit) => ("at" in edit ? [edit.at] : []))[0];
    expect(at && mendedCell(drawn, [{ at, mend: 0 }])).toEqual({ value: "Tú Nang" });
  });
});

describe("[ED7] actsAsFormula", () => {
  it.each([
    "=1+1",
    " =A1",
    "@x",
    "@",
    "-abc",
    "-Đã họp",
    "-(5)",
    "+5 hộ",
    "+(2)",
    "--1+2",
    "-1-2",
    "\u200B=1",
    "+84-912",
  ])("%j would", (text) => {
    expect(actsAsFormula(text)).toBe(true);
  });

  it.each([
    "",
    "-",
    " – ",
    "- Đã họp",
    "+ Bản Đông",
    "-5",
    "-1.234,5",
    "+84 912 345 678",
    "-5%",
    "a=b",
    "“=1”",
    "(5)",
    "---",
  ])("%j would not", (text) => {
    expect(actsAsFormula(text)).toBe(false);
  });
});
