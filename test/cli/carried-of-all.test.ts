import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { carriedOfAll } from "../../src/cli/carried-of-all";
import type { Session } from "../../src/cli/session";
import { contentsKey } from "../../src/core/form/contents";
import { makeForm } from "../../src/core/form/make-form";
import { elementsAskedOf, periodById, unitByCode } from "../../src/core/plan/lookups";
import { isReading, readReport } from "../../src/core/reading/read-report";
import { elementCell, figureOf, type Reading } from "../../src/core/reading/reading";
import { snapshotOf } from "../../src/workbook/memory";
import { yenChau } from "../plans/opened";
import { picture } from "../proof/books";
import { makeRoom } from "./program";

const room = makeRoom();
const session: Session = {
  plan: yenChau,
  isDefaultPlan: true,
  on: "2022-06-21",
  language: "vi",
  isJson: false,
  isQuiet: false,
};
const files = ["04063-Chieng-Dong-2022-H1.xlsx", "04093-Tu-Nang-2022-H1.xlsx"];
const units = yenChau.units;
const period = periodById(yenChau, "2022-Y") ?? yenChau.periods[0];

function sample(file: string): Uint8Array {
  return readFileSync(fileURLToPath(new URL(`../../samples/2022-H1/${file}`, import.meta.url)));
}

function folder(name: string, copies: readonly (readonly [string, string])[]): string {
  const path = join(room, name);
  mkdirSync(path);
  for (const [as, file] of copies) writeFileSync(join(path, as), sample(file));
  return path;
}

function read(snapshot: Parameters<typeof readReport>[1]): Reading {
  const reading = readReport(yenChau, snapshot);
  if (!isReading(reading)) throw new Error("No report.");
  return reading;
}

describe("the next period's forms of all units", () => {
  it("carry every baseline as the accepted report has it, and no figure more", async () => {
    if (!period) throw new Error("No period.");
    const from = folder(
      "reports",
      files.map((file) => [file, file] as const),
    );
    const { contents } = await carriedOfAll(session, [from], { units, period });
    expect([...contents.keys()]).toEqual(["04063", "04093"]);
    for (const file of files) {
      const code = file.slice(0, 5);
      const unit = unitByCode(yenChau, code);
      const before = read(picture(sample(file), file));
      if (!unit) throw new Error("No unit.");
      const after = read(snapshotOf(makeForm(yenChau, { unit, period }, contents.get(code)), "next.xlsx"));
      const figures = (reading: Reading, time: "baseline" | "actual") =>
        elementsAskedOf(yenChau, code).map((element) => figureOf(elementCell(reading, element.code, time)));
      expect(figures(before, "baseline").filter((figure) => figure !== null)).not.toEqual([]);
      expect(figures(after, "baseline")).toEqual(figures(before, "baseline"));
      expect(figures(after, "actual").every((figure) => figure === null)).toBe(true);
      expect(
        contents.get(code)?.cells.get(contentsKey({ table: "households", code: "B01", key: "name" })),
      ).toBeDefined();
    }
  });

  it("say of each unit without an earlier report that its baseline is blank", async () => {
    if (!period) throw new Error("No period.");
    const [first = ""] = files;
    const { contents, lines } = await carriedOfAll(session, [folder("one", [[first, first]])], { units, period });
    expect(contents.size).toBe(1);
    const blank = lines.filter(({ vi }) => vi.includes("không có báo cáo trước, biểu mẫu để trống kỳ gốc"));
    expect(blank).toHaveLength(units.length - 1);
  });

  it("[CO5] take two copies of one report for one", async () => {
    if (!period) throw new Error("No period.");
    const [first = ""] = files;
    const from = folder("copies", [
      ["a.xlsx", first],
      ["b.xlsx", first],
    ]);
    const { contents } = await carriedOfAll(session, [from], { units, period });
    const once = await carriedOfAll(session, [join(from, "a.xlsx")], { units, period });
    expect(contents).toEqual(once.contents);
  });

  it("refuse two reports of one unit that differ, and two that give the same part", async () => {
    if (!period) throw new Error("No period.");
    const [first = ""] = files;
    const of = (period: string) => fileURLToPath(new URL(`../../samples/${period}`, import.meta.url));
    const given = [join(of("2022-H1"), first), join(of("2022-Y"), first.replace("-H1", "-Y"))];
    await expect(carriedOfAll(session, given, { units, period })).rejects.toThrow("There are two reports");
  });
});
