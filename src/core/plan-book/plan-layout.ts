import type { CellBlueprint, ListValidation, Look, RowBlueprint, SheetBlueprint } from "../blueprint";
import type { CellValue } from "../cell";
import { answers } from "../form/choices";
import { formats } from "../form/formats";
import { lineHeight, linesOf } from "../form/line-count";
import { colours, looks } from "../form/looks";
import type { Plan } from "../plan/plan";
import type { CodeList, PlanColumn, PlanContent } from "./plan-column";

/** Rows above the entries, in this order. The keys are hidden; headings do where they are gone. */
export const planRows = { title: 0, hint: 1, headings: 2, notes: 3, keys: 4, first: 5 } as const;

/** Rows for new entries below those that are there. */
const spareRows = 30;

/** Excel refuses a longer list of choices, and one that holds a comma or a quote. */
const choicesLength = 255;

/** A sheet of the plan workbook before it is laid out. */
export interface LaidSheet {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly PlanColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Columns that stay in view. */
  readonly frozen: number;
}

/** The sheet of a list: title, hint, headings, notes, keys, and the entries with blank rows below them. */
export function planSheet(plan: Plan, { name, title, columns, rows, frozen }: LaidSheet): SheetBlueprint {
  const first = planRows.first;
  const last = first + rows.length + spareRows - 1;
  const cells: CellBlueprint[] = [
    { row: planRows.title, column: 0, value: title, look: { ...looks.title, across: "left" } },
    { row: planRows.hint, column: 0, value: hint, look: { isItalic: true, size: 11, colour: colours.quiet } },
    ...columns.flatMap(({ key, heading, note }, column): CellBlueprint[] => [
      { row: planRows.headings, column, value: heading, look: looks.heading },
      { row: planRows.notes, column, value: note === "" ? null : note, look: noteLook },
      { row: planRows.keys, column, value: key, look: looks.key },
    ]),
    ...Array.from({ length: rows.length + spareRows }, (_, index) =>
      columns.map(({ content }, column): CellBlueprint => ({
        row: first + index,
        column,
        value: rows[index]?.[column] ?? null,
        look: lookOf(content),
      })),
    ).flat(),
  ];
  return {
    name,
    visibility: "visible",
    columns: columns.map(({ width }) => ({ width })),
    rows: heightsOf(columns, rows),
    cells,
    merges: [],
    lists: columns.flatMap(({ content }, column) => listOf(plan, content, { top: first, bottom: last, column })),
    inputs: [],
    conditions: [],
    freeze: { rows: first, columns: frozen },
    isProtected: false,
    print: {
      orientation: "landscape",
      fitsWidth: true,
      repeatedRows: { first: planRows.headings, last: planRows.notes },
      area: { top: 0, left: 0, bottom: Math.max(first, first + rows.length - 1), right: columns.length - 1 },
    },
  };
}

const hint = "Mỗi dòng một mục. Thêm vào dòng trống bên dưới; xóa cả dòng để bỏ. Không đổi dòng tiêu đề.";

/** Small words under a heading that say what goes in. */
export const noteLook: Look = { ...looks.number, across: "left", upDown: "top" };

const looksByKind: Partial<Record<PlanContent["kind"], Look>> = {
  // "@": a spreadsheet then keeps the zeros before a code, and makes no date of 1/10.
  code: { ...looks.choiceInput, format: "@" },
  reference: { ...looks.choiceInput, format: "@" },
  codes: { ...looks.textInput, format: "@" },
  raw: { ...looks.textInput, format: "@" },
  text: { ...looks.textInput, format: "@" },
  trait: { ...looks.choiceInput, format: "@" },
  choice: looks.choiceInput,
  "yes-no": looks.choiceInput,
  number: looks.figureInput,
  whole: looks.figureInput,
  date: { ...looks.choiceInput, format: formats.date },
  shown: looks.label,
};

/** How the cells of a column look. */
export function lookOf({ kind }: PlanContent): Look {
  return looksByKind[kind] ?? looks.textInput;
}

function heightsOf(columns: readonly PlanColumn[], rows: readonly (readonly CellValue[])[]): Map<number, RowBlueprint> {
  const height = (words: readonly string[], line: number): number =>
    Math.max(1, ...columns.map(({ width }, column) => linesOf(words[column] ?? "", width))) * line + 4;
  return new Map<number, RowBlueprint>([
    [planRows.title, { height: 22 }],
    [
      planRows.headings,
      {
        height: height(
          columns.map(({ heading }) => heading),
          lineHeight * 1.15,
        ),
      },
    ],
    [
      planRows.notes,
      {
        height: height(
          columns.map(({ note }) => note),
          12.5,
        ),
      },
    ],
    [planRows.keys, { isHidden: true }],
    ...rows.map((row, index): [number, RowBlueprint] => [
      planRows.first + index,
      {
        height: Math.min(
          400,
          height(
            row.map((value) => (typeof value === "string" ? value : "")),
            lineHeight,
          ),
        ),
      },
    ]),
  ]);
}

interface Strip {
  readonly top: number;
  readonly bottom: number;
  readonly column: number;
}

/** The drop-down list of a column whose values are choices; none where Excel could not hold it. */
export function listOf(plan: Plan, content: PlanContent, { top, bottom, column }: Strip): ListValidation[] {
  const choices = choicesOf(plan, content);
  const isHeld = choices.join(",").length <= choicesLength && !choices.some((choice) => /[,"]/.test(choice));
  if (choices.length === 0 || !isHeld) return [];
  const message = choices.length <= 8 ? `Chọn: ${choices.join("; ")}.` : "Chọn một giá trị trong danh sách.";
  return [{ block: { top, bottom, left: column, right: column }, choices, title: "Chọn trong danh sách", message }];
}

function choicesOf(plan: Plan, content: PlanContent): string[] {
  if (content.kind === "yes-no") return [answers.yes, answers.no];
  if (content.kind === "choice") return [...content.words.values()];
  return content.kind === "reference" ? codesOf(plan, content.list) : [];
}

function codesOf(plan: Plan, list: CodeList): string[] {
  return list === "elements" ? plan.elements.map(({ code }) => code) : plan[list].map(({ id }) => id);
}
