import type { Cell } from "../../core/cell";
import type { SheetSnapshot, Snapshot } from "../../core/snapshot";
import type { BookLooks, SheetLooks } from "../../workbook/looks";
import { inPieces, Together, type Piece } from "./pieces";

export type SheetPieces = readonly Piece<Omit<SheetSnapshot, "rows">, Cell>[];
export type LooksPieces = readonly Piece<Omit<SheetLooks, "cells">, number>[];

/** What is left of a workbook when its sheets cross a wall by themselves. */
export type BookHead = Omit<Snapshot, "sheets">;

export function sheetsInPieces({ sheets }: Snapshot): Generator<SheetPieces, void> {
  return inPieces(sheets.map(({ rows, ...head }) => ({ head, rows })));
}

export function looksInPieces({ sheets }: BookLooks): Generator<LooksPieces, void> {
  return inPieces(sheets.map(({ cells, ...head }) => ({ head, rows: cells })));
}

/** A workbook on the way: message by message. */
export class ComingBook {
  readonly #sheets = new Together<Omit<SheetSnapshot, "rows">, Cell>();
  readonly #looks = new Together<Omit<SheetLooks, "cells">, number>();

  addSheets(message: SheetPieces): void {
    this.#sheets.add(message);
  }

  addLooks(message: LooksPieces): void {
    this.#looks.add(message);
  }

  snapshot({ file, names }: BookHead): Snapshot {
    return { file, names, sheets: this.#sheets.all.map(({ head, rows }) => ({ ...head, rows })) };
  }

  looks(): BookLooks {
    return { sheets: this.#looks.all.map(({ head, rows }) => ({ ...head, cells: rows })) };
  }
}
