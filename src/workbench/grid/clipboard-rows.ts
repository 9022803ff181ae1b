import type { CellValue } from "../../core/cell";

/** One cell as it lies on the clipboard; `value` where the program that put it there says what it held. */
export interface PastedCell {
  readonly text: string;
  readonly value?: CellValue;
}

/** More than a whole form has; beyond it something else than figures is being pasted. */
export const mostPasted = 20_000;
const mostText = 4_000_000;
const mostHtml = 20_000_000;

/** The cells on the clipboard, row by row; null where they are too many. */
export function clipboardRows(text: string, html: string): readonly (readonly PastedCell[])[] | null {
  if (text.length > mostText || html.length > mostHtml) return null;
  const fromTable = html === "" ? [] : tableRows(html);
  const rows = fromTable.length > 0 ? fromTable : textRows(text);
  const count = rows.reduce((sum, row) => sum + row.length, 0);
  return count > mostPasted ? null : rows;
}

/** Cells parted by tabs, rows by line ends; a cell in quotes may hold both. */
export function textRows(text: string): readonly (readonly PastedCell[])[] {
  if (text === "") return [];
  const body = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const rows: PastedCell[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/gy;
  for (let match = cells.exec(body); match; match = cells.exec(body)) {
    const [, quoted, plain = "", end] = match;
    rows.at(-1)?.push({ text: quoted === undefined ? plain : quoted.replaceAll('""', '"') });
    if (end === "\n") rows.push([]);
    if (end === "" || rows.length > mostPasted) break;
  }
  return rows;
}

/** LibreOffice writes what a cell holds into `sdval`, Excel sometimes into `x:num`; both show it formatted besides. */
function tableRows(html: string): readonly (readonly PastedCell[])[] {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return [];
  const rows: PastedCell[][] = [];
  const taken = new Map<string, true>();
  for (const [index, row] of [...table.rows].slice(0, mostPasted).entries()) {
    const line: PastedCell[] = [];
    for (const cell of row.cells) {
      while (taken.has(`${index} ${line.length}`)) line.push({ text: "" });
      const [down, across] = [Math.min(cell.rowSpan, 100), Math.min(cell.colSpan, 100)];
      const left = line.length;
      for (let below = 0; below < down; below += 1)
        for (let beside = 0; beside < across; beside += 1) taken.set(`${index + below} ${left + beside}`, true);
      line.push(pastedCell(cell));
      for (let beside = 1; beside < across; beside += 1) line.push({ text: "" });
    }
    rows.push(line);
  }
  return rows;
}

function pastedCell(cell: HTMLTableCellElement): PastedCell {
  for (const line of cell.querySelectorAll("br")) line.replaceWith("\n");
  const text = cell.textContent.replace(/\u00a0/g, " ").trim();
  const number = cell.getAttribute("sdval") ?? cell.getAttribute("x:num");
  if (number === null || !/^-?\d+(?:\.\d+)?(?:E[-+]?\d+)?$/i.test(number)) return { text };
  // A date is a number too; only its text says so.
  return /^\d{1,2}[/-]\d{1,2}[/-]\d{4}$/.test(text) ? { text } : { text, value: Number(number) };
}
