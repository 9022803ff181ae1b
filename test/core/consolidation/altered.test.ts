import { describe, expect, it } from "@jest/globals";
import type { CellValue } from "../../../src/core/cell";
import { applyEdits } from "../../../src/core/apply-edits";
import { makeSummary } from "../../../src/core/consolidation/book/make-summary";
import { readCarried, type Carried } from "../../../src/core/consolidation/read-summary-book";
import type { Review } from "../../../src/core/finding";
import { merge, type Merged } from "../../../src/core/merge";
import { review } from "../../../src/core/review";
import { say } from "../../../src/core/rules/say";
import { isUnreadable, type Snapshot } from "../../../src/core/snapshot";
import { reportOfSummary } from "../../../src/letters/report/write-report";
import { snapshotOf } from "../../../src/workbook/memory";
import { readSnapshot } from "../../../src/workbook/xlsx/read-snapshot";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { truongNguyen, yenChau } from "../../plans/opened";
import { recalculate } from "../../tools/libreoffice";
import { itWithLibreOffice } from "../../proof/tools";
import { elementKey, reviewOf, reviewsOf } from "./reports";

const of = { unit: "04063", period: "2022-H1" };
const rule = "summary-is-what-reports-say";

function bookOf({ consolidation }: Merged): Snapshot {
  if (!consolidation) throw new Error("nothing");
  return snapshotOf(makeSummary(consolidation), "summary.xlsx");
}

function carriedBy(book: Snapshot): Carried {
  const carried = readCarried(yenChau, book);
  if (!carried) throw new Error("no summary");
  return carried;
}

/** The units whose sheets were changed, by a check of the summary. */
function alteredIn(carried: Carried | null): string[] {
  return (carried?.units ?? []).filter(({ altered }) => altered.length > 0).map(({ unit }) => unit.code);
}

const reviews = reviewsOf(yenChau, of.period);
const summary = bookOf(merge(yenChau, reviews));

/** The summary in which somebody typed over a cell of a unit's sheet, and every formula follows. */
function typedOver(sheetName: string, code: string, put: CellValue): Snapshot {
  const sheet = summary.sheets.find(({ name }) => name === sheetName);
  const [row, cells] = [...(sheet?.rows ?? [])].find(([, one]) => one.get(0)?.value === code) ?? [];
  const keys = [...(sheet?.rows.values() ?? [])].find((one) => one.get(0)?.value === "code");
  const column = [...(keys ?? [])].find(([, { value }]) => value === "actual")?.[0];
  const cell = cells?.get(column ?? -1);
  if (row === undefined || column === undefined || !cell) throw new Error(code);
  const at = { sheet: sheetName, cell: `${String.fromCharCode(65 + column)}${row + 1}` };
  const expected = { value: cell.value, ...(cell.formula === undefined ? {} : { formula: cell.formula }) };
  const after = applyEdits(summary, [{ at, expect: expected, put: { value: put } }]);
  if (!("sheets" in after)) throw new Error("refused");
  return after;
}

function found(plan: typeof yenChau, book: Snapshot): string[] {
  return review(plan, book)
    .findings.filter(({ rule: own, code }) => own === rule && code === of.unit)
    .map((finding) => say(finding, "vi").what);
}

