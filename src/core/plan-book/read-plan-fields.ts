import { toA1 } from "../cell";
import { folded, plainText } from "../plain-text";
import { cellAt, type SheetSnapshot } from "../snapshot";
import type { PlanColumn } from "./plan-column";
import type { PlanDraft } from "./plan-draft";
import { planFields } from "./plan-fields";
import { fieldColumns } from "./plan-fields-sheet";
import { columnsOf, rowsOf } from "./read-plan-sheet";

/** Reads the sheet Kế hoạch into the draft: each field by its hidden key or, where that is gone, by its label. */
export function readPlanFields(draft: PlanDraft, sheet: SheetSnapshot): void {
  const columns: PlanColumn[] = fieldColumns.map(({ key, heading, width }) => ({
    key,
    heading,
    width,
    note: "",
    content: { kind: key === "field_value" || key === "field_label" ? "text" : "shown" },
    path: () => [],
  }));
  const found = columnsOf(draft, sheet, { columns, families: [] });
  if (!found) return;
  const at = (key: string): number => found.found.find(({ column }) => column.key === key)?.at ?? -1;
  const [label, value, english, key] = ["field_label", "field_value", "field_english", "field_key"].map(at);
  const rows = new Map<string, number>();
  for (const row of rowsOf(sheet, found)) {
    const field = fieldAt(sheet, row, { label: label ?? -1, key: key ?? -1 });
    if (!field) continue;
    if (rows.has(field.value.key)) {
      const expected = { vi: "mỗi nội dung một dòng", en: "one row for each field" };
      draft.fault(
        { sheet: sheet.name, cell: toA1({ row, column: label ?? 0 }), column: null },
        expected,
        field.value.heading,
      );
    } else rows.set(field.value.key, row);
  }
  for (const field of planFields) {
    const row = rows.get(field.value.key);
    if (row === undefined) {
      const expected = { vi: `dòng "${field.value.heading}"`, en: `the row "${field.value.heading}"` };
      draft.fault({ sheet: sheet.name, cell: "", column: null }, expected, "");
      continue;
    }
    readField(draft, { sheet, row, at: value ?? -1, column: field.value });
    if (field.english) readField(draft, { sheet, row, at: english ?? -1, column: field.english }, value);
  }
}

function fieldAt(sheet: SheetSnapshot, row: number, { label, key }: { readonly label: number; readonly key: number }) {
  const texts = [key, label].map((column) => {
    const text = cellAt(sheet, row, column)?.value;
    return typeof text === "string" ? plainText(text) : "";
  });
  const [said = "", shown = ""] = texts;
  return (
    planFields.find(({ value }) => value.key === said) ??
    planFields.find(({ value }) => folded(value.heading) === folded(shown))
  );
}

interface FieldCell {
  readonly sheet: SheetSnapshot;
  readonly row: number;
  readonly at: number;
  readonly column: PlanColumn;
}

/** `orElse` is the column whose text stands in for a blank one. */
function readField(draft: PlanDraft, cell: FieldCell, orElse?: number): void {
  const path = cell.column.path(() => "");
  draft.place(path, cell);
  const own = draft.read(cell);
  const value = own ?? (orElse === undefined ? undefined : draft.read({ ...cell, at: orElse }));
  if (value !== undefined) draft.put(path, value);
}
