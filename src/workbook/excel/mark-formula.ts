/**
 * The condition of a mark: true on one day only, so that a mark which nobody took away fades by itself, and known again by
 * its text after the pane was closed. Days are counted as Excel counts them.
 */
export function markFormula(day: number): string {
  return `=AND(N("pm_mark")=0,TODAY()=${day})`;
}

/** Whether a conditional format is a mark, of whatever day; one without a formula is a mark that was cut off in the making. */
export function isMarkFormula(formula: string): boolean {
  return formula === "" || /^=AND\(N\("pm_mark"\)=0[,;]\s*TODAY\(\)=\d+\)$/.test(formula.replace(/\s/g, ""));
}
