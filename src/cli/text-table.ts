/** One column of a table: its heading, whether its cells are figures, and how wide it may be before words wrap. */
export interface TextColumn {
  readonly heading: string;
  readonly isFigure?: boolean;
  readonly widest?: number;
}

/** Rows as aligned lines under their headings. Each letter is one column wide, whatever marks it has. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string[] {
  const all = [columns.map(({ heading }) => heading), ...rows].map((row) =>
    columns.map(({ widest }, index) => wrapped(row[index] ?? "", widest)),
  );
  const widths = columns.map((_, index) =>
    all.reduce((widest, row) => Math.max(widest, ...(row[index] ?? []).map(widthOf)), 0),
  );
  const rowLines = (cells: readonly (readonly string[])[]): string[] =>
    Array.from({ length: Math.max(...cells.map((lines) => lines.length)) }, (_, line) =>
      columns
        .map(({ isFigure = false }, index) => padded(cells[index]?.[line] ?? "", widths[index] ?? 0, isFigure))
        .join("  ")
        .trimEnd(),
    );
  const [head = [], ...body] = all;
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [...rowLines(head), rule.trimEnd(), ...body.flatMap(rowLines)];
}

/** A text cut between words into lines of at most `widest` letters; a longer word stays whole. */
function wrapped(text: string, widest = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > widest) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function padded(text: string, width: number, isFigure: boolean): string {
  const blanks = " ".repeat(Math.max(0, width - widthOf(text)));
  return isFigure ? `${blanks}${text}` : `${text}${blanks}`;
}

const letters = new Intl.Segmenter("vi");
/** Printable ASCII and composed letters: each is one letter, and the segmenter is slow. */
const oneByOne = /^[ -~À-ɏẠ-ỹ]*$/;

function widthOf(text: string): number {
  return oneByOne.test(text) ? text.length : Array.from(letters.segment(text)).length;
}
