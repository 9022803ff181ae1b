import { blockFromA1, blockToA1, type Block } from "../../core/cell";
import { isYes, openTag } from "./open-tag";
import { spliceText, type Splice } from "./splice";
import type { ClosedElement, XmlElement } from "./walk-xml";
import { walkXml } from "./walk-xml";

/** A sheet's part in which the named rows and columns (zero-based) can be seen; those beside them stay as they are. */
export function showLines(
  xml: string,
  { rows, columns }: { readonly rows: readonly number[]; readonly columns: readonly number[] },
): string {
  const shown = { rows: new Set(rows), columns: new Set(columns) };
  const splices: Splice[] = [];
  let row = -1;
  walkXml(xml, {
    open: (element) => {
      const { name, path, attributes } = element;
      if (path.length !== 2) return;
      if (name === "row" && path[1] === "sheetData") {
        row = attributes.has("r") ? Number(attributes.get("r")) - 1 : row + 1;
        if (shown.rows.has(row) && isYes(attributes.get("hidden"))) splices.push(shownTag(element, rowSize));
      } else if (name === "col" && path[1] === "cols" && isYes(attributes.get("hidden"))) {
        splices.push(...splitColumns(element, shown.columns));
      }
    },
  });
  return spliceText(xml, splices);
}

interface SizeNames {
  readonly size: string;
  readonly isOwn: string;
}

const rowSize: SizeNames = { size: "ht", isOwn: "customHeight" };
const columnSize: SizeNames = { size: "width", isOwn: "customWidth" };

function shownTag(element: XmlElement, names: SizeNames): Splice {
  return { start: element.start, end: element.openEnd, text: openTag(element, shownAttributes(element, names)) };
}

/** Drawn together by hand, a line is hidden and has no size: without one of its own it gets the sheet's. */
function shownAttributes({ attributes }: XmlElement, { size, isOwn }: SizeNames): Map<string, string | null> {
  const isNothing = Number(attributes.get(size) ?? 1) === 0;
  return new Map([
    ["hidden", null],
    ...(isNothing
      ? ([
          [size, null],
          [isOwn, null],
        ] as const)
      : []),
  ]);
}

/** One element stands for a run of columns: where only some of them are shown it becomes several. */
function splitColumns(element: XmlElement, shown: ReadonlySet<number>): Splice[] {
  const first = Number(element.attributes.get("min")) - 1;
  const last = Number(element.attributes.get("max")) - 1;
  const within = [...shown].filter((column) => column >= first && column <= last).sort((one, other) => one - other);
  if (within.length === 0) return [];
  const runs: { readonly from: number; to: number; readonly isShown: boolean }[] = [];
  const add = (from: number, to: number, isShown: boolean) => {
    const before = runs.at(-1);
    if (before?.isShown === isShown) before.to = to;
    else if (from <= to) runs.push({ from, to, isShown });
  };
  let next = first;
  for (const column of within) {
    if (next < column) add(next, column - 1, false);
    add(column, column, true);
    next = column + 1;
  }
  if (next <= last) add(next, last, false);
  const closing = element.isSelfClosing ? "" : `</${element.prefix}${element.name}>`;
  const tags = runs.map(({ from, to, isShown }) =>
    openTag(
      element,
      new Map([
        ["min", String(from + 1)],
        ["max", String(to + 1)],
        ...(isShown ? shownAttributes(element, columnSize) : []),
      ]),
    ),
  );
  return [{ start: element.start, end: element.openEnd, text: tags.join(closing) }];
}

/** A sheet's part without the merge of a block. */
export function unmerge(xml: string, block: Block): string {
  const found: { list: ClosedElement | null } = { list: null };
  const merges: ClosedElement[] = [];
  walkXml(xml, {
    close: (element) => {
      const { name, path } = element;
      if (name === "mergeCells" && path.length === 1) found.list = element;
      if (name === "mergeCell" && path.length === 2 && path[1] === "mergeCells") merges.push(element);
    },
  });
  const { list } = found;
  const unwanted = merges.filter(({ attributes }) => isBlock(attributes.get("ref") ?? "", block));
  if (!list || unwanted.length === 0) return xml;
  const left = merges.length - unwanted.length;
  if (left === 0) return spliceText(xml, [{ start: list.start, end: list.end, text: "" }]);
  const counted = list.attributes.has("count") ? openTag(list, new Map([["count", String(left)]])) : null;
  return spliceText(xml, [
    ...(counted === null ? [] : [{ start: list.start, end: list.openEnd, text: counted }]),
    ...unwanted.map(({ start, end }) => ({ start, end, text: "" })),
  ]);
}

function isBlock(reference: string, block: Block): boolean {
  const found = blockFromA1(reference);
  return found !== null && blockToA1(found) === blockToA1(block);
}
