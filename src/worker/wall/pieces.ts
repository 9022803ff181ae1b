/** Something with rows of cells, apart from them: both are zero-based. */
export interface Rowed<Head, Item> {
  readonly head: Head;
  readonly rows: Rows<Item>;
}

export type Rows<Item> = ReadonlyMap<number, ReadonlyMap<number, Item>>;

/** Some rows of one of them; its head comes with the first. */
export interface Piece<Head, Item> {
  readonly index: number;
  readonly head: Head | null;
  readonly rows: Rows<Item>;
}

/** So many cells cross a wall at once: reading a message stops the page that gets it, here for some hundredths of a second. */
export const cellsAtOnce = 8_000;

/** Takes them apart into messages of so many cells each; a row stays whole. */
export function* inPieces<Head, Item>(
  all: Iterable<Rowed<Head, Item>>,
  most = cellsAtOnce,
): Generator<readonly Piece<Head, Item>[], void> {
  let message: Piece<Head, Item>[] = [];
  let cells = 0;
  let index = 0;
  for (const { head, rows } of all) {
    let some = new Map<number, ReadonlyMap<number, Item>>();
    message.push({ index, head, rows: some });
    for (const [row, items] of rows) {
      if (cells > 0 && cells + items.size > most) {
        yield message;
        some = new Map();
        [message, cells] = [[{ index, head: null, rows: some }], 0];
      }
      some.set(row, items);
      cells += items.size;
    }
    // Heads have a size too, and a book may be of many sheets without cells.
    cells += 1;
    index += 1;
  }
  if (message.length > 0) yield message;
}

/** Puts together what `inPieces` took apart. */
export class Together<Head, Item> {
  readonly #all: { readonly head: Head; readonly rows: Map<number, ReadonlyMap<number, Item>> }[] = [];

  add(message: readonly Piece<Head, Item>[]): void {
    for (const { index, head, rows } of message) {
      if (head !== null) this.#all[index] = { head, rows: new Map(rows) };
      else for (const [row, items] of rows) this.#all[index]?.rows.set(row, items);
    }
  }

  get all(): readonly Rowed<Head, Item>[] {
    return this.#all;
  }
}
