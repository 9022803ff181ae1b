import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { LetterBar, LetterBars } from "../../core/letter";
import { bare, none, points, textRun, twips } from "./paper";

/** Each step is 2.5 percent: cells of a table are drawn alike by every program, as pictures and native charts are not. */
const steps = 50;
const stepsToGoal = 40;
const colour = "5B87B8";
const size = 9;

/** The bars as a table whose cells are coloured; `width` of the text in millimetres. */
export function barsPart({ bars }: LetterBars, width: number): Table {
  const [label, text] = [twips(width * 0.46), twips(width * 0.08)];
  const step = Math.floor((twips(width) - label - text) / steps);
  const widths = [label, ...Array.from({ length: steps }, () => step), text];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    borders: { ...bare, insideHorizontal: none, insideVertical: none },
    rows: bars.map((bar) => barRow(bar, { label, step, text })),
  });
}

interface Widths {
  readonly label: number;
  readonly step: number;
  readonly text: number;
}

function barRow(bar: LetterBar, widths: Widths): TableRow {
  const length = stepsOf(bar.percent);
  // From step to step where the colour ends or the goal stands.
  const ends = [...new Set([0, length, stepsToGoal, steps])].sort((one, other) => one - other);
  const pieces = ends.slice(1).map((to, index) => {
    const from = ends[index] ?? 0;
    return piece({ isFull: to <= length, isGoal: to === stepsToGoal, span: to - from, step: widths.step });
  });
  return new TableRow({
    cantSplit: true,
    height: { value: twips(5), rule: HeightRule.ATLEAST },
    children: [
      words(bar.label, widths.label, AlignmentType.LEFT),
      ...pieces,
      words(bar.text, widths.text, AlignmentType.RIGHT),
    ],
  });
}

/** What falls short of the goal by a little does not touch its line, and what is beyond it is seen to be. */
function stepsOf(percent: number): number {
  const nearest = Math.round((percent / 100) * stepsToGoal);
  if (percent < 100) return Math.min(Math.max(0, nearest), stepsToGoal - 1);
  return Math.min(percent > 100 ? Math.max(nearest, stepsToGoal + 1) : stepsToGoal, steps);
}

interface Piece {
  readonly isFull: boolean;
  readonly isGoal: boolean;
  readonly span: number;
  readonly step: number;
}

function piece({ isFull, isGoal, span, step }: Piece): TableCell {
  const goal = { style: BorderStyle.SINGLE, size: 8, color: "000000" } as const;
  return new TableCell({
    columnSpan: span,
    width: { size: span * step, type: WidthType.DXA },
    // White between the bars.
    borders: { ...bare, ...(isFull && { top: gap, bottom: gap }), ...(isGoal && { right: goal }) },
    ...(isFull && { shading: { type: ShadingType.CLEAR, color: "auto", fill: colour } }),
    // Low, so that the words beside it alone say how high the row is.
    children: [new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } })],
  });
}

const gap = { style: BorderStyle.SINGLE, size: 12, color: "FFFFFF" } as const;

function words(text: string, width: number, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: bare,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: twips(1), right: twips(1) },
    children: [
      new Paragraph({
        alignment,
        spacing: { before: 0, after: 0 },
        children: [textRun(text, { size: points(size) })],
      }),
    ],
  });
}
