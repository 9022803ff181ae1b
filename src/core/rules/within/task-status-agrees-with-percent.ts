import { taskStatuses } from "../../form/choices";
import type { Phrase } from "../../language";
import { cellOf, textOf } from "../../reading/reading";
import { shown } from "../../show-number";
import { figureAt, goneSheets, isThere, skippedFor } from "../figures/figure-at";
import { cellName } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";

const [notBegun, underWay, done, notArising] = taskStatuses;
type TaskStatus = (typeof taskStatuses)[number];

const names: Readonly<Record<TaskStatus, Phrase>> = {
  [notBegun]: { vi: notBegun, en: "not begun" },
  [underWay]: { vi: underWay, en: "under way" },
  [done]: { vi: done, en: "done" },
  [notArising]: { vi: notArising, en: "nothing to do" },
};

function statusIn(text: string): TaskStatus | undefined {
  return taskStatuses.find((status) => status.toLowerCase() === text.toLowerCase());
}

function disagrees(status: TaskStatus, percent: number): boolean {
  if (status === done) return percent < 100;
  return status === underWay ? percent >= 100 : percent > 0;
}

export default defineRule({
  id: "task-status-agrees-with-percent",
  severity: "warning",
  title: {
    vi: "Tình trạng nhiệm vụ khớp với tỷ lệ hoàn thành.",
    en: "A task's status agrees with its percent.",
  },
  *find(report: Report) {
    yield* goneSheets(report.reading, ["tasks"]);
    for (const { code } of report.plan.tasks) {
      const status = figureAt(report, { table: "tasks", code, key: "status" });
      const percent = figureAt(report, { table: "tasks", code, key: "percent" });
      if (!status || !percent) continue;
      const cell = cellOf(report.reading, "tasks", { code, key: "status" });
      const known = statusIn(textOf(cell));
      if (known && isThere(percent)) {
        const { label, column, figure } = percent;
        const isFraction = known === underWay && figure > 0 && figure < 1;
        if (isFraction || disagrees(known, figure))
          yield {
            at: percent.at,
            code,
            facts: { label, code, column, percent: figure, isFraction, status: names[known] },
          };
        continue;
      }
      const areBlank = status.lacks === "figure-is-missing" && percent.lacks === "figure-is-missing";
      // What has not begun, or does not arise, needs no percent.
      const needsNone = percent.lacks === "figure-is-missing" && (known === notBegun || known === notArising);
      const skipped = areBlank || needsNone ? null : skippedFor(percent, [...(known ? [] : [status]), percent]);
      if (skipped) yield skipped;
    }
  },
  what: ({ percent, isFraction, status, ...cell }) => {
    const [name, figure, meant] = [cellName(cell), shown(percent), shown(percent * 100)];
    if (isFraction)
      return {
        vi: `${name.vi}: ghi ${figure.vi}%; nếu là ${meant.vi}% thì nhập ${meant.vi}.`,
        en: `${name.en}: it says ${figure.en}%; if ${meant.en}% is meant, enter ${meant.en}.`,
      };
    return {
      vi: `${name.vi}: ghi ${figure.vi}%, nhưng tình trạng là “${status.vi}”.`,
      en: `${name.en}: it says ${figure.en}%, but the status is “${status.en}”.`,
    };
  },
  why: {
    vi: "Huyện đếm nhiệm vụ theo tình trạng; tình trạng và tỷ lệ trái nhau thì không biết việc đã xong hay chưa.",
    en: "Tasks are counted by their status; where the percent says otherwise, nobody knows whether the work is done.",
  },
  todo: {
    vi: "Chọn lại tình trạng hoặc nhập lại tỷ lệ: hoàn thành là 100%, chưa thực hiện và không phát sinh là 0%.",
    en: "Choose the status again or enter the percent again: done is 100%, not begun and nothing to do are 0%.",
  },
});
