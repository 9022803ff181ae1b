import type { CellValue } from "../core/cell";
import { taskStatuses } from "../core/form/choices";
import { within } from "./draws";
import type { SampledUnit } from "./sampled-unit";

const [notBegun, underWay, done, notArising] = taskStatuses;

const lateReasons = [
  "Kinh phí phân bổ chậm; đề nghị cấp trên sớm cấp đủ.",
  "Thời tiết bất lợi ảnh hưởng tiến độ.",
  "Cán bộ phụ trách kiêm nhiệm nhiều việc; đề nghị tăng cường hướng dẫn.",
] as const;

/**
 * How a task stands after some months: it begins in one month and is finished in another, perhaps after the year. A
 * blank percent means that there is nothing to do.
 */
export function taskCells(
  { profile, draws }: SampledUnit,
  code: string,
  months: number,
): ReadonlyMap<string, CellValue> {
  const known = profile.tasks.get(code);
  const mayNotArise = known?.mayNotArise ?? true;
  if (mayNotArise && draws.spread(`task/${code}/none`) < 0.1) {
    return cells({ status: notArising, percent: null, result: "Trong kỳ không phát sinh." });
  }
  const drawn = within([-1, 7], draws.spread(`task/${code}/begins`));
  const [begins, ends] = known?.months ?? [drawn, drawn + within([3, 9], draws.spread(`task/${code}/ends`))];
  const percent = 5 * Math.floor((20 * (months - begins)) / (ends - begins));
  if (months <= begins) return cells({ status: notBegun, percent: 0, result: "Sẽ thực hiện trong kỳ sau." });
  if (percent >= 100) {
    return cells({ status: done, percent: 100, result: known?.done ?? "Đã hoàn thành theo kế hoạch." });
  }
  const spoken = lateReasons[Math.floor(draws.own(`task/${code}/reason`) * lateReasons.length)] ?? "";
  const isHard = draws.own(`task/${code}/hard`) < 0.4;
  return cells({
    status: underWay,
    percent: Math.max(5, percent),
    result: `Đang triển khai, đã thực hiện khoảng ${Math.max(5, percent)}% khối lượng công việc.`,
    ...(isHard ? { difficulty: known?.difficulty ?? spoken } : {}),
  });
}

function cells(row: {
  readonly status: string;
  readonly percent: number | null;
  readonly result: string;
  readonly difficulty?: string;
}): ReadonlyMap<string, CellValue> {
  return new Map<string, CellValue>(Object.entries(row));
}
