import type { ChartBlueprint, ChartSeries, SheetBlueprint } from "../../core/blueprint";
import { columnLetters, quotedSheet, type Block, type CellValue } from "../../core/cell";
import { escapeXml, toStoredText } from "./stored-text";

const font = "Times New Roman";
const axes = { categories: 111111111, values: 222222222 };
const slanted = -2_700_000;
const longestLevelName = 6;

/**
 * The part of a chart, with the figures that its sheet holds now stored beside the references. hucre writes neither
 * columns and lines in one chart nor stored figures.
 */
export function chartPart(chart: ChartBlueprint, sheet: SheetBlueprint): string {
  const values = valuesOf(sheet);
  const series = chart.series.map((one, index) => ({ ...one, xml: seriesOf(one, { index, sheet, values, chart }) }));
  const bars = series.filter(({ isLine }) => isLine !== true).map(({ xml }) => xml);
  const lines = series.filter(({ isLine }) => isLine === true).map(({ xml }) => xml);
  if (chart.kind === "bar" && lines.length > 0) throw new RangeError("lying bars with a line");
  const ids = `<c:axId val="${axes.categories}"/><c:axId val="${axes.values}"/>`;
  const direction = chart.kind === "column" ? "col" : "bar";
  const gap = bars.length > 1 ? 60 : 50;
  const names = blocksCells(chart.series[0]?.categories).map((at) => textOf(values.get(at) ?? null));
  const isSlanted = names.some((name) => name.length > longestLevelName);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart>',
    title(chart.title, { size: 1400, isBold: true }),
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    `<c:barChart><c:barDir val="${direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>`,
    `${bars.join("")}<c:gapWidth val="${gap}"/>${ids}</c:barChart>`,
    lines.length === 0
      ? ""
      : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines.join("")}<c:marker val="1"/>${ids}</c:lineChart>`,
    categoryAxis(chart, isSlanted && chart.kind === "column"),
    valueAxis(chart),
    "</c:plotArea>",
    chart.series.length > 1 ? '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>' : "",
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>',
    textLook({ size: 1000 }),
    "</c:chartSpace>",
  ].join("");
}

/** What stands in the cells of a sheet, by row and column. */
function valuesOf({ cells }: SheetBlueprint): ReadonlyMap<string, CellValue> {
  return new Map(cells.map(({ row, column, value }) => [`${row},${column}`, value]));
}

function blocksCells(block: Block | undefined): string[] {
  const cells: string[] = [];
  if (!block) return cells;
  for (let row = block.top; row <= block.bottom; row++) {
    for (let column = block.left; column <= block.right; column++) cells.push(`${row},${column}`);
  }
  return cells;
}

interface Around {
  readonly index: number;
  readonly sheet: SheetBlueprint;
  readonly values: ReadonlyMap<string, CellValue>;
  readonly chart: ChartBlueprint;
}

function seriesOf(series: ChartSeries, { index, sheet, values, chart }: Around): string {
  const { name, colour, isLine, hasLabels, categories } = series;
  const look = isLine
    ? `<c:spPr><a:ln w="28575" cap="rnd"><a:solidFill>${rgb(colour)}</a:solidFill><a:prstDash val="dash"/><a:round/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`
    : `<c:spPr><a:solidFill>${rgb(colour)}</a:solidFill><a:ln w="6350"><a:solidFill>${rgb("1F1F1F")}</a:solidFill></a:ln></c:spPr><c:invertIfNegative val="0"/>`;
  const texts = points(categories, (at) => textOf(values.get(at) ?? null));
  const figures = points(series.values, (at) => {
    const value = values.get(at);
    return typeof value === "number" ? String(value) : "";
  });
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${stored(name)}</c:v></c:tx>`,
    look,
    hasLabels ? labels(series, chart) : "",
    `<c:cat><c:strRef><c:f>${rangeOf(sheet.name, categories)}</c:f><c:strCache>${texts}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${rangeOf(sheet.name, series.values)}</c:f><c:numCache>`,
    `<c:formatCode>${stored(chart.axes.format)}</c:formatCode>${figures}</c:numCache></c:numRef></c:val>`,
    isLine ? '<c:smooth val="0"/>' : "",
    "</c:ser>",
  ].join("");
}

function textOf(value: CellValue): string {
  return value === null || typeof value === "object" ? "" : String(value);
}

function points(block: Block, textAt: (at: string) => string): string {
  const cells = blocksCells(block);
  const written = cells.map((at, index) => {
    const text = textAt(at);
    return text === "" ? "" : `<c:pt idx="${index}"><c:v>${stored(text)}</c:v></c:pt>`;
  });
  return `<c:ptCount val="${cells.length}"/>${written.join("")}`;
}

