const asciiOrSign = /^(?:[\0-\x7F]|[^\p{L}\p{M}])$/u;

/** Whether a character is a letter or a mark that ASCII has not: one that an encoding must know. */
export function isFurtherLetter(character: string): boolean {
  return !asciiOrSign.test(character);
}
