import type { CellContents } from "../../blueprint";
import { quoted } from "../../progress/formula-parts";

/** What stands in a list of texts while a condition of the sheet does not hold; `shown` as it is now, null where it does. */
export interface ListedText {
  readonly isBlank: string;
  readonly label: string;
  /** A formula whose text follows the label. */
  readonly further?: string;
  readonly shown: string | null;
}

/** Formulas may have 8,192 characters, texts 32,767. */
const longest = { formula: 8000, text: 32_000 };
const separator = "; ";

/** "Tú Nang; Chiềng Tương", as a formula where it fits in one: Excel 2010 to 2016 and LibreOffice 7 know no TEXTJOIN. */
export function textList(texts: readonly ListedText[]): CellContents {
  const value = texts.flatMap(({ shown }) => shown ?? []).join(separator);
  const parts = texts.map(({ isBlank, label, further }) => {
    const text = [quoted(`${separator}${label}`), ...(further === undefined ? [] : [further])].join("&");
    return `IF(${isBlank},"",${text})`;
  });
  const formula = `MID(${parts.join("&")},${separator.length + 1},${longest.text})`;
  const fits = parts.length > 0 && formula.length <= longest.formula && value.length <= longest.text;
  return fits ? { formula, value } : { value: value.slice(0, longest.text) };
}