/** Excel takes the empty text of a missing figure for 0: a figure of 0 therefore has no label. */
function labels({ colour, isLine }: ChartSeries, { axes: { format }, series }: ChartBlueprint): string {
  const [above = "0", below = `-${above}`] = format.split(";");
  // At the foot of the bars no line crosses them.
  const isInside = !isLine && series.some((other) => other.isLine === true);
  const position = isLine ? "t" : isInside ? "inBase" : "outEnd";
  const look = isInside ? { size: 900, isBold: true, colour: isDark(colour) ? "FFFFFF" : "000000" } : { size: 800 };
  const shown = ["LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"];
  return [
    `<c:dLbls><c:numFmt formatCode="${stored(`${above};${below};;`)}" sourceLinked="0"/>`,
    "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>",
    textLook(look),
    `<c:dLblPos val="${position}"/>`,
    ...shown.map((what) => `<c:show${what} val="${what === "Val" ? 1 : 0}"/>`),
    "</c:dLbls>",
  ].join("");
}

function categoryAxis({ kind, axes: words }: ChartBlueprint, isSlanted: boolean): string {
  return [
    `<c:catAx><c:axId val="${axes.categories}"/>`,
    // Lying bars stand in the order of their rows, the first on top.
    `<c:scaling><c:orientation val="${kind === "bar" ? "maxMin" : "minMax"}"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="${kind === "bar" ? "l" : "b"}"/>`,
    title(words.categories, { size: 1000 }),
    '<c:numFmt formatCode="General" sourceLinked="0"/>',
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    textLook({ size: 1000, rotation: isSlanted ? slanted : 0 }),
    `<c:crossAx val="${axes.values}"/><c:crosses val="autoZero"/>`,
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>',
  ].join("");
}

function valueAxis({ kind, axes: words }: ChartBlueprint): string {
  return [
    `<c:valAx><c:axId val="${axes.values}"/><c:scaling><c:orientation val="minMax"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="${kind === "bar" ? "b" : "l"}"/>`,
    `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill>${rgb("D9D9D9")}</a:solidFill></a:ln></c:spPr></c:majorGridlines>`,
    title(words.values, { size: 1000, rotation: kind === "bar" ? 0 : -5_400_000 }),
    `<c:numFmt formatCode="${stored(words.format)}" sourceLinked="0"/>`,
    '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
    `<c:crossAx val="${axes.categories}"/><c:crosses val="${kind === "bar" ? "max" : "autoZero"}"/>`,
    '<c:crossBetween val="between"/></c:valAx>',
  ].join("");
}

interface TextLook {
  /** In hundredths of a point. */
  readonly size: number;
  readonly isBold?: boolean;
  /** In 60,000ths of a degree. */
  readonly rotation?: number;
  readonly colour?: string;
}

function title(text: string, look: TextLook): string {
  const { size, isBold, rotation = 0 } = look;
  const run = `sz="${size}" b="${isBold ? 1 : 0}"`;
  return [
    `<c:title><c:tx><c:rich><a:bodyPr rot="${rotation}" vert="horz"/><a:lstStyle/><a:p>`,
    `<a:pPr><a:defRPr ${run}/></a:pPr>`,
    `<a:r><a:rPr lang="vi-VN" ${run}><a:latin typeface="${font}"/><a:cs typeface="${font}"/></a:rPr><a:t>${stored(text)}</a:t></a:r>`,
    '</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>',
  ].join("");
}

function textLook({ size, isBold, rotation, colour }: TextLook): string {
  const body = rotation === undefined ? "<a:bodyPr/>" : `<a:bodyPr rot="${rotation}" vert="horz"/>`;
  const fill = colour === undefined ? "" : `<a:solidFill>${rgb(colour)}</a:solidFill>`;
  const run = `<a:defRPr sz="${size}" b="${isBold ? 1 : 0}">${fill}<a:latin typeface="${font}"/><a:cs typeface="${font}"/></a:defRPr>`;
  return `<c:txPr>${body}<a:lstStyle/><a:p><a:pPr>${run}</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;
}

/** By the weights of the eye (ITU-R BT.601). */
function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 140;
}

function rgb(colour: string): string {
  return `<a:srgbClr val="${colour}"/>`;
}

function stored(text: string): string {
  return escapeXml(toStoredText(text));
}

function rangeOf(sheet: string, { top, left, bottom, right }: Block): string {
  const corner = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;
  return stored(`${quotedSheet(sheet)}!${corner(top, left)}:${corner(bottom, right)}`);
}
