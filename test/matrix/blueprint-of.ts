import type { Blueprint, SheetBlueprint } from "../../src/core/blueprint";
import { fromA1 } from "../../src/core/cell";
import type { SheetSnapshot, Snapshot } from "../../src/core/snapshot";

/** A workbook that reads as the snapshot does, without looks; null where a blueprint cannot say it (legacy fonts, hidden sheets). */
export function blueprintOf(snapshot: Snapshot): Blueprint | null {
  if (snapshot.sheets.some((sheet) => sheet.visibility === "hidden" || hasLegacyFont(sheet))) return null;
  return {
    title: "",
    sheets: snapshot.sheets.map(sheetBlueprint),
    names: [...snapshot.names].flatMap(([name, { sheet, cell }]) => {
      const at = fromA1(cell);
      return at && snapshot.sheets.some((one) => one.name === sheet) ? [{ name, sheet, at }] : [];
    }),
  };
}

function hasLegacyFont({ rows }: SheetSnapshot): boolean {
  return [...rows.values()].some((cells) => [...cells.values()].some(({ legacyFont }) => legacyFont !== undefined));
}

function sheetBlueprint(sheet: SheetSnapshot): SheetBlueprint {
  const lastColumn = Math.max(0, ...[...sheet.rows.values()].flatMap((cells) => [...cells.keys()]));
  return {
    name: sheet.name,
    visibility: sheet.visibility === "visible" ? "visible" : "very-hidden",
    columns: Array.from({ length: lastColumn + 1 }, (_, column) => ({
      width: 10,
      isHidden: sheet.hiddenColumns.has(column),
    })),
    rows: new Map([...sheet.hiddenRows].map((row) => [row, { isHidden: true }])),
    cells: [...sheet.rows].flatMap(([row, cells]) =>
      [...cells].map(([column, { value, formula }]) => ({
        row,
        column,
        value,
        look: {},
        ...(formula === undefined ? {} : { formula }),
      })),
    ),
    merges: sheet.merges,
    lists: [],
    inputs: [],
    conditions: [],
    isProtected: sheet.isProtected,
    print: { orientation: "portrait", fitsWidth: true },
  };
}
