import { elementsAskedOf, indicatorsAskedOf } from "../plan/lookups";
import type { Period, Plan } from "../plan/plan";
import { formats } from "./formats";
import { householdColumns } from "./household-columns";
import { indicatorColumns } from "./indicator-columns";
import { indicatorRow } from "./indicator-rows";
import type { Column, Row, Table } from "./table";

/** The code of every row of totals. */
export const totalCode = "TC";

const code: Column = { key: "code", tiers: ["Mã số"], number: "A", width: 8, content: "code" };
const check: Column = { key: "check", tiers: ["Kiểm tra"], number: "", width: 16, content: "computed" };

function name(heading: string, width: number): Column {
  return { key: "name", tiers: [heading], number: "B", width, content: "label" };
}

function elements(plan: Plan, unit: string): Table {
  const figure = (key: string, heading: string, number: string): Column => ({
    key,
    tiers: [heading],
    number,
    width: 14,
    content: "count",
    format: formats.count,
  });
  return {
    id: "elements",
    sheet: "Số liệu",
    title: "SỐ LIỆU CƠ SỞ",
    columns: [
      code,
      name("Nội dung", 66),
      { key: "unit", tiers: ["Đơn vị tính"], number: "C", width: 11, content: "label" },
      figure("baseline", "Kỳ gốc", "1"),
      figure("last_year", "Cùng kỳ năm trước", "2"),
      figure("actual", "Thực hiện kỳ báo cáo", "3"),
      { key: "note", tiers: ["Ghi chú, giải trình"], number: "D", width: 30, content: "text" },
      check,
    ],
    rows: elementsAskedOf(plan, unit).map((element) => ({
      code: element.code,
      label: element.label,
      content: element.content,
      texts: new Map([["unit", element.unit.vi]]),
    })),
  };
}

function indicators(plan: Plan, unit: string): Table {
  return {
    id: "indicators",
    sheet: "Chỉ tiêu",
    title: "TIẾN ĐỘ THỰC HIỆN CÁC CHỈ TIÊU KẾ HOẠCH",
    columns: indicatorColumns("report"),
    rows: indicatorsAskedOf(plan, unit).map(indicatorRow),
  };
}

function households(villages: number, villageName: string): Table {
  const rows: Row[] = Array.from({ length: villages }, (_, index) => {
    const number = String(index + 1).padStart(2, "0");
    return { code: `B${number}`, label: { vi: `${villageName} thứ ${index + 1}`, en: `Village ${index + 1}` } };
  });
  return {
    id: "households",
    sheet: "Hộ nghèo",
    title: "BIẾN ĐỘNG HỘ NGHÈO, HỘ CẬN NGHÈO",
    columns: [code, { ...name(villageName, 24), content: "text" }, ...householdColumns, check],
    rows: [...rows, { code: totalCode, label: { vi: "Tổng cộng", en: "Total" }, isTotal: true }],
  };
}

function shortfalls(plan: Plan): Table | null {
  if (!plan.shortfalls) return null;
  const figure = (key: string, heading: string, number: string): Column => ({
    key,
    tiers: [heading],
    number,
    width: 18,
    content: "count",
    format: formats.count,
  });
  const headed = (rows: readonly Row[], heading: string): Row[] =>
    rows.map((row, index) => (index === 0 ? { ...row, heading } : row));
  return {
    id: "shortfalls",
    sheet: "Thiếu hụt",
    title: "THIẾU HỤT DỊCH VỤ XÃ HỘI CƠ BẢN VÀ NGUYÊN NHÂN NGHÈO",
    columns: [
      code,
      name("Chỉ số thiếu hụt, nguyên nhân", 60),
      figure("poor", "Số hộ nghèo", "1"),
      figure("near_poor", "Số hộ cận nghèo", "2"),
      check,
    ],
    rows: [
      ...headed(plan.shortfalls.deprivations, "I. Chỉ số thiếu hụt (một hộ có thể thiếu hụt nhiều chỉ số)"),
      ...headed(plan.shortfalls.causes, "II. Nguyên nhân nghèo (một hộ có thể có nhiều nguyên nhân)"),
    ],
  };
}