describe("[CO7] a unit's sheet in a summary", () => {
  it.each<[string, Snapshot]>([
    ["another figure", typedOver("Chiềng Đông", "S41", 999)],
    ["a figure that differs in the last place that is shown", typedOver("Chiềng Đông", "S41", 180.01)],
    ["nothing", typedOver("Chiềng Đông", "S41", null)],
    ["a word", typedOver("Chiềng Đông", "S41", "đang rà soát")],
  ])("that holds %s instead of what was reported is found", (_, book) => {
    expect(alteredIn(carriedBy(book))).toEqual([of.unit]);
    expect(found(yenChau, book)).toContainEqual(
      expect.stringMatching(
        /^Xã Chiềng Đông: bảng “.+” trên sheet của đơn vị đã bị sửa sau khi tổng hợp, không còn đúng như báo cáo đã nộp\.$/,
      ),
    );
  });

  it("of a unit that sent nothing is found where somebody fills it in", () => {
    const without = bookOf(merge(yenChau, reviewsOf(yenChau, of.period, { without: [of.unit] })));
    expect(alteredIn(carriedBy(without))).toEqual([]);
    const sheet = without.sheets.find(({ name }) => name === "Chiềng Đông");
    const row = [...(sheet?.rows ?? [])].find(([, cells]) => cells.get(0)?.value === "S41")?.[0] ?? -1;
    const edit = {
      at: { sheet: "Chiềng Đông", cell: `D${row + 1}` },
      expect: { value: null },
      put: { value: 5 },
    };
    const after = applyEdits(without, [edit]);
    if (!("sheets" in after)) throw new Error("refused");
    expect(alteredIn(carriedBy(after))).toEqual([of.unit]);
  });

  it("goes on being known in the summaries that follow, until the unit's report is laid in again", () => {
    const once = carriedBy(typedOver("Chiềng Đông", "S41", 999));
    const others = reviews.slice(0, 1);
    const twice = merge(yenChau, others, { carried: once });
    expect(twice.findings.filter((one) => one.rule === rule).map(({ code }) => code)).toEqual([of.unit]);
    const again = carriedBy(bookOf(twice));
    expect(alteredIn(again)).toEqual([of.unit]);
    const mended = merge(yenChau, [reviewOf(yenChau, of)], { carried: again });
    expect(mended.findings.filter((one) => one.rule === rule)).toEqual([]);
    expect(alteredIn(carriedBy(bookOf(mended)))).toEqual([]);
    expect(mended.changes).toContainEqual(
      expect.objectContaining({ kind: "figure", code: "S41", unit: of.unit, before: 999 }),
    );
  });

  it("is named in the official report, as something that is open", () => {
    const told = (book: Snapshot): string[] => {
      const letter = reportOfSummary(yenChau, book, { on: "2022-06-21", language: "vi" });
      return (letter?.body ?? []).flatMap((block) =>
        block.kind === "paragraph" ? block.runs.filter(({ isOpen }) => isOpen).map(({ text }) => text) : [],
      );
    };
    const line =
      "[số liệu trong biểu tổng hợp đã bị sửa sau khi nhận báo cáo, cần đối chiếu với báo cáo đã nộp: xã Chiềng Đông]";
    expect(told(typedOver("Chiềng Đông", "S41", 999))).toContain(line);
    expect(told(summary).join("\n")).not.toContain("đã bị sửa");
  });

  const asFiled = async (reported: readonly Review[], plan = yenChau): Promise<Uint8Array> => {
    const { consolidation } = merge(plan, reported, { allowsErrors: true });
    if (!consolidation) throw new Error("nothing");
    return writeWorkbook(makeSummary(consolidation));
  };
  const strange = reviewsOf(yenChau, of.period, {
    changes: new Map([
      [
        of.unit,
        {
          cells: [
            [elementKey("S41"), "12,5 hộ"],
            [elementKey("S38"), 0.1 + 0.2],
            [elementKey("S36"), { error: "#N/A" }],
            [elementKey("S30"), "-"],
            [elementKey("S31"), true],
            [elementKey("S38", "note"), "=1+1\r\nhai dòng\t\u00A0<&> "],
            [{ table: "funds", code: "K01", key: "allocated" }, 1 / 3],
          ],
        },
      ],
    ]),
  });
  const sets: readonly [string, typeof yenChau, readonly Review[]][] = [
    ["reports as they should be", yenChau, reviews],
    ["strange contents", yenChau, strange],
    ["another plan", truongNguyen, reviewsOf(truongNguyen, truongNguyen.periods[0]?.id ?? "")],
  ];

  it.each(sets)("that nobody touched is never found, as a file: %s", async (_, plan, reported) => {
    const file = readSnapshot("summary.xlsx", await asFiled(reported, plan));
    if (isUnreadable(file)) throw new Error(file.reason);
    expect(alteredIn(readCarried(plan, file))).toEqual([]);
  });

  itWithLibreOffice("nor when another program has saved it", async () => {
    const files = await Promise.all(sets.map(([, plan, reported]) => asFiled(reported, plan)));
    const saved = await recalculate(files, { trustStored: false });
    for (const [index, [name, plan]] of sets.entries()) {
      const file = readSnapshot("summary.xlsx", saved[index] ?? new Uint8Array());
      if (isUnreadable(file)) throw new Error(file.reason);
      expect([name, alteredIn(readCarried(plan, file))]).toEqual([name, []]);
    }
  });
});
