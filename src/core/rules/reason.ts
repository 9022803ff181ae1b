import type { Place } from "../cell";
import type { CellContent } from "../edit";
import type { Finding } from "../finding";
import type { TableId } from "../form/table";
import { textOf, type Reading } from "../reading/reading";

/** Where a sheet has room for a reason beside the row; the others use the cover's. */
const columns: Readonly<Partial<Record<TableId, readonly string[]>>> = {
  elements: ["note"],
  indicators: ["explanation"],
  funds: ["note"],
};

/** The reason that a report gives for what a finding tells: beside its row, else on the cover; null where it says nothing. */
export function reasonOf(reading: Reading, { sheet, code }: Pick<Finding, "sheet" | "code">): string | null {
  for (const table of reading.tables.values()) {
    if (table.sheet !== sheet || code === null) continue;
    const cells = table.rows.get(code)?.cells;
    for (const key of columns[table.table.id] ?? []) {
      const text = textOf(cells?.get(key));
      if (text !== "") return text;
    }
  }
  const general = reading.cover.get("pm_note")?.text ?? "";
  return general === "" ? null : general;
}

/** A cell for reasons, with what stands in it. */
export interface ReasonCell {
  readonly at: Place;
  readonly found: CellContent;
  /** "" where it says nothing yet. */
  readonly text: string;
}

/** Where a report has room for the reason of what a finding tells: beside its row, else on the cover; null where it has none. */
export function reasonCellOf(reading: Reading, { sheet, code }: Pick<Finding, "sheet" | "code">): ReasonCell | null {
  const beside = [...reading.tables.values()].flatMap(({ sheet: name, table, rows }) => {
    const cells = name === sheet && code !== null ? rows.get(code)?.cells : undefined;
    return (columns[table.id] ?? []).flatMap((key) => cells?.get(key) ?? []);
  });
  const cell = beside.find((one) => textOf(one) !== "") ?? beside[0];
  if (cell && cell.found.formula === undefined) return { at: cell.at, found: cell.found, text: textOf(cell) };
  const general = reading.cover.get("pm_note");
  if (!general?.at || general.found?.formula !== undefined) return null;
  return { at: general.at, found: general.found ?? { value: null }, text: general.text };
}
