import { toA1, type Block } from "../cell";
import type { Condition, InputValidation, ListValidation } from "../blueprint";
import { answers, taskStatuses } from "./choices";
import { checkWords } from "./check-words";
import { colours } from "./looks";
import type { SheetLayout } from "./sheet-layout";
import { isBlank } from "../progress/formula-parts";
import { statusWords } from "../progress/status";
import { contentOf, type Content, type Table } from "./table";

/** The blocks of a table's cells that hold one kind of content: runs of neighbouring rows in a column. */
function blocksOf(table: Table<string>, layout: SheetLayout, wanted: Content): Block[] {
  return table.columns.flatMap((column) => {
    const at = layout.columns.get(column.key) ?? 0;
    const rows = table.rows
      .filter((row) => contentOf(row, column) === wanted)
      .map((row) => layout.rows.get(row.key ?? row.code) ?? 0);
    return runsOf(rows).map(({ top, bottom }) => ({ top, bottom, left: at, right: at }));
  });
}

/** 3, 4, 5, 9 → 3 to 5, 9 to 9. */
function runsOf(rows: readonly number[]): { top: number; bottom: number }[] {
  const runs: { top: number; bottom: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.bottom === row - 1) last.bottom = row;
    else runs.push({ top: row, bottom: row });
  }
  return runs;
}

/** Drop-down lists for yes/no answers and the state of tasks. */
export function listsOf(table: Table<string>, layout: SheetLayout): ListValidation[] {
  const yesNo = blocksOf(table, layout, "yes-no").map((block) => ({
    block,
    choices: [answers.yes, answers.no],
    title: "Chọn Có hoặc Không",
    message: "Ô này chỉ nhận: Có, Không.",
  }));
  const status = blocksOf(table, layout, "status").map((block) => ({
    block,
    choices: [...taskStatuses],
    title: "Chọn tình trạng",
    message: `Ô này chỉ nhận: ${taskStatuses.join("; ")}.`,
  }));
  return [...yesNo, ...status];
}

/** What may be typed into figure cells: whole numbers, amounts, percents; "-" for "không phát sinh". */
export function inputsOf(table: Table<string>, layout: SheetLayout): InputValidation[] {
  const of = (content: Content, make: (cell: string) => string, message: string): InputValidation[] =>
    blocksOf(table, layout, content).map((block) => ({
      block,
      formula: make(toA1({ row: block.top, column: block.left })),
      title: "Số liệu chưa hợp lệ",
      message,
    }));
  return [
    ...of(
      "count",
      (cell) => `OR(${cell}="-",AND(ISNUMBER(${cell}),${cell}>=0,${cell}=INT(${cell})))`,
      'Nhập số nguyên từ 0 trở lên. Không phát sinh: nhập 0 hoặc "-". Chưa có số liệu: để trống.',
    ),
    ...of(
      "amount",
      (cell) => `OR(${cell}="-",AND(ISNUMBER(${cell}),${cell}>=0))`,
      'Nhập số tiền theo triệu đồng, từ 0 trở lên. Không phát sinh: nhập 0 hoặc "-".',
    ),
    ...of(
      "percent",
      (cell) => `OR(${cell}="-",AND(ISNUMBER(${cell}),${cell}>=0,${cell}<=100))`,
      "Nhập phần trăm hoàn thành từ 0 đến 100.",
    ),
  ];
}

/** What shows by itself: required cells still blank, the live check column, the colours of the status. */
export function conditionsOf(table: Table<string>, layout: SheetLayout): Condition[] {
  const conditions: Condition[] = [];
  const first = layout.firstRow;
  const column = (key: string): Block | null => {
    const at = layout.columns.get(key);
    return at === undefined ? null : { top: first, bottom: layout.lastRow, left: at, right: at };
  };
  const check = column("check");
  if (check) {
    const cell = toA1({ row: first, column: check.left });
    conditions.push({ block: check, formula: `${cell}="${checkWords.good}"`, look: { colour: colours.good } });
  }
  const status = table.id === "indicators" ? column("status") : null;
  if (status) {
    const cell = toA1({ row: first, column: status.left });
    const fills = [
      { words: [statusWords.exceeded, statusWords.met, statusWords["on-track"]], fill: colours.goodFill },
      { words: [statusWords.behind], fill: colours.slowFill },
      { words: [statusWords["not-met"], statusWords.missing], fill: colours.badFill },
    ];
    for (const { words, fill } of fills) {
      const isOne = words.map((word) => `${cell}="${word}"`).join(",");
      conditions.push({ block: status, formula: `OR(${isOne})`, look: { fill } });
    }
  }
  if (table.id === "elements") {
    for (const content of ["count", "yes-no"] as const) {
      for (const block of blocksOf(table, layout, content)) {
        const key = [...layout.columns].find(([, at]) => at === block.left)?.[0];
        if (key !== "baseline" && key !== "actual") continue;
        const cell = toA1({ row: block.top, column: block.left });
        conditions.push({ block, formula: isBlank(cell), look: { fill: colours.wanting } });
      }
    }
  }
  return conditions;
}
