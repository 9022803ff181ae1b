/** Height of one line of Times New Roman 11, in points. */
export const lineHeight = 14.5;

/** Letters of Times New Roman 11 in one unit of column width. */
const lettersPerWidth = 1.08;

/** Lines a text takes in a column of a width, broken between words; a longer word is broken inside. */
export function linesOf(words: string, width: number): number {
  const room = Math.max(1, Math.floor(width * lettersPerWidth));
  let lines = 0;
  for (const paragraph of words.split("\n")) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(" ")) {
      const needed = used === 0 ? word.length : used + 1 + word.length;
      if (needed <= room) used = needed;
      else {
        lines += used === 0 ? Math.ceil(word.length / room) - 1 : Math.ceil(word.length / room);
        used = word.length % room;
      }
    }
  }
  return lines;
}
