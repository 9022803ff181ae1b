import type { SheetBlueprint } from "../../blueprint";
import { fromA1, quotedSheet } from "../../cell";
import { taskStatuses } from "../../form/choices";
import { quoted } from "../../progress/formula-parts";
import { cellOf, textOf } from "../../reading/reading";
import { placeOf, summarySheets, type Book, type BookUnit } from "./book";
import { receivedValue } from "./unit-blocks";
import { textList } from "./text-list";
import { taskCells } from "./unit-rows-tables";
import { unitRowsSheet, type UnitColumn } from "./unit-rows-sheet";

/** TH Nhiệm vụ: how many tasks of each unit stand where, and the difficulties it names, task by task. */
export function tasksSheet(book: Book): SheetBlueprint {
  return unitRowsSheet(book, {
    id: "summary-tasks",
    sheet: summarySheets.tasks,
    title: "TỔNG HỢP TÌNH HÌNH THỰC HIỆN NHIỆM VỤ, GIẢI PHÁP",
    nameHeading: "Đơn vị",
    columns: [...taskStatuses.map((status, index) => statusColumn(status, String(index + 1))), difficultyColumn],
    notes: ["Số trong các cột tình trạng là số nhiệm vụ. Khó khăn, kiến nghị ghi kèm mã nhiệm vụ."],
  });
}

function statusColumn(status: string, number: string): UnitColumn {
  return {
    column: {
      key: `status.${number}`,
      tiers: ["Số nhiệm vụ", status],
      number,
      width: 13,
      content: "computed",
      format: "0",
    },
    total: "sum",
    fill: (unit) => {
      const range = statusRange(unit);
      if (range === null) return { value: null };
      const said = statusesOf(unit);
      return {
        formula: `IF(COUNTA(${range})=0,"",COUNTIF(${range},${quoted(status)}))`,
        value: said.length === 0 ? "" : said.filter((one) => one.toLowerCase() === status.toLowerCase()).length,
      };
    },
  };
}

function statusRange(unit: BookUnit): string | null {
  const cells = taskCells(unit, "status").map(
    ({ code }) => placeOf(unit, { table: "tasks", code, key: "status" })?.cell ?? "",
  );
  const [first] = cells;
  const last = cells.at(-1);
  if (first === undefined || last === undefined || !fromA1(first)) return null;
  return `${quotedSheet(unit.sheet)}!${first}:${last}`;
}

/** Everything that stands in the status column as text, as the unit's sheet shows it. */
function statusesOf(unit: BookUnit): string[] {
  const { reading } = unit.status;
  if (!reading) return [];
  return taskCells(unit, "status")
    .map(({ code }) => cellOf(reading, "tasks", { code, key: "status" }))
    .map(textOf)
    .filter((text) => text !== "");
}

const difficultyColumn: UnitColumn = {
  column: {
    key: "difficulty",
    tiers: ["Khó khăn, vướng mắc, kiến nghị"],
    number: "5",
    width: 70,
    content: "computed",
    holdsWords: true,
  },
  total: "none",
  fill: (unit) => {
    const { reading } = unit.status;
    const cells = taskCells(unit, "difficulty");
    return textList(
      cells.map(({ code, at }) => {
        const said = receivedValue(reading ? cellOf(reading, "tasks", { code, key: "difficulty" }) : undefined);
        const shown = typeof said === "string" && said !== "" ? `${code}: ${said}` : null;
        return { isBlank: `${at}=""`, label: `${code}: `, further: at, shown };
      }),
    );
  },
};
