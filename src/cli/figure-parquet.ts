import { ByteWriter, ParquetWriter, schemaFromColumnData, type ColumnSource } from "hyparquet-writer";
import { madeBy } from "../core/made-by";
import { fields, type Figure } from "./figure-table";

const types = { string: "STRING", number: "DOUBLE", boolean: "BOOLEAN" } as const;

/** As many as are held unpacked at a time; DuckDB and Spark read groups of this size at once. */
export const rowsInGroup = 100_000;

/**
 * The figures as an Apache Parquet file: columns by `fields`, texts as they are and numbers as doubles, null where the
 * CSV is empty. The same figures give the same bytes, in however many portions they come.
 */
export class FigureParquet {
  readonly #bytes = new ByteWriter();
  readonly #file = new ParquetWriter({
    writer: this.#bytes,
    schema: schemaFromColumnData({
      columnData: columnsOf([]).map((column, index) => ({ ...column, type: types[fields[index]?.type ?? "string"] })),
    }),
    createdBy: madeBy,
  });
  #waiting: Figure[] = [];

  add(figures: readonly Figure[]): void {
    for (const figure of figures) {
      this.#waiting.push(figure);
      if (this.#waiting.length === rowsInGroup) this.#pack();
    }
  }

  /** Ends the file; nothing may be added after it. */
  finish(): Uint8Array {
    if (this.#waiting.length > 0) this.#pack();
    void this.#file.finish();
    return this.#bytes.getBytes();
  }

  #pack(): void {
    // Into memory it is done at once; a promise comes only where a writer flushes.
    void this.#file.write({ columnData: columnsOf(this.#waiting), rowGroupSize: rowsInGroup });
    this.#waiting = [];
  }
}

function columnsOf(figures: readonly Figure[]): ColumnSource[] {
  return fields.map(({ name, constraints }) => ({
    name,
    data: figures.map((figure) => figure[name]),
    nullable: !constraints.required,
  }));
}
