import { mergeClasses } from "@fluentui/react-components";
import type { Language } from "../../core/language";
import { shown } from "../../core/show-number";
import type { Snapshot } from "../../core/snapshot";
import { chartWords } from "../../words/workbench/charts";
import type { Chart } from "../../workbook/charts";
import { figuresOf, type ChartFigures } from "./chart-figures";
import { usePictureStyles } from "./chart-picture.styles";
import { scaleFor } from "./chart-scale";

/** More cannot be told apart across a screen. */
const mostDrawn = 100;
const size = { width: 960, height: 460 };
const plot = { left: 64, right: 16, top: 72, bottom: 116 };
const usual = ["1F4E79", "9DC3E6", "C00000", "7F7F7F", "548235", "BF9000"];

interface PictureProps {
  readonly chart: Chart;
  readonly snapshot: Snapshot;
  readonly language: Language;
}

/** A chart drawn from the figures that the workbook holds, with the same figures as a table for who cannot see it. */
export function ChartPicture({ chart, snapshot, language }: PictureProps): React.JSX.Element {
  const styles = usePictureStyles();
  const all = figuresOf(chart, snapshot);
  const names = all.names.slice(0, mostDrawn);
  const series = all.series.map((one, index) => ({
    ...one,
    figures: one.figures.slice(0, mostDrawn),
    fill: `#${one.colour ?? usual[index % usual.length] ?? "1F4E79"}`,
  }));
  const title = chart.title === "" ? chartWords.untitled[language] : chart.title;
  const scale = scaleFor(series.flatMap(({ figures }) => figures));
  const number = (value: number, decimals = 1): string => shown(value, decimals)[language];
  const inner = { width: size.width - plot.left - plot.right, height: size.height - plot.top - plot.bottom };
  const yOf = (value: number): number =>
    plot.top + inner.height * (1 - (value - scale.least) / (scale.most - scale.least));
  const slot = inner.width / Math.max(1, names.length);
  const xOf = (index: number): number => plot.left + slot * (index + 0.5);
  const bars = series.filter(({ isLine }) => !isLine);
  const hasLine = bars.length < series.length;
  const width = (slot * 0.72) / Math.max(1, bars.length);
  const isLabelled = slot / Math.max(1, bars.length) >= 24;
  return (
    <figure className={styles.figure}>
      <svg className={styles.picture} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={title}>
        <title>{title}</title>
        <text className={styles.title} x={size.width / 2} y={22} textAnchor="middle">
          {title}
        </text>
        {series.map(({ name, fill, isLine }, index) => {
          const x = size.width / 2 + (index - series.length / 2) * 200 + 20;
          const bar = mergeClasses(styles.bar, bars[0]?.name !== name && styles.second);
          return (
            <g key={index}>
              {isLine ? (
                <path className={styles.line} stroke={fill} d={`M${x} 44h24`} />
              ) : (
                <rect className={bar} x={x} y={38} width={24} height={12} fill={fill} />
              )}
              <text className={styles.words} x={x + 30} y={48}>
                {name}
              </text>
            </g>
          );
        })}
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <path className={styles.grid} d={`M${plot.left} ${yOf(tick)}h${inner.width}`} />
            <text className={styles.words} x={plot.left - 6} y={yOf(tick) + 4} textAnchor="end">
              {number(tick, scale.decimals)}
            </text>
          </g>
        ))}
        {bars.map(({ figures, fill }, at) =>
          figures.map((figure, index) => {
            if (figure === null) return null;
            const x = xOf(index) + (at - bars.length / 2) * width;
            const [top, bottom] = [yOf(Math.max(0, figure)), yOf(Math.min(0, figure))];
            return (
              <g key={`${at} ${index}`}>
                <rect
                  className={mergeClasses(styles.bar, at > 0 && styles.second)}
                  x={x}
                  y={top}
                  width={width}
                  height={bottom - top}
                  fill={fill}
                />
                {isLabelled && (
                  <text
                    className={styles.words}
                    x={x + width / 2}
                    y={figure < 0 ? bottom + 13 : hasLine ? yOf(Math.max(figure, linesMost(series))) - 6 : top - 4}
                    textAnchor="middle"
                  >
                    {number(figure)}
                  </text>
                )}
              </g>
            );
          }),
        )}
        {series
          .filter(({ isLine }) => isLine)
          .map(({ figures, fill }, index) => (
            <path key={index} className={styles.line} stroke={fill} d={linePath(figures, { xOf, yOf })} />
          ))}
        <path className={styles.axis} d={`M${plot.left} ${yOf(0)}h${inner.width}`} />
        {names.map((name, index) => (
          <text
            key={index}
            className={styles.words}
            textAnchor="end"
            transform={`translate(${xOf(index) + 4} ${plot.top + inner.height + 14}) rotate(-45)`}
          >
            {short(name)}
          </text>
        ))}
      </svg>
      {all.names.length > mostDrawn && (
        <p className={styles.note}>{chartWords.tooMany(mostDrawn, all.names.length)[language]}</p>
      )}
      <FigureTable title={title} figures={all} language={language} />
    </figure>
  );
}

interface DrawnSeries {
  readonly figures: readonly (number | null)[];
  readonly isLine: boolean;
}

function linesMost(series: readonly DrawnSeries[]): number {
  return Math.max(0, ...series.filter(({ isLine }) => isLine).flatMap(({ figures }) => figures.map((one) => one ?? 0)));
}

/** A line breaks off at a gap and begins again behind it. */
function linePath(
  figures: readonly (number | null)[],
  { xOf, yOf }: { readonly xOf: (index: number) => number; readonly yOf: (value: number) => number },
): string {
  return figures
    .map((figure, index) => {
      if (figure === null) return "";
      const isStart = (figures[index - 1] ?? null) === null;
      return `${isStart ? "M" : "L"}${xOf(index)} ${yOf(figure)}`;
    })
    .join("");
}

const longestName = 22;

/** The whole name stands in the table. */
function short(name: string): string {
  const letters = Array.from(name);
  return letters.length <= longestName ? name : `${letters.slice(0, longestName - 1).join("")}…`;
}

function FigureTable({
  title,
  figures: { names, series },
  language,
}: {
  readonly title: string;
  readonly figures: ChartFigures;
  readonly language: Language;
}): React.JSX.Element {
  const styles = usePictureStyles();
  return (
    <div className={styles.heard}>
      <table>
        <caption>{chartWords.figures(title)[language]}</caption>
        <thead>
          <tr>
            <th scope="col">{chartWords.name[language]}</th>
            {series.map(({ name }, index) => (
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, row) => (
            <tr key={row}>
              <th scope="row">{name}</th>
              {series.map(({ figures }, index) => {
                const figure = figures[row] ?? null;
                return <td key={index}>{figure === null ? chartWords.missing[language] : shown(figure)[language]}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
