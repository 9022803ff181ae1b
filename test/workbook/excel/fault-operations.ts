import { contractBlueprint, drawn, newSheet, operation, put, putSheet, rowsOf } from "../contract-book";
import type { InHost } from "./in-host";

/** Something that the pane asks of the door. */
export interface MatrixOperation {
  readonly name: string;
  readonly prepare?: (open: InHost) => Promise<unknown>;
  readonly perform: (open: InHost) => Promise<unknown>;
}

const mend = operation("mend", [put("Số liệu", "C2", 1234), put("Bìa", "B5", false)]);
const frame = operation("frame", [
  { kind: "unmerge", sheet: "Số liệu", block: { top: 6, left: 1, bottom: 7, right: 2 } },
  { kind: "show-lines", sheet: "Số liệu", rows: [3], columns: [0] },
  { kind: "show-sheet", sheet: "Ẩn" },
  { kind: "rename-sheet", sheet: "Số liệu", to: "Biểu 1" },
]);
const compute = operation("compute", [
  put("Số liệu", "C6", { value: 8656, formula: "C5*2" }),
  put("Tổng hợp", "A3", { value: "04063", formula: "'Bìa'!B2" }),
]);
const putting = operation("put", [
  putSheet(newSheet("Mới"), { after: "Bìa", names: [{ name: "pm_new", sheet: "Mới", at: { row: 1, column: 1 } }] }),
  putSheet(newSheet("Số liệu"), { replaces: { sheet: "Số liệu", expect: rowsOf("Số liệu") } }),
]);
const bending = operation("bend", [
  putSheet({
    ...newSheet("Mới"),
    cells: [{ row: 0, column: 0, value: 4328, formula: "'Số liệu'!C5", look: {} }],
  }),
]);
const sealing = operation("seal", [put("Bìa", "B3", "Chốt ngày 16/06/2022")]);
const marks = [
  { at: { sheet: "Số liệu", cell: "C3" }, severity: "error" },
  { at: { sheet: "Bìa", cell: "B2" }, severity: "warning" },
] as const;

export const matrixOperations: readonly MatrixOperation[] = [
  { name: "read", perform: ({ book }) => book.read() },
  { name: "mend cells", perform: ({ book }) => book.write(mend) },
  { name: "mend sheets", perform: ({ book }) => book.write(frame) },
  { name: "compute", prepare: ({ book }) => book.read(), perform: ({ book }) => book.write(compute) },
  {
    name: "put sheets",
    perform: async ({ book }) => book.write(await drawn(putting, ...contractBlueprint.sheets.slice(2, 3))),
  },
  {
    name: "put a sheet that leads to one that is there",
    perform: async ({ book }) => book.write(await drawn(bending, ...contractBlueprint.sheets.slice(1, 2))),
  },
  { name: "seal", prepare: ({ book }) => book.write(mend), perform: ({ book }) => book.write(sealing) },
  {
    name: "seal behind put sheets",
    prepare: async ({ book }) => book.write(await drawn(putting)),
    perform: ({ book }) => book.write(sealing),
  },
  { name: "undo cells", prepare: ({ book }) => book.write(mend), perform: ({ book }) => book.undo() },
  { name: "undo sheets", prepare: ({ book }) => book.write(frame), perform: ({ book }) => book.undo() },
  {
    name: "undo put sheets",
    prepare: async ({ book }) => book.write(await drawn(putting)),
    perform: ({ book }) => book.undo(),
  },
  { name: "mark", perform: ({ book }) => book.mark(marks) },
  { name: "take marks away", prepare: ({ book }) => book.mark(marks), perform: ({ book }) => book.mark([]) },
];
