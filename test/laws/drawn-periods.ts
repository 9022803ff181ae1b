/** The reports of an example: the one that is checked, and an earlier one where it is drawn. */
export interface DrawnPeriods {
  readonly own: { readonly period: string; readonly lines: readonly string[] };
  readonly earlier: { readonly period: string; readonly lines: readonly string[] } | null;
}

const usualPeriod = "2022-H1";

/**
 * What follows "Báo cáo kỳ trước 2022-H1" is drawn on the earlier report, until "Báo cáo này kỳ 2022-Y"; without these
 * lines all is drawn on the report of the first period.
 */
export function periodsIn(lines: readonly string[]): DrawnPeriods {
  let earlier: { period: string; lines: string[] } | null = null;
  const own = { period: usualPeriod, lines: [] as string[] };
  let target: string[] = own.lines;
  for (const line of lines) {
    const [, before] = /^Báo cáo kỳ trước (\S+)$/.exec(line) ?? [];
    const [, now] = /^Báo cáo này kỳ (\S+)$/.exec(line) ?? [];
    if (before !== undefined) {
      earlier = { period: before, lines: [] };
      target = earlier.lines;
    } else if (now !== undefined) {
      own.period = now;
      target = own.lines;
    } else target.push(line);
  }
  return { own, earlier };
}
