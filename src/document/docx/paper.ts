import { AlignmentType, BorderStyle, Paragraph, TextRun, type ITableCellBorders } from "docx";

/** Sizes in half points, lengths in twentieths of a point, as the format counts them. */
export const points = (size: number): number => size * 2;
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

export const letterSizes = { text: 14, table: 13, small: 12 } as const;

export const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
export const bare: ITableCellBorders = { top: none, bottom: none, left: none, right: none };

/** Marks that no XML may hold, and those that turn the writing: letters quote foreign text. */
const unwritable = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Cs}/gu;

/** A run of text that is nothing but text. */
export function textRun(text: string, look: Readonly<Record<string, unknown>> = {}): TextRun {
  return new TextRun({ text: text.replace(unwritable, ""), ...look });
}

/** What a table or a chart is called, above it. */
export function captionPart(caption: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    alignment: AlignmentType.CENTER,
    spacing: { before: 160, after: 80 },
    children: [textRun(caption, { bold: true, size: points(letterSizes.table) })],
  });
}
