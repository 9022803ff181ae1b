import { describe, expect, it } from "@jest/globals";
import { remakerOf } from "../../../src/core/edits/remake";
import { isReading, readReport } from "../../../src/core/reading/read-report";
import { isUnreadable } from "../../../src/core/snapshot";
import { drawnForm } from "../../laws/drawn-form";
import { small } from "../../plans/opened";

function reportWith(lines: readonly string[]): ReturnType<typeof remakerOf> {
  const { picture } = drawnForm(lines);
  if (isUnreadable(picture)) throw new RangeError(picture.reason);
  const reading = readReport(small, picture);
  if (!isReading(reading)) throw new RangeError(picture.file);
  return remakerOf({ plan: small, snapshot: picture, reading });
}

const task = (drawn: string): string[] => ["Nhiệm vụ", "| Mã số | Kết quả thực hiện |", `| NV01 | ${drawn} |`];
const reporter = (drawn: string): string[] => ["Bìa", `| Người lập biểu | ${drawn} |`];

describe("[RD4] a sheet that is made anew", () => {
  it("holds in Unicode what stood there in a legacy font", () => {
    const report = reportWith([...task(`"§· häp" (.VnTime)`), ...reporter(`"Loø Vaên An" (VNI-Times)`)]);
    const values = (report.form()?.edits ?? []).flatMap((edit) =>
      edit.kind === "put-sheet" ? edit.sheet.cells.map(({ value }) => value) : [],
    );
    expect(values).toEqual(expect.arrayContaining(["Đã họp", "Lò Văn An"]));
    expect(report.sheet("tasks")?.edits).toHaveLength(1);
  });

  it.each([
    ["in a cell", task(`"Tó Nang" (.VnTime)`), true],
    ["on the cover", reporter(`"Tó" (.VnTime)`), false],
  ])("is not made where only the font says what a text %s is", (_, lines, isOnSheet) => {
    const report = reportWith(lines);
    expect(report.form()).toBeNull();
    expect(report.sheet("tasks") === null).toBe(isOnSheet);
    expect(report.sheet("elements")?.edits).toHaveLength(1);
  });
});
