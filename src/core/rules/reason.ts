import type { Finding } from "../finding";
import type { TableId } from "../form/table";
import { textOf, type Reading } from "../reading/reading";

/** Where a sheet has room for a reason beside the row; the others use the cover's. */
const columns: Readonly<Partial<Record<TableId, readonly string[]>>> = {
  elements: ["note"],
  indicators: ["explanation"],
  funds: ["note"],
  tasks: ["result", "difficulty"],
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
