import type { CellValue } from "../cell";
import { sheetMarks } from "../form/cover";
import { plainText } from "../plain-text";
import { cellAt, type SheetSnapshot, type Snapshot } from "../snapshot";
import { receivedWords } from "./received-words";

/** A row of Tình hình nộp. */
export interface ReceivedRow {
  readonly received: string;
  readonly stage: string;
  readonly onTime: string;
  readonly file: string;
  readonly digest: string;
  readonly errors: number;
  readonly warnings: number;
  readonly sealedOn: string | null;
  /** Of a summary: how many reports stand in it, of those that should; null for any other report. */
  readonly below: readonly [number, number] | null;
}

/** The rows of Tình hình nộp, by the unit's code; null where a workbook has no such sheet. */
export function readReceived({ sheets }: Snapshot): ReadonlyMap<string, ReceivedRow> | null {
  const sheet = sheets.find((candidate) => keyRowOf(candidate) !== null);
  const keyRow = sheet ? keyRowOf(sheet) : null;
  const keys = keyRow === null ? undefined : sheet?.rows.get(keyRow);
  if (!sheet || keyRow === null || !keys) return null;
  const columns = new Map([...keys].map(([column, cell]) => [cell.value, column]));
  const at = (row: number, key: string): CellValue | undefined => cellAt(sheet, row, columns.get(key) ?? -1)?.value;
  const rows = new Map<string, ReceivedRow>();
  for (const row of sheet.rows.keys()) {
    const code = textOf(at(row, "code"));
    if (row <= keyRow || code === "") continue;
    rows.set(code, {
      received: textOf(at(row, "received")),
      stage: textOf(at(row, "stage")),
      onTime: textOf(at(row, "on_time")),
      file: textOf(at(row, "file")),
      digest: textOf(at(row, "digest")),
      errors: Number(textOf(at(row, "errors"))) || 0,
      warnings: Number(textOf(at(row, "warnings"))) || 0,
      sealedOn: dayIn(at(row, "sealed")),
      below: coverageIn(textOf(at(row, "below"))),
    });
  }
  return rows;
}

/**
 * The reports that count in a summary, of those that should: of its units, and of theirs where they handed in summaries.
 * Its own bodies' report, by its own code, is none of them. Null where it does not say.
 */
export function reportsBelow(summary: Snapshot, ownCode: string): readonly [number, number] | null {
  const words = new Set<string>(Object.values(receivedWords));
  const rows = [...(readReceived(summary) ?? [])].filter(([code, row]) => code !== ownCode && words.has(row.received));
  let [there, all] = [0, 0];
  for (const [, { received, below }] of rows) {
    const [k, K] = below ?? [1, 1];
    there += received === receivedWords.received ? k : 0;
    all += K;
  }
  return all === 0 ? null : [there, all];
}

/** The row of keys, which stands over the marks of the table. */
function keyRowOf({ rows }: SheetSnapshot): number | null {
  const marks = [...rows].find(
    ([, cells]) => cells.get(0)?.value === sheetMarks.unit && cells.get(5)?.value === "received",
  );
  return marks ? marks[0] - 1 : null;
}

function textOf(value: CellValue = null): string {
  return value === null || typeof value === "object" ? "" : plainText(String(value));
}

function dayIn(value: CellValue | undefined): string | null {
  return value && typeof value === "object" && "date" in value ? value.date.slice(0, 10) : null;
}

/** "12/15", as coverage is written; null for anything else. */
function coverageIn(text: string): readonly [number, number] | null {
  const [, have, all] = /^(\d{1,7})\/(\d{1,7})$/.exec(text) ?? [];
  return have === undefined || all === undefined ? null : [Number(have), Number(all)];
}
