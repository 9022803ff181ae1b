import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { CellReading, Reading } from "./reading";

/**
 * What a report says, without its looks: codes, values and texts in the form's own order, as one JSON text. Two files
 * that say the same are the same report (law CO5), whatever they are called and whoever saved them.
 */
export function canonicalReading(reading: Reading): string {
  const cover = [...reading.cover]
    .filter(([field]) => field !== "pm_seal")
    .map(([field, { text }]) => [field, text] as const);
  const tables = [...reading.tables.values()].map(({ table, rows }) => [
    table.id,
    table.rows.flatMap((row) => {
      const found = rows.get(row.code);
      if (!found) return [];
      const typed = [...found.cells]
        .filter(([, cell]) => isTypedContent(cell))
        .map(([key, cell]) => [key, sayAgain(cell)]);
      return [[row.code, typed]];
    }),
  ]);
  // Of a summary the pairs too: equal totals can stand on other units' pairs (law CO9).
  const summary = reading.summary
    ? [
        [...reading.summary.elements].map(([code, cells]) => [
          code,
          [...cells].map(([key, cell]) => [key, sayAgain(cell)]),
        ]),
        [...reading.summary.evidence],
      ]
    : [];
  return JSON.stringify([cover, tables, summary]);
}

/** SHA-256 over the canonical reading, in hexadecimal: the same for two files that say the same (law SE1). */
export function readingDigest(reading: Reading): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalReading(reading))));
}

function isTypedContent({ content }: CellReading): boolean {
  return content !== "code" && content !== "label" && content !== "computed";
}

function sayAgain({ said }: CellReading): unknown {
  switch (said.kind) {
    case "missing":
      return null;
    case "number":
      return said.number;
    case "nil":
      return 0;
    case "answer":
      return said.isYes;
    case "text":
    case "number-as-text":
      return said.text;
    case "date":
      return { date: said.date };
    case "error":
      return { error: said.error };
    case "truth":
      return { truth: said.isTrue };
    case "uncalculated":
      return { formula: said.formula };
  }
}
