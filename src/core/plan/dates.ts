import type { Phrase } from "../language";
import { reportingLevel, wholeLevel } from "./lookups";
import type { Period, Plan } from "./plan";
import { planFault, type PlanFault, type PlanPath } from "./plan-fault";

/** Dates out of order: in a period, between periods of one calendar, and in a unit's validity. ISO dates sort as text. */
export function* findUnorderedDates(plan: Plan): Generator<PlanFault> {
  for (const [index, period] of plan.periods.entries()) yield* findUnorderedPeriod(plan, period, ["periods", index]);
  yield* findUnorderedMonths(plan);
  yield* findStrangeMonths(plan);
  const units = [plan.whole, ...plan.units].map((unit, index) => ({
    unit,
    path: index === 0 ? ["whole"] : ["units", index - 1],
  }));
  for (const { unit, path } of units) {
    if (unit.validFrom === null || unit.validTo === null || unit.validFrom <= unit.validTo) continue;
    yield planFault([...path, "validTo"], notBefore(unit.validFrom), unit.validTo);
  }
}

function notBefore(date: string): Phrase {
  return { vi: `một ngày không trước ${date}`, en: `a date not before ${date}` };
}

function* findUnorderedPeriod(plan: Plan, period: Period, path: PlanPath): Generator<PlanFault> {
  if (period.end <= period.start) {
    const expected: Phrase = { vi: `một ngày sau ${period.start}`, en: `a date after ${period.start}` };
    yield planFault([...path, "end"], expected, period.end);
  }
  if (!period.end.startsWith(`${plan.year}-`)) {
    const expected: Phrase = { vi: `một ngày trong năm ${plan.year}`, en: `a date in ${plan.year}` };
    yield planFault([...path, "end"], expected, period.end);
  }
  const due = new Map(Object.entries(period.due));
  for (const [level, date] of due) {
    if (date < period.start) yield planFault([...path, "due", level], notBefore(period.start), date);
  }
  const [own, above] = [reportingLevel(plan).id, wholeLevel(plan).id];
  for (const level of [own, above]) {
    if (!due.has(level))
      yield planFault([...path, "due", level], { vi: "hạn nộp của cấp này", en: "this level's due date" }, undefined);
  }
  const [ownDue, aboveDue] = [due.get(own), due.get(above)];
  if (ownDue !== undefined && aboveDue !== undefined && aboveDue < ownDue) {
    yield planFault([...path, "due", above], notBefore(ownDue), aboveDue);
  }
}

/**
 * The months are those that have passed of the year, and paces and lines rest on them: counted from the calendar's first
 * day in the plan, or from New Year, to the end of the period.
 */
function* findStrangeMonths(plan: Plan): Generator<PlanFault> {
  for (const [index, { calendar, end, months }] of plan.periods.entries()) {
    const starts = plan.periods.filter((other) => other.calendar === calendar).map(({ start }) => start);
    const [first = end] = starts.sort();
    const passed = [first, `${plan.year}-01-01`].map((start) => monthsBetween(start, end));
    if (end <= first || passed.some((count) => Math.abs(count - months) < tolerance)) continue;
    const count = Math.round(passed[0] ?? months);
    const expected: Phrase = {
      vi: `khoảng ${count} tháng, vì kỳ này kết thúc ngày ${end}`,
      en: `about ${count} months, as this period ends on ${end}`,
    };
    yield planFault(["periods", index, "months"], expected, months);
  }
}

/** From one day to another, both included. */
function monthsBetween(first: string, last: string): number {
  return monthsOf(last) - monthsOf(first) + 1 / daysOfMonth;
}

const daysOfMonth = 30;
/** In months: calendars of administrations begin and end in the middle of a month. */
const tolerance = 0.75;

function monthsOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return year * 12 + month + day / daysOfMonth;
}

/** Of two periods of one calendar, the one that ends later has more months behind it. */
function* findUnorderedMonths(plan: Plan): Generator<PlanFault> {
  for (const calendar of plan.calendars) {
    const periods = plan.periods
      .map((period, index) => ({ period, index }))
      .filter(({ period }) => period.calendar === calendar.id)
      .sort((a, b) => (a.period.end < b.period.end ? -1 : a.period.end > b.period.end ? 1 : 0));
    for (const [place, { period, index }] of periods.entries()) {
      const before = periods[place - 1]?.period;
      if (!before || period.months > before.months) continue;
      const expected: Phrase = {
        vi: `số tháng lớn hơn ${before.months}, vì kỳ này kết thúc sau kỳ ${before.id}`,
        en: `more than ${before.months} months, as this period ends after ${before.id}`,
      };
      yield planFault(["periods", index, "months"], expected, period.months);
    }
  }
}
