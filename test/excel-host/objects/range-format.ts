import type { Block } from "../../../src/core/cell";
import { asNumber, asText, asTruth } from "../args";
import type { HostSheet } from "../book";
import { HostError } from "../host-error";
import { HostObject, scalar, type Scalar } from "../host-object";
import type { Border, Look } from "../look";
import type { HostState } from "../state";

const standardWidth = 48;
const standardHeight = 15.75;
const many = 1_000_000;

/** The looks of some blocks of one sheet as `Excel.RangeFormat`; a property is null where the cells differ. */
export function formatObject(state: HostState, sheet: HostSheet, blocks: readonly Block[]): HostObject {
  const look = lookProperty(state, sheet, blocks);
  return new HostObject({
    type: "RangeFormat",
    scalars: {
      ColumnWidth: widths(state, sheet, blocks),
      RowHeight: heights(state, sheet, blocks),
      HorizontalAlignment: look(
        ({ across }) => across,
        (value) => ({ across: asText(value) }),
      ),
      VerticalAlignment: look(
        ({ upDown }) => upDown,
        (value) => ({ upDown: asText(value) }),
      ),
      WrapText: look(
        ({ wraps }) => wraps,
        (value) => ({ wraps: asTruth(value) }),
      ),
      IndentLevel: look(
        ({ indent }) => indent,
        (value) => ({ indent: asNumber(value) }),
      ),
    },
    children: {
      Fill: () => fillObject(state, sheet, blocks),
      Font: () =>
        new HostObject({
          type: "RangeFont",
          scalars: {
            Name: look(
              ({ fontName }) => fontName,
              (value) => ({ fontName: asText(value) }),
            ),
            Size: look(
              ({ fontSize }) => fontSize,
              (value) => ({ fontSize: asNumber(value) }),
            ),
            Color: look(
              ({ fontColour }) => fontColour,
              (value) => ({ fontColour: colourOf(value) }),
            ),
            Bold: look(
              ({ isBold }) => isBold,
              (value) => ({ isBold: asTruth(value) }),
            ),
            Italic: look(
              ({ isItalic }) => isItalic,
              (value) => ({ isItalic: asTruth(value) }),
            ),
            Underline: look(
              ({ underline }) => underline,
              (value) => ({ underline: asText(value) }),
            ),
            Strikethrough: look(
              ({ isStruck }) => isStruck,
              (value) => ({ isStruck: asTruth(value) }),
            ),
          },
        }),
      Protection: () =>
        new HostObject({
          type: "FormatProtection",
          scalars: {
            Locked: look(
              ({ isLocked }) => isLocked,
              (value) => ({ isLocked: asTruth(value) }),
              false,
            ),
            FormulaHidden: look(
              ({ isFormulaHidden }) => isFormulaHidden,
              (value) => ({ isFormulaHidden: asTruth(value) }),
              false,
            ),
          },
        }),
      Borders: () => bordersObject(state, sheet, blocks),
    },
    methods: { AutofitColumns: () => undefined, AutofitRows: () => undefined },
  });
}

function fillObject(state: HostState, sheet: HostSheet, blocks: readonly Block[]): HostObject {
  return new HostObject({
    type: "RangeFill",
    scalars: {
      Color: lookProperty(
        state,
        sheet,
        blocks,
      )(
        // No fill reads as white, as in Excel.
        ({ fill }) => (fill === "" ? "#FFFFFF" : fill),
        (value) => ({ fill: colourOf(value) }),
      ),
    },
    methods: {
      Clear: () => {
        state.refuseProtected(sheet, "allowFormatCells");
        for (const block of blocks) sheet.cells.restyle(block, (look) => ({ ...look, fill: "" }));
      },
    },
  });
}

const edges = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
];
const noBorder: Border = { style: "None", colour: "#000000", weight: "Thin" };

