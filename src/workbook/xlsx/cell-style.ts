import type { CellStyle } from "hucre/xlsx";
import type { CellBlueprint, Condition, Look } from "../../core/blueprint";
import { dateFormat } from "./date-serial";

/** What Decree 30/2020/NĐ-CP asks of official texts, in the size that tables of many columns still bear. */
export const standardFont = { name: "Times New Roman", size: 12 };

/** The style of a cell as hucre takes it; a date without a number format gets one, else it would show as a number. */
export function cellStyle({ look, value }: CellBlueprint): CellStyle {
  const isDate = value !== null && typeof value === "object" && "date" in value;
  const format = look.format ?? (isDate ? dateFormat(value.date) : undefined);
  const line = { style: "thin" } as const;
  return {
    font: {
      name: standardFont.name,
      size: look.size ?? standardFont.size,
      ...(look.isBold && { bold: true }),
      ...(look.isItalic && { italic: true }),
      ...(look.colour !== undefined && { color: { rgb: look.colour } }),
    },
    ...(look.fill !== undefined && { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: look.fill } } }),
    ...(look.hasBorder && { border: { top: line, right: line, bottom: line, left: line } }),
    ...alignment(look),
    ...(format !== undefined && { numFmt: format }),
    ...(look.isInput && { protection: { locked: false } }),
  };
}

function alignment({ across, upDown, wraps, indent }: Look): Pick<CellStyle, "alignment"> {
  if (across === undefined && upDown === undefined && !wraps && indent === undefined) return {};
  return {
    alignment: {
      ...(across !== undefined && { horizontal: across }),
      ...(upDown !== undefined && { vertical: upDown }),
      ...(wraps && { wrapText: true }),
      ...(indent !== undefined && { indent }),
    },
  };
}

/** The style that a condition lays over a cell: only what it changes. */
export function conditionStyle({ look }: Condition): CellStyle {
  const font = {
    ...(look.isBold && { bold: true }),
    ...(look.colour !== undefined && { color: { rgb: look.colour } }),
  };
  return {
    ...(Object.keys(font).length > 0 && { font }),
    // Excel shows the background of a condition's fill, others its foreground.
    ...(look.fill !== undefined && {
      fill: { type: "pattern", pattern: "solid", fgColor: { rgb: look.fill }, bgColor: { rgb: look.fill } },
    }),
  };
}
