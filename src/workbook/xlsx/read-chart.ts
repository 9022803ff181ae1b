import type { Block } from "../../core/cell";
import { blocksRead } from "../../core/formula-reads";
import type { SheetBlock, SheetChart } from "../charts";
import { maxFormulaLength } from "./bounds";
import { fromStoredText } from "./text-element";
import { walkXml, type ClosedElement } from "./walk-xml";

/** More figures than anyone can tell apart on a screen. */
const longestSeries = 2000;
const mostSeries = 50;
const longestWords = 500;

/** What a series says, as far as it has been read. */
interface Draft {
  name: string;
  categories: string | null;
  values: string | null;
  colour: string | null;
  readonly isLine: boolean;
}

/** One chart's part; those whose kind or cells cannot be drawn here are `other`. Throws for what is no XML. */
export function readChart(xml: string, place: Block): SheetChart {
  const series: Draft[] = [];
  const words = { title: "", categories: "", values: "", format: "General" };
  const kind = { isDrawable: true, isLying: false, valueAxes: 0 };
  walkXml(xml, {
    open: ({ name, path, attributes }) => {
      const parent = path[path.length - 1];
      const value = attributes.get("val") ?? "";
      readKind(name, { parent, value }, kind);
      if (name === "numFmt" && parent === "valAx") words.format = fromStoredText(attributes.get("formatCode") ?? "");
      if (name === "ser") {
        series.push({ name: "", categories: null, values: null, colour: null, isLine: parent === "lineChart" });
      }
      const last = series.at(-1);
      if (last && name === "srgbClr" && isOwnFill(path)) last.colour ??= colourOf(value);
    },
    close: (element) => {
      readWords(element, words);
      const last = series.at(-1);
      if (last && element.path.includes("ser")) readSeries(element, last);
    },
  });
  const title = words.title.trim();
  const shown = series.map(({ categories, values, ...rest }) => ({
    ...rest,
    categories: categories === null ? null : blockOf(categories),
    values: blockOf(values ?? ""),
  }));
  const whole = shown.flatMap(({ values, ...rest }) => (values ? [{ ...rest, values }] : []));
  const isWhole = whole.length > 0 && whole.length === shown.length && whole.length <= mostSeries;
  const hasLyingLine = kind.isLying && whole.some(({ isLine }) => isLine);
  if (!kind.isDrawable || !isWhole || hasLyingLine || kind.valueAxes > 1) return { kind: "other", title, place };
  const { categories, values, format } = words;
  return {
    kind: kind.isLying ? "bar" : "column",
    title,
    series: whole,
    axes: { categories: categories.trim(), values: values.trim(), format },
    place,
  };
}

/** Columns, bars and lines side by side on one pair of axes can be drawn. */
function readKind(
  name: string,
  { parent, value }: { readonly parent: string | undefined; readonly value: string },
  kind: { isDrawable: boolean; isLying: boolean; valueAxes: number },
): void {
  if (name === "grouping" && value !== "clustered" && value !== "standard") kind.isDrawable = false;
  if (name === "barDir" && value === "bar") kind.isLying = true;
  if (parent !== "plotArea") return;
  const isOther = name.endsWith("Chart") && name !== "barChart" && name !== "lineChart";
  if (isOther || name === "dateAx") kind.isDrawable = false;
  if (name === "valAx") kind.valueAxes += 1;
}

/** The series' own fill, or its line's; not that of its labels, marks or single points. */
function isOwnFill(path: readonly string[]): boolean {
  const own = path.slice(path.lastIndexOf("ser") + 1).join("/");
  return own === "spPr/solidFill" || own === "spPr/ln/solidFill";
}

function colourOf(value: string): string | null {
  return /^[0-9a-f]{6}$/i.test(value) ? value.toUpperCase() : null;
}

function readWords(
  { name, path, text }: ClosedElement,
  words: { title: string; categories: string; values: string },
): void {
  const isText = (name === "t" || name === "v") && path.includes("title") && !path.includes("ser");
  if (!isText) return;
  const key = path.includes("catAx") ? "categories" : path.includes("valAx") ? "values" : "title";
  words[key] = `${words[key]}${fromStoredText(text)}`.slice(0, longestWords);
}

function readSeries({ name, path, text }: ClosedElement, series: Draft): void {
  const [part, kind] = path.slice(path.indexOf("ser") + 1);
  if (part === "tx" && name === "v")
    series.name = `${series.name} ${fromStoredText(text)}`.trim().slice(0, longestWords);
  if (name !== "f" || (kind !== "strRef" && kind !== "numRef")) return;
  if (part === "cat") series.categories = fromStoredText(text);
  if (part === "val") series.values = fromStoredText(text);
}

/** One row or column of one sheet, of a length that can be drawn; null for any other reference. */
function blockOf(reference: string): SheetBlock | null {
  if (reference.length > maxFormulaLength || !reference.includes("!") || reference.includes("[")) return null;
  const [found, ...others] = blocksRead(reference, "");
  if (!found || others.length > 0 || found.sheet === "") return null;
  const { top, bottom, left, right } = found.block;
  const [height, width] = [bottom - top + 1, right - left + 1];
  const isSingle = Math.min(height, width) === 1 && Math.max(height, width) <= longestSeries;
  return isSingle ? { sheet: found.sheet, block: found.block } : null;
}
