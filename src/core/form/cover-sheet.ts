import type { BlueprintName, CellBlueprint, RowBlueprint, SheetBlueprint } from "../blueprint";
import type { CellValue, Position } from "../cell";
import { unitName } from "../plan/lookups";
import type { Period, Plan, Unit } from "../plan/plan";
import { coverFields, coverSheet, formVersion, type CoverField } from "./cover";
import { periodHeading } from "./commune-tables";
import type { Contents } from "./contents";
import { formats } from "./formats";
import { looks } from "./looks";

const labels: Readonly<Record<CoverField, string>> = {
  pm_form: "Loại biểu mẫu",
  pm_unit_code: "Mã đơn vị báo cáo",
  pm_unit_name: "Tên đơn vị báo cáo",
  pm_period: "Kỳ báo cáo",
  pm_stage: "Mức độ số liệu",
  pm_reporter: "Người lập biểu",
  pm_phone: "Số điện thoại",
  pm_reported_on: "Ngày báo cáo",
  pm_note: "Giải trình chung (nếu có cảnh báo)",
  pm_plan: "Kế hoạch",
  pm_form_version: "Phiên bản biểu mẫu",
  pm_seal: "Chốt số liệu",
};

/** The fields that the official fills. */
export const typedFields: ReadonlySet<CoverField> = new Set([
  "pm_stage",
  "pm_reporter",
  "pm_phone",
  "pm_reported_on",
  "pm_note",
]);

/** For programs, not for people. */
const machineFields: ReadonlySet<CoverField> = new Set(["pm_form", "pm_plan"]);

/** Rows of more than one line, in points: a spreadsheet does not grow them in a file. */
const tallFields: ReadonlyMap<CoverField, number> = new Map([
  ["pm_note", 44],
  ["pm_seal", 54],
]);

/** What the first sheet tells its reader. */
const formSteps: readonly string[] = [
  "1. Chỉ nhập vào các ô màu vàng nhạt; các ô khác là công thức hoặc tiêu đề, đã được khóa.",
  '2. Không phát sinh: nhập 0 hoặc "-". Chưa có số liệu: để trống, không nhập 0.',
  '3. Cột "Kiểm tra" bên phải mỗi sheet báo ngay chỗ còn thiếu hoặc chưa hợp lý; đủ và đúng thì hiện dấu ✓.',
  "4. Chỉ nhập số lượng (hộ, người, triệu đồng); mọi tỷ lệ và mức tăng, giảm do biểu tự tính.",
];

const summarySteps: readonly string[] = [
  "1. Mọi số ở các sheet TH… là công thức dẫn về sheet của từng đơn vị; không nhập đè lên công thức.",
  "2. Đơn vị chưa có số liệu không tính là 0: xem cột Độ phủ và cột Đơn vị chưa có số liệu.",
  "3. Tỷ lệ chung = tổng tử số / tổng mẫu số; không cộng, không bình quân tỷ lệ của các đơn vị.",
  "4. Có báo cáo nộp thêm: tổng hợp lại bằng chương trình, không sửa tay.",
];

const titleRows = 5;

/** Whose cover it is; the current version of the form where none is named. */
export interface CoverFor {
  readonly unit: Unit;
  readonly period: Period;
  readonly form: string;
  readonly version?: string;
}

/** Bìa: whose report it is, with a hidden key beside every field and a defined name on it. */
export function coverBlueprint(
  plan: Plan,
  { unit, period, form, version = formVersion }: CoverFor,
  contents: Contents,
): { sheet: SheetBlueprint; names: readonly BlueprintName[] } {
  const steps = form === "summary" ? summarySteps : formSteps;
  const fixed = new Map<CoverField, CellValue>([
    ["pm_form", form],
    ["pm_unit_code", unit.code],
    ["pm_unit_name", unitName(unit)],
    ["pm_period", period.id],
    ["pm_plan", plan.id],
    ["pm_form_version", version],
  ]);
  const firstField = titleRows + 1;
  const fields = coverFields.map((field, index) => ({ field, row: firstField + index }));
  const cells: CellBlueprint[] = [
    cell({ row: 0, column: 1 }, plan.issuer.vi.toUpperCase(), looks.letterhead),
    cell({ row: 0, column: 2 }, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", looks.letterhead),
    cell({ row: 2, column: 1 }, "BÁO CÁO SỐ LIỆU THỰC HIỆN KẾ HOẠCH", looks.title),
    cell({ row: 3, column: 1 }, plan.title.vi, { ...looks.subtitle, wraps: true }),
    cell({ row: 4, column: 1 }, [periodHeading(period), contents.notice].filter(Boolean).join(" – "), {
      ...looks.subtitle,
      wraps: true,
    }),
    ...fields.flatMap(({ field, row }): CellBlueprint[] => [
      cell({ row, column: 0 }, field, looks.key),
      cell({ row, column: 1 }, labels[field], looks.fieldLabel),
      {
        row,
        column: 2,
        value: fixed.get(field) ?? contents.cover.get(field) ?? null,
        look: {
          ...(typedFields.has(field) && form !== "summary" ? looks.fieldInput : looks.field),
          ...(field === "pm_reported_on" ? { format: formats.date, across: "left" as const } : {}),
        },
      },
    ]),
    ...steps.map((step, index) =>
      cell({ row: firstField + coverFields.length + 1 + index, column: 1 }, step, looks.plain),
    ),
  ];
  const stageRow = fields.find(({ field }) => field === "pm_stage")?.row ?? 0;
  const lastRow = firstField + coverFields.length + steps.length;
  return {
    names: fields.map(({ field, row }) => ({ name: field, sheet: coverSheet, at: { row, column: 2 } })),
    sheet: {
      name: coverSheet,
      visibility: "visible",
      columns: [{ width: 4, isHidden: true }, { width: 40 }, { width: 56 }],
      rows: new Map<number, RowBlueprint>([
        [0, { height: 36 }],
        [2, { height: 26 }],
        [3, { height: 38 }],
        [4, { height: 22 }],
        ...fields.map(({ field, row }): [number, RowBlueprint] => [
          row,
          machineFields.has(field) ? { isHidden: true } : { height: tallFields.get(field) ?? 22 },
        ]),
        ...steps.map((_, index): [number, RowBlueprint] => [
          firstField + coverFields.length + 1 + index,
          { height: 34 },
        ]),
      ]),
      cells,
      merges: [2, 3, 4, ...steps.map((_, index) => firstField + coverFields.length + 1 + index)].map((row) => ({
        top: row,
        bottom: row,
        left: 1,
        right: 2,
      })),
      lists: [
        {
          block: { top: stageRow, bottom: stageRow, left: 2, right: 2 },
          choices: plan.stages.map((stage) => stage.name.vi),
          title: "Chọn mức độ số liệu",
          message: `Chọn một trong: ${plan.stages.map((stage) => stage.name.vi).join("; ")}.`,
        },
      ],
      inputs: [],
      conditions: [],
      isProtected: true,
      print: {
        orientation: "portrait",
        fitsWidth: true,
        area: { top: 0, left: 1, bottom: lastRow, right: 2 },
      },
    },
  };
}

function cell({ row, column }: Position, value: CellValue, look: CellBlueprint["look"]): CellBlueprint {
  return { row, column, value, look };
}
