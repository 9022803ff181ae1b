/** One column of a table: its heading, and whether its cells are figures. */
export interface TextColumn {
  readonly heading: string;
  readonly isFigure?: boolean;
}

/** Rows as aligned lines under their headings. Each letter is one column wide once composed; marks take none. */
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

function widthOf(text: string): number {
  return [...text.normalize("NFC").replace(/\p{M}/gu, "")].length;
}
