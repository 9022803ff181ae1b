const millisecondsADay = 86_400_000;
const dayZero = Date.UTC(1899, 11, 30);
const dayZeroOf1904 = Date.UTC(1904, 0, 1);

/**
 * Days as Excel counts them for an ISO date (`yyyy-mm-dd`, with `Thh:mm[:ss]` if there is a time).
 * Null for what is no date, or a date before the calendar's first day.
 */
export function dateSerial(iso: string, countsFrom1904 = false): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?)?$/.exec(iso);
  if (!match?.[1]) return null;
  const moment = Date.parse(`${match[1]}T${match[2] ?? "00:00"}${match[3] ?? ":00"}Z`);
  if (Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== match[1]) return null;
  const days = (moment - (countsFrom1904 ? dayZeroOf1904 : dayZero)) / millisecondsADay;
  if (countsFrom1904) return days < 0 ? null : days;
  // Excel believes in 29 February 1900 (serial 60), so earlier days stand one lower than the arithmetic says.
  const serial = days <= 60 ? days - 1 : days;
  return serial < 1 ? null : serial;
}

/** The number format of a date that was given none: as Vietnamese officials write it. */
export function dateFormat(iso: string): string {
  return iso.length > 10 ? "dd/mm/yyyy hh:mm" : "dd/mm/yyyy";
}

const lastMoment = Date.UTC(10_000, 0, 1) - 1;
const millisecondsASecond = 1000;

/**
 * The ISO date of a serial (`yyyy-mm-dd`, with `Thh:mm:ss` if there is a time); null outside Excel's calendar, for the
 * 29 February 1900 that never was, and for a time of day alone.
 */
export function serialDate(serial: number, countsFrom1904 = false): string | null {
  const day = Math.floor(serial);
  if (day < (countsFrom1904 ? 0 : 1) || (day === 60 && !countsFrom1904)) return null;
  const zero = countsFrom1904 ? dayZeroOf1904 : day < 60 ? dayZero + millisecondsADay : dayZero;
  const seconds = Math.round((serial * millisecondsADay) / millisecondsASecond);
  const moment = zero + seconds * millisecondsASecond;
  if (!(moment <= lastMoment)) return null;
  const iso = new Date(moment).toISOString();
  return iso.slice(11, 19) === "00:00:00" ? iso.slice(0, 10) : iso.slice(0, 19);
}
