import { asRecord, asText, asTruth } from "../args";
import { NotModelled } from "../host-error";
import type { Look } from "../look";
import { addressOf, type RangeRef } from "../range-ref";
import type { HostState } from "../state";
import { colourOf } from "./range-format";
import { grid } from "./range-values";

/** `getCellProperties`: for each cell what was asked for. */
export function cellProperties({ sheet, block }: RangeRef, wanted: Readonly<Record<string, unknown>>): unknown {
  return grid({ sheet, block }, (_, { row, column }) => {
    const look = sheet.cells.lookAt(row, column);
    return answer(wanted, {
      address: () => addressOf({ sheet, block: { top: row, left: column, bottom: row, right: column } }),
      format: (asked) => answer(asked, formatAnswers(look)),
      hidden: () => sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column),
    });
  });
}

type Answers = Readonly<Record<string, (asked: Readonly<Record<string, unknown>>) => unknown>>;

function formatAnswers(look: Look): Answers {
  return {
    fill: (asked) => answer(asked, { color: () => (look.fill === "" ? "" : look.fill) }),
    font: (asked) =>
      answer(asked, {
        bold: () => look.isBold,
        italic: () => look.isItalic,
        color: () => look.fontColour,
        name: () => look.fontName,
        size: () => look.fontSize,
        underline: () => look.underline,
        strikethrough: () => look.isStruck,
      }),
    protection: (asked) => answer(asked, { locked: () => look.isLocked, formulaHidden: () => look.isFormulaHidden }),
    horizontalAlignment: () => look.across,
    verticalAlignment: () => look.upDown,
    wrapText: () => look.wraps,
    indentLevel: () => look.indent,
  };
}

function answer(asked: Readonly<Record<string, unknown>>, answers: Answers): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(asked)
      .filter(([, value]) => value !== false)
      .map(([key, value]) => {
        const give = answers[key];
        if (!give) throw new NotModelled(`getCellProperties of ${key}`);
        return [key, give(typeof value === "object" && value !== null ? asRecord(value) : {})];
      }),
  );
}

/** `setCellProperties`: one record for each cell, row by row. */
export function putCellProperties(state: HostState, { sheet, block }: RangeRef, given: unknown): void {
  state.refuseProtected(sheet, "allowFormatCells");
  if (!Array.isArray(given)) throw new NotModelled("setCellProperties of one record");
  for (const [down, line] of given.entries()) {
    if (!Array.isArray(line)) continue;
    for (const [across, record] of line.entries()) {
      const change = lookChange(asRecord(record));
      const [row, column] = [block.top + down, block.left + across];
      const one = { top: row, left: column, bottom: row, right: column };
      sheet.cells.restyle(one, (look) => ({ ...look, ...change }));
    }
  }
}

function lookChange(record: Readonly<Record<string, unknown>>): Partial<Look> {
  const format = record["format"] === undefined ? {} : asRecord(record["format"]);
  const fill = format["fill"] === undefined ? {} : asRecord(format["fill"]);
  const font = format["font"] === undefined ? {} : asRecord(format["font"]);
  const protection = format["protection"] === undefined ? {} : asRecord(format["protection"]);
  return {
    ...(fill["color"] !== undefined && { fill: colourOf(fill["color"]) }),
    ...(font["bold"] !== undefined && { isBold: asTruth(font["bold"]) }),
    ...(font["italic"] !== undefined && { isItalic: asTruth(font["italic"]) }),
    ...(font["color"] !== undefined && { fontColour: colourOf(font["color"]) }),
    ...(font["name"] !== undefined && { fontName: asText(font["name"]) }),
    ...(protection["locked"] !== undefined && { isLocked: asTruth(protection["locked"]) }),
  };
}
