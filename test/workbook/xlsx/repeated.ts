/** Text of at least some length, so varied that no compression ratio gives it away. */
export function repeated(length: number, piece: (index: number) => string): string {
  const pieces: string[] = [];
  for (let index = 0, size = 0; size < length; index++) {
    const text = piece(index);
    size += text.length;
    pieces.push(text);
  }
  return pieces.join("");
}

/** A few letters that are others for every index, and the same each time. */
export function noise(index: number): string {
  return (Math.imul(index, 2_654_435_761) >>> 0).toString(36);
}
