import type { CellValue } from "../cell";
import { periodHeading } from "../form/commune-tables";
import { contentsKey, type Contents } from "../form/contents";
import type { CoverField } from "../form/cover";
import { typedFields } from "../form/cover-sheet";
import { isTyped } from "../form/table";
import type { Period, Plan, Unit } from "../plan/plan";
import { fieldShownByFont, shownByFont } from "../reading/legacy-texts";
import type { Reading } from "../reading/reading";
import type { Snapshot } from "../snapshot";

/** A report as it was read, beside the workbook it was read from. */
export interface ReportInBook {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
  readonly reading: Reading;
}

/** All that was typed into a report, by what it is. A typed formula gives its value. */
export function contentsOf(
  { plan, reading, snapshot }: ReportInBook,
  owner: { readonly unit: Unit; readonly period: Period },
): Contents {
  const cells = new Map<string, CellValue>();
  for (const [table, { rows }] of reading.tables) {
    for (const [code, row] of rows) {
      for (const [key, cell] of row.cells) {
        const { content, found } = cell;
        if (!isTyped(content) || found.value === null) continue;
        // The sheet that is made has an ordinary font: law RD4.
        cells.set(contentsKey({ table, code, key }), shownByFont(cell)?.text ?? found.value);
      }
    }
  }
  const cover = new Map<CoverField, CellValue>();
  for (const [field, cell] of reading.cover) {
    if (typedFields.has(field) && cell.found) cover.set(field, fieldShownByFont(plan, cell)?.text ?? cell.found.value);
  }
  const notice = noticeIn(snapshot, owner.period);
  return { cover, cells, ...(notice === null ? {} : { notice }) };
}

/** The line that stands behind the period under every title ("Số liệu minh họa"). */
function noticeIn({ sheets }: Snapshot, period: Period): string | null {
  const before = `${periodHeading(period)} – `;
  for (const { rows } of sheets) {
    for (const cells of rows.values()) {
      for (const { value } of cells.values()) {
        if (typeof value === "string" && value.startsWith(before)) return value.slice(before.length);
      }
    }
  }
  return null;
}
