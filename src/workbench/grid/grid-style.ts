import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderStyleData,
  type IStyleData,
} from "@univerjs/core";
import type { CellLook } from "../../workbook/looks";

const line: IBorderStyleData = { s: BorderStyleTypes.THIN, cl: { rgb: "#7f7f7f" } };

const across = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT };
const upDown = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM };

/** A look as the grid draws it. */
export function styleOf(look: CellLook): IStyleData {
  return {
    ff: look.font ?? "Times New Roman",
    fs: look.size ?? 12,
    vt: upDown[look.upDown ?? "bottom"],
    // Wrapped, or over the neighbours as far as they are blank.
    tb: look.wraps === true ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    ...(look.isBold === true && { bl: BooleanNumber.TRUE }),
    ...(look.isItalic === true && { it: BooleanNumber.TRUE }),
    ...(look.isUnderlined === true && { ul: { s: BooleanNumber.TRUE } }),
    ...(look.colour !== undefined && { cl: { rgb: `#${look.colour}` } }),
    ...(look.fill !== undefined && { bg: { rgb: `#${look.fill}` } }),
    ...(look.hasBorder === true && { bd: { t: line, r: line, b: line, l: line } }),
    ...(look.across !== undefined && { ht: across[look.across] }),
    ...(look.indent !== undefined && { pd: { l: 2 + look.indent * 9 } }),
    ...(look.format !== undefined && { n: { pattern: look.format } }),
  };
}
