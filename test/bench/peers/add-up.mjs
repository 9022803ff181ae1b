import { writeFileSync } from "node:fs";

/** The machine keys that stand in row 1 of every data sheet, from the first column on. */
const isKeyRow = (row) => row?.[0] === "code" && row.length > 1;

/** Adds up what stands under each key, by sheet and code; rows are arrays of values, the keys in the first. */
export class AddUp {
  #totals = new Map();

  add(sheet, rows) {
    const [keys, ...lines] = rows;
    if (!isKeyRow(keys)) return;
    for (const line of lines) {
      const code = line[0];
      if (typeof code !== "string") continue;
      for (const [index, key] of keys.entries()) {
        if (typeof line[index] !== "number" || typeof key !== "string") continue;
        const at = `${sheet}\t${code}\t${key}`;
        this.#totals.set(at, (this.#totals.get(at) ?? 0) + line[index]);
      }
    }
  }

  /** Sheet, code, key and total, in the order in which they were met. */
  rows() {
    return [...this.#totals].map(([at, total]) => [...at.split("\t"), total]);
  }

  /** Writes the totals of the elements for the comparison with the others. */
  tell(file) {
    const actual = this.rows().filter(([sheet, , key]) => sheet === "Số liệu" && key === "actual");
    writeFileSync(file, JSON.stringify(Object.fromEntries(actual.map(([, code, , total]) => [code, total]))));
  }
}
