import { dayIn, daysBetween } from "./day";

/** Excel's day 61; it believes that there was a 29 February 1900 before it. */
const march1900 = "1900-03-01";
const secondsADay = 86_400;

/**
 * The number behind a date as Excel keeps it (days since 1900, the time of day as a fraction), for an ISO date with or
 * without `Thh:mm:ss`. Null for what is no day of that calendar.
 */
export function daySerial(iso: string): number | null {
  const day = dayIn(iso);
  if (day === null) return null;
  const days = 61 + daysBetween(march1900, day);
  const serial = days < 61 ? days - 1 : days;
  return serial < 1 ? null : serial + timeOfDay(iso);
}

function timeOfDay(iso: string): number {
  const [, hours, minutes, seconds] = /T(\d{2}):(\d{2})(?::(\d{2}))?/.exec(iso) ?? [];
  const [h = 0, m = 0, s = 0] = [hours, minutes, seconds].map((part) => Number(part ?? 0));
  return (h * 3600 + m * 60 + s) / secondsADay;
}
