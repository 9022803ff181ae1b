import { applySheetEdit } from "../../../src/core/apply-sheet-edit";
import type { Snapshot } from "../../../src/core/snapshot";

/** As Excel copies sheets together into one workbook: the second "Số liệu" is "Số liệu (2)", and formulas follow. */
export function copiedTogether(reports: readonly Snapshot[], kept: (sheet: string) => boolean = () => true): Snapshot {
  const sheets = reports.flatMap(({ sheets: own }, index) => {
    const wanted = own.filter(({ name, visibility }) => visibility === "visible" && kept(name));
    if (index === 0) return wanted;
    let copied: Snapshot = { file: "", sheets: wanted, names: new Map() };
    for (const { name } of wanted) {
      const renamed = applySheetEdit(copied, { kind: "rename-sheet", sheet: name, to: `${name} (${index + 1})` });
      if ("sheets" in renamed) copied = renamed;
    }
    return copied.sheets;
  });
  return { file: "so-tong.xlsx", sheets, names: new Map() };
}
