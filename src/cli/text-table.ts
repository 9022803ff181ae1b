/** One column of a table: its heading, and whether its cells are figures. */
export interface TextColumn {
  readonly heading: string;
  readonly isFigure?: boolean;
}

/** Rows as aligned lines under their headings. Each letter is one column wide, whatever marks it has. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map(({ heading }, index) =>
    Math.max(widthOf(heading), ...rows.map((row) => widthOf(row[index] ?? ""))),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ isFigure = false }, index) => padded(cells[index] ?? "", widths[index] ?? 0, isFigure))
      .join("  ")
      .trimEnd();
  return [
    line(columns.map(({ heading }) => heading)),
    widths.map((width) => "─".repeat(width)).join("  "),
    ...rows.map(line),
  ];
}

function padded(text: string, width: number, isFigure: boolean): string {
  const blanks = " ".repeat(Math.max(0, width - widthOf(text)));
  return isFigure ? `${blanks}${text}` : `${text}${blanks}`;
}

const letters = new Intl.Segmenter("vi");

function widthOf(text: string): number {
  return Array.from(letters.segment(text)).length;
}