function tasks(plan: Plan): Table {
  const agencies = new Map(plan.agencies.map((agency) => [agency.id, agency.name.vi]));
  const titles = new Map(plan.sections.map((section) => [section.id, `${section.id}. ${section.title.vi}`]));
  return {
    id: "tasks",
    sheet: "Nhiệm vụ",
    title: "KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ, GIẢI PHÁP",
    columns: [
      code,
      name("Nhiệm vụ theo kế hoạch", 62),
      { key: "agency", tiers: ["Cơ quan chủ trì cấp trên"], number: "C", width: 20, content: "label" },
      { key: "status", tiers: ["Tình trạng"], number: "1", width: 16, content: "status" },
      { key: "percent", tiers: ["Hoàn thành (%)"], number: "2", width: 11, content: "percent", format: "0" },
      { key: "result", tiers: ["Kết quả thực hiện"], number: "3", width: 32, content: "text" },
      { key: "difficulty", tiers: ["Khó khăn, vướng mắc, kiến nghị"], number: "4", width: 32, content: "text" },
    ],
    rows: plan.tasks.map((task) => ({
      code: task.code,
      label: { vi: task.text, en: task.name.en },
      texts: new Map([["agency", agencies.get(task.agency) ?? ""]]),
      heading: titles.get(task.section) ?? task.section,
    })),
  };
}

function funds(plan: Plan): Table {
  const amount = (key: string, heading: string, number: string): Column => ({
    key,
    tiers: [heading],
    number,
    width: 16,
    content: "amount",
    format: formats.amount,
  });
  return {
    id: "funds",
    sheet: "Kinh phí",
    title: "KINH PHÍ THỰC HIỆN (triệu đồng)",
    columns: [
      code,
      name("Nguồn kinh phí", 60),
      amount("planned", "Kế hoạch", "1"),
      amount("allocated", "Đã phân bổ", "2"),
      amount("disbursed", "Đã giải ngân", "3"),
      {
        key: "rate",
        tiers: ["Tỷ lệ giải ngân (%)"],
        number: "4=3/2×100",
        width: 13,
        content: "computed",
        format: formats.percent,
      },
      { key: "note", tiers: ["Ghi chú"], number: "D", width: 28, content: "text" },
      check,
    ],
    rows: [...plan.funds, { code: totalCode, label: { vi: "Tổng cộng", en: "Total" }, isTotal: true }],
  };
}

/**
 * The data sheets of a unit's form. The whole (the district itself) has those of the elements that its own bodies
 * supply and of the indicators that rest on them; the other sheets are for the reporting units.
 */
export function tablesOf(plan: Plan, unit: string): readonly Table[] {
  const kind = [unit === plan.whole.code, ...indicatorsAskedOf(plan, unit).map(({ code }) => code)].join(" ");
  const known = tablesByKind.get(plan) ?? new Map<string, readonly Table[]>();
  tablesByKind.set(plan, known);
  const tables = known.get(kind) ?? makeTables(plan, unit);
  known.set(kind, tables);
  return tables;
}

/** Forms differ by the indicators they ask for, and by nothing else of a unit: one description serves thousands. */
const tablesByKind = new WeakMap<Plan, Map<string, readonly Table[]>>();

function makeTables(plan: Plan, unit: string): readonly Table[] {
  const common = [elements(plan, unit), indicators(plan, unit)];
  if (unit === plan.whole.code) return common;
  return [
    ...common,
    ...(plan.households ? [households(plan.households.villages, plan.households.villageName.vi)] : []),
    ...[shortfalls(plan)].filter((table) => table !== null),
    ...(plan.tasks.length > 0 ? [tasks(plan)] : []),
    ...(plan.funds.length > 0 ? [funds(plan)] : []),
  ];
}

/** A period as headings write it: "6 tháng đầu năm 2022 (từ 15/12/2021 đến 14/06/2022)". */
export function periodHeading(period: Period): string {
  return `${period.name.vi} (từ ${vietnameseDate(period.start)} đến ${vietnameseDate(period.end)})`;
}

function vietnameseDate(iso: string): string {
  return iso.split("-").reverse().join("/");
}
