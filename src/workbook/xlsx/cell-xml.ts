import type { CellValue } from "../../core/cell";
import type { CellContent } from "../../core/edit";
import { dateSerial } from "./date-serial";
import { escapeXml, toStoredText } from "./stored-text";

/** How one cell is to be written. */
export interface CellWriting {
  /** The prefix of the sheet's own elements, with its colon; mostly empty. */
  readonly prefix: string;
  /** Those the cell keeps: its place, its style. Its type is added here. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: CellContent;
  /** The formula's element as it stands, where it stays; else one is made. */
  readonly formulaElement?: string;
  readonly countsFrom1904: boolean;
}

/**
 * One cell as a sheet's part holds it. Texts stand in the cell itself, so that no other part has to change.
 * Throws a RangeError for a number that is not finite and a date that the calendar does not have.
 */
export function cellXml({ prefix, attributes, content, formulaElement, countsFrom1904 }: CellWriting): string {
  const { value, formula } = content;
  const element = (name: string, inner: string) => `<${prefix}${name}>${inner}</${prefix}${name}>`;
  const texts = (name: string, text: string) =>
    `<${prefix}${name}${/^\s|\s$/.test(text) ? ' xml:space="preserve"' : ""}>${escapeXml(text)}</${prefix}${name}>`;
  const written = new Map(attributes);
  written.delete("t");
  let inner = formula === undefined ? "" : (formulaElement ?? texts("f", formula));
  if (formula === undefined && typeof value === "string") {
    if (value !== "") {
      written.set("t", "inlineStr");
      inner = element("is", texts("t", toStoredText(value)));
    }
  } else if (value !== null) {
    const { type, text } = storedValue(value, countsFrom1904);
    if (type !== null) written.set("t", type);
    inner += texts("v", text);
  }
  const open = `${prefix}c${[...written].map(([name, text]) => ` ${name}="${escapeXml(text)}"`).join("")}`;
  return inner === "" ? `<${open}/>` : `<${open}>${inner}</${prefix}c>`;
}

interface StoredValue {
  readonly type: "b" | "e" | "str" | null;
  readonly text: string;
}

function storedValue(value: Exclude<CellValue, null>, countsFrom1904: boolean): StoredValue {
  if (typeof value === "string") return { type: "str", text: toStoredText(value) };
  if (typeof value === "boolean") return { type: "b", text: value ? "1" : "0" };
  if (typeof value === "object" && "error" in value) return { type: "e", text: value.error };
  const number = typeof value === "number" ? value : dateSerial(value.date, countsFrom1904);
  if (number === null || !Number.isFinite(number)) throw new RangeError(`No cell can hold ${JSON.stringify(value)}.`);
  return { type: null, text: String(number) };
}
