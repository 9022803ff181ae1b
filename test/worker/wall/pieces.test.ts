import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { inPieces, Together, type Rowed } from "../../../src/worker/wall/pieces";

type Drawn = Rowed<string, number>;

const rows = fc
  .array(fc.tuple(fc.nat(200), fc.array(fc.nat(30), { maxLength: 9 })), { maxLength: 12 })
  .map((drawn) => new Map(drawn.map(([row, columns]) => [row, new Map(columns.map((column) => [column, column]))])));
const sheets = fc.array(fc.record({ head: fc.string(), rows }), { maxLength: 6 });

const cellsIn = (message: readonly { readonly rows: Drawn["rows"] }[]): number =>
  message.reduce((sum, piece) => sum + [...piece.rows.values()].reduce((all, items) => all + items.size, 0), 0);

describe("sheets in pieces", () => {
  it("are the same when they are put together again, rows in their order", () => {
    fc.assert(
      fc.property(sheets, fc.integer({ min: 1, max: 40 }), (drawn, most) => {
        const together = new Together<string, number>();
        for (const message of inPieces(drawn, most)) together.add(structuredClone(message));
        expect(together.all).toEqual(drawn);
        expect(together.all.map((sheet) => [...sheet.rows.keys()])).toEqual(
          drawn.map((sheet) => [...sheet.rows.keys()]),
        );
      }),
    );
  });

  it("are no longer than they may be, unless it is one row that is", () => {
    fc.assert(
      fc.property(sheets, fc.integer({ min: 1, max: 40 }), (drawn, most) => {
        for (const message of inPieces(drawn, most)) {
          const filled = message.flatMap((piece) => [...piece.rows.values()]).filter(({ size }) => size > 0);
          expect(cellsIn(message) <= most || filled.length === 1).toBe(true);
        }
      }),
    );
  });
});
