import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from "docx";
import type { LetterBlock, LetterRun, LetterTable } from "../../core/letter";
import { barsPart } from "./bars-part";
import { bare, captionPart, letterSizes, none, points, textRun, twips } from "./paper";

/** What waits for a person is seen at a glance, also on paper without colour. */
const openLook = { italics: true, highlight: "yellow" } as const;

/** A line of the head or the closing. */
export function line(
  text: string,
  { size = letterSizes.small, ...look }: { size?: number; bold?: boolean; italics?: boolean } = {},
  options: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0 },
    ...options,
    children: [textRun(text, { size: points(size), ...look })],
  });
}

/** The rule under the name of the body and under the motto: as long as the decree asks, in the middle. */
export function rule(indent: number): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 40, line: 80, lineRule: "exact" },
    indent: { left: twips(indent), right: twips(indent) },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 0 } },
    children: [],
  });
}

/** Two columns side by side, without borders; widths in millimetres. */
export function sideBySide(
  left: { readonly width: number; readonly lines: readonly Paragraph[] },
  right: { readonly width: number; readonly lines: readonly Paragraph[] },
): Table {
  const cell = ({ width, lines }: typeof left): TableCell =>
    new TableCell({
      width: { size: twips(width), type: WidthType.DXA },
      borders: bare,
      margins: { left: 0, right: 0 },
      children: [...lines],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(left.width + right.width), type: WidthType.DXA },
    columnWidths: [twips(left.width), twips(right.width)],
    borders: { ...bare, insideHorizontal: none, insideVertical: none },
    rows: [new TableRow({ cantSplit: true, children: [cell(left), cell(right)] })],
  });
}

/** The paragraphs and tables of a block; `width` of the text in millimetres. A paragraph can stay with what follows it. */
export function blockParts(block: LetterBlock, width: number, staysWithNext = false): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [headingPart(block.text, block.level)];
    case "paragraph":
      return [paragraphPart(block.isItem === true ? [{ text: "- " }, ...block.runs] : block.runs, staysWithNext)];
    case "table":
      return tableParts(block, width);
    case "bars":
      return [captionPart(block.caption), barsPart(block, width)];
  }
}

const indent = twips(12.7);

function headingPart(text: string, level: 1 | 2 | 3): Paragraph {
  return new Paragraph({
    keepNext: true,
    outlineLevel: level - 1,
    indent: { firstLine: indent },
    spacing: { before: 120, after: 60 },
    children: [textRun(text, { bold: true, italics: level === 3 })],
  });
}

function paragraphPart(runs: readonly LetterRun[], keepNext: boolean): Paragraph {
  return new Paragraph({
    ...(keepNext && { keepNext }),
    alignment: AlignmentType.BOTH,
    indent: { firstLine: indent },
    spacing: { before: 60, after: 60 },
    children: runs.map(({ text, isOpen }) => textRun(text, isOpen === true ? openLook : {})),
  });
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

function tableParts(
  { caption, columns, rows, size = letterSizes.table }: LetterTable,
  width: number,
): (Paragraph | Table)[] {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  const widths = columns.map((column) => twips((width * column.width) / sum));
  const cell = (text: string, column: number, look: { isBold?: boolean; isHeading?: boolean } = {}): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: twips(1), right: twips(1), top: twips(0.5), bottom: twips(0.5) },
      children: [
        new Paragraph({
          alignment: look.isHeading === true ? AlignmentType.CENTER : alignments[columns[column]?.across ?? "left"],
          spacing: { before: 0, after: 0 },
          children: [textRun(text, { size: points(size), bold: look.isBold === true })],
        }),
      ],
    });
  return [
    captionPart(caption),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((total, one) => total + one, 0), type: WidthType.DXA },
      columnWidths: widths,
      alignment: AlignmentType.CENTER,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          height: { value: twips(6), rule: HeightRule.ATLEAST },
          children: columns.map(({ heading }, index) => cell(heading, index, { isBold: true, isHeading: true })),
        }),
        ...rows.map(
          (row) =>
            new TableRow({
              cantSplit: true,
              children: columns.map((_, index) =>
                cell(row.cells[index] ?? "", index, { isBold: row.isTotal === true }),
              ),
            }),
        ),
      ],
    }),
  ];
}
