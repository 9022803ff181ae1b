const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Whether numbers of this format are shown as dates or times; `code` where the workbook defines the format itself. */
export function isDateFormat(id: number, code?: string): boolean {
  return code === undefined ? builtInDates.some(([first, last]) => id >= first && id <= last) : isDateCode(code);
}

// What stands for itself or only colours and pads: quoted and escaped text, brackets, fill and width marks.
const literals = /"[^"]*"?|\[[^\]]*\]?|[\\_*]./gs;

function isDateCode(code: string): boolean {
  return code
    .replace(literals, "")
    .split(";")
    .some((section) => /[dmyhs]/i.test(section) && !/[#?]|standard/i.test(section));
}
