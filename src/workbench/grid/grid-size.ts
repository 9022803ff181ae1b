import type { CellLook } from "../../workbook/looks";

/** Widths of a digit, in parts of the font's size. */
const digits: readonly (readonly [RegExp, number])[] = [
  [/^calibri|^carlito/i, 0.507],
  [/^arial|^\.vnarial|^helvetica|^liberation sans|^vni-(?:helve|arial)/i, 0.556],
  [/^tahoma/i, 0.546],
  [/^segoe ui/i, 0.539],
  [/^verdana/i, 0.636],
];
const timesDigit = 0.5;

/** Widths in pixels: a workbook counts them in digits of its plain font, the room beside them included (ECMA-376, 18.3.1.13). */
export function widthsIn({ font = "Times New Roman", size = 12 }: CellLook): (characters: number) => number {
  const [, share = timesDigit] = digits.find(([name]) => name.test(font)) ?? [];
  const digit = Math.max(1, Math.round(pixels(size) * share));
  return (characters) => Math.floor(characters * digit + 0.5);
}

export function pixelsHigh(points: number): number {
  return Math.round(pixels(points));
}

function pixels(points: number): number {
  return (points * 4) / 3;
}
