/** The number of the next file that nobody has taken, shared by all threads. */
export type Turns = Int32Array<SharedArrayBuffer>;

export function turnsOf(): Turns {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Takes the next file: no two threads get the same one. */
export function takeNext(turns: Turns): number {
  return Atomics.add(turns, 0, 1);
}
