/** Of which time a figure is: this period's, the baseline's or last year's. */
export const times = ["actual", "baseline", "last_year"] as const;
export type Time = (typeof times)[number];

export type EarlierTime = Exclude<Time, "actual">;

/** As their columns stand in Số liệu. */
export const timesByColumn = ["baseline", "last_year", "actual"] as const satisfies readonly Time[];

export function isTime(word: string): word is Time {
  return times.some((time) => time === word);
}
