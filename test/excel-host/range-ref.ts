import {
  blockFromA1,
  blockToA1,
  columnLetters,
  maxColumns,
  maxRows,
  quotedSheet,
  type Block,
} from "../../src/core/cell";
import type { HostBook, HostSheet } from "./book";
import { sheetNamed } from "./book";
import { wholeSheet } from "./cells";
import { invalidArgument, itemNotFound } from "./host-error";
import { placeOf } from "./picture";

/** A block of one sheet. */
export interface RangeRef {
  readonly sheet: HostSheet;
  readonly block: Block;
}

/** A reference id says where it leads, so that none need be kept; rows are not inserted here, so it stays true. */
export function referenceId({ sheet, block }: RangeRef): string {
  return `${sheet.id}|${block.top},${block.left},${block.bottom},${block.right}`;
}

export function fromReferenceId(book: HostBook, id: string): RangeRef {
  const [sheetId = "", corners = ""] = id.split("|");
  const sheet = book.sheets.find((one) => one.id === sheetId);
  const [top, left, bottom, right] = corners.split(",").map(Number);
  if (!sheet || top === undefined || left === undefined || bottom === undefined || right === undefined) {
    throw itemNotFound(`The sheet of ${id} is gone.`);
  }
  return { sheet, block: { top, left, bottom, right } };
}

/** "A1:B2", "A:C", "3:5", "Sheet1!A1" or a name, as `getRange` takes them; throws for anything else. */
export function rangeNamed(book: HostBook, sheet: HostSheet, address: string): RangeRef {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address.trim());
  const other = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  const on = other === undefined ? sheet : sheetNamed(book, other);
  if (!on) throw invalidArgument(`No sheet ${other ?? ""}.`);
  const block = blockOf(match?.[3] ?? address.trim());
  if (block) return { sheet: on, block };
  const name = book.names.find((one) => one.name.toLowerCase() === address.trim().toLowerCase());
  const place = name ? placeOf(name.formula) : null;
  const target = place ? sheetNamed(book, place.sheet) : undefined;
  const cell = place ? blockFromA1(place.cell) : null;
  if (!target || !cell) throw invalidArgument(`No range ${address}.`);
  return { sheet: target, block: cell };
}

function blockOf(address: string): Block | null {
  const text = address.replaceAll("$", "");
  if (text === "") return wholeSheet;
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(text);
  if (columns) return blockFromA1(`${columns[1] ?? ""}1:${columns[2] ?? ""}${maxRows}`);
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(text);
  if (rows) return blockFromA1(`A${rows[1] ?? ""}:${columnLetters(maxColumns - 1)}${rows[2] ?? ""}`);
  return blockFromA1(text);
}

export function addressOf({ sheet, block }: RangeRef): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet.name) && !/^[A-Z]{1,3}\d+$/i.test(sheet.name);
  return `${isPlain ? sheet.name : quotedSheet(sheet.name)}!${localAddress(block)}`;
}

export function localAddress(block: Block): string {
  if (isTall(block) && !isWide(block)) return `${columnLetters(block.left)}:${columnLetters(block.right)}`;
  if (isWide(block)) return `${block.top + 1}:${block.bottom + 1}`;
  return blockToA1(block);
}

export function isTall({ top, bottom }: Block): boolean {
  return top === 0 && bottom === maxRows - 1;
}

export function isWide({ left, right }: Block): boolean {
  return left === 0 && right === maxColumns - 1;
}

/** The block moved and grown; throws where it leaves the sheet or has nothing left. */
export function checkedBlock(block: Block): Block {
  const { top, left, bottom, right } = block;
  if (top < 0 || left < 0 || bottom >= maxRows || right >= maxColumns || bottom < top || right < left) {
    throw invalidArgument("The range leaves the sheet.");
  }
  return block;
}

export function intersection(one: Block, other: Block): Block | null {
  const block = {
    top: Math.max(one.top, other.top),
    left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
  };
  return block.bottom < block.top || block.right < block.left ? null : block;
}

export function bounding(one: Block, other: Block): Block {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}
