import type { Phrase } from "../core/language";

/** What a person did in the sheet, as undo names it: `cells` is "F8" or "F8:G12". */
export function typedInto(cells: string, isOneCell: boolean): Phrase {
  return isOneCell
    ? { vi: `Gõ vào ô ${cells}`, en: `Typing into ${cells}` }
    : { vi: `Điền vùng ${cells}`, en: `Filling ${cells}` };
}
