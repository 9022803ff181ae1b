import type { CellValue } from "../../src/core/cell";
import { contentsKey, type Contents } from "../../src/core/form/contents";
import type { CoverField } from "../../src/core/form/cover";
import type { TableId } from "../../src/core/form/table";

/** Rows of a sheet as they are typed: the code, then the figures of these columns. */
function rows(
  table: TableId,
  columns: string,
  lines: readonly (readonly [code: string, ...values: CellValue[]])[],
): [key: string, value: CellValue][] {
  const keys = columns.split(" ");
  return lines.flatMap(([code, ...values]) =>
    values.map((value, index): [string, CellValue] => [contentsKey({ table, code, key: keys[index] ?? "" }), value]),
  );
}

/** A report of the small plan in which everything is there and agrees; the district's form takes what it asks for. */
export const cleanReport: Contents = {
  cover: new Map<CoverField, CellValue>([
    ["pm_stage", "Chính thức"],
    ["pm_reporter", "Lò Văn An"],
    ["pm_phone", "0212 384 0000"],
    ["pm_reported_on", { date: "2022-06-18" }],
  ]),
  cells: new Map([
    ...rows("elements", "baseline last_year actual", [
      ["S01", 198, 195, 200],
      ["S02", 50, 52, 46],
      ["S03", 35, 36, 38],
      ["S04", 40, 41, 38],
      ["S05", 840, 830, 850],
      ["S30", 2, 3, "-"],
      ["S34", 3000, 2900, 3100],
      ["S35", 500, 480, 640],
      ["S41", 170, 165, 180],
      ["S42", "Có", "Không", "Có"],
    ]),
    ...rows("indicators", "explanation", [
      ["C01", "Hộ nghèo còn lại chủ yếu thiếu sức lao động; đang vận động nguồn hỗ trợ."],
      ["C09", "Vốn cấp muộn, sẽ làm trong quý IV."],
      ["C16", "Hai bản vùng cao chưa có nguồn nước; công trình đang thi công."],
      ["C17", "Điểm trường mới mở lại trong kỳ."],
    ]),
    ...rows("households", "name households p1 p2 p3 p4 p5 p6 p7 p8 n1 n2 n3 n4 n5 n6 n7 n8", [
      ["B01", "Bản Đông", 120, 30, 3, 2, 0, 1, 1, 2, 0, 20, 1, 2, 0, 3, 0, 1, 0],
      ["B02", "Bản Chủm", 80, 20, 2, 1, 1, 0, 0, 1, 0, 15, 0, 1, 0, 2, 0, 0, 1],
    ]),
    ...rows("shortfalls", "poor near_poor", [
      ["T01", 20, 10],
      ["T02", 12, "-"],
      ["N01", 30, 14],
    ]),
    ...rows("tasks", "status percent result difficulty", [
      ["NV01", "Đang thực hiện", 60, "Đã họp 14 bản", "Thiếu kinh phí"],
    ]),
    ...rows("funds", "planned allocated disbursed", [
      ["K01", 1200, 1000.5, 640.25],
      ["K02", 900, 900, 900],
    ]),
  ]),
};
