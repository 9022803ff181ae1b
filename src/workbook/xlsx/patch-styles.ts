import type { CellValue } from "../../core/cell";
import { isDateFormat } from "./number-format";
import { spliceText } from "./splice";
import { escapeXml } from "./stored-text";
import type { ClosedElement } from "./walk-xml";
import { walkXml } from "./walk-xml";

const generalFormat = 0;
const dateFormat = 14;
const dateTimeFormat = 22;

/** Styles that the new values of a workbook's cells need, found among its own or added behind them. */
export interface StylePatch {
  /** The style for a value in a cell of the given style: a date needs a date's format, a number must not have one. */
  readonly styleFor: (value: CellValue, style: number) => number;
  /** The styles' part with what was added; null while nothing was. */
  readonly patched: () => string | null;
}

/** Starts a patch of the styles' part; in a workbook without one (`null`) every cell keeps the style it has. */
export function patchStyles(xml: string | null): StylePatch {
  const { list, styles, codes } = xml === null ? nothing : readStyles(xml);
  const added: string[] = [];

  const styleFor = (value: CellValue, style: number): number => {
    const found = styles[style];
    if (!found || xml === null || value === null) return style;
    const number = Number(found.attributes.get("numFmtId") ?? 0);
    const isDate = isDateFormat(number, codes.get(number));
    const wanted = wantedFormat(value, isDate);
    if (wanted === null) return style;
    const clone = withFormat(xml, found, wanted);
    if (!added.includes(clone)) added.push(clone);
    return styles.length + added.indexOf(clone);
  };

  const patched = (): string | null => {
    if (xml === null || !list || added.length === 0) return null;
    const open = xml.slice(list.start, list.openEnd);
    const counted = open.replace(
      /(\scount\s*=\s*["'])\d+/,
      (_, name: string) => name + String(styles.length + added.length),
    );
    return spliceText(xml, [
      { start: list.start, end: list.openEnd, text: counted },
      { start: list.closeStart, end: list.closeStart, text: added.join("") },
    ]);
  };

  return { styleFor, patched };
}

/** The built-in format that the value needs instead of the one it has; null where that will do. */
function wantedFormat(value: CellValue, isDate: boolean): number | null {
  if (typeof value === "number") return isDate ? generalFormat : null;
  if (value === null || typeof value !== "object" || !("date" in value) || isDate) return null;
  return value.date.length > 10 ? dateTimeFormat : dateFormat;
}

function withFormat(xml: string, style: ClosedElement, format: number): string {
  const attributes = new Map(style.attributes).set("numFmtId", String(format)).set("applyNumberFormat", "1");
  const open = `${style.prefix}xf${[...attributes].map(([name, text]) => ` ${name}="${escapeXml(text)}"`).join("")}`;
  if (style.isSelfClosing) return `<${open}/>`;
  return `<${open}>${xml.slice(style.openEnd, style.end)}`;
}

interface Styles {
  readonly list: ClosedElement | null;
  readonly styles: readonly ClosedElement[];
  readonly codes: ReadonlyMap<number, string>;
}

const nothing: Styles = { list: null, styles: [], codes: new Map() };

function readStyles(xml: string): Styles {
  const styles: ClosedElement[] = [];
  const codes = new Map<number, string>();
  const found: { list: ClosedElement | null } = { list: null };
  walkXml(xml, {
    close: (element) => {
      const { name, path, attributes } = element;
      if (path.length === 1 && name === "cellXfs") found.list = element;
      if (path.length !== 2) return;
      if (name === "xf" && path[1] === "cellXfs") styles.push(element);
      if (name === "numFmt" && path[1] === "numFmts") {
        codes.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
      }
    },
  });
  return { list: found.list, styles, codes };
}