function bordersObject(state: HostState, sheet: HostSheet, blocks: readonly Block[]): HostObject {
  const look = lookProperty(state, sheet, blocks);
  const border = (edge: string): HostObject => {
    const property = (read: (border: Border) => string, write: (value: string) => Partial<Border>): Scalar =>
      scalar(look(({ borders }) => read(borders.get(edge) ?? noBorder)).get ?? (() => null), (value) => {
        state.refuseProtected(sheet, "allowFormatCells");
        const change = write(asText(value));
        for (const block of blocks) {
          sheet.cells.restyle(block, (before) => {
            const changed = { ...(before.borders.get(edge) ?? { ...noBorder, style: "Continuous" }), ...change };
            return { ...before, borders: new Map([...before.borders, [edge, changed]]) };
          });
        }
      });
    return new HostObject({
      type: "RangeBorder",
      identity: { Id: edge },
      scalars: {
        SideIndex: scalar(() => edge),
        Style: property(
          ({ style }) => style,
          (style) => ({ style }),
        ),
        Color: property(
          ({ colour }) => colour,
          (value) => ({ colour: colourOf(value) }),
        ),
        Weight: property(
          ({ weight }) => weight,
          (weight) => ({ weight }),
        ),
      },
    });
  };
  return new HostObject({
    type: "RangeBorderCollection",
    scalars: { Count: scalar(() => edges.length) },
    items: () => edges.map(border),
    item: border,
    methods: { GetItem: (args) => border(args.text(0)) },
  });
}

type LookProperty = (
  read: (look: Look) => unknown,
  write?: (value: unknown) => Partial<Look>,
  mayFormat?: boolean,
) => Scalar;

/** Makes a property of the looks in some blocks; locking cells is never allowed while the sheet is protected. */
function lookProperty(state: HostState, sheet: HostSheet, blocks: readonly Block[]): LookProperty {
  return (read, write, mayFormat = true) =>
    scalar(
      () => same(looksIn(sheet, blocks).map(read)),
      write
        ? (value) => {
            state.refuseProtected(sheet, mayFormat ? "allowFormatCells" : undefined);
            const change = write(value);
            for (const block of blocks) sheet.cells.restyle(block, (look) => ({ ...look, ...change }));
          }
        : undefined,
    );
}

/** Of a large block, the looks that occur: of its cells, lines and the sheet. */
function looksIn({ cells }: HostSheet, blocks: readonly Block[]): Look[] {
  const looks = new Set<Look>();
  for (const block of blocks) {
    const { top, left, bottom, right } = block;
    if ((bottom - top + 1) * (right - left + 1) > many) {
      for (const [row, column] of cells.within(block)) looks.add(cells.lookAt(row, column));
      const columns = [...cells.columnLooks].filter(([column]) => column >= left && column <= right);
      const rows = [...cells.rowLooks].filter(([row]) => row >= top && row <= bottom);
      for (const [, look] of [...columns, ...rows]) looks.add(look);
      if (columns.length < right - left + 1 && rows.length < bottom - top + 1) looks.add(cells.sheetLook);
      continue;
    }
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) looks.add(cells.lookAt(row, column));
    }
  }
  return [...looks];
}

function same(values: readonly unknown[]): unknown {
  const [first] = values;
  return values.every((value) => value === first) ? (first ?? null) : null;
}

function widths(state: HostState, sheet: HostSheet, blocks: readonly Block[]): Scalar {
  const columns = () => blocks.flatMap(({ left, right }) => numbers(left, right));
  return scalar(
    () => same(columns().map((column) => sheet.columnWidths.get(column) ?? standardWidth)),
    (value) => {
      state.refuseProtected(sheet, "allowFormatColumns");
      for (const column of columns()) sheet.columnWidths.set(column, size(value));
    },
  );
}

function heights(state: HostState, sheet: HostSheet, blocks: readonly Block[]): Scalar {
  const rows = () => blocks.flatMap(({ top, bottom }) => numbers(top, bottom));
  return scalar(
    () => same(rows().map((row) => sheet.rowHeights.get(row) ?? standardHeight)),
    (value) => {
      state.refuseProtected(sheet, "allowFormatRows");
      for (const row of rows()) sheet.rowHeights.set(row, size(value));
    },
  );
}

function size(value: unknown): number {
  const points = asNumber(value);
  if (points < 0 || points > 1800) throw new HostError("InvalidArgument", `No width or height: ${points}`);
  return points;
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const colourNames: Readonly<Record<string, string>> = {
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  white: "#FFFFFF",
  black: "#000000",
};

/** "#abc123" or a name as Excel tells it back; an empty text takes a fill away. */
export function colourOf(value: unknown): string {
  const text = asText(value);
  if (text === "") return "";
  const colour = colourNames[text.toLowerCase()] ?? text;
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new HostError("InvalidArgument", `No colour: ${text}`);
  return colour.toUpperCase();
}
